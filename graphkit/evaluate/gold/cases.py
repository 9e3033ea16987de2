"""Harmless cases: short texts, and what must not come out of them as fact."""

from dataclasses import dataclass

from graphkit.evaluate.gold.lined import Fields, Lined, read_lined
from graphkit.evaluate.gold.problems import Problems
from graphkit.model import Modality, Polarity

ANY_SPEAKER = "any"
_CASE_KEYS = ("text", "construction", "modality", "forbidden", "must", "note")
_MUST_KEYS = ("subject", "predicate", "object", "polarity", "modality", "speaker")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words for subject, predicate and object; any of them in its place agrees, none agrees with all."""

    subject: frozenset[str]
    predicate: frozenset[str]
    object: frozenset[str]


@dataclass(frozen=True, slots=True)
class Expected:
    """What should come out. speaker: words, empty for none, None for whoever."""

    words: Forbidden
    polarity: Polarity
    modality: Modality
    speaker: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class HarmlessCase:
    """A text that doesn't assert what `forbidden` says."""

    text: str
    construction: str
    modality: str
    forbidden: tuple[Forbidden, ...]
    must: tuple[Expected, ...]
    line: int


def plain_words(words: str) -> frozenset[str]:
    """Lower case, without 's and a final -s; "pay|bribe" gives both."""
    return frozenset(_plain(word) for word in words.replace("|", " ").split())


def _plain(word: str) -> str:
    bare = word.strip(".,;:!?\"'()[]“”‘’").lower().removesuffix("'s").removesuffix("’s")
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare


def read_cases(text: str, problems: Problems) -> list[HarmlessCase]:
    """All cases of a file; what doesn't fit is left out and told to `problems`."""
    document = read_lined(text, problems)
    if document is None:
        return []
    if not isinstance(document.value, list):
        problems.error(document.line, "harmless cases are a list: begin each with '- text:'")
        return []
    cases: list[HarmlessCase] = []
    seen: dict[str, int] = {}
    for entry in document.value:
        case = _read_case(entry, problems)
        if case is None:
            continue
        if case.text in seen:
            problems.error(case.line, f"repeats the text of line {seen[case.text]}: keep one")
        seen[case.text] = case.line
        cases.append(case)
    return cases


def _read_case(entry: Lined, problems: Problems) -> HarmlessCase | None:
    fields = Fields(entry, "a case", _CASE_KEYS, problems)
    text = fields.words("text", needed=True)
    construction = fields.words("construction", needed=True)
    modality = fields.words("modality", needed=True)
    lines = [_read_forbidden(item, problems) for item in fields.items("forbidden")]
    forbidden = tuple(line for line in lines if line is not None)
    if not lines:
        problems.error(entry.line, "a case needs forbidden: at least one [subject, predicate, object]")
    must = tuple(_read_expected(item, problems) for item in fields.items("must"))
    if text is None or construction is None or modality is None:
        return None
    return HarmlessCase(" ".join(text.split(" ")), construction, modality, forbidden, must, entry.line)


def _read_forbidden(item: Lined, problems: Problems) -> Forbidden | None:
    parts = item.value
    if not isinstance(parts, list) or len(parts) != 3:
        problems.error(
            item.line, "a forbidden line is [subject, predicate, object]; leave a place open with ''"
        )
        return None
    words = []
    for part in parts:
        if part.value is not None and not isinstance(part.value, str):
            problems.error(part.line, "a place of a forbidden line is words; part alternatives with '|'")
            return None
        words.append(plain_words(part.value or ""))
    if not any(words):
        problems.error(item.line, "a forbidden line without any words forbids everything: name the subject")
    return Forbidden(*words)


def _read_expected(item: Lined, problems: Problems) -> Expected:
    fields = Fields(item, "an expected claim", _MUST_KEYS, problems)
    places = [plain_words(fields.words(key) or "") for key in ("subject", "predicate", "object")]
    speaker = fields.words("speaker")
    return Expected(
        words=Forbidden(*places),
        polarity=Polarity(fields.choice("polarity", tuple(Polarity), Polarity.AFFIRMED)),
        modality=Modality(fields.choice("modality", tuple(Modality), Modality.ASSERTED)),
        speaker=None if speaker == ANY_SPEAKER else plain_words(speaker or ""),
    )
