"""Dead letters as a source: the article itself where there is one, else wherever it was to be read from."""

from collections.abc import Iterator, Sequence
from io import BufferedReader, BytesIO

from graphkit.pipeline.batch.letters import Letter, Letters
from graphkit.pipeline.inputs import ours
from graphkit.pipeline.outcome import Failure, Read
from graphkit.sources import Options, Tools, read
from graphkit.sources import Outcome as Found


def again(letters: Sequence[Letter], kept: Letters, options: Options) -> Iterator[Read]:
    """All that the letters tell of, once; from the copy kept where the file or page is no more."""
    seen: set[tuple[str, str]] = set()
    with Tools(options) as tools:
        for letter in letters:
            if letter.article is not None:
                yield letter.article
                continue
            source = letter.source
            place = (letter.place, "") if source is None else (source.name, source.web or "")
            if place in seen:
                continue
            seen.add(place)
            found = read([letter.place], options) if source is None else tools.read(source)
            yield from _or_kept(map(ours, found), letter, kept, tools)


def _or_kept(found: Iterator[Read], letter: Letter, kept: Letters, tools: Tools) -> Iterator[Read]:
    first = next(found, None)
    copy = kept.body(letter) if _is_gone(first) else None
    if copy is not None and letter.source is not None:
        tools.budget.begin(len(copy))
        yield from map(ours, _from(copy, letter, tools))
        return
    if first is not None:
        yield first
    yield from found


def _from(copy: bytes, letter: Letter, tools: Tools) -> Iterator[Found]:
    source = letter.source
    return iter(()) if source is None else tools.outcomes(BufferedReader(BytesIO(copy)), source)


def _is_gone(first: Read | None) -> bool:
    """Whether nothing could be had at all: no such file, no such page."""
    if not isinstance(first, Failure) or first.source is None or first.source.source is None:
        return False
    source = first.source.source
    return first.kind == "NotFetched" or (source.path is not None and not source.path.exists())
