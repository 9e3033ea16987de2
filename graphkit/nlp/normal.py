"""From the sentence's wording to the graph's form: who acts is the subject, each has a claim of their own."""

from dataclasses import dataclass, field, replace

from graphkit.nlp.complements import Complement
from graphkit.nlp.drafts import Draft, is_agent
from graphkit.nlp.grammar import NOUNS, VERBS
from graphkit.nlp.phrases import bounds
from graphkit.nlp.roles import role
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
    arguments: list[tuple[str, Complement]] = field(default_factory=list)
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
        if word.dep == "conj" and word.pos in NOUNS and not any(w.dep == "neg" for w in word.left):
            found += members(word)
    return found


def _turned(draft: Draft) -> Form:
    """*Crimea was annexed by Russia*: the agent is the subject, whatever the word order."""
    clause = draft.clause
    act = " ".join(draft.lemmas)
    if not clause.passive or clause.verb.pos not in VERBS:
        return Form(draft, draft.subject, draft.object, draft.arguments, draft.words, act, act)
    agent = _agent(draft)
    if agent is not None and agent.noun is not None:
        return _active(draft, agent, agent.noun)
    participle = f"be {clause.verb.low}"
    rest = " ".join(draft.lemmas[1:])
    lemma = f"{participle} {rest}".strip()
    return Form(draft, draft.subject, draft.object, draft.arguments, draft.words, lemma, act, passive=True)


def _agent(draft: Draft) -> Complement | None:
    found = [complement for _, complement in draft.arguments]
    if draft.promoted is not None:
        found.append(draft.promoted)
    return next((complement for complement in found if is_agent(complement)), None)


def _active(draft: Draft, agent: Complement, noun: Word) -> Form:
    """Who is acted upon becomes the object, or, where something is given to them, the recipient."""
    arguments = [(role, found) for role, found in draft.arguments if found is not agent]
    given = draft.object if draft.object is not None and draft.object.dep == "dobj" else None
    words, lemmas = list(draft.words), list(draft.lemmas)
    if given is not None:
        first, last = bounds(draft.subject, whole=True)
        arguments.append(("recipient", Complement(first, last, noun=draft.subject)))
    elif draft.promoted is not None and draft.promoted is not agent:
        # *was sentenced to death by a court*: what was promoted for want of an object is no object now.
        arguments.append((role(draft.promoted, draft.clause), draft.promoted))
        lemmas = lemmas[: len(lemmas) - len(draft.promoted.words)]
    loose = draft.promoted.words if draft.promoted is not None else ()
    words = [w for w in words if w not in loose]
    arguments.sort(key=lambda item: item[1].first.i)
    act = " ".join(lemmas)
    return Form(draft, noun, given or draft.subject, arguments, words, act, act)


def _adjective(form: Form) -> Form:
    """*is open*: the adjective belongs to the predicate, for it is no thing."""
    noun = form.object
    if noun is None or noun.pos in NOUNS or noun.dep not in {"acomp", "oprd", "attr"}:
        return form
    words = [*form.words, *(w for w in noun.left if w.dep in {"neg"}), noun]
    lemma = f"{form.lemma} {noun.lemma}"
    # *was shot dead* is a shooting, of whom it is said; *was left empty* is how something is.
    act = f"{form.act} {noun.lemma}" if form.passive and noun.low == "dead" else lemma
    return replace(form, object=None, words=words, lemma=lemma, act=act)


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
