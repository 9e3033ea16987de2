"""One step outward: how a clause hangs on the clause above it, and what that makes of it."""

from dataclasses import dataclass, replace

from graphkit.model import Modality
from graphkit.nlp.clauses import Clause
from graphkit.nlp.flags import Flags, embedded
from graphkit.nlp.grammar import (
    SUBJECTS,
    begins,
    first_word,
    infinitive,
    negated,
    passive,
    preceded_by,
    pronoun,
)
from graphkit.nlp.modifiers import says_none
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

DOUBTFUL = frozenset({"say", "fear", "allege", "deny", "doubt"})
SPEAKING = frozenset(
    {"say", "know", "believe", "fear", "doubt", "deny", "allege", "demand", "promise", "want"}
)
"""Classes whose subject answers for the content."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """How a clause hangs on its parent.

    kind: class of the word it is the content of, or None. place: where in the parent's chain that word stands.
    speaker, cue: who says it, and the word that tells so. content: whether it is the parent's content.
    modality: what a conjunction or construction makes of it; denied: whether it denies it; none: whether the noun
        it hangs on is denied.
    beside: the parent's own negation and modals don't touch it. modality_only: only its modality does.
    same_level: a conjunct, whose place is its first conjunct's.
    """

    parent: Clause | None
    kind: str | None = None
    place: int = 0
    speaker: Word | None = None
    cue: Word | None = None
    content: bool = False
    modality: Modality = Modality.ASSERTED
    denied: bool = False
    beside: bool = True
    modality_only: bool = False
    same_level: bool = False

    def apply(self, flags: Flags) -> Flags:
        """The flags after this step, before the parent's own words."""
        if self.kind is not None:
            flags = embedded(self.kind, flags)
        if self.denied:
            flags = flags.negated()
        return flags.weakened(self.modality)


def embedding(clause: Clause, cues: Cues) -> Embedding:
    """The step from a clause to its parent; without a parent, only who is said to say it."""
    step = Embedding(None)
    if clause.parent is not None or clause.link in {"acl", "relcl"}:
        step = _STEPS.get(clause.link, _other)(clause, clause.parent, clause.head, cues)
    if clause.parent is None and _announced(clause.head, cues):
        step = replace(step, modality=Modality.POSSIBLE)
    told = attributed(clause, cues)
    if told is not None and step.speaker is None:
        step = replace(step, speaker=told[0], cue=told[1])
    return step


def _announced(verb: Word, cues: Cues) -> bool:
    """*So goes the rumour: the duke has sold the abbey*."""
    before = next((w for w in verb.left if w.dep in {"ccomp", "parataxis"}), None)
    colon = any(w.text == ":" for w in verb.left)
    return (
        colon
        and before is not None
        and any(cues.nouns.get(w.lemma) in DOUBTFUL for w in before.left + before.right)
    )


def attributed(clause: Clause, cues: Cues) -> tuple[Word, Word] | None:
    """*according to X*, or a parenthetical *she said*: speaker and cue."""
    for word in clause.complements:
        if word.low == "according":
            noun = next((w for to in word.right for w in to.right if w.dep == "pobj"), None)
            if noun is not None:
                return noun, word
    for word in clause.head.left + clause.head.right:
        if word.dep == "parataxis" and cues.that.get(word.lemma) in {"say", "believe", "know", "deny"}:
            subject = next((w for w in word.left + word.right if w.dep == "nsubj"), None)
            if subject is not None:
                return subject, word
    return None


def _complement_clause(clause: Clause, parent: Clause, head: Word, cues: Cues) -> Embedding:
    """*said that P*, *wants Russia to P*, *it is clear that P*."""
    over = head.head
    place = next((i for i, w in enumerate(parent.chain) if w is over), len(parent.chain) - 1)
    kind = _kind_over(over, head, cues)
    if kind is None and head.i < over.i:
        # Two sentences with a dash between them: neither says the other.
        return Embedding(parent)
    speaker = _speaker(parent, over, kind)
    marker = _marker(clause, cues)
    return Embedding(
        parent, kind, place, speaker, over if speaker is not None else None, content=True, beside=False,
        modality=_unknown_word(kind, speaker, over, marker),
    )  # fmt: skip


def _unknown_word(kind: str | None, speaker: Word | None, over: Word, marker: Modality) -> Modality:
    """*it is said that P*: said by nobody we know, P is no more than possible."""
    if kind is None or (kind in {"say", "deny"} and speaker is None and over.pos == "VERB"):
        return (
            max(marker, Modality.POSSIBLE, key=list(Modality).index)
            if marker is Modality.ASSERTED
            else marker
        )
    return marker


def _kind_over(over: Word, head: Word, cues: Cues) -> str | None:
    if over.pos == "ADJ":
        return cues.adjectives.get(over.lemma, "know" if not infinitive(head) else "seem")
    particle = next((w.low for w in over.right if w.dep == "prt"), "")
    lemma = f"{over.lemma} {particle}".strip()
    if infinitive(head):
        return cues.object_to.get(lemma) or cues.to.get(lemma) or cues.that.get(lemma) or "promise"
    if head.tag == "VBG" and not any(w.dep == "aux" for w in head.left):
        return cues.doing.get(lemma) or cues.that.get(lemma)
    if head.tag == "VB" and not any(w.dep == "aux" for w in head.left):
        return cues.object_to.get(lemma) or cues.that.get(lemma)
    if over.lemma in {"make", "be"} and (adjective := _predicative(over)) is not None:
        return cues.adjectives.get(adjective.lemma)
    return cues.that.get(lemma)


def _predicative(verb: Word) -> Word | None:
    return next((w for w in verb.right if w.dep in {"acomp", "oprd", "ccomp"} and w.pos == "ADJ"), None)


def _speaker(parent: Clause, over: Word, kind: str | None) -> Word | None:
    """Whoever answers for the content of `over`: its subject, or the agent of a passive."""
    if kind not in SPEAKING:
        return None
    if passive(over):
        agent = next((w for w in over.right if w.dep == "agent"), None)
        return next((w for w in agent.right if w.dep == "pobj"), None) if agent else None
    subject = parent.subject
    if (
        subject is None
        or subject.tag == "EX"
        or (
            subject.low in {"it", "which", "that", "this"}
            and (over.pos == "ADJ" or over.lemma in {"be", "seem", "make"})
        )
    ):
        return None
    return subject


def _controlled(clause: Clause, parent: Clause, head: Word, cues: Cues) -> Embedding:
    """*urged Russia to P*, *made Russia P*; *sent troops to P* is a purpose."""
    over = head.head
    place = next((i for i, w in enumerate(parent.chain) if w is over), len(parent.chain) - 1)
    if over.pos == "ADJ":
        kind: str | None = cues.adjectives.get(over.lemma, "seem")
    elif head.tag == "VBG":
        kind = cues.doing.get(over.lemma, "cause")
    else:
        kind = (
            cues.object_to.get(_with_preposition(over))
            or cues.object_to.get(over.lemma)
            or cues.to.get(over.lemma)
            or "promise"
        )
    speaker = _speaker(parent, over, kind) if kind != "promise" else None
    return Embedding(
        parent, kind, place, speaker, over if speaker is not None else None, content=True, beside=False
    )


def _with_preposition(verb: Word) -> str:
    """*called on*."""
    preposition = next((w.low for w in verb.right if w.dep == "prep"), "")
    return f"{verb.lemma} {preposition}"


def _adverbial(clause: Clause, parent: Clause, head: Word, cues: Cues) -> Embedding:
    """*if P*, *because P*, *to P*, *saying P*."""
    marker = _marker(clause, cues)
    if marker is not Modality.ASSERTED:
        return Embedding(parent, modality=marker)
    if infinitive(head):
        return Embedding(parent, modality=Modality.PLANNED)
    if any(w.dep == "mark" for w in head.left) or any(w.tag == "WRB" for w in head.left):
        return Embedding(
            parent, modality_only=_open_time(clause, parent), beside=not _open_time(clause, parent)
        )
    return Embedding(parent, beside=False, modality_only=True)


def _open_time(clause: Clause, parent: Clause) -> bool:
    """*when he comes, she will go*: a present tense under a future isn't a fact yet."""
    words = {w.low for w in clause.head.left if w.dep in {"mark", "advmod"}}
    return bool(words & {"when", "once", "after", "until", "before"}) and clause.head.tag in {
        "VBZ",
        "VBP",
    }


def _marker(clause: Clause, cues: Cues) -> Modality:
    """What the conjunction before a clause makes of it."""
    before = preceded_by(begins(clause.head), cues.markers)
    if before is not None:
        return Modality(before)
    marks = [w for w in clause.head.left if w.dep == "mark" or (w.dep == "advmod" and w.low in cues.markers)]
    if not marks and clause.link == "advcl":
        # The parser hangs some conjunctions on the main verb.
        first = min(w.i for w in clause.head.subtree())
        marks = [w for w in clause.head.head.left if w.dep == "mark" and w.i == first - 1]
    for mark in marks:
        before = [w.low for w in mark.left] + [w.low for w in clause.head.left if w.i == mark.i - 1]
        for phrase in (*(f"{word} {mark.low}" for word in before), mark.low):
            if phrase in cues.markers:
                return Modality(cues.markers[phrase])
    return Modality.ASSERTED


def _noun_clause(clause: Clause, parent: Clause | None, head: Word, cues: Cues) -> Embedding:
    """*a demand to P*, *reports that P*; a participle or relative clause just describes."""
    noun = head.head
    if (before := preceded_by(begins(clause.head), cues.markers)) is not None:
        return Embedding(parent, modality=Modality(before))
    if _completes(clause, head, noun, cues) or infinitive(head):
        return _content_of_noun(clause, parent, noun, cues)
    if (told := _hung_on_telling(noun, cues)) is not None:
        return _content_of_noun(clause, parent, told, cues)
    if (
        noun.dep == "attr"
        and parent is not None
        and parent.subject is not None
        and parent.subject.low == "it"
    ):
        # *It was not the janitor who set the fire*: a cleft denies or doubts what follows.
        return Embedding(parent, "manage", len(parent.chain) - 1, beside=False)
    loose = not _definite(noun) or says_none(noun, cues)
    return Embedding(parent, denied=says_none(noun, cues), beside=not loose, modality_only=loose)


def _completes(clause: Clause, head: Word, noun: Word, cues: Cues) -> bool:
    """*rumours that the star had overdosed*: the clause says what the noun is about, and doesn't describe it."""
    that = next((w for w in head.left if w.low == "that"), None)
    if clause.link == "acl":
        return any(w.dep == "mark" for w in head.left) or (that is not None and noun.lemma in cues.nouns)
    own = next((w for w in head.left if w.dep in SUBJECTS and w is not that), None)
    return that is not None and own is not None and noun.lemma in cues.nouns


def _hung_on_telling(noun: Word, cues: Cues) -> Word | None:
    """*claims of soldiers beating students*: the noun that tells so."""
    above = noun.head
    if noun.dep == "pobj" and above.low in {"of", "about"} and cues.nouns.get(above.head.lemma) in DOUBTFUL:
        return above.head
    return None


def _content_of_noun(clause: Clause, parent: Clause | None, noun: Word, cues: Cues) -> Embedding:
    infinitival = infinitive(clause.head)
    kind = cues.nouns.get(noun.lemma, "promise" if infinitival else "believe")
    over = noun.head
    denying = cues.that.get(over.lemma) == "deny" or cues.doing.get(over.lemma) == "deny"
    lacking = over.lemma in {"lack", "deny"} or says_none(noun, cues)
    speaker = _owner(noun)
    if speaker is None and parent is not None and noun is parent.object:
        speaker = parent.subject if parent.subject is None or parent.subject.tag != "EX" else None
    if denying and kind in {"say", "allege", "believe"}:
        kind, speaker = "say", parent.subject if parent is not None else None
    if (
        kind in {"seem", "enable", "try", "refuse", "prevent", "cause", "manage", "believe", "fear"}
        and not denying
    ):
        speaker = None
    modality = Modality.POSSIBLE if kind == "say" and speaker is None else Modality.ASSERTED
    denied = (denying and not infinitival) or lacking
    return Embedding(
        parent, kind, 0, speaker, noun if speaker is not None else None, content=not infinitival, denied=denied,
        modality=modality, beside=False, modality_only=True,
    )  # fmt: skip


def _owner(noun: Word) -> Word | None:
    """*Russia's demand*, *the demand by Russia*."""
    for word in noun.left:
        if word.dep == "poss":
            return word
    for word in noun.right:
        if word.dep == "prep" and word.low in {"by", "from"}:
            return next((w for w in word.right if w.dep == "pobj"), None)
    return None


def _definite(noun: Word) -> bool:
    """*the man*, *his house*, *Russia*: what is known to exist whatever is said of it."""
    if noun.pos == "PROPN" or pronoun(noun):
        return noun.low not in {"anyone", "anybody", "anything", "someone", "somebody", "whoever"}
    return any(
        w.dep == "poss" or w.low in {"the", "this", "that", "these", "those", "both", "all"}
        for w in noun.left
    )


def _gerund(clause: Clause, parent: Clause, head: Word, cues: Cues) -> Embedding:
    """*accused Y of P-ing*, *without P-ing*, *on the brink of P-ing*, *by P-ing*."""
    preposition = head.head
    over = preposition.head
    if over.pos in {"NOUN", "PROPN"} and over.lemma in cues.nouns:
        return _content_of_noun(clause, parent, over, cues)
    effect = preceded_by(first_word(head), cues.gerunds)
    if effect is not None:
        modality = Modality.ASSERTED if effect == "negated" else Modality(effect)
        return Embedding(
            parent, denied=effect == "negated", modality=modality, beside=False, modality_only=True
        )
    kind = cues.doing.get(over.lemma) if over.pos in {"VERB", "AUX"} else cues.adjectives.get(over.lemma)
    if kind is not None and over.pos == "ADJ" and negated(over):
        return Embedding(parent, kind, denied=True, content=True, beside=False, modality_only=True)
    if kind is None:
        return Embedding(parent, beside=False, modality_only=True)
    place = next((i for i, w in enumerate(parent.chain) if w is over), len(parent.chain) - 1)
    speaker = _speaker(parent, over, kind) if kind in {"allege", "deny"} else None
    return Embedding(parent, kind, place, speaker, over if speaker else None, content=True, beside=False)


def _conjunct(clause: Clause, parent: Clause, head: Word, cues: Cues) -> Embedding:
    """*wants to invade and destroy*: what governs the first conjunct governs the second."""
    place = next((i for i, w in enumerate(parent.chain) if w is head.head), 0)
    instead = preceded_by(first_word(head), cues.gerunds) == "negated"
    nor = any(w.dep == "cc" and w.low == "nor" for w in head.head.right if w.i < head.i)
    if place == 0:
        return Embedding(parent, same_level=True, denied=instead or nor)
    return Embedding(
        parent,
        chain_kind(parent.chain[place - 1], parent.chain[place], cues),
        place - 1,
        beside=False,
        same_level=True,
    )


def chain_kind(above: Word, word: Word, cues: Cues) -> str:
    """What a word of a chain makes of the next: *refused* to *sign* is "refuse"."""
    if above.pos == "ADJ" or above.dep in {"acomp", "oprd"}:
        return cues.adjectives.get(above.lemma) or cues.to.get(above.lemma, "seem")
    if word.dep in {"acomp", "oprd"}:
        return "manage" if above.lemma == "be" else cues.to.get(above.lemma, "manage")
    if infinitive(word):
        return cues.to.get(above.lemma, "manage")
    particle = next((w.low for w in above.right if w.dep == "prt"), "")
    return cues.doing.get(f"{above.lemma} {particle}".strip()) or cues.doing.get(above.lemma, "manage")


def _other(clause: Clause, parent: Clause, head: Word, cues: Cues) -> Embedding:
    return Embedding(parent)


def _aside(clause: Clause, parent: Clause, head: Word, cues: Cues) -> Embedding:
    """*Putin may be waiting, she said*: the article says that she said it."""
    return Embedding(None)


def _subject_clause(clause: Clause, parent: Clause, head: Word, cues: Cues) -> Embedding:
    """*Bribing Z is a crime*: nobody says it was done."""
    return Embedding(parent, modality=Modality.POSSIBLE)


_STEPS = {
    "ccomp": _complement_clause,
    "xcomp": _controlled,
    "advcl": _adverbial,
    "acl": _noun_clause,
    "relcl": _noun_clause,
    "pcomp": _gerund,
    "conj": _conjunct,
    "parataxis": _aside,
    "csubj": _subject_clause,
    "csubjpass": _subject_clause,
}
