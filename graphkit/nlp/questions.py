"""Plain questions put as statements, so that the reader of articles can read them.

*Who rejected the plan?* is read as *Somebody rejected the plan*, *What did Oslo reject?* as *Oslo did reject
something*, *Was the plan rejected?* as *Somebody has rejected the plan*: where *somebody* stands is the hole.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from graphkit.model.question import Asked, Statement
from graphkit.nlp.question_subject import BE, DO, MODALS, RUN, subject_length, swallowed
from graphkit.nlp.worded_question import NOT, Opening, opening

LONGEST = 60
"""Words of a question; more than that is a text."""
HAVE = frozenset({"has", "have", "had"})
AUXILIARIES = BE | DO | HAVE | MODALS
WRITTEN = {"'s": "is", "'re": "are", "wo": "will", "ca": "can"}
STANDS_IN = {Asked.WHO: "somebody", Asked.WHAT: "something", Asked.HOW_MANY: "something"}
PLURAL = "things"


def restated(doc: Doc) -> Statement | None:
    """The question as a statement; None where it is no question of a form that is known."""
    words = [
        token for token in doc if not token.is_space and token.text not in {"?", "!", ".", '"', "“", "”"}
    ]
    if not 2 <= len(words) <= LONGEST or len(list(doc.sents)) > 2:
        return None
    opened = opening(words)
    if opened is None:
        return _whether(words) if words[0].lower_ in AUXILIARIES else None
    rest = words[opened.length :]
    if len(rest) < 1 or (opened.asked not in STANDS_IN and rest[0].lower_ not in AUXILIARIES):
        return None
    return _asking(opened, rest)


def _whether(words: list[Token]) -> Statement | None:
    clause = _Clause.inverted(words)
    return None if clause is None else clause.statement(Asked.WHETHER)


def _asking(opened: Opening, rest: list[Token]) -> Statement | None:
    if opened.asked not in STANDS_IN:
        clause = _Clause.inverted(rest)
        return None if clause is None else clause.statement(opened.asked)
    stand_in = Hole(opened.noun or STANDS_IN[opened.asked], noun=bool(opened.noun))
    if opened.preposition:
        clause = _Clause.inverted(rest)
        return None if clause is None else clause.statement(opened.asked, stand_in, opened.preposition)
    if _is_inverted(rest):
        clause = _Clause.inverted(rest)
        return None if clause is None else clause.statement(opened.asked, stand_in)
    if rest[0].lower_ in BE and _names_someone(rest[1:]):
        return _joined(opened.asked, [_text(rest[1:]), _word(rest[0]), stand_in])
    return _Clause.straight(stand_in, rest).statement(opened.asked, stand_in)


class Hole(str):
    """What stands for what is asked."""

    __slots__ = ("noun",)
    noun: bool

    def __new__(cls, text: str, *, noun: bool) -> "Hole":
        made = super().__new__(cls, text)
        made.noun = noun
        return made


class _Clause:
    """A clause in its parts, before it is put in the order of a statement.

    auxiliary: the first, or none. subject: its words, or the hole. rest: what follows, without the subject.
    """

    def __init__(self, auxiliary: str, negated: str, subject: str, rest: list[Token]) -> None:
        self.auxiliary, self.negated, self.subject, self.rest = auxiliary, negated, subject, rest

    @classmethod
    def inverted(cls, words: list[Token]) -> "_Clause | None":
        """*Did Russia reject it*: auxiliary, subject, rest."""
        if len(words) < 2 or words[0].lower_ not in AUXILIARIES:
            return None
        at = 2 if words[1].lower_ in NOT else 1
        length = subject_length(words[at:])
        if length == 0:
            return None
        length -= swallowed(words[0].lower_, words[at : at + length], words[at + length :])
        subject, rest = words[at : at + length], words[at + length :]
        negated = "not" if at == 2 else ""
        return cls(_word(words[0]), negated, _text(subject), rest)

    @classmethod
    def straight(cls, subject: str, words: list[Token]) -> "_Clause":
        """*Who rejected it*: the hole is the subject."""
        if words[0].lower_ not in AUXILIARIES or len(words) == 1:
            return cls("", "", subject, words)
        at = 2 if words[1].lower_ in NOT else 1
        return cls(_word(words[0]), "not" if at == 2 else "", subject, words[at:])

    def statement(self, asked: Asked, hole: Hole | None = None, preposition: str = "") -> Statement:
        verb = self._passive()
        tail = [preposition, hole] if preposition and hole is not None else []
        if verb is None:
            placed = None if tail or self.subject is hole else hole
            rest = self._filled(self.rest, placed, bare=self.auxiliary in DO | MODALS)
            made = _joined(asked, [self.subject, self.auxiliary, self.negated, *rest, *tail])
            return replace(made, plainer=self._without_do(asked, rest, tail)) if hole is None else made
        return self._turned(asked, verb, hole, preposition)

    def _without_do(self, asked: Asked, rest: list[str], tail: list[str]) -> str | None:
        """*Oslo resigned*, where *Oslo did resign* can't be read: a regular past form."""
        if self.auxiliary not in DO or self.negated or not rest[0]:
            return None
        verb, _, further = rest[0].partition(" ")
        past = f"{verb[:-1]}ied" if verb[-1:] == "y" and verb[-2:-1] not in "aeiou" else f"{verb}ed"
        past = f"{verb}d" if verb.endswith("e") else past
        return _joined(asked, [self.subject, past, further, *tail]).text

    def _passive(self) -> int | None:
        """Where the participle stands in the rest, of *was* or *has been rejected*."""
        at = next((i for i, token in enumerate(self.rest) if token.pos_ not in {"ADV", "AUX", "PART"}), None)
        if at is None or self.rest[at].tag_ not in {"VBN", "VBD"}:
            return None
        before = [self.auxiliary, *(token.lower_ for token in self.rest[:at])]
        return at if before[-1] in BE or (len(before) > 1 and before[-2] in BE) else None

    def _turned(self, asked: Asked, at: int, hole: Hole | None, preposition: str) -> Statement:
        """The passive in active words: whoever *by* names acts, or somebody."""
        verb, after = self.rest[at], self.rest[at + 1 :]
        by = next(
            (i for i, token in enumerate(after) if token.lower_ == "by" and token.dep_ == "agent"), None
        )
        agent: str = "somebody"
        if preposition == "by" and hole is not None:
            agent, preposition = hole, ""
        elif by is not None:
            agent, after = _text(after[by + 1 :]), after[:by]
        modal = self.auxiliary if self.auxiliary in MODALS else ""
        done = [modal, self.negated, verb.lemma_] if modal else ["has", self.negated, verb.text]
        adverbs = [token.text for token in self.rest[:at] if token.pos_ == "ADV"]
        tail = [preposition, hole] if preposition and hole is not None else []
        parts = [agent, *done[:2], *adverbs, done[2], self.subject, _text(after), *tail]
        if hole is not None and not any(part is hole for part in parts):
            parts.append(hole)
        return _joined(asked, parts, (verb.lower_,))

    @staticmethod
    def _filled(rest: list[Token], hole: Hole | None, *, bare: bool) -> list[str]:
        """The words after the subject, with the hole where an object would stand. bare: a verb comes first."""
        if hole is None:
            return [_text(rest)]
        at = _object_place(rest, 1 if bare else 0)
        # "Place something on standby" would be read as something that is on standby.
        placed = Hole(PLURAL, noun=False) if rest[at:] and hole == STANDS_IN[Asked.WHAT] else hole
        return [_text(rest[:at]), placed, _text(rest[at:])]


def _object_place(rest: list[Token], verbs: int) -> int:
    """After the verbs and whoever is told or asked; at the end where a preposition waits for its object.

    verbs: how many of the first words are verbs whatever the tagger says.
    """
    if rest and rest[-1].pos_ == "ADP":
        return len(rest)
    at = verbs
    while True:
        while at < len(rest) and (rest[at].pos_ in RUN or rest[at].dep_ == "prt"):
            at += 1
        length = subject_length(rest[at:]) if at else 0
        if not length:
            return at
        at += length
        if at >= len(rest) or rest[at].tag_ != "TO":
            return at


def _is_inverted(rest: list[Token]) -> bool:
    """*(What) did Oslo reject*, against *(who) did not reject it* and *(who) has rejected it*."""
    if rest[0].lower_ not in AUXILIARIES or len(rest) < 2:
        return False
    at = 2 if rest[1].lower_ in NOT else 1
    length = subject_length(rest[at:])
    after = rest[at + length :]
    if not length:
        return False
    if rest[0].lower_ in DO | MODALS:
        return True
    return any(token.pos_ in {"VERB", "AUX"} for token in after) or bool(after and after[-1].pos_ == "ADP")


def _names_someone(words: list[Token]) -> bool:
    """*(Who is) Lavrov*, against *(who is) the minister* or *Russia's minister*."""
    return bool(words) and all(token.pos_ == "PROPN" for token in words) and words[0].ent_type_ == "PERSON"


def _word(token: Token) -> str:
    return WRITTEN.get(token.lower_, token.lower_)


def _text(words: list[Token]) -> str:
    """The words as they stand, with their own spaces."""
    return "".join(token.text_with_ws for token in words).strip()


def _joined(asked: Asked, parts: list[str], passives: tuple[str, ...] = ()) -> Statement:
    """One sentence of the parts, and where the hole is in it."""
    text, start, end, noun = "", None, None, False
    for part in parts:
        if not part:
            continue
        text += " " if text else ""
        if isinstance(part, Hole):
            start, end, noun = len(text), len(text) + len(part), part.noun
        text += part
    return Statement(text[:1].upper() + text[1:] + ".", asked, start, end, noun, passives)
