"""Write config/given_names.csv: given names of one gender, for telling whom "he" and "she" can mean.

Reads the lists of names by language that faker ships (MIT licence): `pip install faker==40.54.0`, which
graphkit itself doesn't need. A name borne by both genders is left out unless four lists of five agree, and so
is one that a single list outside English knows: elsewhere it may be another's.
Run it as `python scripts/build_given_names.py`.
"""

import csv
import importlib
import pkgutil
import re
from collections import Counter, defaultdict
from pathlib import Path

from faker.providers import person

TARGET = Path(__file__).parent.parent / "config" / "given_names.csv"
LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]+")
AGREEMENT = 0.8
LEAST_VOTES = 2
SOUNDS = [*"abvgdeziyklmnoprstuf", "ts", "y", "e", "i", "yi", "g"]
CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфцыэіїґ",
        SOUNDS,
        strict=True,
    )
) | {"ё": "yo", "ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ъ": "", "ю": "yu",
     "я": "ya", "є": "ye"}  # fmt: skip


def main() -> None:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for module in sorted(found.name for found in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for gender, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
            for name in sorted(set(map(latin, getattr(provider, attribute, ())))):
                if LATIN.fullmatch(name):
                    votes[name][gender] += LEAST_VOTES if module.startswith("en") else 1
    rows = [(name, gender) for name in sorted(votes) if (gender := agreed(votes[name]))]
    with TARGET.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("name", "gender"))
        writer.writerows(rows)
    print(f"{len(rows)} names in {TARGET.name}")


def latin(name: str) -> str:
    """Russian and Ukrainian names in Latin letters, "iy" as newspapers write it; all in lower case."""
    lower = name.strip().lower()
    written = "".join(CYRILLIC.get(letter, letter) for letter in lower)
    return re.sub("iy$", "y", written).replace("yey", "ei") if written != lower else lower


def agreed(votes: Counter[str]) -> str:
    """The gender most lists give, or "" where they are split."""
    gender, most = max(sorted(votes.items()), key=lambda item: item[1])
    return gender if most >= max(LEAST_VOTES, AGREEMENT * votes.total()) else ""


if __name__ == "__main__":
    main()
