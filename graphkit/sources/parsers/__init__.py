"""The far side of `graphkit.sources.confined`: parsers that run in a process of their own."""


class Refused(ValueError):
    """The bytes won't be taken apart; the message goes on from the file's name ("is encrypted: ...")."""


class Hostile(Refused):
    """They hold what a hostile file would."""


class TooMuch(Refused):
    """They hold more than is allowed."""
