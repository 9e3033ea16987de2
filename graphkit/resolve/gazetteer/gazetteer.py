"""Look-ups by name, id, surname, demonym, seat and office; each a dictionary away."""

from collections import defaultdict
from collections.abc import Iterable

from graphkit.resolve.gazetteer.rows import Demonym, Entry, Office, Seat
from graphkit.resolve.names import key, normalised, person_parts, without_legal_form, without_middle

KIND_ROLES = {
    "Country": ("country", "nation", "state", "government"),
    "Organization": ("organization", "organisation", "group", "body"),
    "Place": ("place", "area"),
}
CITY_ROLES = ("city", "town")
HEADS = frozenset({"president", "prime minister", "chancellor", "king", "queen", "supreme leader"})


class Gazetteer:
    """Knows names beyond the article at hand (`graphkit.model.lexicon.Lexicon`)."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        demonyms: Iterable[Demonym] = (),
        seats: Iterable[Seat] = (),
        offices: Iterable[Office] = (),
    ) -> None:
        self._entries: dict[str, Entry] = {}
        self._by_name: dict[str, tuple[str, ...]] = {}
        self._by_surname: dict[str, tuple[str, ...]] = {}
        self._offices: dict[str, list[Office]] = defaultdict(list)
        self._holders: dict[str, list[Office]] = defaultdict(list)
        # Later rows are of a higher layer, and replace.
        self._demonyms = {normalised(demonym.word): demonym for demonym in demonyms}
        self._seats = {normalised(seat.name): seat for seat in seats}
        for office in offices:
            self._offices[office.person].append(office)
            self._holders[office.of].append(office)
        for entry in sorted(entries, key=lambda entry: (-entry.layer, entry.id)):
            self._add(entry)

    def __len__(self) -> int:
        return len(self._entries)

    def _add(self, entry: Entry) -> None:
        self._entries[entry.id] = entry
        for name in (entry.name, *entry.aliases):
            at = key(name)
            self._list(self._by_name, at, entry)
            if entry.kind == "Person":
                parts = person_parts(name)
                self._list(self._by_name, " ".join(parts), entry)
                self._list(self._by_name, " ".join(without_middle(parts)), entry)
                if len(parts) > 1:
                    self._list(self._by_surname, parts[-1], entry)
            elif entry.kind == "Organization" and not at.startswith("="):
                self._list(self._by_name, without_legal_form(name), entry)

    def _list(self, index: dict[str, tuple[str, ...]], at: str, entry: Entry) -> None:
        listed = index.get(at, ())
        if not at or entry.id in listed:
            return
        # Entries come from the highest layer down: what the user says of a name hides what we say.
        if not listed or self._entries[listed[0]].layer == entry.layer:
            index[at] = (*listed, entry.id)

    def ids(self) -> tuple[str, ...]:
        """Ids of all entries, sorted."""
        return tuple(sorted(self._entries))

    def demonyms(self) -> tuple[Demonym, ...]:
        """All demonyms, in the order of the files."""
        return tuple(self._demonyms.values())

    def entry(self, id_: str) -> Entry | None:
        """The entry with this id, or None."""
        return self._entries.get(id_)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """All bearers of exactly this name or alias, in a fixed order."""
        at = key(name)
        ids = self._by_name.get(at)
        if ids is None and (at.startswith("=") or at.endswith(".")):
            ids = self._by_name.get(normalised(name))
        return tuple(self._entries[id_] for id_ in ids or ())

    def people(self, surname: str) -> tuple[Entry, ...]:
        """All people whose last name this is."""
        return tuple(self._entries[id_] for id_ in self._by_surname.get(normalised(surname), ()))

    def offices(self, person: str) -> tuple[Office, ...]:
        """The offices someone held or holds."""
        return tuple(self._offices.get(person, ()))

    def holders(self, of: str) -> tuple[Office, ...]:
        """All terms in offices of a country or body."""
        return tuple(self._holders.get(of, ()))

    def demonym(self, word: str) -> Demonym | None:
        """What a capitalised word is the demonym of ("Polish", never "polish"), or None."""
        return self._demonyms.get(normalised(word)) if word[:1].isupper() else None

    def seat(self, name: str) -> Seat | None:
        """The seat of government with this name, or None."""
        return self._seats.get(normalised(name))

    def kind(self, name: str) -> str | None:
        """Entity kind all bearers of this exact name share, or None if unknown."""
        kinds = {entry.kind for entry in self.candidates(name)}
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
