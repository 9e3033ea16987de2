"""Articles to Readings: the only stage that knows spaCy, and no spaCy object leaves it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.nlp.reader import Reader
    from graphkit.nlp.worded import Worded

__all__ = ["Reader", "Worded"]


def __getattr__(name: str) -> Any:
    """Imported where first asked for: spaCy takes seconds, and who only needs a pipeline's name no spaCy."""
    if name == "Reader":
        from graphkit.nlp.reader import Reader  # noqa: PLC0415 - as told above

        return Reader
    if name == "Worded":
        from graphkit.nlp.worded import Worded  # noqa: PLC0415 - as told above

        return Worded
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
