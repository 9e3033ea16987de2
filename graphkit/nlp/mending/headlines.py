"""Headlines: no "be" before a participle, no subject before a second verb, who says it at the end.

*Officer charged over shooting*, *Chad bombs Faya, denies striking clinic*, *Firm lied to users, claims ex-worker*.
"""

from graphkit.nlp.grammar import ACTED, AUXILIARIES, NOUNS, QUOTES, SUBJECTS, VERBS, infinitive
from graphkit.nlp.mending.words import PUNISHING, SAYING, behind_comma
from graphkit.nlp.phrases import leftmost, rightmost
from graphkit.nlp.tree import Tree, Word, move, take_place

ENDS = (".", "!", "?", "…", ":", ";")
CLOSING = QUOTES | {"’", "'", ")", "]", "-RRB-"}
"""What may stand behind the full stop of a sentence, which no headline has."""
TOLD_TO = frozenset({"advise", "allow", "ask", "force", "order", "tell", "urge", "warn"})
"""Verbs that in a headline are done to who stands before "to"."""
DONE_TO = PUNISHING | TOLD_TO | frozenset({
    "accuse", "acquit", "beat", "cite", "clear", "crush", "execute", "exonerate", "expose", "find", "fine",
    "free", "hang", "hit", "hold", "hurt", "injure", "kill", "lure", "mob", "quiz", "rescue", "rob", "shoot",
    "spare", "stab", "strike off", "summon", "treat", "try", "wound",
})  # fmt: skip
"""Verbs that say little without an object: where none stands behind them in a headline, the noun before is it."""
OVER = frozenset({"about", "at", "by", "for", "from", "in", "near", "of", "over"})
BEHIND = frozenset({"after", "amid", "as", "for", "from", "in", "near", "of", "outside", "over", "with"})
"""Prepositions that may follow a participle of a headline."""


def mend_headline(tree: Tree) -> None:
    """Put right what only headlines have; the tree is changed in place."""
    words = tree.words
    last = next((word.text for word in reversed(words) if word.text not in CLOSING), "")
    if len(words) < 4 or last.endswith(ENDS):
        return
    for word in words:
        if word.dep == "ROOT":
            beside_first(word)
            second_verb(word, words)
            participle(word)
            break
    for word in words:
        if word.tag in {"VBD", "VBN"}:
            noun_in_ed(word)
        elif word.tag == "VBZ" and word.dep == "compound":
            claiming(word)


def participle(verb: Word) -> None:
    """*Officer charged over shooting*, *Mayor urged to sack clerk*: done to who stands before."""
    noun = next((w for w in verb.left if w.dep == "nsubj"), None)
    particle = next((w.low for w in verb.right if w.dep == "prt"), "")
    lemma = f"{verb.lemma} {particle}".strip()
    if verb.tag != "VBD" or noun is None or lemma not in DONE_TO or noun.pos == "PRON":
        return
    if any(w.dep in AUXILIARIES for w in verb.left) or any(
        w.dep in {"dobj", "ccomp", "oprd"} for w in verb.right
    ):
        return
    behind = next((w for w in verb.right if w.dep != "prt"), None)
    if behind is None or not (behind.low in BEHIND or _to(behind, verb)):
        return
    verb.tag, noun.dep = "VBN", "nsubjpass"


def _to(word: Word, verb: Word) -> bool:
    """Whether what somebody is told to do follows; its verb may be taken for a noun."""
    if infinitive(word) and word.dep in {"xcomp", "advcl"}:
        word.dep = "xcomp"
        return verb.lemma in TOLD_TO
    noun = next((w for w in word.right if w.dep == "pobj"), None)
    if word.low != "to" or verb.lemma not in TOLD_TO or noun is None:
        return False
    doing = leftmost(noun)
    if doing is noun or doing.dep not in {"compound", "amod"} or doing.tag not in {"NN", "VB", "JJ"}:
        return False
    move(doing, verb)
    move(noun, doing)
    move(word, doing)
    doing.dep, doing.pos, doing.tag, doing.lemma = "xcomp", "VERB", "VB", doing.low
    noun.dep, word.dep, word.tag = "dobj", "aux", "TO"
    return True


def second_verb(verb: Word, words: list[Word]) -> None:
    """*Chad bombs Faya, denies striking clinic*, where all before the comma is taken for a name."""
    noun = next((w for w in verb.left if w.dep in ACTED), None)
    if verb.tag != "VBZ" or noun is None or verb.previous is None or not behind_comma(verb):
        return
    group = words[: words.index(verb.previous)]
    at = next((i for i, w in enumerate(group) if i and _looks_finite(w)), None)
    if at is None or any(w.pos not in NOUNS | {"DET", "ADJ", "VERB"} for w in group):
        return
    first = group[at]
    subject = group[at - 1]
    object_ = group[-1] if at + 1 < len(group) else None
    take_place(first, verb)
    move(verb, first)
    first.pos, first.tag, first.lemma, verb.dep = "VERB", "VBZ", _singular(first), "conj"
    _phrase(group[:at], subject, first, "nsubj")
    if object_ is not None:
        _phrase(group[at + 1 :], object_, first, "dobj")
    doing = next((w for w in verb.right if w.dep == "dobj"), None)
    if doing is not None:
        _what_is_denied(verb, doing)


def beside_first(verb: Word) -> None:
    """*Iran strikes base, denies killing civilians*: Iran denies the killing, nobody the strike."""
    first = next((w for w in verb.left if w.dep in {"ccomp", "parataxis"} and w.pos in VERBS), None)
    if verb.tag != "VBZ" or first is None or not any(w.dep in ACTED for w in first.left):
        return
    subject = next((w for w in (*verb.left, *verb.right) if w.dep in SUBJECTS), None)
    if subject is None:
        if behind_comma(verb) and any(w.dep in {"dobj", "xcomp", "ccomp"} for w in verb.right):
            take_place(first, verb)
            move(verb, first)
            verb.dep = "conj"
        return
    content = next((w for w in verb.right if w.dep == "ccomp"), None)
    if verb.low == "claims" and content is not None and subject.tag == "NNS" and behind_comma(subject):
        # *Ross quits, rejects claims he lied*
        take_place(first, verb)
        move(subject, first)
        move(verb, subject)
        subject.dep, subject.pos, subject.tag, subject.lemma = "conj", "VERB", "VBZ", _singular(subject)
        verb.dep, verb.pos, verb.tag, verb.lemma = "dobj", "NOUN", "NNS", "claim"
        content.dep = "acl"


def claiming(verb: Word) -> None:
    """*Nurse stole drugs, claims hospital boss*: no boss is of claims."""
    noun = verb.head
    over = noun.head
    if verb.lemma not in SAYING or not behind_comma(verb) or noun is over or over.pos not in VERBS:
        return
    if noun.dep in {"appos", "conj", "dep", "npadvmod"} and noun.i > verb.i and over.i < verb.i:
        move(verb, over)
        move(noun, verb)
        for word in [w for w in noun.left if w.i < verb.i]:
            move(word, over)
        noun.dep, verb.dep, verb.pos = "nsubj", "parataxis", "VERB"


def _looks_finite(word: Word) -> bool:
    small = word.text[:1].islower()
    return small and word.tag in {"NNPS", "NNS", "VBZ"} and word.low.endswith("s") and len(word.low) > 3


def _singular(word: Word) -> str:
    """*denies* of "deny", *crushes* of "crush", *dies* of "die"."""
    low = word.low
    if word.lemma != low:
        return word.lemma
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("shes", "ches", "sses", "xes", "zzes")) else low[:-1]


def _phrase(words: list[Word], head: Word, verb: Word, dep: str) -> None:
    move(head, verb)
    head.dep = dep
    for word in words:
        if word is not head and word.head not in words:
            move(word, head)
            word.dep = "compound"


def _what_is_denied(verb: Word, noun: Word) -> None:
    """*denies striking clinic*: the striking, where it is taken for what kind of clinic."""
    doing = next((w for w in noun.left if w.tag == "VBG" and w.dep == "amod"), None)
    if verb.lemma != "deny" or doing is None or doing.previous is not verb:
        return
    move(doing, verb)
    move(noun, doing)
    doing.dep, doing.pos = "xcomp", "VERB"


def noun_in_ed(verb: Word) -> None:
    """*cleared over dam burst*: without comma, conjunction or subject, a past tense behind a noun is one."""
    before = verb.previous
    loose = (
        verb.dep in {"advcl", "conj"} and before is not None and before.dep == "pobj" and before.pos == "NOUN"
    )
    if not loose or before is None or verb.low.endswith("ed"):
        return
    if before.head.low not in OVER or any(
        w.dep in SUBJECTS | AUXILIARIES | {"mark", "punct", "advmod"} for w in verb.left
    ):
        return
    if any(w.dep == "cc" for w in verb.head.right) or any(w.dep in {"dobj", "ccomp"} for w in verb.right):
        return
    over, preposition = verb.head, before.head
    for word in list(verb.right):
        move(word, over)
    move(verb, preposition)
    move(before, verb)
    verb.dep, verb.pos, verb.tag, verb.lemma = "pobj", "NOUN", "NN", verb.low
    before.dep = "compound"


def said_at_the_end(verb: Word) -> None:
    """*Firm lied to users, claims ex-worker*: behind a comma who says it, and no more."""
    over = verb.head
    if verb.lemma not in SAYING or verb.tag != "VBZ" or verb.i < over.i or not behind_comma(verb):
        return
    noun = next((w for w in (*verb.right, *over.right) if w.i > verb.i and w.pos in NOUNS), None)
    if noun is None or any(w.dep in SUBJECTS for w in verb.left) or over.pos not in VERBS:
        return
    if leftmost(noun).previous is verb and rightmost(noun).i >= rightmost(over).i:
        move(noun, verb)
        noun.dep, verb.dep = "nsubj", "parataxis"


def said_by_second(noun: Word) -> None:
    """*Tariffs to stay, says Brussels*, *Two men killed, army says*, *Cole guilty, says jury*: they don't say so."""
    verb = noun.head
    sayer = next((w for w in (*verb.left, *verb.right) if w.dep == "nsubj" and w.i > noun.i), None)
    if noun.i > verb.i or sayer is None or verb.lemma not in SAYING:
        return
    if not behind_comma(min(verb, leftmost(sayer), key=lambda w: w.i)):
        return
    clauses = [w for w in noun.right if w.dep in {"relcl", "acl"}]
    doing = next((w for w in clauses if infinitive(w) or (w.tag == "VBN" and w.dep == "acl")), None)
    if doing is None:
        noun.dep = "dep"
        return
    move(doing, verb)
    doing.dep = "ccomp"
    move(noun, doing)
    noun.dep = "nsubjpass" if doing.tag == "VBN" else "nsubj"
