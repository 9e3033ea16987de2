"""A local Neo4j Community with its Browser, run from its published artifacts: no Docker, no installed Java.

home = find_home(os.environ)
running = start(home, say=print)      # installs on the first call; starts at most one server per home
...
stop(home)
"""

from graphkit.store.server.control import log_tail, start, status, stop
from graphkit.store.server.home import Home, find_home, home_at
from graphkit.store.server.install import install
from graphkit.store.server.note import Ports
from graphkit.store.server.values import NEO4J_VERSION, Progress, Running, Say, Status

__all__ = [
    "NEO4J_VERSION",
    "Home",
    "Ports",
    "Progress",
    "Running",
    "Say",
    "Status",
    "find_home",
    "home_at",
    "install",
    "log_tail",
    "start",
    "status",
    "stop",
]
