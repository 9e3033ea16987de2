"""Articles to Readings: the only stage that knows spaCy, and no spaCy object leaves it."""

from graphkit.nlp.reader import Reader
from graphkit.nlp.worded import Worded

__all__ = ["Reader", "Worded"]
