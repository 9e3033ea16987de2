"""One confined parser for many tests: starting one takes most of a second."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graphkit.sources import Failure, Options, Outcome, Tools, find

Reading = Callable[[Path], list[Outcome]]


@pytest.fixture(scope="session")
def tools() -> Iterator[Tools]:
    with Tools(Options()) as tools:
        yield tools


@pytest.fixture(scope="session")
def reading(tools: Tools) -> Reading:
    """All that a path means, as `graphkit.sources.read` gives it with the default options."""

    def outcomes(path: Path) -> list[Outcome]:
        found: list[Outcome] = []
        for source in find([path]):
            found += [source] if isinstance(source, Failure) else tools.read(source)
        return found

    return outcomes
