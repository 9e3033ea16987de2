"""Which mentions of an article refer to one thing: rules, precision first, in the order they are sure."""

from graphkit.nlp.coreference.chains import link

__all__ = ["link"]
