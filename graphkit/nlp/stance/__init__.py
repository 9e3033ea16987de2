"""How a clause is meant: affirmed or denied, as fact or as something less, and on whose word."""

from graphkit.nlp.stance.compose import Stance, stance

__all__ = ["Stance", "stance"]
