"""Mentions of one article that refer to one thing: the reader's chains, joined where their names agree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphkit.model import Mention
from graphkit.ontology.trades import trades
from graphkit.resolve.gender import another, styled
from graphkit.resolve.generic import generic
from graphkit.resolve.ids import comparable
from graphkit.resolve.names import generation, initials, normalised, person_parts, without_legal_form
from graphkit.resolve.standing import Place


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions in the order of the text. called: descriptions the article gives beside its names."""

    mentions: tuple[Mention, ...]
    called: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[Mention, ...]:
        """Those that are names."""
        return tuple(mention for mention in self.mentions if mention.kind == "name")

    @property
    def kind(self) -> str | None:
        """The entity kind most of its names are read as; of the rest if no name tells; None if none does."""
        if any(name.type == "Organization" and trades(name.text) for name in self.names):
            # "Meridian" alone may be read as anything.
            return "Organization"
        for mentions in (self.names, self.mentions):
            votes = Counter(mention.type for mention in mentions if mention.type)
            if votes:
                most = max(votes.values())
                return min(kind for kind, count in votes.items() if count == most)
        return None

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles and descriptions given with its names: "Russian Foreign Minister"."""
        given = [mention.title for mention in self.mentions if mention.title]
        return (*given, *self.called, *(m.text for m in self.mentions if m.kind == "nominal"))

    def longest(self) -> tuple[str, ...]:
        """Its different names, those of most words first, then as they stand in the text."""
        names = dict.fromkeys(mention.text for mention in self.names)
        return tuple(sorted(names, key=lambda name: (-len(person_parts(name)), not generation(name))))


def clusters(mentions: Iterable[Mention], called: Mapping[Place, tuple[str, ...]]) -> list[Cluster]:
    """The article's clusters in the order of their first mentions.

    called: descriptions by the characters of the name they stand beside.
    """
    by_chain: dict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=_place):
        by_chain[mention.chain].append(mention)
    chains = [Cluster(tuple(chain)) for chain in by_chain.values()]
    joined: dict[int, list[Mention]] = defaultdict(list)
    for place, target in enumerate(_targets(chains)):
        joined[target] += chains[place].mentions
    found = [_cluster(one, called) for one in joined.values()]
    return sorted(found, key=lambda cluster: _place(cluster.mentions[0]))


def _place(mention: Mention) -> tuple[int, int, int]:
    return mention.start, mention.end, mention.chain


def _cluster(mentions: list[Mention], called: Mapping[Place, tuple[str, ...]]) -> Cluster:
    ordered = tuple(sorted(mentions, key=_place))
    names = (mention for mention in ordered if mention.kind == "name")
    return Cluster(ordered, tuple(text for name in names for text in called.get((name.start, name.end), ())))


def _targets(chains: list[Cluster]) -> list[int]:
    """For each chain the place of the one it belongs to: its own, where none agrees."""
    targets = list(range(len(chains)))
    by_name = _by_name(chains)
    surnames = _surnames(chains)
    generations = _generations(chains)
    acronyms = _acronyms(chains)
    tails, heads = _tails(chains), _heads(chains)
    for place, chain in enumerate(chains):
        if not chain.names:
            continue
        name, kind = chain.longest()[0], chain.kind
        first = by_name[_same(kind, name)]
        if first != place:
            targets[place] = first
        elif len(person_parts(name)) == 1 and kind in {"Person", None}:
            bearers = surnames.get(person_parts(name)[0], [])
            targets[place] = _only([one for one in bearers if not _apart(chain, chains[one])], place)
        elif kind == "Person" and not generation(name):
            targets[place] = _only(generations.get(person_parts(name), []), place)
        elif kind in {"Organization", None} and name.isupper() and " " not in name:
            targets[place] = _only(acronyms.get(normalised(name)) or heads.get(normalised(name), []), place)
        elif kind in {"Organization", "Group", None} and " " not in name:
            # *Muslims* are not the Union of Muslims.
            ending = [] if kind == "Group" else tails.get(normalised(name), [])
            targets[place] = _only(ending or heads.get(normalised(name), []), place)
    return [_root(place, targets) for place in range(len(targets))]


def _apart(surname: Cluster, full: Cluster) -> bool:
    """*Mrs Nance* isn't Harold Nance; in *Cole's mother, Denise Cole* Cole isn't Denise."""
    if another(styled(surname.names), full.longest()[0]):
        return True
    phrases = [one.phrase for one in full.names if one.phrase is not None]
    return any(
        phrase.start <= one.start and one.end <= phrase.end for phrase in phrases for one in surname.names
    )


def _root(place: int, targets: list[int]) -> int:
    seen = {place}
    while targets[place] not in seen:
        place = targets[place]
        seen.add(place)
    return place


def _only(places: list[int], otherwise: int) -> int:
    """The one place there is; two of a surname are two people, so none of them."""
    return places[0] if len(places) == 1 else otherwise


def _same(kind: str | None, name: str) -> tuple[str | None, str]:
    return (kind, comparable(kind or "", name))


def _by_name(chains: list[Cluster]) -> dict[tuple[str | None, str], int]:
    found: dict[tuple[str | None, str], int] = {}
    for place, chain in enumerate(chains):
        if chain.names:
            found.setdefault(_same(chain.kind, chain.longest()[0]), place)
    return found


def _surnames(chains: list[Cluster]) -> dict[str, list[int]]:
    """Places of the people with a full name, by last name; one person has one place."""
    found: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
    for place, chain in enumerate(chains):
        if chain.names and chain.kind == "Person":
            parts = person_parts(chain.longest()[0])
            if len(parts) > 1:
                found[parts[-1]].setdefault(parts, place)
    return {surname: sorted(people.values()) for surname, people in found.items()}


def _tails(chains: list[Cluster]) -> dict[str, list[int]]:
    """Places of the bodies with a longer name, by its last word: "the Times" is The New York Times."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, chain in enumerate(chains):
        if chain.names and chain.kind == "Organization":
            words = without_legal_form(chain.longest()[0]).split()
            if len(words) > 1:
                found[words[-1]].append(place)
    return found


def _heads(chains: list[Cluster]) -> dict[str, list[int]]:
    """Places of the companies called by legal form or trade, by their first word: "Dow" is Dow Chemical Co."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, chain in enumerate(chains):
        if chain.names and chain.kind == "Organization":
            words = [without_legal_form(name).split() for name in chain.longest() if _company(name)]
            for first in sorted({parts[0] for parts in words if len(parts) > 1 and not generic(parts[0])}):
                found[first].append(place)
    return found


def _company(name: str) -> bool:
    return without_legal_form(name) != normalised(name) or trades(name)


def _generations(chains: list[Cluster]) -> dict[tuple[str, ...], list[int]]:
    """Places of the people told by generation, by the name without: one where he is the only one."""
    found: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for place, chain in enumerate(chains):
        if chain.names and chain.kind == "Person":
            name = chain.longest()[0]
            if generation(name):
                found[person_parts(name)].setdefault(generation(name), place)
    return {parts: sorted(people.values()) for parts, people in found.items()}


def _acronyms(chains: list[Cluster]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, chain in enumerate(chains):
        if chain.names and chain.kind == "Organization":
            short = initials(chain.longest()[0])
            if len(short) > 1:
                found[short].append(place)
    return found
