"""Formats of other packages: entry points of the group `graphkit.sources`, each a `Format`."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from graphkit.errors import SettingsError
from graphkit.sources.format import Format

GROUP = "graphkit.sources"


@cache
def plugins() -> tuple[Format, ...]:
    """The formats of installed packages, by name; SettingsError names the one that can't be used."""
    return tuple(_loaded(point) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name))


def _loaded(point: EntryPoint) -> Format:
    try:
        form = point.load()
    except (ImportError, AttributeError) as error:
        raise SettingsError(
            f"the source {point.name!r} ({point.value}) can't be loaded ({error}): mend or uninstall its package"
        ) from error
    if not isinstance(form, Format):
        raise SettingsError(
            f"the source {point.name!r} ({point.value}) is a {type(form).__name__}, not a graphkit Format: "
            "mend or uninstall its package"
        )
    return form
