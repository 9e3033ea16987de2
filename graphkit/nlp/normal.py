"""From the sentence's wording to the graph's form: who acts is the subject, each has a claim of their own."""

from dataclasses import dataclass, field, replace

from graphkit.nlp.drafts import Draft
from graphkit.nlp.grammar import NOUNS
from graphkit.nlp.tree import Word


@dataclass(slots=True, eq=False)
class Form:
    """One claim to be: a draft with one subject, one object and one speaker.

    passive: the subject is acted upon, and nobody is said to act.
    act: lemma of the act alone, for its relation.
    """

    draft: Draft
    subject: Word
    object: Word | None
    words: list[Word] = field(default_factory=list)
    lemma: str = ""
    act: str = ""
    passive: bool = False


def forms(draft: Draft) -> list[Form]:
    """The claims of a draft: passives turned round, coordinated subjects and objects each on their own."""
    form = _adjective(_office(_turned(draft)))
    objects: list[Word | None] = [form.object] if form.object is None else list(members(form.object))
    return [
        replace(form, subject=subject, object=object_)
        for subject in members(form.subject)
        for object_ in objects
    ]


def members(head: Word) -> list[Word]:
    """*Russia, China and Iran*: each of them; any other head alone."""
    found = [head]
    for word in head.right:
        if word.dep == "conj" and word.pos in NOUNS:
            found += members(word)
    return found


def _turned(draft: Draft) -> Form:
    """*Crimea was annexed by Russia*: the agent is the subject, whatever the word order."""
    clause = draft.clause
    act = " ".join(draft.lemmas)
    if draft.agent and draft.object is not None:
        words = [w for w in draft.words if w.dep != "agent"]
        return Form(draft, draft.object, draft.subject, words, act, act)
    if clause.passive and clause.verb.pos in {"VERB", "AUX"}:
        participle = f"be {clause.verb.low}"
        rest = " ".join(draft.lemmas[1:])
        return Form(
            draft, draft.subject, draft.object, draft.words, f"{participle} {rest}".strip(), act, passive=True
        )
    return Form(draft, draft.subject, draft.object, draft.words, act, act)


def _adjective(form: Form) -> Form:
    """*is open*: the adjective belongs to the predicate, for it is no thing."""
    noun = form.object
    if noun is None or noun.pos in NOUNS or noun.dep not in {"acomp", "oprd", "attr"}:
        return form
    words = [*form.words, *(w for w in noun.left if w.dep in {"neg"}), noun]
    lemma = f"{form.lemma} {noun.lemma}"
    return replace(form, object=None, words=words, lemma=lemma, act=lemma)


def _office(form: Form) -> Form:
    """*is the foreign minister of Russia*, *is a member of NATO*: the office is part of the predicate."""
    noun = form.object
    if noun is None or noun.dep != "attr" or noun.pos != "NOUN" or form.lemma != "be":
        return form
    of = next((w for w in noun.right if w.dep == "prep" and w.low in {"of", "to", "for"}), None)
    whom = next((w for w in of.right if w.dep == "pobj"), None) if of is not None else None
    if of is None or whom is None or whom.pos != "PROPN":
        return form
    title = [w for w in noun.left if w.dep in {"amod", "compound"} and not w.left] + [noun]
    lemma = " ".join(["be", *(w.low for w in title[:-1]), noun.lemma, of.low])
    return replace(form, object=whom, words=[*form.words, *title, of], lemma=lemma, act=lemma)
