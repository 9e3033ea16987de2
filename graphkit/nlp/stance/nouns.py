"""Steps from a clause that hangs on a noun: *a demand to P*, *reports that P*, *a man who P*."""

from graphkit.model import Modality
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import SUBJECTS, VERBS, begins, infinitive, preceded_by, pronoun, subject_of
from graphkit.nlp.mending.words import TAKING_UP, behind_comma
from graphkit.nlp.phrases import leftmost
from graphkit.nlp.stance.modifiers import says_none
from graphkit.nlp.stance.step import Step, place_of
from graphkit.nlp.subjects import described, owner
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

DOUBTFUL = frozenset({"say", "fear", "allege", "deny", "doubt"})
"""Classes of nouns whose content nobody need believe."""
OWNERLESS = frozenset({"seem", "enable", "try", "refuse", "prevent", "cause", "manage", "believe", "fear"})
"""Classes of nouns whose owner doesn't speak of their content: *his failure to P* is the article's word."""
DENIED = frozenset({"say", "allege", "believe", "fear", "know"})
"""Classes of nouns whose content is denied with them: *rejected the claim that P*, not *the demand that P*."""
DROPPING = frozenset(
    {"abandon", "axe", "cancel", "ditch", "drop", "halt", "scrap", "shelve", "suspend", "withdraw"}
)
"""What is done to a plan that isn't carried out: *dropped plans to P*."""
RETRACTING = frozenset({"recant", "rescind", "retract", "withdraw"})
HEARING_CALLS = frozenset({
    "answer", "defy", "disregard", "dodge", "face", "get", "hear", "heed", "ignore", "meet", "obey", "rebuff",
    "receive", "resist", "snub", "spurn", "withstand",
})  # fmt: skip
"""What is done with others' demands."""
RANKS = frozenset({"first", "latest", "lone", "only", "second", "sole", "third"})
CALLING = frozenset({"brand", "call", "condemn", "denounce", "describe", "label", "term"})
SETTLING = frozenset({
    "answer", "avoid", "confront", "contest", "counter", "discuss", "end", "escape", "examine", "face", "fight",
    "hear", "ignore", "investigate", "probe", "quell", "receive", "resolve", "review", "settle", "shoulder",
    "study", "take", "weigh",
})  # fmt: skip
"""What is done with others' claims: *paid to settle claims that P*."""
TELLING = frozenset({
    "center", "centre", "chart", "chronicle", "depict", "feature", "follow", "portray", "recount", "show", "star",
    "tell",
})  # fmt: skip
"""What a film or novel does with its people."""
FORECASTS = frozenset(
    {"ballot", "forecast", "model", "poll", "projection", "simulation", "survey", "wargame"}
)
"""What shows how something would end: not how it ended."""
INDEFINITE = frozenset({"anyone", "anybody", "anything", "someone", "somebody", "whoever"})
DEFINITE = frozenset({"such", "the", "this", "that", "these", "those", "both", "all"})


def noun_clause(clause: Clause, parent: Clause | None, cues: Cues) -> Step:
    """*a demand to P*, *reports that P*; a participle or relative clause just describes."""
    head = clause.head
    noun = head.head
    if (before := preceded_by(begins(head), cues.markers)) is not None:
        return Step(parent, modality=Modality(before))
    if _completes(clause, noun, cues) or infinitive(head):
        return content_of_noun(clause, parent, noun, cues)
    if clause.link == "acl" and head.tag == "VBG" and cues.nouns.get(noun.lemma) in DOUBTFUL | {"seem"}:
        # *reports of the minister accepting bribes*, hung on the reports
        return content_of_noun(clause, parent, noun, cues)
    if (telling := _telling(clause, noun, cues)) is not None:
        return content_of_noun(clause, parent, telling, cues)
    subject = parent.subject if parent is not None else None
    cleft = noun.dep == "attr" and subject is not None and subject.low == "it"
    if parent is not None and (cleft or _identifying(noun)):
        # *It was not the janitor who set the fire*, *Lee was not the one who did*: denies or doubts what follows.
        return Step(parent, "manage", len(parent.chain) - 1, beside=False)
    return _describing(clause, parent, noun, cues)


def _identifying(noun: Word) -> bool:
    """*Lee is the man who P*: what follows is said of Lee, and denied with it."""
    the = any(w.low == "the" for w in noun.left)
    return the and noun.dep == "attr" and noun.head.lemma == "be" and described(noun) is not noun


def _describing(clause: Clause, parent: Clause | None, noun: Word, cues: Cues) -> Step:
    """*the man who P*, *anyone who P*, *no evidence that P*, *imagined the minister P-ing*."""
    head = clause.head
    if clause.link == "relcl" and (_takes_up(noun) or _commenting(head, noun, parent, cues)):
        # *said he stole, a claim she denies*: the article says that she does.
        return Step(None)
    staged = _staged(clause, noun, cues) or (
        _in_fiction(noun, parent, cues) if clause.link == "relcl" else None
    )
    if staged is not None:
        return Step(parent, modality=Modality.POSSIBLE, because=staged)
    if clause.link == "relcl" and _anybody(noun, head):
        return Step(parent, modality=Modality.CONDITIONAL)
    if noun.dep == "dobj" and head.tag == "VBG" and parent is not None:
        forecast = forecast_of(parent, noun.head)
        if forecast is not None:
            return forecast
    seen = cues.doing.get(noun.head.lemma) if noun.dep == "dobj" and head.tag == "VBG" else None
    if seen not in {None, "know", "manage", "cause"}:
        return Step(parent, seen, content=True, beside=False, modality_only=True)
    none = says_none(noun, cues)
    past = head.tag in {"VBD", "VBN"} or cues.that.get(head.lemma) == "say"
    known = _definite(noun) or (_sums_up(noun) and head.tag == "VBD") or _met(clause, noun, parent)
    loose = none or not known
    return Step(
        parent,
        denied=none,
        beside=not loose,
        modality_only=loose,
        given=not loose,
        indefinite=loose,
        past=past,
    )


def forecast_of(parent: Clause, over: Word) -> Step | None:
    """*A poll shows Lee beating Cole*, *polls say he will win*: nobody has won."""
    teller = parent.subject
    if teller is None or teller.lemma not in FORECASTS or teller.pos != "NOUN" or over not in parent.chain:
        return None
    place = place_of(over, parent)
    return Step(parent, "say", place, teller, over, content=True, modality=Modality.POSSIBLE, beside=False)


def _takes_up(noun: Word) -> bool:
    """*said P, an allegation the army rejects*."""
    return noun.dep in {"appos", "npadvmod"} and noun.lemma in TAKING_UP and noun.head.pos in VERBS


def _commenting(verb: Word, noun: Word, parent: Clause | None, cues: Cues) -> bool:
    """*said P, which the Kremlin called absurd*: at the end, what somebody else says of it."""
    which = next((w for w in verb.left if w.low == "which"), None)
    if which is None or which.dep in SUBJECTS or which.previous is None or which.previous.text != ",":
        return False
    says = verb.lemma in CALLING or cues.that.get(verb.lemma) == "deny"
    return says and subject_of(verb) is not None and parent is not None and parent.head.i < noun.i


def _staged(clause: Clause, noun: Word, cues: Cues) -> Word | None:
    """*plays a nurse who P*, *stars as a spy who P*, *a fake video showing P*: the word by which nobody need have."""
    fake = next((w for w in noun.left if w.low in cues.unreal), None)
    acted = noun.dep == "dobj" and noun.head.lemma in {"play", "portray"} and clause.link == "relcl"
    part = noun.head.low == "as" and noun.head.head.low in {"cast", "starred", "starring", "stars"}
    return noun.head if fake is None and (acted or part) else fake


def _in_fiction(noun: Word, parent: Clause | None, cues: Cues) -> Word | None:
    """*The series follows a man who P*: the series."""
    subject = parent.subject if parent is not None and noun.i > parent.verb.i else None
    if parent is None or subject is None or parent.verb.lemma not in TELLING:
        return None
    return subject if subject.lemma in cues.fiction or subject.low in {"season", "series"} else None


def _met(clause: Clause, noun: Word, parent: Clause | None) -> bool:
    """*An officer who shot a driver won't be charged*, *a clerk, who has fled*: somebody there is, and did it."""
    head = clause.head
    perfect = any(w.dep == "aux" and w.low in {"had", "has", "have"} for w in head.left)
    if clause.link != "relcl" or not (head.tag == "VBD" or (head.tag == "VBN" and perfect)):
        return False
    one = any(w.low in {"a", "an"} for w in noun.left)
    subject = noun.dep in {"nsubj", "nsubjpass"}
    open_ = parent is not None and any(w.low in {"would", "could"} for w in parent.head.left)
    return not open_ and ((one and subject) or behind_comma(leftmost(head)))


def _sums_up(noun: Word) -> bool:
    """*denied that they had shelled a clinic, an attack that killed 19*: nobody denies the deaths."""
    return noun.dep == "appos" and noun.head.pos == "VERB"


def _anybody(noun: Word, verb: Word) -> bool:
    """*anyone who steals*, *those who steal*: whoever does, if anybody does."""
    if noun.low in INDEFINITE or any(w.low in {"any", "whatever", "whichever"} for w in noun.left):
        return True
    return noun.low == "those" and verb.tag in {"VBP", "VBZ", "VB"}


def _completes(clause: Clause, noun: Word, cues: Cues) -> bool:
    """*rumours that he had left*: the clause says what the noun is about, it doesn't describe it."""
    left = clause.head.left
    that = next((w for w in left if w.low == "that"), None)
    if clause.link == "acl":
        # A participle has no subject of its own: *claims he lied*, unlike *claims made by him*.
        finite = that is not None or any(w.dep in SUBJECTS for w in left)
        return any(w.dep == "mark" for w in left) or (finite and noun.lemma in cues.nouns)
    own = next((w for w in left if w.dep in SUBJECTS and w is not that), None)
    return that is not None and own is not None and noun.lemma in cues.nouns


def _telling(clause: Clause, noun: Word, cues: Cues) -> Word | None:
    """*claims of soldiers beating students*: the noun that tells so."""
    above = noun.head
    if noun.dep != "pobj" or above.low not in {"of", "about"}:
        return None
    told = above.head
    if told.pos not in {"NOUN", "PROPN"}:
        return None
    unsure = cues.nouns.get(told.lemma, "know") != "know" or says_none(told, cues)
    doing = unsure and clause.head.tag == "VBG"
    return told if doing or cues.nouns.get(told.lemma) in DOUBTFUL else None


def content_of_noun(clause: Clause, parent: Clause | None, noun: Word, cues: Cues) -> Step:
    """The clause is what the noun is about: *his demand to P*, *denied the claim that P*."""
    infinitival = infinitive(clause.head)
    if infinitival and (told := _told_plainly(clause, parent, noun)) is not None:
        return told
    over = noun.head
    kind = noun_kind(noun, cues) or ("promise" if infinitival else "believe")
    if kind in DENIED and not infinitival and _taken_back(over):
        # *withdrew his claim that P*: he says so no more.
        return Step(parent, modality=Modality.POSSIBLE, because=over)
    rejected = cues.that.get(over.lemma) == "deny" or cues.doing.get(over.lemma) == "deny"
    denying = rejected and kind in DENIED
    if denying:
        kind, speaker = "say", parent.subject if parent is not None else None
    elif kind in OWNERLESS:
        speaker = None
    elif rejected:
        speaker = owner(noun)
    else:
        others = _of_others(noun, kind) or (kind == "demand" and over.lemma in HEARING_CALLS)
        speaker = owner(noun) if others else _answering(noun, parent)
    dropped = infinitival and noun.dep == "dobj" and over.lemma in DROPPING
    if not infinitival and speaker is None and kind in DOUBTFUL and over.dep != "ROOT" and infinitive(over):
        # *wants to investigate claims that P*: the inquiry is a plan, what is claimed isn't.
        return Step(None, modality=Modality.POSSIBLE, because=noun)
    lacking = over.lemma in {"lack", "deny"} or dropped or says_none(noun, cues)
    return Step(
        parent,
        kind,
        speaker=speaker,
        cue=noun if speaker is not None else None,
        content=not infinitival,
        denied=lacking or (denying and not infinitival),
        modality=Modality.POSSIBLE if kind == "say" and speaker is None else Modality.ASSERTED,
        beside=False,
        modality_only=True,
        rejected=rejected,
    )


def _taken_back(verb: Word) -> bool:
    back = verb.lemma in {"row", "take", "walk"} and any(w.low == "back" for w in verb.right)
    return back or verb.lemma in RETRACTING


def _told_plainly(clause: Clause, parent: Clause | None, noun: Word) -> Step | None:
    """*the first woman to P*, *the only state to P*: who did; *has no choice but to P*: perhaps does."""
    if clause.head.head.low == "but":
        return Step(parent, modality=Modality.POSSIBLE)
    if not any(w.low in RANKS or w.tag == "JJS" or w.entity == "ORDINAL" for w in noun.left):
        return None
    if noun.dep == "attr" and parent is not None:
        return Step(parent, "manage", len(parent.chain) - 1, beside=False)
    return Step(parent, given=True)


def noun_kind(noun: Word, cues: Cues) -> str | None:
    """The class of a noun that has a content; *on the point of P-ing* has another than *the point that P*."""
    before = noun.head.low if noun.dep == "pobj" else ""
    return cues.nouns.get(f"{before} {noun.lemma}") or cues.nouns.get(noun.lemma)


def _of_others(noun: Word, kind: str) -> bool:
    """*paid to settle claims that P*: whoever settles them didn't make them."""
    return kind in DOUBTFUL and noun.dep == "dobj" and noun.head.lemma in SETTLING


def _answering(noun: Word, parent: Clause | None) -> Word | None:
    """Its owner; *Kyiv made a demand*: the subject of its verb."""
    speaker = owner(noun)
    if speaker is None and parent is not None and noun is parent.object:
        subject = parent.subject
        return None if subject is not None and subject.tag == "EX" else subject
    return speaker


def _definite(noun: Word) -> bool:
    """*the man*, *his house*, *Russia*: what is known to exist whatever is said of it."""
    if noun.pos == "PROPN" or pronoun(noun):
        return noun.low not in INDEFINITE
    return any(w.dep == "poss" or w.low in DEFINITE for w in noun.left)
