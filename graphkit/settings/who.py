"""Who is at work, for what is kept of who decided what."""

import os
import pwd


def whoever(uid: int | None = None) -> str:
    """The login name of a user, by default of whoever runs this; "somebody" for one without, as containers have."""
    try:
        return pwd.getpwuid(os.getuid() if uid is None else uid).pw_name
    except KeyError:
        return "somebody"
