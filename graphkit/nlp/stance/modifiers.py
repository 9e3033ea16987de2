"""What stands around a verb and changes how it is meant: negation, modals, adverbs, "no" on its nouns."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.model import Modality
from graphkit.nlp.clause import Clause
from graphkit.nlp.grammar import QUOTES, VERBS, begins, infinitive, negated, preceded_by
from graphkit.nlp.stance.flags import under
from graphkit.nlp.stance.markers import at_first
from graphkit.nlp.stance.sharing import shared
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

SUPPOSING = frozenset({"assume", "believe", "fear", "presume", "suspect", "think"})
COMPARING = frozenset({"fewer", "less", "more", "other"})


@dataclass(frozen=True, slots=True)
class Modifiers:
    """What the words around a verb make of it: denied or not, how it is meant; false: said wrongly.

    then: said or thought at first, and perhaps no more.
    """

    negated: bool
    modality: Modality
    false: bool = False
    then: bool = False


def modifiers(clause: Clause, word: Word, cues: Cues, *, outermost: bool) -> Modifiers:
    """What stands around one word of a clause's chain. outermost: whether it is the governing verb."""
    around = word.left + word.right + (shared(clause, word) if outermost else [])
    around = [child for child in around if not _not_only(child)]
    denials = sum(_denies(child, word, cues) for child in around)
    if word is clause.verb and any(says_none(noun, cues) for noun in _nouns(clause)):
        denials += 1
    if _all_but(word):
        denials += 1
    modality = Modality.ASSERTED
    false = then = False
    for child in around:
        if _denies(child, word, cues):
            continue
        modality = under(_weakening(child, clause, cues), modality)
        false = false or (child.dep != "aux" and cues.adverbs.get(child.low) == "false")
        then = then or at_first(child, cues)
    if outermost and clause.link == "ROOT" and infinitive(word):
        # *Putin to visit China*: the infinitive of a headline is a plan.
        modality = under(modality, Modality.PLANNED)
    if word is clause.verb and (_seems(word) or _hedged(clause.subject, cues)):
        modality = under(Modality.POSSIBLE, modality)
    if outermost and (inverted(word) or (_has_condition(clause, cues) and not _warned(clause))):
        modality = Modality.CONDITIONAL
    return Modifiers(denials % 2 == 1, modality, false, then)


def _all_but(verb: Word) -> bool:
    """*all but accused Lee*: nearly, so it wasn't done."""
    but = verb.previous
    return but is not None and but.low == "but" and but.previous is not None and but.previous.low == "all"


def _seems(verb: Word) -> bool:
    """*seems calm*, *looks like the work of thieves*, *feared dead*; *appeared in court* is a fact."""
    if verb.lemma in SUPPOSING and verb.tag == "VBN":
        return any(w.dep == "oprd" for w in verb.right)
    if verb.lemma not in {"appear", "look", "seem"}:
        return False
    return any(
        w.dep in {"acomp", "oprd", "attr"} or (w.dep == "prep" and w.low == "like") for w in verb.right
    )


def _hedged(subject: Word | None, cues: Cues) -> bool:
    """*Possibly the minister took bribes*: the adverb taken for part of the subject."""
    return subject is not None and any(cues.adverbs.get(w.low) == "possible" for w in subject.left)


def _denies(child: Word, word: Word, cues: Cues) -> bool:
    if child.dep == "aux" and any(w.low in {"neither", "nor"} for w in child.left):
        # *Neither did Oslo recognise it.*
        return True
    return child.dep == "neg" or _never(child, cues) or (child.low == "yet" and has_yet(word))


def _weakening(child: Word, clause: Clause, cues: Cues) -> Modality:
    if child.dep == "aux":
        return _modal(child, clause, cues)
    if child.dep in {"advmod", "npadvmod", "prep"} and cues.adverbs.get(child.low) == "possible":
        return Modality.POSSIBLE
    if child.dep == "prep" and child.low == "in" and child.previous is None:
        # *In the novel, Z is bribed.*
        told = any(w.dep == "pobj" and w.lemma in cues.fiction for w in child.right)
        return Modality.POSSIBLE if told else Modality.ASSERTED
    return Modality.ASSERTED


def _modal(aux: Word, clause: Clause, cues: Cues) -> Modality:
    if aux.tag == "TO":
        return Modality.ASSERTED
    name = cues.modals.get(aux.low)
    if name is None:
        return Modality.ASSERTED
    if name == "ordered" and _perfect(clause):
        # *should have won*: it wasn't done; *must have known*: so it is concluded.
        return Modality.POSSIBLE if aux.low == "must" else Modality.CONDITIONAL
    if name == "conditional" and negated(clause.verb) and cues.that.get(clause.verb.lemma) == "say":
        # *would not say whether P*: refused to.
        return Modality.ASSERTED
    if Modality(name) is Modality.CONDITIONAL and _backshifted(clause, cues):
        return Modality.PLANNED
    return Modality(name)


def _has_condition(clause: Clause, cues: Cues) -> bool:
    """*if Russia invades, NATO will respond*: what follows a condition holds under it only."""
    return any(_condition(verb, cues) for verb in _beneath(clause))


def _beneath(clause: Clause) -> Iterator[Word]:
    """Verbs of clauses beside its own."""
    children = clause.head.left + clause.head.right
    below = [w for child in children if child.dep in {"advmod", "prep"} for w in child.right]
    return (word for word in children + below if word.dep in {"advcl", "pcomp"})


WARNING = frozenset({"agree", "offer", "pledge", "promise", "propose", "swear", "threaten", "vow", "warn"})


def _warned(clause: Clause) -> bool:
    """*has warned of sanctions if Russia invades*: warned it has; the sanctions hang on the condition."""
    verb = clause.verb
    auxiliaries = {w.lemma for w in verb.left if w.dep == "aux"}
    told = verb.tag == "VBD" or (verb.tag == "VBN" and auxiliaries == {"have"})
    return verb is clause.head and verb.lemma in WARNING and told and not clause.passive


def _condition(verb: Word, cues: Cues) -> bool:
    """*if P*, but not *even if P*, *whether P*, *in case P*: these leave what stands over them as it is."""
    first = begins(verb)
    if preceded_by(first, cues.markers) != "conditional":
        return inverted(verb)
    before = first.previous
    mark = before.low if before is not None else ""
    further = before.previous.low if before is not None and before.previous is not None else ""
    return mark not in {"whether", "though", "lest", "case"} and not (
        mark == "if" and further in {"even", "as", "what"}
    )


def _backshifted(clause: Clause, cues: Cues) -> bool:
    """*he said it would remain confidential*, *so that it would last*: a future seen from the past."""
    head = clause.head
    while head.dep == "conj":
        head = head.head
    over, told = head.head, head.dep == "ccomp"
    if any(w.text in QUOTES for w in over.left + over.right + head.left):
        return False
    if clause.link == "advcl":
        return preceded_by(begins(clause.head), cues.markers) == "planned"
    return told and _in_the_past(over) and not _perfect(clause)


def _perfect(clause: Clause) -> bool:
    return any(w.dep == "aux" and w.low == "have" for w in clause.verb.left)


def _in_the_past(over: Word) -> bool:
    """*said that*, *were afraid that*, *demanded a stop, warning that*."""
    if over.tag in {"VBD", "VBN"}:
        return True
    if over.tag == "VBG" or over.pos == "ADJ":
        return over.head is not over and _in_the_past(over.head)
    return False


def _never(word: Word, cues: Cues) -> bool:
    """*never*, *hardly*, *no longer*, *neither*."""
    if word.dep not in {"advmod", "preconj", "cc", "det"}:
        return False
    if word.dep == "advmod" and any(
        w.dep in {"neg", "advmod"} and cues.adverbs.get(w.low) == "negated" for w in word.left
    ):
        return True
    if word.dep == "cc":
        return word.low in {"neither", "nor"} and word.i < word.head.i
    if word.low == "longer" and any(w.low in {"no", "any"} for w in word.left):
        return any(w.low == "no" for w in word.left)
    return cues.adverbs.get(word.low) == "negated"


def _not_only(word: Word) -> bool:
    """*not only polluted the lake but ...*: it did."""
    return word.low in {"not", "n't"} and any(
        w.low in {"only", "just", "merely", "simply"} for w in word.right
    )


def has_yet(verb: Word) -> bool:
    """*has yet to answer*: it hasn't, and nobody says it must."""
    return verb.lemma in {"have", "be"} and any(w.low == "yet" and w.i == verb.i + 1 for w in verb.right)


def _nouns(clause: Clause) -> list[Word]:
    """Subject, object and nouns of complements: *nobody bribed Lee*, *found no evidence*, *at no time*."""
    subject = clause.subject if clause.via == "own" else None
    nouns = [w for c in clause.complements if c.dep == "prep" for w in c.right if w.dep == "pobj"]
    return [noun for noun in (subject, clause.object, *nouns) if noun is not None]


def says_none(noun: Word, cues: Cues) -> bool:
    """*nobody*, *no troops*, *none of the troops*, *neither side*."""
    if noun.low in cues.none:
        return True
    if any(w.dep == "poss" and says_none(w, cues) for w in noun.left):
        # *no minister's car*
        return True
    return not _at_least(noun) and any(
        w.dep == "neg"
        or any(below.dep == "neg" for below in w.left if w.dep == "nummod")
        or (w.low in cues.none and w.dep in {"det", "preconj", "advmod"})
        or (w.low in {"all", "every", "everyone"} and negated(w))
        for w in noun.left
    )


def spared(noun: Word | None, cues: Cues) -> Word | None:
    """The "but" of *found no drugs but money*, by which the second of two nouns isn't denied with the first.

    Where more than "no" denies the clause, nothing is spared: *did not find no drugs but money*.
    """
    first = noun.head if noun is not None and noun.dep == "conj" else None
    if noun is None or first is None or not says_none(first, cues) or says_none(noun, cues):
        return None
    verb = first.head
    if verb.pos in VERBS and negated(verb):
        return None
    return next((w for w in first.right if w.dep == "cc" and w.low == "but" and w.i < noun.i), None)


def _at_least(noun: Word) -> bool:
    """*no fewer than ten people*."""
    near = [w for child in noun.left for w in (child, *child.left)]
    return any(w.low in COMPARING and w.previous is not None and w.previous.low == "no" for w in near)


def inverted(word: Word) -> bool:
    """*should Russia choose it*, *had he known*: the auxiliary before its subject is a condition."""
    if word.dep not in {"advcl", "ccomp", "acl", "parataxis"} or any(w.dep == "mark" for w in word.left):
        return False
    subject = next((w for w in word.left if w.dep in {"nsubj", "nsubjpass", "expl"}), None)
    aux = next((w for w in word.left if w.dep in {"aux", "auxpass"}), None)
    return (
        subject is not None
        and aux is not None
        and aux.i == subject_start(subject) - 1
        and aux.low in {"should", "had", "were"}
    )


def subject_start(subject: Word) -> int:
    """Place of the first word of a subject."""
    while subject.left:
        subject = subject.left[0]
    return subject.i


def weighing(clause: Clause, word: Word, cues: Cues, *, outermost: bool) -> Iterator[tuple[Word, str]]:
    """The words that `modifiers` goes by, and what each is there; in doubt the word they stand around."""
    condition = _condition_on(clause, word, cues) if outermost else None
    around = word.left + word.right + (shared(clause, word) if outermost else [])
    found = []
    for child in around:
        if _not_only(child):
            continue
        if _denies(child, word, cues):
            found.append((child, "denial"))
        elif condition is None and _weakening(child, clause, cues) is not Modality.ASSERTED:
            found.append((child, "modal" if child.dep == "aux" else "adverb"))
        elif cues.adverbs.get(child.low) == "false" or at_first(child, cues):
            found.append((child, "adverb"))
    if word is clause.verb:
        found += [(noun, "denial") for noun in _nouns(clause) if says_none(noun, cues)]
    if condition is not None:
        found.append((condition, "condition"))
    yield from found or [(word, "construction")]


def _condition_on(clause: Clause, word: Word, cues: Cues) -> Word | None:
    """The word that puts a clause under a condition: its own inverted verb, or the *if* beside it."""
    if inverted(word):
        return word
    if not _has_condition(clause, cues) or _warned(clause):
        return None
    verb = next(verb for verb in _beneath(clause) if _condition(verb, cues))
    return begins(verb).previous or verb
