"""Time expressions to ISO dates: "on Wednesday", "since 2014", "a month later".

What a date can't be told from stays None: unknown is never guessed.
"""

from graphkit.nlp.times.clock import Clock

__all__ = ["Clock"]
