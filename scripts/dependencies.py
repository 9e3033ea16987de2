"""What an installed project declares to need, and what that needs, and so on."""

from collections.abc import Iterable
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def needed(projects: Iterable[Distribution], extras: frozenset[str] = frozenset()) -> dict[str, Distribution]:
    """By name, on this platform, without the projects themselves. extras: of the projects, not of what they need."""
    found: dict[str, Distribution] = {}
    asked: set[tuple[str, frozenset[str]]] = set()
    waiting = [(project, extras) for project in projects]
    while waiting:
        project, chosen = waiting.pop()
        for wanted in map(Requirement, project.requires or ()):
            name, inner = canonicalize_name(wanted.name), frozenset(wanted.extras)
            if (name, inner) in asked or not _holds(wanted, chosen):
                continue
            asked.add((name, inner))
            found[name] = distribution(wanted.name)
            waiting.append((found[name], inner))
    return dict(sorted(found.items()))


def _holds(wanted: Requirement, extras: frozenset[str]) -> bool:
    return wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras))
