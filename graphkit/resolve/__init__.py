"""Who the mentions of an article are, and which relation each predicate words."""

from graphkit.resolve.gazetteer import Gazetteer, load_gazetteer
from graphkit.resolve.resolver import Resolver

__all__ = ["Gazetteer", "Resolver", "load_gazetteer"]
