"""What was decided about entities, and what follows: which id stands for which others.

"Same" reaches on: if A is B and B is C, A is C. A human's "different" outranks any score; where human
decisions contradict one another, nothing follows, and the chain that does is named.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from graphkit.errors import SettingsError
from graphkit.model import MACHINE, Decision, Side, Verdict


class Decisions:
    """Decisions and what follows from them. SettingsError where they contradict one another.

    A machine's "same" gives way to a human's "different", wherever in a chain it stands.
    """

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self.all: tuple[Decision, ...] = tuple(sorted(decisions, key=_order))
        self._sides = _sides(self.all)
        self._apart = {d.ids: d for d in self.all if d.verdict is Verdict.DIFFERENT}
        self._links: dict[str, dict[str, Decision]] = defaultdict(dict)
        self._group: dict[str, frozenset[str]] = {}
        self.overruled: tuple[Decision, ...] = self._join()
        self._canonical = {id_: self._chosen(group) for id_, group in self._group.items()}

    def __len__(self) -> int:
        return len(self.all)

    def canonical(self, id_: str) -> str:
        """The id that stands for this one; itself where nothing was decided."""
        return self._canonical.get(id_, id_)

    def side(self, id_: str) -> Side | None:
        """Name and kind of an id decided on, or None."""
        return self._sides.get(id_)

    def groups(self) -> list[tuple[str, ...]]:
        """Ids that are one, sorted."""
        return sorted({tuple(sorted(group)) for group in self._group.values()})

    def merged(self) -> Mapping[str, str]:
        """Ids that others stand for, with those that do."""
        return {id_: other for id_, other in sorted(self._canonical.items()) if id_ != other}

    def verdict(self, one: str, two: str) -> Verdict | None:
        """Whether two are the same or different by what was decided, or None where nothing follows."""
        first, second = self._members(one), self._members(two)
        if two in first:
            return Verdict.SAME
        for a in first:
            for b in second:
                if _pair(a, b) in self._apart:
                    return Verdict.DIFFERENT
        return None

    def chain(self, one: str, two: str) -> tuple[Decision, ...]:
        """The decisions by which two are the same or different, the fewest there are; empty where nothing follows."""
        direct = self._path(one, two)
        if direct is not None:
            return direct
        for a in sorted(self._members(one)):
            for b in sorted(self._members(two)):
                if (apart := self._apart.get(_pair(a, b))) is not None:
                    return (*(self._path(one, a) or ()), apart, *(self._path(b, two) or ()))
        return ()

    def about(self, id_: str) -> tuple[Decision, ...]:
        """The decisions that name an id or one of those it is."""
        members = self._members(id_)
        return tuple(d for d in self.all if members & {d.one.id, d.other.id})

    def _members(self, id_: str) -> frozenset[str]:
        return self._group.get(id_) or frozenset({id_})

    def _join(self) -> tuple[Decision, ...]:
        """Join what is the same, humans' word first; the machine decisions that had to give way."""
        overruled = []
        for decision in self.all:
            if decision.verdict is not Verdict.SAME:
                continue
            one, two = decision.one.id, decision.other.id
            clash = self._clash(one, two)
            if clash is None or clash.by == MACHINE:
                self._link(decision)
            elif decision.by == MACHINE:
                overruled.append(decision)
            else:
                raise SettingsError(_contradiction((*self._chain_to(clash, one, two), decision), clash))
        return tuple(overruled)

    def _clash(self, one: str, two: str) -> Decision | None:
        """The decision by which two that are to be joined are different."""
        found = [
            self._apart[_pair(a, b)]
            for a in self._members(one)
            for b in self._members(two)
            if _pair(a, b) in self._apart
        ]
        return min(found, key=_order, default=None)

    def _chain_to(self, clash: Decision, one: str, two: str) -> tuple[Decision, ...]:
        ends = clash.ids if clash.ids[0] in self._members(one) else clash.ids[::-1]
        return (*(self._path(one, ends[0]) or ()), *(self._path(two, ends[1]) or ()))

    def _link(self, decision: Decision) -> None:
        one, two = decision.one.id, decision.other.id
        self._links[one].setdefault(two, decision)
        self._links[two].setdefault(one, decision)
        joined = self._members(one) | self._members(two)
        for member in joined:
            self._group[member] = joined

    def _path(self, one: str, two: str) -> tuple[Decision, ...] | None:
        """The shortest chain of "same" from one to the other; None where there is none."""
        before: dict[str, tuple[str, Decision]] = {}
        waiting = deque([one])
        seen = {one}
        while waiting:
            at = waiting.popleft()
            if at == two:
                return tuple(_back(two, one, before))
            for further, decision in sorted(self._links.get(at, {}).items()):
                if further not in seen:
                    seen.add(further)
                    before[further] = (at, decision)
                    waiting.append(further)
        return None

    def _chosen(self, group: Iterable[str]) -> str:
        """Of several ids the one that stays: a Wikidata item, else the fullest name's, else the smallest."""

        def rank(id_: str) -> tuple[bool, int, int, str]:
            name = self._sides[id_].name
            return (not id_.startswith("wd:"), -len(name.split()), -len(name), id_)

        return min(group, key=rank)


def _back(end: str, start: str, before: Mapping[str, tuple[str, Decision]]) -> Sequence[Decision]:
    steps = []
    at = end
    while at != start:
        at, decision = before[at]
        steps.append(decision)
    return steps[::-1]


def _order(decision: Decision) -> tuple[bool, tuple[str, str], str, str]:
    """Humans first, then by ids, so that the order of the file decides nothing."""
    return (decision.by == MACHINE, decision.ids, decision.at, decision.verdict)


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one <= two else (two, one)


def _sides(decisions: Iterable[Decision]) -> dict[str, Side]:
    """Names by id; where decisions name one id differently, the fullest name, then the first by letter."""
    found: dict[str, Side] = {}
    for decision in decisions:
        for side in (decision.one, decision.other):
            known = found.get(side.id)
            if known is None or (-len(side.name), side.name) < (-len(known.name), known.name):
                found[side.id] = side
    return found


def _contradiction(chain: Iterable[Decision], clash: Decision) -> str:
    steps = "; ".join(told(decision) for decision in chain)
    return f"the decisions contradict one another: {steps}; but {told(clash)}: undo one of them"


def told(decision: Decision) -> str:
    """A decision in one line."""
    one, other = decision.one, decision.other
    same = "is the same as" if decision.verdict is Verdict.SAME else "is different from"
    return f"{one.name} ({one.id}) {same} {other.name} ({other.id}) by {decision.by} on {decision.at[:10]}"
