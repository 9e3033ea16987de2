"""Attachments the parser often gets wrong and grammar settles, put right before the tree is read."""

from graphkit.nlp.mending.mend import mend

__all__ = ["mend"]
