"""The known name a misspelt one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ " (did you mean ...?)", or nothing where no known name is near."""
    by_fold = {other.casefold(): other for other in sorted(known)}
    found = get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6)
    return f" (did you mean {by_fold[found[0]]!r}?)" if found else ""
