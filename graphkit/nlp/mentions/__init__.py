"""Mentions of an article: names, noun phrases and pronouns that refer to something."""

from graphkit.nlp.mentions.find import find_mentions
from graphkit.nlp.mentions.found import Found

__all__ = ["Found", "find_mentions"]
