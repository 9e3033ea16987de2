"""Who and what is known beyond the article at hand: names, kinds, offices, seats and demonyms."""

from graphkit.resolve.gazetteer.gazetteer import Gazetteer
from graphkit.resolve.gazetteer.load import load_gazetteer
from graphkit.resolve.gazetteer.rows import Demonym, Entry, Office, Seat

__all__ = ["Demonym", "Entry", "Gazetteer", "Office", "Seat", "load_gazetteer"]
