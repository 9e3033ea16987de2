"""Clauses behind what somebody says that aren't part of it: *say he lied and want him to resign*."""

from graphkit.nlp.grammar import AUXILIARIES, SUBJECTS, VERBS, first_word, infinitive, negated, subject_of
from graphkit.nlp.mending.words import SAYING, TAKING_UP, behind_comma
from graphkit.nlp.mentions.words import BODIES, PEOPLE
from graphkit.nlp.phrases import is_time, leftmost
from graphkit.nlp.tree import Word, move, take_place

PROOF = frozenset({
    "basis", "clue", "detail", "evidence", "explanation", "indication", "information", "proof", "reason", "sign",
    "source", "specific", "substantiation", "timetable",
})  # fmt: skip
"""What who says something shows or withholds."""
CALLS = frozenset({"appeal", "call", "demand", "entreaty", "order", "plea", "pressure", "request"})
ADMITTING = frozenset({"acknowledge", "admit", "concede", "explain"})
ELABORATING = frozenset({"comment", "elaborate", "expand", "specify"})
WITHHOLDING = frozenset({"decline", "refuse"})
ANSWERING = frozenset({"accuse", "call", "deny", "dismiss", "dispute", "reject"})
FILING = frozenset({"file", "launch", "lodge", "make", "submit"})
FILED = frozenset({"appeal", "claim", "complaint", "lawsuit", "motion", "petition", "protest", "suit"})
BY_PEOPLE = frozenset({
    "accuse", "apologise", "apologize", "blame", "condemn", "criticise", "criticize", "decline", "demand", "deny",
    "pledge", "praise", "promise", "refuse", "sue", "thank", "threaten", "urge", "vow",
})  # fmt: skip
MANY = frozenset({"they", "we"})
ONE = frozenset({"he", "it", "she"})


def second_saying(verb: Word) -> None:
    """*say Trump lied and want him to go*, *said P but gave no details*: what the one who says it does."""
    first = verb.head
    while first.dep == "conj":
        first = first.head
    over = first.head
    if first.dep != "ccomp" or over.i > first.i or over.pos not in VERBS or _has_subject(verb):
        return
    if _agrees_above(verb, first, over) or _withheld(verb) or _no_thing_does(verb, first):
        move(verb, over)


def _agrees_above(verb: Word, first: Word, over: Word) -> bool:
    """Whether its form agrees with the subject above alone."""
    form = _form(verb)
    within, above = subject_of(first), subject_of(over)
    if form is None or within is None or above is None or within.entity == "ORG":
        return False
    numbers = _number(within), _number(above)
    return None not in numbers and numbers[0] != form and numbers[1] == form


def _no_thing_does(verb: Word, first: Word) -> bool:
    """*claimed that the clock had failed and lodged a protest*: clocks don't."""
    within = subject_of(first)
    if within is None or within.pos != "NOUN" or within.entity or within.lemma in PEOPLE | BODIES:
        return False
    filed = verb.lemma in FILING and any(w.dep == "dobj" and w.lemma in FILED for w in verb.right)
    return verb.tag in {"VBD", "VBZ", "VBP", "VBN"} and (filed or verb.lemma in BY_PEOPLE)


def _form(verb: Word) -> str | None:
    """The number its finite word agrees with."""
    finite = next((w for w in verb.left if w.dep in AUXILIARIES), verb)
    if finite.tag == "VBZ" or finite.low == "was":
        return "one"
    return "many" if finite.tag == "VBP" or finite.low == "were" else None


def _number(subject: Word) -> str | None:
    if subject.low in MANY or subject.tag in {"NNS", "NNPS"} or any(w.dep == "conj" for w in subject.right):
        return "many"
    return "one" if subject.low in ONE or subject.tag in {"NN", "NNP"} else None


def _withheld(verb: Word) -> bool:
    """*but gave no details*, *but declined to elaborate*, *but has shown no proof*."""
    before = first_word(verb).previous
    if before is None or before.low not in {"but", "though", "although"}:
        return False
    shown = next((w for w in verb.right if w.dep == "dobj"), None)
    if shown is not None and shown.lemma in PROOF:
        return negated(verb) or any(w.low in {"no", "little", "few"} for w in shown.left)
    if verb.lemma in WITHHOLDING:
        return any(w.dep == "xcomp" and w.lemma in SAYING | ELABORATING | {"give"} for w in verb.right)
    return negated(verb) and verb.lemma in ELABORATING


def behind_but(verb: Word) -> None:
    """*says that the firm cheated workers, but has shown no proof*: no subject stands before "but"."""
    noun = next((w for w in verb.left if w.dep in SUBJECTS), None)
    before = first_word(verb).previous
    if noun is None or before is None or before.low != "but" or before.head is not noun:
        return
    over = verb.head
    if over.pos in VERBS and over.i < noun.i and not any(w.dep == "conj" for w in noun.right):
        noun.dep, verb.dep = "dobj", "conj"
        move(noun, over)


def before_that(verb: Word) -> None:
    """*claimed, citing a memo, that P*, *announced, hours after the raid, that P*: an aside isn't in P."""
    over = verb.head
    that = next((w for w in verb.left if w.dep == "mark" and w.low == "that"), None)
    if over.pos not in VERBS:
        return
    if that is None:
        _when_said(verb, over)
        return
    for word in [w for w in verb.left if over.i < w.i < that.i and w.dep != "punct"]:
        move(word, over)


def _when_said(verb: Word, over: Word) -> None:
    """*said in March it would close*: what stands between tells when it was said."""
    first = verb.left[0] if verb.left and over.lemma in SAYING else None
    if first is None or first.i < over.i or first.dep not in {"npadvmod", "prep"}:
        return
    noun = first if first.dep == "npadvmod" else next((w for w in first.right if w.dep == "pobj"), None)
    before = leftmost(first).previous
    near = before is over or (before is not None and before.head is over and before.dep == "dobj")
    if noun is not None and near and is_time(noun):
        move(first, over)


def rejected_content(verb: Word) -> None:
    """*rejected a plea that she be spared*: the plea is that, the judge doesn't say so."""
    over = verb.head
    that = next((w for w in verb.left if w.dep == "mark" and w.low == "that"), None)
    noun = next((w for w in over.right if w.dep == "dobj" and w.pos == "NOUN"), None)
    if that is not None and noun is not None and over.lemma in ANSWERING and that.previous is noun:
        move(verb, noun)
        verb.dep = "acl"


def time_of_saying(verb: Word) -> None:
    """*said it would appeal, days after a judge fined it*, *said P, while Y denied it*: when it was said."""
    over = verb.head
    mark = next((w for w in verb.left if w.dep == "mark"), None)
    if (
        mark is None
        or over.dep != "ccomp"
        or over.i > mark.i
        or over.head.pos not in VERBS
        or over.head.i > over.i
    ):
        return
    if mark.low in {"after", "before"}:
        time = next((w for w in verb.left if w.dep == "npadvmod" and w.i == mark.i - 1 and is_time(w)), None)
        if time is not None and behind_comma(leftmost(time)):
            move(verb, over.head)
    elif mark.low == "while" and verb.lemma in SAYING | ANSWERING and behind_comma(mark):
        move(verb, over.head)


def called_to(verb: Word) -> None:
    """*resisted calls to sack the clerk*: what the calls are for, not what he resisted them for."""
    over = verb.head
    noun = first_word(verb).previous
    if noun is None or noun.lemma not in CALLS or noun.dep != "dobj" or noun.head is not over:
        return
    if infinitive(verb):
        move(verb, noun)
        verb.dep = "acl"


def of_the_first(verb: Word) -> None:
    """*walked back his claim that the firm spied, admitting that P*: whoever walked it back admits P, not the firm."""
    clause = verb.head
    noun = clause.head
    doing = verb.tag == "VBG" and verb.lemma in SAYING | ADMITTING and behind_comma(verb)
    if not doing or clause.dep != "acl" or noun.dep != "dobj" or noun.head.pos not in VERBS:
        return
    if any(w.dep == "mark" or w.dep in SUBJECTS for w in clause.left) and not _has_subject(verb):
        move(verb, noun.head)


def taken_up(noun: Word) -> None:
    """*said Bell fired at Lee, a statement they withdrew*: nobody is a statement; what was said is."""
    if noun.lemma not in TAKING_UP or noun.head.pos in VERBS or not any(w.dep == "relcl" for w in noun.right):
        return
    verb = next((w for w in noun.above() if w.pos in VERBS), None)
    if verb is not None and behind_comma(leftmost(noun)):
        move(noun, verb)


def said_by_noun(verb: Word) -> None:
    """*The aide, Ann Lee, alleged in her memoir that P*, where "alleged" is taken for a participle of the aide."""
    noun = verb.head
    apart = verb.tag == "VBN" and verb.previous is not None and verb.previous.text == ","
    if noun.head is not noun or noun.pos in VERBS or verb.lemma not in SAYING or not apart:
        return
    clauses = [w for w in (*noun.right, *verb.right) if w.dep in {"relcl", "acl", "ccomp"} and w.i > verb.i]
    content = next((w for w in clauses if any(m.low == "that" for m in w.left)), None)
    if content is None:
        return
    take_place(verb, noun)
    verb.tag = "VBD"
    move(content, verb)
    content.dep = "ccomp"
    for word in [w for w in noun.right if w.i > verb.i]:
        move(word, verb)
    move(noun, verb)
    noun.dep = "nsubj"


def _has_subject(verb: Word) -> bool:
    return any(w.dep in SUBJECTS for w in verb.left)
