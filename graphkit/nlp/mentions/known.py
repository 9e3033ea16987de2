"""Names found once are names everywhere: at the start of a sentence, in a headline, inside a longer name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.spans import NameSpan
from graphkit.nlp.mentions.words import BODY_NAMES, LEGAL, listed
from graphkit.nlp.tree import Tree, Word

Forms = Mapping[str, Sequence[tuple[str, ...]]]
"""Names as words, the longest first, by their first word."""

INSIDE = frozenset({"Country", "Place"})
LONGEST_INSIDE = 3
GENERIC = BODY_NAMES | LEGAL
SITES = listed(
    """
    stadium arena airport station hospital memorial hall museum bridge square park prison
    """
)
"""Nouns for sites, named after a place or person."""
DISTRICTS = listed("municipality city town province district county university bishop diocese")


def forms(spans: Iterable[NameSpan]) -> Forms:
    """The names of an article as written."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for span in spans:
        if span.words[0].text[:1].isupper():
            found[span.words[0].text].add(tuple(word.text for word in span.words))
    return {first: sorted(names, key=lambda name: (-len(name), name)) for first, names in found.items()}


def missed(tree: Tree, taken: set[int], known: Forms) -> list[NameSpan]:
    """Places of known names that aren't names yet."""
    found: list[NameSpan] = []
    words = tree.words
    place = 0
    while place < len(words):
        word = words[place]
        if word.i not in taken and word.text in known:
            span = _match(words[place : place + 8], known[word.text], taken)
            if span:
                found.append(NameSpan(span, ""))
                place += len(span)
                continue
        place += 1
    return found


def _match(words: Sequence[Word], names: Sequence[tuple[str, ...]], taken: set[int]) -> list[Word]:
    for name in names:
        span = words[: len(name)]
        if tuple(word.text for word in span) == name and not any(word.i in taken for word in span):
            return list(span)
    return []


def inside(span: NameSpan, known: Forms, lexicon: Lexicon) -> list[NameSpan]:
    """*U.S.* in *U.S. Department of Agriculture*: places and bodies named inside a longer name."""
    words = span.words
    if len(words) < 2 or span.label in {"PERSON", "GPE", "NORP"} or lexicon.kind(_written(words)) in INSIDE:
        return []
    found = _before_site(words)
    place = found[0].words[-1].i - words[0].i + 1 if found else 0
    while place < len(words):
        for length in range(min(LONGEST_INSIDE, len(words) - 1, len(words) - place), 0, -1):
            part = words[place : place + length]
            if _names(part, words, known, lexicon):
                found.append(NameSpan(part, ""))
                place += length - 1
                break
        place += 1
    return found


def _before_site(words: Sequence[Word]) -> list[NameSpan]:
    """*Fisht* in *Fisht Stadium*; *Livorno* in *Municipality of Livorno*."""
    if words[-1].low in SITES and all(word.tag in {"NNP", "NNPS"} for word in words[:-1]):
        return [NameSpan(list(words[:-1]), "")]
    if len(words) == 3 and words[0].low in DISTRICTS and words[1].low == "of":
        return [NameSpan(list(words[2:]), "")]
    return []


def _names(part: Sequence[Word], whole: Sequence[Word], known: Forms, lexicon: Lexicon) -> bool:
    """Whether a part is a place, or the article's name for something else that begins the longer name."""
    if not part[0].text[:1].isupper() or lexicon.is_demonym(_written(part)):
        return False
    if lexicon.kind(_written(part)) in INSIDE:
        return True
    rest = whole[len(part) :]
    if part[0] is not whole[0] or not any(word.text[:1].isupper() for word in rest):
        return False
    return rest[-1].low not in GENERIC and tuple(word.text for word in part) in known.get(part[0].text, ())


def _written(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
