"""One gold claim: from the words in the file to offsets in the article."""

import re
from dataclasses import dataclass, replace

from graphkit.evaluate.gold.lined import Fields, Lined
from graphkit.evaluate.gold.problems import Problems, suggest
from graphkit.evaluate.gold.snippets import find, find_nearest, find_pieces
from graphkit.model import Modality, Polarity, Span

CLAIM_KEYS = (
    "id",
    "subject",
    "predicate",
    "lemma",
    "object",
    "args",
    "relation",
    "polarity",
    "modality",
    "speaker",
    "cue",
    "content_of",
    "optional",
    "note",
)
ROLES = (
    "time",
    "place",
    "recipient",
    "topic",
    "purpose",
    "manner",
    "means",
    "condition",
    "cause",
    "about",
    "source",
    "destination",
    "company",
    "quantity",
    "other",
)
_RELATION = re.compile(r"[A-Z][A-Z0-9_]*")

Unlinked = tuple["GoldClaim", str | None, str | None]
"""A claim with its own id and the id of the claim whose content it is, both as written."""


@dataclass(frozen=True, slots=True)
class GoldArgument:
    """A further argument, its preposition included; value: normalised time or number, where given."""

    role: str
    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What a sentence claims. None for lemma, relation or cue: not scored.

    sentence: index in `GoldArticle.sentences`. content_of: index in `GoldArticle.claims`.
    optional: right if found, not missed if not. line: in the file.
    """

    sentence: int
    subject: Span
    predicate: tuple[Span, ...]
    lemma: str | None
    object: Span | None
    arguments: tuple[GoldArgument, ...]
    relation: str | None
    polarity: Polarity
    modality: Modality
    speaker: Span | None
    cue: Span | None
    content_of: int | None
    optional: bool
    line: int


class _Snippets:
    """Finds the snippets of one claim, and reports those that aren't there."""

    def __init__(self, fields: Fields, sentence: Span, text: str) -> None:
        self.fields = fields
        self.sentence = sentence
        self.text = text

    def one(self, key: str, *, needed: bool = False) -> Span | None:
        words = self.fields.words(key, needed=needed)
        return None if words is None else self.place(words, key, self.fields.line_of(key))

    def place(self, words: str, what: str, line: int) -> Span | None:
        span, several = find(words, self.text, self.sentence)
        if span is None:
            self._missing(what, words, line)
        elif several:
            self._several(what, words, line)
        return span

    def pieces(self, key: str) -> tuple[Span, ...]:
        words = self.fields.words(key, needed=True)
        if words is None:
            return ()
        spans, missing, several = find_pieces(words, self.text, self.sentence)
        if missing is not None:
            self._missing(key, missing, self.fields.line_of(key))
            return ()
        if several:
            self._several(key, words, self.fields.line_of(key))
        return spans

    def speaker(self) -> Span | None:
        words = self.fields.words("speaker")
        if words is None:
            return None
        span = find_nearest(words, self.text, self.sentence)
        if span is None:
            line = self.fields.line_of("speaker")
            self.fields.problems.error(line, f"speaker {words!r} isn't in the article: copy it from there")
        return span

    def _missing(self, what: str, words: str, line: int) -> None:
        shown = " ".join(self.text[self.sentence.start : self.sentence.end].split())[:60]
        self.fields.problems.error(
            line, f"{what} {words!r} isn't in the sentence {shown!r}: copy it from there"
        )

    def _several(self, what: str, words: str, line: int) -> None:
        self.fields.problems.warn(line, f"{what} {words!r} occurs more than once: write {words}@1 or @2 ...")


def read_claim(entry: Lined, index: int, sentence: Span, text: str, problems: Problems) -> Unlinked | None:
    """The claim, or None where its subject or predicate can't be found."""
    fields = Fields(entry, "a claim", CLAIM_KEYS, problems)
    snippets = _Snippets(fields, sentence, text)
    subject = snippets.one("subject", needed=True)
    predicate = snippets.pieces("predicate")
    claim_object = snippets.one("object")
    arguments = _read_arguments(fields, snippets)
    speaker, cue = snippets.speaker(), snippets.one("cue")
    polarity = fields.choice("polarity", tuple(Polarity), Polarity.AFFIRMED)
    modality = fields.choice("modality", tuple(Modality), Modality.ASSERTED)
    relation = _read_relation(fields)
    if subject is None or not predicate:
        return None
    claim = GoldClaim(
        sentence=index,
        subject=subject,
        predicate=predicate,
        lemma=fields.words("lemma"),
        object=claim_object,
        arguments=arguments,
        relation=relation,
        polarity=Polarity(polarity),
        modality=Modality(modality),
        speaker=speaker,
        cue=cue,
        content_of=None,
        optional=fields.truth("optional"),
        line=entry.line,
    )
    return claim, fields.words("id"), fields.words("content_of")


def _read_relation(fields: Fields) -> str | None:
    relation = fields.words("relation")
    if relation is not None and not _RELATION.fullmatch(relation):
        fields.problems.error(
            fields.line_of("relation"),
            f"relation {relation!r} should be a name in capitals, like HOLDS_OFFICE",
        )
    return relation


def _read_arguments(fields: Fields, snippets: _Snippets) -> tuple[GoldArgument, ...]:
    entry = fields.entries.get("args")
    if entry is None or entry.value is None:
        return ()
    if not isinstance(entry.value, dict):
        fields.problems.error(entry.line, "args should be a mapping of role: words")
        return ()
    arguments: list[GoldArgument] = []
    for role, value in entry.value.items():
        if role not in ROLES:
            fields.problems.error(value.line, f"no role {role!r}{suggest(role, list(ROLES))}")
            continue
        for item in value.value if isinstance(value.value, list) else [value]:
            argument = _read_argument(role, item, fields, snippets)
            if argument is not None:
                arguments.append(argument)
    return tuple(arguments)


def _read_argument(role: str, item: Lined, fields: Fields, snippets: _Snippets) -> GoldArgument | None:
    words, value = item.value, None
    if isinstance(words, dict):
        inner = Fields(item, f"the {role} argument", ("text", "value"), fields.problems)
        words, value = inner.words("text", needed=True), inner.words("value")
    if not isinstance(words, str):
        fields.problems.error(item.line, f"the {role} argument should be words of the sentence")
        return None
    span = snippets.place(words, role, item.line)
    return None if span is None else GoldArgument(role, span, value)


def resolve_links(claims: list[Unlinked], problems: Problems) -> tuple[GoldClaim, ...]:
    """`content_of` by id becomes an index; ids that are double, unknown or in a circle are problems."""
    by_id: dict[str, int] = {}
    for index, (claim, name, _) in enumerate(claims):
        if name is None:
            continue
        if name in by_id:
            problems.error(
                claim.line, f"id {name!r} is taken by the claim at line {claims[by_id[name]][0].line}"
            )
        by_id.setdefault(name, index)
    targets: list[int | None] = []
    for claim, _, target in claims:
        if target is not None and target not in by_id:
            problems.error(
                claim.line, f"content_of {target!r} is no claim's id{suggest(target, sorted(by_id))}"
            )
        targets.append(None if target is None else by_id.get(target))
    linked = []
    for index, (claim, _, _) in enumerate(claims):
        if _circular(index, targets):
            problems.error(claim.line, "content_of leads back to the claim itself: break the circle")
        linked.append(replace(claim, content_of=targets[index]))
    return tuple(linked)


def _circular(index: int, targets: list[int | None]) -> bool:
    at = targets[index]
    for _ in targets:
        if at is None or at == index:
            break
        at = targets[at]
    return at == index
