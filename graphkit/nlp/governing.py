"""Acts that a chain begins with: *Oman refused to sign the pact* tells of a refusal, beside what is refused.

The clause's own claim is that Oman didn't sign. That it refused is true and affirmed, so it is told apart.
"""

from collections.abc import Iterator
from dataclasses import replace

from graphkit.nlp.clause import Clause
from graphkit.nlp.drafts import Draft
from graphkit.nlp.grammar import infinitive, passive
from graphkit.nlp.normal import Form, forms
from graphkit.nlp.predicates import group
from graphkit.nlp.stance.kinds import chain_kind
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues

ACTS = frozenset({"demand", "promise", "refuse", "seem", "enable"})
"""Classes of words that may be acts of their own: *agreed to*, *refused to*, *is willing to*."""


def governing(clause: Clause, cues: Cues) -> Clause | None:
    """The clause of the act at the beginning of a chain; None where there is none."""
    for place in range(1, len(clause.chain)):
        above, word = clause.chain[place - 1], clause.chain[place]
        if not infinitive(word):
            continue
        if passive(above) or passive(clause.verb) or chain_kind(above, word, cues) not in ACTS:
            return None
        return Clause(
            chain=clause.chain[:place],
            subject=clause.subject,
            via=clause.via,
            # Its own; and *according to the police* says of the act, too, who tells it.
            complements=[
                w for w in clause.complements if w.low == "according" or w.head in clause.chain[:place]
            ],
            parent=clause.parent,
            link=clause.link,
        )
    return None


def governing_forms(made: Draft, act: Clause) -> Iterator[Form]:
    """The forms of its claims: what the governed verb is done to is what they are about."""
    lemma = " ".join(_lemma(word) for word in act.chain)
    words = group(act)
    for form in forms(made):
        # Whoever is named is threatened by the threat to bomb them; troops aren't promised by the promise to send them.
        named = form.object if form.object is not None and form.object.pos == "PROPN" else None
        yield replace(
            form, object=named, words=words, lemma=lemma, act=f"{lemma} to {form.act}", passive=False
        )


def _lemma(word: Word) -> str:
    particle = next((w.low for w in word.right if w.dep == "prt"), "")
    return f"{word.lemma} {particle}".strip()
