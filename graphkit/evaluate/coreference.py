"""Coreference: MUC, B-cubed, CEAF-e and their mean, the CoNLL score.

Definitions as in Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions" (ACL 2014).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphkit.evaluate.assignment import best_assignment
from graphkit.evaluate.figures import Counts, share
from graphkit.model import Extraction, Reading, Span

Chain = frozenset[Span]
"""Mentions of one thing in one article."""


@dataclass(frozen=True, slots=True)
class Coreference:
    """Counts of each measure; add those of several articles before reading figures off them."""

    muc: Counts = field(default_factory=Counts)
    b_cubed: Counts = field(default_factory=Counts)
    ceaf_e: Counts = field(default_factory=Counts)
    mentions: Counts = field(default_factory=Counts)

    @property
    def conll(self) -> float:
        """Mean F1 of the three."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3

    def __add__(self, other: "Coreference") -> "Coreference":
        return Coreference(
            self.muc + other.muc,
            self.b_cubed + other.b_cubed,
            self.ceaf_e + other.ceaf_e,
            self.mentions + other.mentions,
        )


def chains_of(extraction: Extraction) -> list[Chain]:
    """The mentions of each entity, those of a Concept parted by chain; of a name and its phrase the phrase.

    Coreference corpora mark the whole noun phrase ("US President Joe Biden"), so a mention inside another of the
    same chain isn't one of its own.
    """
    found: dict[tuple[str, int | None], set[Span]] = {}
    for entity in extraction.entities:
        for mention in entity.mentions:
            part = mention.chain if entity.type == "Concept" else None
            found.setdefault((entity.id, part), set()).add(Span(mention.start, mention.end))
    return [_widest(spans) for spans in found.values()]


def _widest(spans: set[Span]) -> Chain:
    """Without the spans that lie in another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return frozenset(kept)


def chains_of_reading(reading: Reading) -> list[Chain]:
    """The mentions of each chain, before anybody resolved them."""
    by_chain: dict[int, set[Span]] = {}
    for mention in reading.mentions:
        by_chain.setdefault(mention.chain, set()).add(Span(mention.start, mention.end))
    return [frozenset(by_chain[chain]) for chain in sorted(by_chain)]


def score_chains(key: Iterable[Iterable[Span]], response: Iterable[Iterable[Span]]) -> Coreference:
    """One article. Chains of one mention count only if the key holds any: OntoNotes-like keys hold none.

    A mention in two chains stays in the one that comes first in the text.
    """
    wanted = _partition(key)
    found = _partition(response)
    if all(len(chain) > 1 for chain in wanted):
        found = [chain for chain in found if len(chain) > 1]
    return Coreference(
        muc=_muc(wanted, found),
        b_cubed=_b_cubed(wanted, found),
        ceaf_e=_ceaf_e(wanted, found),
        mentions=_mentions(wanted, found),
    )


def _partition(chains: Iterable[Iterable[Span]]) -> list[Chain]:
    taken: set[Span] = set()
    kept = []
    for chain in sorted(sorted(set(chain)) for chain in chains):
        rest = frozenset(chain) - taken
        if rest:
            taken |= rest
            kept.append(rest)
    return kept


def _owners(chains: Sequence[Chain]) -> dict[Span, int]:
    return {mention: index for index, chain in enumerate(chains) for mention in chain}


def _mentions(key: Sequence[Chain], response: Sequence[Chain]) -> Counts:
    wanted, found = _owners(key), _owners(response)
    return Counts(len(wanted.keys() & found.keys()), len(found), len(wanted))


def _muc(key: Sequence[Chain], response: Sequence[Chain]) -> Counts:
    """Links that needn't be added to make one side of the other (Vilain et al. 1995)."""
    return Counts(
        right=_links_kept(response, key),
        found=sum(len(chain) - 1 for chain in response),
        wanted=sum(len(chain) - 1 for chain in key),
        covered=_links_kept(key, response),
    )


def _links_kept(chains: Sequence[Chain], others: Sequence[Chain]) -> int:
    owners = _owners(others)
    kept = 0
    for chain in chains:
        parts = {owners[mention] for mention in chain if mention in owners}
        alone = sum(mention not in owners for mention in chain)
        kept += len(chain) - len(parts) - alone
    return kept


def _b_cubed(key: Sequence[Chain], response: Sequence[Chain]) -> Counts:
    """Per mention, the share of its chain that is also in its other chain (Bagga and Baldwin 1998)."""
    overlaps = [(wanted, found, len(wanted & found)) for wanted in key for found in response]
    return Counts(
        right=sum(share(both * both, len(found)) for _, found, both in overlaps),
        found=sum(len(chain) for chain in response),
        wanted=sum(len(chain) for chain in key),
        covered=sum(share(both * both, len(wanted)) for wanted, _, both in overlaps),
    )


def _ceaf_e(key: Sequence[Chain], response: Sequence[Chain]) -> Counts:
    """The best matching of chains by their overlap, each chain counting once (Luo 2005, phi 4)."""
    similar = [[2 * len(one & other) / (len(one) + len(other)) for other in response] for one in key]
    total = sum(similar[row][column] for row, column in best_assignment(similar))
    return Counts(total, len(response), len(key))
