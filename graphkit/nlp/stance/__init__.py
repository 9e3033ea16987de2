"""How a clause is meant: affirmed or denied, as fact or as something less, and on whose word."""

from graphkit.nlp.stance.compose import Judge, Stance
from graphkit.nlp.stance.events import event_stance

__all__ = ["Judge", "Stance", "event_stance"]
