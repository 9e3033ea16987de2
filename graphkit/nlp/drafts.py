"""A clause laid out as subject, predicate, object and arguments, as the sentence words it."""

from dataclasses import dataclass, field

from graphkit.nlp.clause import Clause
from graphkit.nlp.complements import Complement, complement
from graphkit.nlp.mending.words import MEANS
from graphkit.nlp.phrases import bounds, is_time, leftmost, rightmost, trimmed
from graphkit.nlp.predicates import directional, group
from graphkit.nlp.roles import adverbial_role, role
from graphkit.nlp.tree import Word

IDIOM = frozenset({"on", "in", "under", "into", "at", "to", "off"})
"""Prepositions that with a bare noun belong to the verb: place *on standby*, send *to prison*."""


ASIDE = frozenset({"at", "during", "in", "on", "through", "via"})
GIVING = frozenset({
    "allot", "award", "deny", "feed", "give", "grant", "hand", "lend", "loan", "offer", "owe", "pay", "promise",
    "refuse", "sell", "send",
})  # fmt: skip
ENDING = frozenset({"cease", "discontinue", "end", "halt", "quit", "stop"})
LOOSE = frozenset({
    "according", "after", "amid", "among", "as", "because", "before", "despite", "during", "except",
    "excluding", "following", "given", "if", "including", "like", "notwithstanding", "regarding", "save",
    "since", "than", "though", "through", "until", "unlike", "when", "whereas", "while", "without",
})  # fmt: skip
"""Prepositions that add a circumstance, never the verb's object."""


@dataclass(slots=True, eq=False)
class Draft:
    """One claim of one clause, still in words of the tree.

    words: those of the predicate. lemmas: its normalised form.
    promoted: the complement its object comes from, where that isn't the verb's own.
    arguments: role and complement, in the order of the text.
    """

    clause: Clause
    subject: Word
    words: list[Word]
    lemmas: list[str]
    object: Word | None = None
    promoted: Complement | None = None
    arguments: list[tuple[str, Complement]] = field(default_factory=list)


def draft(clause: Clause) -> Draft | None:
    """The claim of a clause; None where nobody is its subject."""
    subject, object_ = clause.subject, clause.object
    if clause.existential:
        # *There were clashes*: what exists is the subject.
        subject, object_ = object_, None
    if object_ is not None and object_.low == "that" and object_.tag in {"WDT", "IN"}:
        # *a recommendation that salt be iodised*: the conjunction, taken for an object.
        object_ = None
    if subject is None or subject.low in {"who", "what"} or _imperative(subject):
        return None
    made = Draft(clause, subject, group(clause), _lemmas(clause), object_)
    made.lemmas += [w.low for w in made.words if w.head is clause.verb and (w.dep == "prt" or directional(w))]
    found = [c for c in map(complement, clause.complements) if c is not None and not _inside(c, made.words)]
    found = [c for c in found if c.clause is None or c.clause not in clause.chain]
    if clause.recipient is not None:
        first, last = bounds(clause.recipient, whole=True)
        found.insert(0, Complement(first, last, noun=clause.recipient))
    found = _give(made, found)
    found = _absorb_adjective(made, found)
    found = _absorb_idiom(made, found)
    if made.object is None:
        found = _promote(made, found)
    made.arguments = [(role(c, clause), c) for c in found]
    made.arguments += _clausal(clause)
    made.arguments.sort(key=lambda item: item[1].first.i)
    return made


def _imperative(subject: Word) -> bool:
    """*Stop pretending the levy will save the planet*: what is told to be done does nothing."""
    return subject.tag == "VB" and subject.dep == "csubj" and subject.previous is None


def _lemmas(clause: Clause) -> list[str]:
    """*stopped making tanks* is no making: the lemma keeps what ends."""
    above = clause.chain[-2] if len(clause.chain) > 1 else None
    if above is not None and above.lemma in ENDING and clause.verb.tag == "VBG":
        return [above.lemma, clause.verb.low]
    return [clause.verb.lemma]


def is_agent(found: Complement) -> bool:
    """*by Russia*, after a passive."""
    return bool(found.words) and found.words[0].dep == "agent"


def _inside(found: Complement, words: list[Word]) -> bool:
    return found.first is found.last and any(w is found.first for w in words)


def _give(made: Draft, found: list[Complement]) -> list[Complement]:
    """*paid the airline $200m*: of two bare nouns behind a verb of giving, the second is what is given."""
    clause = made.clause
    if clause.verb.lemma not in GIVING or clause.passive:
        return found
    for item in found:
        if item.words or item.noun is None or item.noun.dep != "npadvmod" or is_time(item.noun):
            continue
        rest = [other for other in found if other is not item]
        if clause.recipient is None and made.object is not None and made.object.i < item.first.i:
            first, last = bounds(made.object, whole=True)
            rest.insert(0, Complement(first, last, noun=made.object))
        elif made.object is not None or clause.recipient is None:
            continue
        made.object = item.noun
        return rest
    return found


def _absorb_adjective(made: Draft, found: list[Complement]) -> list[Complement]:
    """*is aware of the danger*: the adjective is part of the predicate, what it is aware of the object."""
    adjective = made.object
    if adjective is None or adjective.pos != "ADJ" or adjective.dep not in {"acomp", "oprd"}:
        return found
    measure = next((w for w in adjective.right if w.dep == "npadvmod" and not is_time(w)), None)
    if measure is not None:
        # *is worth 5,000 euros*
        made.object = measure
        made.words.append(adjective)
        made.lemmas.append(adjective.lemma)
        return found
    below = [c for w in adjective.right if w.dep == "prep" and (c := complement(w)) is not None]
    if not any(c.noun is not None and c.first.low not in LOOSE for c in below):
        return found
    made.object = None
    made.words += [*(w for w in adjective.left if w.dep in {"advmod", "neg"} and not w.left), adjective]
    made.lemmas.append(adjective.lemma)
    return sorted([*found, *below], key=lambda c: c.first.i)


def _absorb_idiom(made: Draft, found: list[Complement]) -> list[Complement]:
    """*placed 8,500 troops on standby*: a bare noun after a preposition is part of the predicate."""
    for item in found:
        noun = item.noun
        if noun is None or noun.tag != "NN" or noun.left or noun.right or noun.entity:
            continue
        if item.preposition not in IDIOM or is_time(noun) or noun.i < made.clause.verb.i:
            continue
        made.words += [*item.words, noun]
        made.lemmas += [*(w.low for w in item.words), noun.lemma]
        return [other for other in found if other is not item]
    return found


def _promote(made: Draft, found: list[Complement]) -> list[Complement]:
    """*warned of consequences*: without an object, the first prepositional complement is one."""
    for item in found:
        if item.noun is None or not item.words or item.words[0].i < made.clause.verb.i:
            continue
        if is_time(item.noun) or (item.words[0].low in LOOSE and item.words[0].low != "as"):
            continue
        if item.words[0].low == "by" and item.noun.low in MEANS and not item.noun.left:
            # *was dug by hand*: how, not what.
            continue
        if item.words[0].low in ASIDE and _has_content(made.clause):
            continue
        if made.words[-1] is made.clause.verb:
            made.words += [w for w in made.clause.verb.right if _close_adverb(w, item)]
            found = [other for other in found if not _inside(other, made.words)]
        made.object = item.noun
        made.promoted = item
        made.words += item.words
        if not is_agent(item):
            made.lemmas += [w.low for w in item.words]
        return [other for other in found if other is not item]
    return found


def _has_content(clause: Clause) -> bool:
    """*said in Paris that he would come*: what is said is what the verb is about, where it's said is not."""
    return any(w.dep == "ccomp" for w in (*clause.verb.left, *clause.verb.right))


def _close_adverb(word: Word, following: Complement) -> bool:
    """*relies heavily on*: an adverb between the verb and its preposition."""
    return word.dep == "advmod" and not word.left and not word.right and word.i == following.first.i - 1


def _quoted_before(content: Word, clause: Clause) -> bool:
    """*"We won," he said* has its content before it; *we won; he was hurt* is two sentences."""
    between = [w.text for w in clause.head.left if content.i < w.i]
    return not clause.passive and clause.object is None and not {";", ":", "—", "--", "-"} & set(between)


def _clausal(clause: Clause) -> list[tuple[str, Complement]]:
    """Clauses that complete the verb: what is said, what for, under which condition."""
    found = []
    for word in clause.chain:
        for child in word.right + word.left:
            if child in clause.chain or child.dep not in {"ccomp", "advcl", "xcomp"}:
                continue
            if child.pos == "ADJ" and not child.left:
                continue
            if child.dep == "ccomp" and child.i < word.i and not _quoted_before(child, clause):
                continue
            kind = "content" if child.dep in {"ccomp", "xcomp"} else adverbial_role(child)
            first, last = trimmed(leftmost(child), rightmost(child), child.subtree())
            found.append((kind, Complement(first, last, clause=child)))
    return found
