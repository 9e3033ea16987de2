"""Who or what every mention of an article refers to."""

from collections.abc import Iterable, Sequence

from graphkit.model import Mention, Reading
from graphkit.ontology import Senses
from graphkit.resolve.beside import Beside, Name, beside
from graphkit.resolve.clusters import Cluster, clusters
from graphkit.resolve.context import context
from graphkit.resolve.gazetteer import Gazetteer
from graphkit.resolve.ids import named_id
from graphkit.resolve.link import link
from graphkit.resolve.longer import branch, longer
from graphkit.resolve.nameless import nameless
from graphkit.resolve.naming import Referent, known, shown, unknown
from graphkit.resolve.nested import tells
from graphkit.resolve.rank import best
from graphkit.resolve.referents import Referents
from graphkit.resolve.seats import governs
from graphkit.resolve.speaking import postponed, spoken_for
from graphkit.resolve.sport import teams
from graphkit.resolve.standing import standing

LED = frozenset({"captain", "skipper", "squad", "selectors"})
"""Of what it is a team that has them: "the English captain"; a coach may be English anywhere."""
SPOTS = frozenset({"Country", "Place"})
Settled = tuple[Mention, Referent | None]


def referents(reading: Reading, gazetteer: Gazetteer, kinds: frozenset[str], senses: Senses) -> Referents:
    """Every mention of a reading with what it refers to."""
    stand = standing(reading.triples, senses)
    around = context(reading.article, reading.mentions, gazetteer)
    found = Referents(around, kinds, stand)
    settling = _Settling(found, gazetteer, reading.mentions)
    waiting = []
    for cluster in clusters(reading.mentions, stand.called):
        if postponed(cluster):
            waiting.append(cluster)
            continue
        for mention, referent in settling.settled(cluster):
            found.put(mention, referent)
    for cluster in waiting:
        for mention, referent in settling.settled(cluster):
            entry = spoken_for(mention, reading.triples, reading.sentences, found, gazetteer)
            found.put(mention, known(entry) if entry is not None else referent)
    return found


class _Settling:
    """Settles one cluster after the other."""

    def __init__(self, found: Referents, gazetteer: Gazetteer, mentions: Sequence[Mention]) -> None:
        self._found = found
        self._context = found.context
        self._gazetteer = gazetteer
        self._starts = frozenset(mention.start for mention in mentions if mention.kind == "name")

    def settled(self, cluster: Cluster) -> Iterable[Settled]:
        """Names by who they name; other mentions by the name before them, else the first after them."""
        if not cluster.names:
            yield from nameless(cluster, self._found, self._gazetteer)
            return
        named = self._names(cluster)
        latest = named[id(cluster.names[0])]
        for mention in cluster.mentions:
            latest = named.get(id(mention), latest)
            yield mention, latest

    def _names(self, cluster: Cluster) -> dict[int, Referent | None]:
        entry = link(cluster, self._context, self._gazetteer)
        if all(name.nested for name in cluster.names) and not tells(entry):
            # A word of a longer name means whom it names elsewhere only where that one is well known.
            return {id(name): self._unknown(cluster) for name in cluster.names}
        whole = known(entry) if entry is not None else self._unknown(cluster)
        stands = [beside(self._context.text, name.start, name.end) for name in cluster.names]
        playing = [False] * len(stands)
        if whole.type in SPOTS:
            acting = [(stand, name.acts) for stand, name in zip(stands, cluster.names, strict=True)]
            playing = teams(acting, self._context.sport)
        return {
            id(name): self._one(name, stand, whole, team=team)
            for name, stand, team in zip(cluster.names, stands, playing, strict=True)
        }

    def _unknown(self, cluster: Cluster) -> Referent:
        return self._stranger(shown(cluster.longest()[0], cluster.kind), cluster.kind)

    def _stranger(self, name: str, kind: str | None) -> Referent:
        around = self._context
        return unknown(name, kind, self._found.kinds, around.article, around.home, around.date)

    def _one(self, name: Mention, stand: Beside, whole: Referent, *, team: bool) -> Referent:
        """What one name means where it stands: a demonym, a seat, a team and a place speak for themselves."""
        if name.type == "Person" or whole.type == "Person":
            return whole
        demonym = self._gazetteer.demonym(name.text)
        if demonym is not None:
            if demonym.form == "adjective" and self._context.sport.about and stand.right in LED:
                return self._stranger(f"{self._called(demonym.entity)} (team)", "Organization")
            return self._of_demonym(name, demonym.form, demonym.entity, whole)
        if team:
            return self._stranger(f"{_home(name, whole)} (team)", "Organization")
        return (
            self._wider(name, stand, whole)
            or self._governing(name, stand)
            or self._placed(name, stand, whole)
        )

    def _wider(self, name: Mention, stand: Beside, whole: Referent) -> Referent | None:
        """Whom the longer name means that it is only part of, if it is."""
        wider = None
        if whole.type in SPOTS and not name.nested:
            wider = longer(name.text, stand, named_after=self._is_name_after(name))
        elif whole.type == "Organization" and self._gazetteer.entry(whole.id) is not None:
            wider = branch(name.text, stand)
        if wider is None:
            return None
        found = best(Name(wider, "Organization"), self._context, self._gazetteer)
        return known(found) if found is not None else self._stranger(wider, "Organization")

    def _governing(self, name: Mention, stand: Beside) -> Referent | None:
        """Who governs from a seat, where that is meant."""
        seat = self._gazetteer.seat(name.text)
        if seat is None or not (seat.place is None or governs(name, stand, self._found.standing)):
            return None
        entry = self._gazetteer.entry(seat.stands_for)
        return known(entry) if entry is not None else None

    def _is_name_after(self, name: Mention) -> bool:
        """Whether another name begins right after it."""
        return any(place in self._starts for place in range(name.end, name.end + 3))

    def _placed(self, name: Mention, stand: Beside, whole: Referent) -> Referent:
        """The place it means where it stands: "Columbus, Ohio", and next "Columbus, Georgia"."""
        if whole.type in SPOTS:
            own = best(Name(name.text, name.type, (stand,)), self._context, self._gazetteer)
            if own is not None and own.kind in SPOTS:
                return known(own)
        seat = self._gazetteer.seat(name.text)
        place = self._gazetteer.entry(seat.place) if seat is not None and seat.place else None
        # A place that has the name itself was weighed already: Washington may be the state.
        if place is None or place in self._gazetteer.candidates(name.text):
            return whole
        return known(place) if whole.type in {*SPOTS, "Organization"} else whole

    def _called(self, id_: str) -> str:
        entry = self._gazetteer.entry(id_)
        return entry.name if entry is not None else id_

    def _of_demonym(self, name: Mention, form: str, entity: str, whole: Referent) -> Referent:
        """ "Russian" is Russia's; "Russians" are a Group."""
        entry = self._gazetteer.entry(entity)
        if form == "adjective" and entry is not None:
            return known(entry)
        text = shown(name.text, "Group")
        return Referent(named_id("Group", text), text, "Group") if form == "people" else whole


def _home(name: Mention, whole: Referent) -> str:
    """What a team is called by: its country's name, or its town's as it is written but for capitals."""
    if whole.type == "Country":
        return whole.name
    written = shown(name.text, None)
    return written.title() if written.isupper() and len(written) > 3 else written
