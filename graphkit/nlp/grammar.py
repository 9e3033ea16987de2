"""The dependency labels rules speak of (ClearNLP's, as spaCy's English pipelines use them)."""

from collections.abc import Mapping

from graphkit.nlp.tree import Word

ACTED = frozenset({"nsubj", "nsubjpass"})
"""Nouns as subjects; clauses are others."""
SUBJECTS = ACTED | {"csubj", "csubjpass"}
CLAUSES = frozenset(
    {
        "ROOT",
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "relcl",
        "pcomp",
        "parataxis",
        "csubj",
        "csubjpass",
        "conj",
        "dep",
    }
)
AUXILIARIES = frozenset({"aux", "auxpass"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
RELATIVES = frozenset({"who", "whom", "which", "that", "whose", "where", "when"})
QUOTES = frozenset({'"', "‘", "“", "”", "``", "''", "«", "»", "„"})


def subject_of(verb: Word) -> Word | None:
    """The verb's own subject, or None."""
    return next((w for w in verb.left + verb.right if w.dep in SUBJECTS), None)


def possessor(word: Word) -> Word:
    """Who *whose* stands for, where that is told; any other word stands for itself."""
    if word.tag != "WP$":
        return word
    noun = word.head
    verb = next((w for w in noun.above() if w.dep == "relcl"), None)
    if verb is not None:
        return verb.head
    return noun.head if noun.dep == "appos" else word


def passive(verb: Word) -> bool:
    """*was placed*, or a bare participle after a noun: *troops sent to the border*."""
    if any(word.dep in {"auxpass", "nsubjpass"} for word in verb.left):
        return True
    if verb.tag != "VBN" or any(w.dep == "aux" for w in verb.left):
        return False
    if verb.dep == "conj":
        return passive(verb.head)
    # A bare participle: of a noun, or a headline's (*Guard acquitted of murder*).
    return verb.dep in {"acl", "advcl"} or not any(w.dep in {"dobj", "ccomp", "xcomp"} for w in verb.right)


def infinitive(verb: Word) -> bool:
    """*to invade*."""
    return any(w.dep == "aux" and w.tag == "TO" for w in verb.left)


def gerund(verb: Word) -> bool:
    """*of bribing*, *of having bribed*: a verb in the place of a noun after a preposition."""
    return verb.dep == "pcomp" and first_word(verb).tag == "VBG"


def subjunctive(verb: Word) -> bool:
    """*demanded that the file be opened*, *that he leave*: a base form with a subject, nothing before it."""
    subject = next((w for w in verb.left if w.dep in {"nsubj", "nsubjpass"}), None)
    auxiliaries = [w for w in verb.left if w.dep in AUXILIARIES]
    if subject is None or any(w.low != "be" for w in auxiliaries):
        return False
    if auxiliaries:
        return True
    singular = subject.tag in {"NN", "NNP"} or subject.low in {"he", "she", "it"}
    return verb.tag == "VB" and singular and not any(w.dep == "conj" for w in subject.right)


def clausal(word: Word) -> bool:
    """Whether it heads a clause: a verb that's no auxiliary, or what has a subject and governs like one.

    The tagger takes some verbs for nouns ("if Russia invades"): a subject of their own gives them away.
    """
    if word.dep in AUXILIARIES:
        return False
    if word.pos in VERBS:
        return word.dep not in {
            "amod",
            "compound",
            "prep",
            "prt",
            "mark",
            "nmod",
            "case",
            "punct",
            "cc",
            "advmod",
        }
    return word.dep in CLAUSES and word.pos in {"NOUN", "ADJ", "PROPN"} and _own_subject(word)


def _own_subject(word: Word) -> bool:
    return any(w.dep in {"nsubj", "nsubjpass"} for w in word.left)


def preceded_by(word: Word, phrases: Mapping[str, str]) -> str | None:
    """What a phrase of up to three words just before `word` stands for, or None: *in case*, *rather than*."""
    before: list[str] = []
    at = word.previous
    while at is not None and len(before) < 3:
        before.insert(0, at.low)
        found = phrases.get(" ".join(before))
        if found is not None:
            return found
        at = at.previous
    return None


def begins(verb: Word) -> Word:
    """First word of a clause's own words: its subject's, or its verb group's."""
    group = first_word(verb)
    subject = next((w for w in verb.left if w.dep in SUBJECTS or w.dep == "expl"), None)
    while subject is not None and subject.left:
        subject = subject.left[0]
    return subject if subject is not None and subject.i < group.i else group


def first_word(verb: Word) -> Word:
    """First word of a verb's group: of *is being shot*, "is"."""
    auxiliaries = [w for w in verb.left if w.dep in {"aux", "auxpass", "neg"}]
    return auxiliaries[0] if auxiliaries else verb


def negated(word: Word) -> bool:
    """*not*, *n't*, *never* on the word itself."""
    return any(w.dep == "neg" for w in word.left) or any(w.dep == "neg" for w in word.right)


def pronoun(word: Word) -> bool:
    """*he*, *they*, *it*, *which*: a word that only points."""
    return word.pos == "PRON" or word.tag in {"PRP", "WP", "WDT", "EX"}
