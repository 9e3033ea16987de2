"""A clause: a verb, or a chain of verbs, with its subject, objects and complements."""

from dataclasses import dataclass, field

from graphkit.nlp.grammar import passive
from graphkit.nlp.tree import Word


@dataclass(slots=True, eq=False)
class Clause:
    """A verb and what belongs to it.

    chain: its verbs (and predicate adjectives) from the governing one to the one that names the act.
    subject: head word of its subject, inherited where it has none of its own; `via` names how it was found.
    object: head word of its direct object or predicate noun. recipient: of a bare indirect object.
    complements: further dependents, as the words that govern them (prepositions, adverbs, nouns of time).
    parent: the clause it depends on. link: the dependency ("ccomp", "advcl", "conj", "relcl", "pcomp").
    """

    chain: list[Word]
    subject: Word | None = None
    via: str = "own"
    object: Word | None = None
    recipient: Word | None = None
    complements: list[Word] = field(default_factory=list)
    parent: "Clause | None" = None
    link: str = "ROOT"

    @property
    def head(self) -> Word:
        """The governing verb: where the clause hangs in the sentence."""
        return self.chain[0]

    @property
    def verb(self) -> Word:
        """The verb (or predicate adjective) that names the act."""
        return self.chain[-1]

    @property
    def existential(self) -> bool:
        """*There were clashes*."""
        return any(w.tag == "EX" and w.dep in {"expl", "nsubj", "nsubjpass"} for w in self.head.left)

    @property
    def passive(self) -> bool:
        """Whether its verb is in the passive."""
        return passive(self.verb)
