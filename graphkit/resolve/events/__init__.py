"""Which claims of an article tell of one event, and what makes it the event another article tells of."""

from graphkit.resolve.events.happened import happened
from graphkit.resolve.events.telling import Told

__all__ = ["Told", "happened"]
