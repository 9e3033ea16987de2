"""How a noun that tells of an event is meant: as something that was, or only as wished for, feared or denied.

Nothing comes out as fact unless its surroundings make it one: *condemned the invasion*, *since the attack*, but
not *called for talks*, *feared an attack*.
"""

from dataclasses import dataclass

from graphkit.model import Modality, Polarity
from graphkit.nlp.clause import Clause
from graphkit.nlp.stance.compose import Stance
from graphkit.nlp.stance.flags import Flags, embedded
from graphkit.nlp.stance.modifiers import says_none
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

ANSWERING = frozenset({"allege", "believe", "demand", "deny", "doubt", "fear", "promise", "say", "want"})
"""Classes of verbs whose subject answers for the event: *Kyiv reported an attack*."""
SINCE = frozenset({"after", "amid", "because", "despite", "during", "following", "since", "until", "before"})
"""Prepositions whose noun has been: *after an attack on Odesa*."""
ANSWERED = frozenset({
    "accept", "answer", "dismiss", "ignore", "refuse", "reject", "renew", "repeat", "spurn", "voice",
})  # fmt: skip
"""Verbs whose object, a demand or an offer, has been made: *rejected a Russian demand*."""
OUTSET = frozenset({"for", "to", "toward", "towards", "without", "against", "of", "about"})
"""Prepositions whose noun need not be yet: *prepare for*, *move towards*, *warn of*."""
FACTIVE = frozenset(
    {
        "be", "begin", "call", "carry", "commence", "complete", "condemn", "conduct", "continue", "criticise",
        "criticize", "decry", "defend", "denounce", "deplore", "describe", "discuss", "end", "escalate", "expand",
        "finish", "halt", "hail", "hold", "increase", "intensify", "justify", "launch", "lead", "lift", "make",
        "mark", "mount", "oppose", "pause", "praise", "protest", "resume", "slam", "start", "step", "stop",
        "suspend", "survive", "welcome", "win", "witness", "follow", "cause", "blame", "investigate", "pay",
        "repel", "support", "back", "regret", "mourn", "wage", "see", "conclude", "chair", "attend", "host",
    }
)  # fmt: skip
"""Verbs whose object there is, if they are themselves said as fact."""


@dataclass(frozen=True, slots=True)
class Meant:
    """How an event is meant. over: the verb whose subject answers for it, or None."""

    flags: Flags
    over: Word | None = None


def event_stance(noun: Word, around: tuple[Stance, Clause] | None, cues: Cues) -> Stance:
    """Stance of an event. around: the clause it stands in with its stance, None in a fragment."""
    if around is None:
        return Stance(Polarity.AFFIRMED, Modality.POSSIBLE)
    outer, clause = around
    found = _meant(noun, clause, Flags(outer.polarity, outer.modality), cues)
    speaker, cue = outer.speaker, outer.cue
    if found.over is not None and clause.subject is not None and found.over in clause.chain:
        speaker, cue = clause.subject, found.over
    return Stance(found.flags.polarity, found.flags.modality, speaker, cue)


def _meant(noun: Word, around: Clause, clause: Flags, cues: Cues) -> Meant:
    """clause: flags of the clause around the event."""
    flags = _described(noun, Flags(), cues)
    word, known = noun, definite(noun)
    if known and noun.lemma in cues.nouns:
        # Whatever becomes of *Russia's demand*, it was made.
        return Meant(flags)
    while True:
        over = word.head
        if word.dep == "conj" and over is not word:
            word = over
        elif word.dep == "pobj" and over.head.pos in {"NOUN", "PROPN"} and over.head not in around.chain:
            flags = _under_noun(word, over, flags, cues)
            word = over.head
        else:
            return _in_clause(word, flags, clause, cues, known=known)
        flags = _described(word, flags, cues)


def _described(noun: Word, flags: Flags, cues: Cues) -> Flags:
    """*the alleged attack*, *no attack*, *a planned visit*."""
    if says_none(noun, cues):
        flags = flags.negated()
    effects = [cues.descriptions[w.low] for w in noun.left if w.low in cues.descriptions]
    doubtful = [w for w in noun.left if w.low in DOUBTFUL]
    if doubtful or any(effect != "negated" for effect in effects):
        flags = flags.weakened(Modality.POSSIBLE)
    return flags.negated() if "negated" in effects else flags


DOUBTFUL = frozenset({
    "attempted", "feared", "future", "imminent", "looming", "next", "planned", "proposed", "renewed", "scheduled",
    "threatened", "upcoming", "further", "new", "fresh", "more", "another", "any", "wider", "full-scale", "eventual",
})  # fmt: skip
"""Words before an event that may be yet to come."""


def _under_noun(word: Word, preposition: Word, flags: Flags, cues: Cues) -> Flags:
    """*fears of an attack*, *plans for an invasion*; *the start of Russia's invasion*."""
    kind = cues.nouns.get(preposition.head.lemma)
    if kind is not None:
        return embedded(kind, flags)
    if preposition.low in OUTSET and not definite(word):
        return flags.weakened(Modality.POSSIBLE)
    return flags


def _in_clause(word: Word, flags: Flags, clause: Flags, cues: Cues, *, known: bool) -> Meant:
    """known: whether the event's own phrase speaks of it as known."""
    over = word.head
    known = known or definite(word)
    if word.dep in {"nsubj", "nsubjpass"}:
        return Meant(_with(clause, flags, sure=known or over.lemma in FACTIVE))
    if word.dep in {"dobj", "attr"} and over is not word:
        return _as_object(word, over, over.lemma, flags, clause, cues)
    if word.dep == "pobj":
        verb, phrasal = over.head, f"{over.head.lemma} {over.low}"
        if over.low in OUTSET or _kind(phrasal, cues):
            return _as_object(word, verb, phrasal, flags, clause, cues)
        return Meant(_with(clause, flags, sure=over.low in SINCE or known))
    return Meant(flags.weakened(Modality.POSSIBLE))


def _as_object(word: Word, verb: Word, lemma: str, flags: Flags, clause: Flags, cues: Cues) -> Meant:
    if verb.lemma in ANSWERED and word.lemma in cues.nouns:
        return Meant(_with(clause, flags, sure=True))
    if verb.lemma in FACTIVE and (definite(word) or " " not in lemma):
        return Meant(_with(clause, flags, sure=True))
    kind = _kind(lemma, cues) or _kind(verb.lemma, cues)
    if kind is None:
        return Meant(_with(clause, flags.weakened(Modality.POSSIBLE), sure=False))
    told = _with(clause, embedded(kind, flags), sure=kind in {"say", "know"} and definite(word))
    return Meant(told, verb if kind in ANSWERING else None)


def _kind(lemma: str, cues: Cues) -> str | None:
    return cues.object_to.get(lemma) or cues.that.get(lemma) or cues.doing.get(lemma) or cues.to.get(lemma)


def _with(clause: Flags, flags: Flags, *, sure: bool) -> Flags:
    """Under its clause: what a clause denies or weakens isn't taken for a fact."""
    unsure = clause.polarity is Polarity.NEGATED or not sure
    if unsure and flags.modality is Modality.ASSERTED:
        flags = flags.weakened(Modality.POSSIBLE)
    return flags.weakened(clause.modality)


def definite(noun: Word) -> bool:
    """*Russia's invasion*, *the attack*: what is known to have been."""
    return any(w.dep == "poss" or w.low in {"the", "this", "that", "these", "those"} for w in noun.left)
