"""All mendings of a sentence, each asked of the words with the dependency it may put right."""

from collections.abc import Callable

from graphkit.nlp.mending.asides import before_colon, behind_colon, lifted_subject, parted_verb
from graphkit.nlp.mending.clauses import (
    adverbial_clause,
    answering,
    begun_by_noun,
    clause_after_preposition,
    cleft,
    listed_doing,
    purpose,
    relative_clause,
    result_of_when,
    seen_writing,
    told_in_writing,
)
from graphkit.nlp.mending.conjoined import conjoined_verb, second_clause
from graphkit.nlp.mending.contents import as_reported, inverted_condition, said_aside, said_last
from graphkit.nlp.mending.contrast import contrasts
from graphkit.nlp.mending.datelines import untie_dateline
from graphkit.nlp.mending.headlines import mend_headline, said_at_the_end, said_by_second
from graphkit.nlp.mending.listed import listed_verb, told_list
from graphkit.nlp.mending.main_verb import asked_in_passing, lost_main_verb, of_the_agent, told_in_passing
from graphkit.nlp.mending.names import (
    apposition,
    behind_apposition,
    join_particles,
    join_prefixes,
    summing_up,
)
from graphkit.nlp.mending.phrases import (
    attribution,
    called_so,
    fined,
    named_so,
    named_source,
    nothing_to_do,
    prepositional_phrase,
    punished_for,
    time_limit,
)
from graphkit.nlp.mending.relatives import behind_whose, of_whom, relative, whose
from graphkit.nlp.mending.subjects import (
    compounded,
    denial,
    inverted_aside,
    inverted_speaker,
    listed_first,
    measured,
    nearest_object,
    of_another_sentence,
    parted_subject,
)
from graphkit.nlp.mending.tellers import (
    before_that,
    behind_but,
    called_to,
    of_the_first,
    rejected_content,
    said_by_noun,
    second_saying,
    taken_up,
    time_of_saying,
)
from graphkit.nlp.mending.told import alleging, contact_clause, suspicion, taken_object, told_somebody
from graphkit.nlp.mending.topmost import (
    behind_participle,
    behind_relative,
    object_before_teller,
    said_after_phrase,
    subject_of_second,
    taken_auxiliary,
    told_at_the_end,
)
from graphkit.nlp.mending.verbs import (
    asked_both,
    at_first_thought,
    bare_participle,
    by_means,
    doing_stopped,
    feared,
    interrupted,
    made_clear,
    noun_in_ing,
    perfect,
    stolen,
    verb_after_to,
    with_subject,
)
from graphkit.nlp.mending.within import said_within
from graphkit.nlp.tree import Tree, Word

Mending = Callable[[Word], None]

BY_DEPENDENCY: dict[str, tuple[Mending, ...]] = {
    "acomp": (made_clear,),
    "preconj": (asked_both,),
    "ROOT": (inverted_condition, parted_verb, asked_in_passing),
    "acl": (
        told_in_passing,
        bare_participle,
        purpose,
        said_by_noun,
        told_in_writing,
        contact_clause,
        behind_relative,
    ),
    "advcl": (
        said_after_phrase,
        inverted_condition,
        listed_verb,
        listed_doing,
        interrupted,
        begun_by_noun,
        behind_participle,
        doing_stopped,
        result_of_when,
        answering,
        called_to,
        of_the_first,
        adverbial_clause,
        seen_writing,
        time_of_saying,
    ),
    "appos": (behind_colon, behind_whose, whose, apposition, relative, summing_up, taken_up),
    "attr": (noun_in_ing,),
    "agent": (time_limit, by_means),
    "amod": (stolen, with_subject),
    "aux": (lifted_subject, taken_auxiliary),
    "auxpass": (perfect, lifted_subject),
    "ccomp": (
        lost_main_verb,
        parted_verb,
        made_clear,
        inverted_condition,
        inverted_speaker,
        parted_subject,
        cleft,
        before_that,
        behind_but,
        rejected_content,
        contact_clause,
        told_list,
    ),
    "compound": (compounded,),
    "conj": (
        object_before_teller,
        said_last,
        inverted_condition,
        listed_doing,
        behind_apposition,
        second_clause,
        conjoined_verb,
        second_saying,
        told_list,
    ),
    "dative": (called_so, fined),
    "dobj": (noun_in_ing, nearest_object),
    "dep": (said_at_the_end, inverted_aside, before_colon),
    "npadvmod": (named_so, listed_first, before_colon, behind_colon),
    "oprd": (made_clear, feared),
    "nsubj": (
        told_at_the_end,
        said_by_second,
        before_colon,
        named_source,
        subject_of_second,
        as_reported,
        of_another_sentence,
        noun_in_ing,
        measured,
        denial,
        taken_object,
    ),
    "parataxis": (listed_first,),
    "pobj": (noun_in_ing,),
    "prep": (
        of_the_agent,
        nothing_to_do,
        at_first_thought,
        attribution,
        clause_after_preposition,
        punished_for,
        behind_apposition,
        prepositional_phrase,
    ),
    "nsubjpass": (
        named_source,
        of_another_sentence,
        noun_in_ing,
    ),
    "relcl": (suspicion, told_somebody, of_whom, relative_clause, contact_clause),
}


def mend(tree: Tree) -> None:
    """Put right what hangs on the wrong word; the tree is changed in place."""
    untie_dateline(tree)
    join_prefixes(tree)
    alleging(tree)
    join_particles(tree)
    contrasts(tree)
    said_aside(tree)
    said_within(tree)
    mend_headline(tree)
    for word in tree.words:
        verb_after_to(word)
        for mending in BY_DEPENDENCY.get(word.dep, ()):
            mending(word)
