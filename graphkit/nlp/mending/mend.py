"""All mendings of a sentence, each asked of the words with the dependency it may put right."""

from collections.abc import Callable

from graphkit.nlp.mending.clauses import (
    adverbial_clause,
    clause_after_preposition,
    cleft,
    conjoined_verb,
    purpose,
    relative_clause,
    second_clause,
    told_in_writing,
)
from graphkit.nlp.mending.contrast import contrasts
from graphkit.nlp.mending.datelines import untie_dateline
from graphkit.nlp.mending.names import (
    apposition,
    behind_apposition,
    join_particles,
    join_prefixes,
    summing_up,
)
from graphkit.nlp.mending.phrases import attribution, called_so, prepositional_phrase
from graphkit.nlp.mending.relatives import relative
from graphkit.nlp.mending.subjects import (
    compounded,
    denial,
    inverted_aside,
    inverted_speaker,
    listed_first,
    measured,
    nearest_object,
    parted_subject,
)
from graphkit.nlp.mending.verbs import made_clear, noun_in_ing, perfect, verb_after_to
from graphkit.nlp.tree import Tree, Word

Mending = Callable[[Word], None]

BY_DEPENDENCY: dict[str, tuple[Mending, ...]] = {
    "acomp": (made_clear,),
    "acl": (purpose, told_in_writing),
    "advcl": (adverbial_clause,),
    "appos": (apposition, relative, summing_up),
    "ccomp": (made_clear, inverted_speaker, parted_subject, cleft),
    "attr": (noun_in_ing,),
    "auxpass": (perfect,),
    "compound": (compounded,),
    "conj": (behind_apposition, second_clause, conjoined_verb),
    "dative": (called_so,),
    "dobj": (noun_in_ing, nearest_object),
    "dep": (inverted_aside,),
    "npadvmod": (listed_first,),
    "oprd": (made_clear,),
    "nsubj": (noun_in_ing, measured, denial),
    "parataxis": (listed_first,),
    "pobj": (noun_in_ing,),
    "prep": (attribution, clause_after_preposition, behind_apposition, prepositional_phrase),
    "nsubjpass": (noun_in_ing,),
    "relcl": (relative_clause,),
}


def mend(tree: Tree) -> None:
    """Put right what hangs on the wrong word; the tree is changed in place."""
    untie_dateline(tree)
    join_prefixes(tree)
    join_particles(tree)
    contrasts(tree)
    for word in tree.words:
        verb_after_to(word)
        for mending in BY_DEPENDENCY.get(word.dep, ()):
            mending(word)
