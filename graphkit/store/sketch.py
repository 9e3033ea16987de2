"""What of a text finds its copies, and whether two texts are copies of one another.

A text is taken as its runs of six words (shingles; Broder, On the resemblance and containment of documents,
1997), quotes left out: two reporters at one table quote the same words, and a copy may quote them in another
translation. Bands of min-hashes (locality-sensitive hashing) say which texts are worth comparing. Both are
kept in the graph, so the functions here are fixed for ever: another hash would part what belongs together.
"""

import hashlib
import re
import zlib
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from graphkit.model import Article
from graphkit.store.credit import credit

Hashes = NDArray[np.uint64]

RUN = 6
"""Words of a shingle: fewer and strangers share some, more and one edited word costs too many."""
FEWEST_WORDS = 40
"""A text with fewer is a copy only of the very same text."""
KEPT = 256
"""Shingles kept of a text, at most: of longer ones every second, fourth, eighth ..."""
BANDS, ROWS = 40, 3
"""Texts with half of all their shingles in common share a band 995 times in 1,000, with a tenth 4 times in 100."""
HEAD_WORDS, HEAD_BANDS, HEAD_ROWS = 60, 4, 2
"""A text cut short keeps its beginning."""

FEWEST_SHARED = 8
COPIED, COPIED_OF_ONE_AGENCY, COPIED_OF_TWO = 0.5, 0.35, 0.75
"""The part of the shorter text that stands in the longer one too, of a copy."""
LATEST_START = 0.4
"""Where in the longer text what both have begins, at the latest, in lengths of the shorter one: a copy cut short
has the beginning, maybe after a paragraph of the paper's own. Two stories strung together, or a roundup of ten,
count with the one they begin with: they mustn't make one of them all."""

WORD = re.compile(r"\w+(?:['’]\w+)*")
QUOTED = re.compile(r"“[^”\n]{1,1200}”|\"[^\"\n]{1,1200}\"|«[^»\n]{1,1200}»|„[^“”\n]{1,1200}[“”]")


@dataclass(frozen=True, slots=True)
class Sketch:
    """bands: words parted by spaces; texts that share none are no copies. shingles: kept ones in order.

    rate: one in so many shingles is kept. credit: the agency the text is credited to, or None.
    """

    bands: str
    shingles: tuple[int, ...]
    rate: int
    credit: str | None


def sketch(article: Article) -> Sketch:
    """Of the text without its headline, which copies change first."""
    by = credit(article)
    words = _words(article)
    if len(words) < FEWEST_WORDS:
        return Sketch(_exact(article.text), (), 1, by)
    hashes = _shingles(words)
    head = _shingles(words[:HEAD_WORDS])
    bands = [*_bands(hashes, BANDS, ROWS, "b"), *_bands(head, HEAD_BANDS, HEAD_ROWS, "h")]
    rate = 1
    while len(hashes) > KEPT * rate:
        rate *= 2
    short = hashes >> np.uint64(32)
    kept = tuple(short[short % np.uint64(rate) == 0].tolist())
    return Sketch(" ".join(bands), kept, rate, by)


def copies(one: Sketch, other: Sketch) -> bool:
    """Whether one text was copied from the other, or both from a third; never mind which comes first."""
    if not one.shingles or not other.shingles:
        return one.bands == other.bands
    rate = max(one.rate, other.rate)
    shorter, longer = sorted((_thinned(one, rate), _thinned(other, rate)), key=lambda each: (len(each), each))
    there = {each: place for place, each in reversed(list(enumerate(longer)))}
    shifts = [there[each] - place for place, each in enumerate(shorter) if each in there]
    return len(shifts) >= max(FEWEST_SHARED, _threshold(one.credit, other.credit) * len(shorter)) and median(
        shifts
    ) <= LATEST_START * len(shorter)


def _threshold(one: str | None, other: str | None) -> float:
    if one is None or other is None:
        return COPIED
    return COPIED_OF_ONE_AGENCY if one == other else COPIED_OF_TWO


def _thinned(sketched: Sketch, rate: int) -> tuple[int, ...]:
    return tuple(each for each in sketched.shingles if each % rate == 0)


def _words(article: Article) -> list[str]:
    """Words outside quotes, or all of them where nearly everything is quoted."""
    body = article.text.removeprefix(article.title).casefold()
    outside = WORD.findall(QUOTED.sub(" ", body))
    return outside if len(outside) >= FEWEST_WORDS else WORD.findall(body)


def _exact(text: str) -> str:
    """One band for all texts that are the same but for spacing and case."""
    same = " ".join(text.casefold().split())
    return f"t{hashlib.sha256(same.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def _shingles(words: list[str]) -> Hashes:
    """A hash of every run of words, in order."""
    each = _mixed(np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words], np.uint64))
    count = len(words) - RUN + 1
    total = np.zeros(count, np.uint64)
    for place in range(RUN):
        total = _mixed(total ^ each[place : place + count])
    return total


def _bands(hashes: Hashes, bands: int, rows: int, mark: str) -> list[str]:
    """So many words; two texts share one where `rows` of their min-hashes agree."""
    salts = _mixed(np.arange(1, bands * rows + 1, dtype=np.uint64))
    smallest = _mixed(hashes ^ salts[:, np.newaxis]).min(axis=1).reshape(bands, rows)
    keys = salts[:bands]
    for row in range(rows):
        keys = _mixed(keys ^ smallest[:, row])
    return [f"{mark}{int(key):016x}" for key in keys]


def _mixed(values: Hashes) -> Hashes:
    """SplitMix64's finaliser (Steele, Lea and Flood 2014): each bit of the result depends on all of these."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
