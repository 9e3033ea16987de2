"""Names found once are names everywhere: at the start of a sentence, in a headline, inside a longer name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphkit.model.lexicon import Lexicon
from graphkit.nlp.mentions.spans import PROPER, NameSpan
from graphkit.nlp.mentions.words import BODY_NAMES, LEGAL, PEOPLE, listed
from graphkit.nlp.tree import Tree, Word

Forms = Mapping[str, Sequence[tuple[str, ...]]]
"""Names as words, the longest first, by their first word."""

OWNED = frozenset({"PRODUCT", "EVENT", "WORK_OF_ART"})
"""Labels of names that begin with their maker's: *Google Chrome*."""
INSIDE = frozenset({"Country", "Place"})
LONGEST_INSIDE = 3
GENERIC = BODY_NAMES | LEGAL
LONGEST_PLACE = 3
"""Words of a place's name that isn't looked into: *East Saint Louis*."""
SITES = listed(
    """
    stadium arena airport station hospital memorial hall museum bridge square park prison foundation
    """
)
"""Nouns for sites, named after a place or person."""
TERRITORIES = listed("city state county province region")
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
    if len(words) < 2 or span.label in {"PERSON", "NORP"} or lexicon.kind(_written(words)) in INSIDE:
        return []
    found = _before_site(words) or _given_award(words)
    if span.label == "GPE" and len(words) <= LONGEST_PLACE:
        return found
    place = len(found[-1].words) if found else 0
    while place < len(words):
        for length in range(min(LONGEST_INSIDE, len(words) - 1, len(words) - place), 0, -1):
            part = words[place : place + length]
            if _names(part, span, known, lexicon):
                found.append(NameSpan(part, ""))
                place += length - 1
                break
        place += 1
    return found


def _before_site(words: Sequence[Word]) -> list[NameSpan]:
    """*Fisht* in *Fisht Stadium*; *Livorno* in *Municipality of Livorno*."""
    if len(words) == 3 and words[0].low in DISTRICTS and words[1].low == "of":
        return [NameSpan(list(words[2:]), "")]
    found: list[NameSpan] = []
    last = len(words)
    while last > 1 and words[last - 1].low in SITES and all(w.tag in PROPER for w in words[: last - 1]):
        last -= 1
        if last == 1 or words[last - 1].low not in SITES or not found:
            found.append(NameSpan(list(words[:last]), ""))
    return sorted(found, key=lambda span: len(span.words))


def _given_award(words: Sequence[Word]) -> list[NameSpan]:
    """*Budweiser Man of the Match*: who gives it, and what is given."""
    for place in range(1, len(words) - 2):
        if words[place + 1].low == "of" and words[place].low in PEOPLE:
            sponsor = words[:place]
            if all(word.tag in PROPER and word.low not in PEOPLE for word in sponsor):
                return [NameSpan(list(sponsor), ""), NameSpan(list(words[place:]), "")]
    return []


def _names(part: Sequence[Word], span: NameSpan, known: Forms, lexicon: Lexicon) -> bool:
    """Whether a part is a place, or the article's name for something else that begins the longer name."""
    kind = lexicon.kind(_written(part))
    if not part[0].text[:1].isupper() or part[0].low in PEOPLE:
        return False
    if kind != "Country" and lexicon.is_demonym(_written(part)):
        return False
    if kind in INSIDE or _with_its_kind(part, lexicon):
        return True
    rest = span.words[len(part) :]
    if part[0] is not span.words[0] or not any(word.text[:1].isupper() for word in rest):
        return False
    if kind == "Organization" and span.label in OWNED:
        return True
    return rest[-1].low not in GENERIC and tuple(word.text for word in part) in known.get(part[0].text, ())


def _with_its_kind(part: Sequence[Word], lexicon: Lexicon) -> bool:
    """*Taipei City* in *Taipei City Lantern Festival*; *Colorado State* in the name of its university."""
    return len(part) > 1 and part[-1].low in TERRITORIES and lexicon.kind(_written(part[:-1])) in INSIDE


def _written(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
