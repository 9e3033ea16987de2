"""What a definite noun phrase refers back to: the same noun, or a thing of which it is a general word."""

from collections.abc import Iterable

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.apposed import given_name
from graphkit.nlp.coreference.things import Discourse, Thing
from graphkit.nlp.grammar import SUBJECTS
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.mentions.words import HONORIFICS, OFFICES, PORTFOLIOS
from graphkit.nlp.tree import Word

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
GENERAL = {
    "Country": frozenset({"country", "nation"}),
    "Place": frozenset({"city", "town", "village", "region", "island", "province"}),
}
CALLED = {
    "Organization": frozenset({
        "party", "movement", "militia", "sect", "company", "firm", "organisation", "organization", "newspaper",
        "magazine", "airline", "group", "website",
    }),
    "Place": frozenset({"region", "province", "river", "peninsula", "district"}),
}  # fmt: skip
"""Nouns that only say of what kind the name before them is."""
PLAIN = HONORIFICS | OFFICES | PORTFOLIOS
LOOSE = frozenset({"government", "state", "body", "place", "area"})
"""Roles the lexicon gives to every country or place: too general to point back."""
RANKS = frozenset({
    "assistant", "associate", "deputy", "ex", "former", "junior", "late", "onetime", "outgoing", "retired",
    "under", "vice",
})  # fmt: skip
"""Words before a title that make it another office, or one no longer held."""
PASSING = frozenset({
    "acting", "caretaker", "former", "interim", "outgoing", "previous", "provisional", "substitute", "temporary",
    "transitional",
})  # fmt: skip
"""Words that tell a thing from the one that is simply called so: *the government* is no interim government."""
NEAR = 4
"""Sentences a noun that fits many things reaches back."""
FAR = 15
"""Sentences after which a role no longer reaches back."""
MODIFYING = frozenset({"amod", "compound", "nmod", "nummod"})


def antecedent_of_nominal(mention: Found, discourse: Discourse, lexicon: Lexicon) -> Thing | None:
    """The thing a definite noun phrase refers to, or None."""
    given = given_name(mention.head)
    if given is not None and not mention.plural:
        return discourse.at(given.i)
    if not _definite(mention.head) or mention.head.dep in {"attr", "oprd"}:
        # *will be named the winner*: says what somebody is, and may be true of another, too
        return None
    lemma = mention.head.lemma
    called = _called_by_name(mention, discourse)
    if called is not None:
        return called
    for thing in discourse.latest_with(lemma):
        if any(_nested(mention, other) for other in thing.mentions[-3:]):
            continue
        if _same_noun(mention, thing) or _role(mention, thing):
            return thing
    return _by_nation(mention, discourse, lexicon) or _general(mention, discourse)


def _called_by_name(mention: Found, discourse: Discourse) -> Thing | None:
    """*the Hamas movement*, *the Lombardy region*: the very thing named before the noun."""
    head = mention.head
    words = [w for w in head.left if w.dep not in {"det", "punct"}]
    if mention.plural or len(words) != 1 or words[0].dep not in {"compound", "nmod"} or _restricted(head):
        return None
    thing = discourse.at(words[0].i)
    if thing is None or not thing.names or not any(w.low == "the" for w in head.left):
        return None
    return thing if head.lemma in CALLED.get(thing.type or "Organization", ()) else None


def _by_nation(mention: Found, discourse: Discourse, lexicon: Lexicon) -> Thing | None:
    """*the Russian leader*: the one person called leader, unless titled with another nation."""
    head = mention.head
    words = [w for w in head.left if w.dep in MODIFYING]
    if mention.plural or len(words) != 1 or not lexicon.is_demonym(words[0].text):
        return None
    if any(w.dep in {"relcl", "acl"} or w.low == "of" for w in head.right):
        return None
    called = [
        thing
        for thing in discourse.latest_with(head.lemma)
        if thing.type == "Person" and head.lemma in thing.roles
    ]
    titled = [thing for thing in called if any(words[0].low in title.split() for title in thing.titles)]
    fits = titled or [thing for thing in called if all(map(_plain, thing.titles))]
    return fits[0] if len(fits) == 1 else None


def _plain(title: str) -> bool:
    """*prime minister*, which names no body or nation; unlike *nato secretary general*."""
    return all(word.rstrip(".") in PLAIN for word in title.replace("-", " ").split())


def _definite(head: Word) -> bool:
    if head.tag == "NNP" and head.lemma in OFFICES:
        return True
    return any((w.low in DEFINITE and w.dep == "det") or w.dep == "poss" for w in head.left)


def _modifiers(head: Word) -> frozenset[str]:
    return frozenset(w.lemma for w in head.left if w.dep in MODIFYING)


def _owner(head: Word) -> Word | None:
    return next((w for w in head.left if w.dep == "poss"), None)


def _same_noun(mention: Found, thing: Thing) -> bool:
    """*the website* after *a website*; not *the second half* after *the first half*."""
    head = mention.head
    own, owner = _modifiers(head), _owner(head)
    for other in reversed(thing.mentions):
        if other.kind != "nominal" or other.head.lemma != head.lemma or other.plural != mention.plural:
            continue
        if owner is not None:
            before = _owner(other.head)
            return before is not None and before.lemma == owner.lemma and own == _modifiers(other.head)
        if _lists_others(other):
            continue
        if own <= _modifiers(other.head) and not _restricted(head):
            return not (_modifiers(other.head) - own) & PASSING
        return own == _modifiers(other.head) and _words(head) == _words(other.head)
    return _named_so(mention, thing)


def _lists_others(other: Found) -> bool:
    """*a farmer and her daughter* are no farmers."""
    return any(part.head.lemma != other.head.lemma for part in other.parts)


def _named_so(mention: Found, thing: Thing) -> bool:
    """*the Court* after *the Supreme Court*."""
    if mention.plural or _owner(mention.head) is not None or _restricted(mention.head):
        return False
    lemma, own = mention.head.lemma, _modifiers(mention.head)
    for name in thing.names:
        words = name.lower().split()
        if len(words) > 1 and words[-1] == lemma and own <= set(words):
            return True
    return False


def _own_subject(word: Word, head: Word) -> bool:
    """*Belgium told its citizens to avoid the country*: another one than Belgium."""
    return word.dep in SUBJECTS and word.head in head.above()


def _restricted(head: Word) -> bool:
    """*the man who left*, *the capital of Chad*: described anew, so maybe another."""
    return any(w.dep in {"relcl", "acl", "prep"} for w in head.right)


def _words(head: Word) -> tuple[str, ...]:
    return tuple(w.low for w in head.subtree())


def _nested(one: Found, other: Found) -> bool:
    return one.first.i <= other.head.i <= one.last.i or other.first.i <= one.head.i <= other.last.i


def _role(mention: Found, thing: Thing) -> bool:
    """*the alliance* for NATO, *the foreign minister* for somebody so titled."""
    head = mention.head
    if not thing.names or mention.plural or head.lemma not in thing.roles or head.lemma in LOOSE:
        return False
    if _restricted(head) or _owner(head) is not None or mention.sentence - thing.last.sentence > FAR:
        return False
    modifiers = _modifiers(head)
    if _another_rank(head.lemma, modifiers, thing.titles):
        return False
    return not modifiers or any(modifiers <= set(title.split()) for title in thing.titles)


def _another_rank(lemma: str, modifiers: frozenset[str], titles: Iterable[str]) -> bool:
    """*the president* is no vice president, nor a former one."""
    told = [set(title.replace("-", " ").split()) for title in titles]
    ranks = [RANKS & title for title in told if lemma in title]
    return bool(ranks) and not any(rank <= modifiers for rank in ranks)


def _general(mention: Found, discourse: Discourse) -> Thing | None:
    """*the country*: of the countries named near, the one the article speaks of most."""
    head = mention.head
    if mention.plural or _modifiers(head) or _restricted(head) or _owner(head) is not None:
        return None
    fits: dict[int, tuple[float, Thing]] = {}
    for sentence in range(mention.sentence, mention.sentence - NEAR, -1):
        for other in discourse.by_sentence.get(sentence, ()):
            thing = discourse.owner[id(other)]
            if head.lemma not in GENERAL.get(thing.type or "", ()) or other.nested or not thing.names:
                continue
            if _nested(mention, other) or other.head.i > head.i:
                continue
            if other.sentence == mention.sentence and _own_subject(other.head, head):
                continue
            weight = thing.total - 2.0 * (mention.sentence - sentence) + 2.0 * other.acts
            fits[id(thing)] = max(fits.get(id(thing), (weight, thing)), (weight, thing), key=lambda x: x[0])
    return max(fits.values(), key=lambda item: item[0])[1] if fits else None
