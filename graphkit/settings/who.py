"""Who is at work, for what is kept of who decided what."""

import getpass


def whoever() -> str:
    """The name of whoever is logged in; "somebody" for a user without one, as containers have."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
