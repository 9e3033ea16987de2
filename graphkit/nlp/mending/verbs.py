"""Words of a verb group that the parser takes for others."""

from collections.abc import Iterable

from graphkit.nlp.grammar import ACTED, CLAUSES, first_word, infinitive
from graphkit.nlp.mending.words import MEANS, TELLING, behind_comma
from graphkit.nlp.mentions.words import PEOPLE
from graphkit.nlp.phrases import leftmost, rightmost
from graphkit.nlp.tree import Word, move, take_place

NEVER_PASSIVE = frozenset(
    {"arrive", "be", "become", "come", "die", "fall", "get", "go", "happen", "have", "resign"}
)
"""Verbs that are done to nobody."""
SUPPOSING = frozenset({"believe", "fear", "presume", "suspect", "think"})
OPENLY = frozenset({"clear", "explicit", "known", "plain", "public"})
"""How something is made when it is said."""
OF_NOUNS = frozenset({"amod", "compound", "det", "nummod", "poss"})
OF_VERBS = frozenset({"aux", "auxpass", "ccomp", "dobj", "neg", "nsubj", "nsubjpass", "xcomp"})
STOPPING = frozenset({"prevent", "quote", "recall", "recollect", "remember", "stop"})
HIRING = frozenset({"bribe", "commission", "engage", "enlist", "hire", "pay", "recruit"})
"""Verbs whose object is to do what follows."""
PERSONS = frozenset({"her", "him", "me", "somebody", "someone", "them", "us", "you"})
BARE = frozenset({
    "attempt", "begin", "continue", "decline", "fail", "hope", "intend", "manage", "refuse", "threaten", "vow", "want",
})  # fmt: skip
"""Verbs that an infinitive completes; it is never what they are done for."""
CONTENT = frozenset({"ccomp", "csubj"})
DONE = frozenset({
    "beaten", "bombed", "bribed", "burned", "destroyed", "faked", "forged", "killed", "leaked", "looted", "murdered",
    "raped", "robbed", "shelled", "shot", "smuggled", "sold", "stolen", "tortured", "trafficked",
})  # fmt: skip
"""Participles that after *have* tell what somebody did, not what they own."""


def noun_in_ing(word: Word) -> None:
    """*ignored a storm warning*: what stands where a noun does, with what a noun has before it, is a noun."""
    if (
        word.tag == "VBG"
        and any(w.dep in OF_NOUNS for w in word.left)
        and not any(w.dep in OF_VERBS for w in (*word.left, *word.right))
    ):
        word.pos, word.tag, word.lemma = "NOUN", "NN", word.low


def verb_after_to(word: Word) -> None:
    """*threatened to ballot members*: what follows "to" and has a clause's place is a verb."""
    if word.pos == "NOUN" and word.dep in CLAUSES and infinitive(word):
        word.pos, word.tag = "VERB", "VB"


def at_first_thought(preposition: Word) -> None:
    """*had at first thought that P*: "thought" is no noun there."""
    had = preposition.head
    noun = next((w for w in preposition.right if w.dep == "pobj" and w.low == "thought"), None)
    first = None if noun is None else next((w for w in noun.left if w.low == "first"), None)
    if preposition.low != "at" or had.lemma != "have" or noun is None or first is None:
        return
    noun.pos, noun.tag, noun.lemma = "VERB", "VBN", "think"
    for word in [w for w in (*had.left, *had.right) if w is not preposition]:
        move(word, noun)
    take_place(noun, had)
    move(had, noun)
    had.dep, had.pos = "aux", "AUX"
    move(first, preposition)
    first.dep = "pobj"
    move(preposition, noun)
    for clause in [w for w in noun.right if w.dep in {"acl", "relcl"}]:
        clause.dep = "ccomp"


def feared(word: Word) -> None:
    """*34 feared dead*, *guard believed kidnapped*: of them it is feared; what stands before is its own."""
    verb = word.head
    if (
        verb.lemma not in SUPPOSING
        or verb.tag != "VBD"
        or any(w.dep in {"aux", "auxpass"} for w in verb.left)
    ):
        return
    if word.dep != "oprd" or any(w.dep in {"dobj", "ccomp"} for w in verb.right):
        return
    verb.tag = "VBN"
    for below in verb.left:
        if below.dep == "nsubj":
            below.dep = "nsubjpass"
        elif below.dep == "ccomp":
            below.dep = "parataxis"


def interrupted(verb: Word) -> None:
    """*failed early on Sunday to agree*: what was failed, not what for."""
    over = verb.head
    if over.lemma not in BARE or not infinitive(verb) or verb.i < over.i:
        return
    between = [w for w in over.right if w.i < verb.i]
    if all(w.dep in {"advmod", "npadvmod", "prep", "punct"} for w in between):
        verb.dep = "xcomp"


def doing_stopped(verb: Word) -> None:
    """*stopped Lee shooting a boy*, *recalled him saying P*, *paid Lee to shoot him*: what Lee does, not how or why."""
    over = verb.head
    object_ = next((w for w in over.right if w.dep == "dobj"), None)
    if object_ is None:
        return
    doing = over.lemma in STOPPING and verb.tag == "VBG"
    hired = over.lemma in HIRING and infinitive(verb) and _somebody(object_)
    if (doing or hired) and first_word(verb).previous is rightmost(object_):
        verb.dep = "xcomp"


def bare_participle(verb: Word) -> None:
    """*a diver reported missing*: of a noun, without a subject, only a participle can be said."""
    if verb.tag == "VBD" and not behind_comma(verb) and not any(w.dep in OF_VERBS for w in verb.left):
        verb.tag = "VBN"


def stolen(participle: Word) -> None:
    """*said that she had stolen drugs*: she did so, where she is taken for having them."""
    noun = participle.head
    have = noun.head
    done = participle.low in DONE and participle.tag == "VBN" and participle.previous is have
    if not done or have.lemma != "have" or noun.dep != "dobj" or len(noun.left) > 1 or have.left == []:
        return
    if any(w.dep in {"aux", "auxpass"} for w in have.left):
        return
    for word in [w for w in (*have.left, *have.right) if w is not noun]:
        move(word, participle)
    take_place(participle, have)
    participle.pos = "VERB"
    move(noun, participle)
    move(have, participle)
    have.dep, have.pos = "aux", "AUX"


def _somebody(noun: Word) -> bool:
    """*him*, *Lee*, *a guard*; no sum of money."""
    return noun.low in PERSONS or noun.pos == "PROPN" or noun.lemma in PEOPLE


def asked_both(word: Word) -> None:
    """*asked both to leave*, *asked neither to attack*: who is asked, not who asks."""
    verb = word.head
    over = verb.head
    if word.low not in {"both", "neither"} or verb.dep != "xcomp" or word.previous is not over:
        return
    move(word, over)
    word.dep, word.pos, word.tag = "dobj", "PRON", "NN"


def with_subject(word: Word) -> None:
    """*denied it had cut corners*: what has a subject and an auxiliary is a verb, not what kind of corners."""
    noun = word.head
    over = noun.head
    own = any(w.dep in ACTED for w in word.left) and any(w.dep == "aux" for w in word.left)
    if word.tag != "VBN" or not own or noun.dep != "dobj" or noun.i < word.i:
        return
    move(word, over)
    move(noun, word)
    word.dep, word.pos = "ccomp", "VERB"


def by_means(preposition: Word) -> None:
    """*was dug by hand*, *was reached by phone*: no hand dug it."""
    noun = next((w for w in preposition.right if w.dep == "pobj"), None)
    if noun is not None and noun.low in MEANS and not noun.left and not noun.right:
        preposition.dep = "prep"


def perfect(auxiliary: Word) -> None:
    """*he's made a decision*: "'s" is *has*, where the verb has what no passive has."""
    verb = auxiliary.head
    if auxiliary.low not in {"'s", "’s"} or not _active(verb):
        return
    auxiliary.dep, auxiliary.lemma = "aux", "have"
    for word in verb.left:
        if word.dep == "nsubjpass":
            word.dep = "nsubj"


def _active(verb: Word) -> bool:
    """Whether it has an object, or says something without being told it; *it's said that P* has no speaker."""
    if any(w.dep == "agent" for w in verb.right):
        return False
    if verb.lemma in NEVER_PASSIVE or any(w.dep == "dobj" for w in verb.right):
        return True
    formal = any(w.dep in ACTED and w.low == "it" for w in verb.left)
    named = (below for w in verb.right if w.dep == "oprd" for below in w.right)
    return verb.lemma not in TELLING and not formal and (_content(verb.right) or _content(named))


def _content(words: Iterable[Word]) -> bool:
    return any(w.dep in CONTENT for w in words)


def made_clear(adjective: Word) -> None:
    """*made clear that the army will leave*, *made it clear*: said so; the adjective is part of the verb."""
    before = leftmost(adjective).previous
    it = next((w for w in adjective.left if w.low == "it"), before if before and before.low == "it" else None)
    verb = before.previous if before is not None and before is it else before
    if adjective.low not in OPENLY or verb is None or verb.lemma != "make" or verb not in adjective.above():
        return
    content = _what_is_said(adjective, verb)
    if content is None:
        return
    for word, dep in ((it, "expl"), (adjective, "prt"), (content, "ccomp")):
        if word is not None:
            word.dep = dep
            if word.head is not verb:
                move(word, verb)


def _what_is_said(adjective: Word, verb: Word) -> Word | None:
    """The clause behind the adjective, wherever it hangs; the adjective may hang on it."""
    if adjective.head is not verb and adjective.i < adjective.head.i:
        return adjective.head
    behind = (w for w in (*adjective.right, *verb.right) if w.i > adjective.i and not infinitive(w))
    return next((w for w in behind if w.dep in CONTENT or (w.dep == "advcl" and not _tells_when(w))), None)


def _tells_when(clause: Word) -> bool:
    """*made it public after rebels attacked*, *when rebels attacked*."""
    return any((w.dep == "mark" and w.low != "that") or w.tag == "WRB" for w in clause.left)
