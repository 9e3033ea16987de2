"""Look-ups by name, id, surname, demonym, seat and office: tables in memory, and shelves of millions on disk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graphkit.resolve.gazetteer.index import asked_keys, name_keys, surname_keys
from graphkit.resolve.gazetteer.rows import AMBIGUOUS, Demonym, Entry, Office, Seat
from graphkit.resolve.gazetteer.shelf import Shelf
from graphkit.resolve.names import normalised

KIND_ROLES = {
    "Country": ("country", "nation", "state", "government"),
    "Organization": ("organization", "organisation", "group", "body"),
    "Place": ("place", "area"),
}
CITY_ROLES = ("city", "town")
HEADS = frozenset(
    {"president", "prime minister", "chancellor", "king", "queen", "supreme leader", "head of state"}
)


class Gazetteer:
    """Knows names beyond the article at hand (`graphkit.model.lexicon.Lexicon`).

    What the user's own tables say of a name hides what we say; what shelves say is weighed beside ours.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        demonyms: Iterable[Demonym] = (),
        seats: Iterable[Seat] = (),
        offices: Iterable[Office] = (),
        shelves: Sequence[Shelf] = (),
    ) -> None:
        self._entries: dict[str, Entry] = {}
        self._by_name: dict[str, tuple[str, ...]] = {}
        self._by_surname: dict[str, tuple[str, ...]] = {}
        self._offices: dict[str, list[Office]] = defaultdict(list)
        self._holders: dict[str, list[Office]] = defaultdict(list)
        self._shelves = tuple(shelves)
        # Later rows are of a higher layer, and replace.
        self._demonyms = {normalised(demonym.word): demonym for demonym in demonyms}
        self._seats = {normalised(seat.name): seat for seat in seats}
        for office in offices:
            self._offices[office.person].append(office)
            self._holders[office.of].append(office)
        for entry in sorted(entries, key=lambda entry: (-entry.layer, entry.id)):
            self._entries[entry.id] = entry
            for at in name_keys(entry):
                self._list(self._by_name, at, entry)
            for at in surname_keys(entry):
                self._list(self._by_surname, at, entry)

    def __len__(self) -> int:
        """Entries of the tables; shelves aren't counted."""
        return len(self._entries)

    def _list(self, index: dict[str, tuple[str, ...]], at: str, entry: Entry) -> None:
        listed = index.get(at, ())
        # Entries come from the highest layer down: what the user says of a name hides what we say.
        if not listed or self._entries[listed[0]].layer == entry.layer:
            index[at] = (*listed, entry.id)

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The opened files of millions."""
        return self._shelves

    def ids(self) -> tuple[str, ...]:
        """Ids of all entries of the tables, sorted."""
        return tuple(sorted(self._entries))

    def demonyms(self) -> tuple[Demonym, ...]:
        """All demonyms, in the order of the files."""
        return tuple(self._demonyms.values())

    def entry(self, id_: str) -> Entry | None:
        """The entry with this id, or None."""
        known = self._entries.get(id_)
        if known is not None:
            return known
        return next((found for shelf in self._shelves if (found := shelf.entry(id_)) is not None), None)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """All bearers of exactly this name or alias, in a fixed order."""
        ids: tuple[str, ...] = ()
        for at in asked_keys(name):
            ids = ids or self._by_name.get(at, ())
        listed = tuple(self._entries[id_] for id_ in ids)
        return self._with_shelves(listed, (shelf.candidates(name) for shelf in self._shelves))

    def people(self, surname: str) -> tuple[Entry, ...]:
        """All people whose last name this is; of those on shelves, who held an office."""
        listed = tuple(self._entries[id_] for id_ in self._by_surname.get(normalised(surname), ()))
        return self._with_shelves(listed, (shelf.people(surname) for shelf in self._shelves))

    def _with_shelves(
        self, listed: tuple[Entry, ...], shelved: Iterator[tuple[Entry, ...]]
    ) -> tuple[Entry, ...]:
        if not self._shelves or (listed and listed[0].layer):
            return listed
        found = {entry.id: entry for entry in listed}
        for entry in (entry for entries in shelved for entry in entries):
            known = found.get(entry.id) or self._entries.get(entry.id)
            if known is None:
                found[entry.id] = entry
            elif known.links is None:
                # What we list by hand stands; a shelf adds how well known it is.
                found[entry.id] = replace(known, links=entry.links)
        return tuple(found.values())

    def offices(self, person: str) -> tuple[Office, ...]:
        """The offices someone held or holds."""
        shelved = (office for shelf in self._shelves for office in shelf.offices(person))
        return (*self._offices.get(person, ()), *shelved)

    def holders(self, of: str) -> tuple[Office, ...]:
        """All terms in offices of a country or body."""
        shelved = (office for shelf in self._shelves for office in shelf.holders(of))
        return (*self._holders.get(of, ()), *shelved)

    def demonym(self, word: str) -> Demonym | None:
        """What a capitalised word is the demonym of ("Polish", never "polish"), or None."""
        return self._demonyms.get(normalised(word)) if word[:1].isupper() else None

    def seat(self, name: str) -> Seat | None:
        """The seat of government with this name, or None."""
        return self._seats.get(normalised(name))

    def kind(self, name: str) -> str | None:
        """Entity kind all bearers of this exact name share, or None if unknown."""
        # A film called Moscow doesn't make Moscow a doubtful place.
        told = (e for e in self.candidates(name) if e.kind not in AMBIGUOUS or name not in e.weak)
        kinds = {entry.kind for entry in told}
        return kinds.pop() if len(kinds) == 1 else None

    def is_demonym(self, word: str) -> bool:
        """Whether the word is a country's adjective or people."""
        return self.demonym(word) is not None

    def roles(self, name: str) -> tuple[str, ...]:
        """General words for the bearers of the name, in lower case."""
        found: dict[str, None] = {}
        for entry in self.candidates(name):
            found.update(dict.fromkeys((*entry.roles, *KIND_ROLES.get(entry.kind, ()))))
            if entry.kind == "Place" and entry.population:
                found.update(dict.fromkeys(CITY_ROLES))
            for office in self.offices(entry.id):
                found.update(dict.fromkeys((office.office, office.office.split()[-1])))
                if office.office in HEADS:
                    found["leader"] = None
        return tuple(found)
