"""The `neo4j.conf` a server is started with."""

from pathlib import Path

from graphkit.errors import ServerError
from graphkit.resources import shipped
from graphkit.store.browser import style_command
from graphkit.store.server.home import Home
from graphkit.store.server.note import Ports

HOST = "127.0.0.1"


def write_conf(home: Home, ports: Ports) -> None:
    """Write the settings in force: ours, then the user's own over them."""
    settings = own_settings(home, ports) | user_settings(home.user_conf)
    text = "".join(f"{key}={value}\n" for key, value in sorted(settings.items()))
    (home.conf / "neo4j.conf").write_text(text, encoding="utf-8")


def own_settings(home: Home, ports: Ports) -> dict[str, str]:
    grass = shipped("config", "browser.grass").read_text(encoding="utf-8")
    bolt, http = f"{HOST}:{ports.bolt}", f"{HOST}:{ports.http}"
    return {
        "server.default_listen_address": HOST,
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.listen_address": http,
        "server.http.advertised_address": http,
        "server.https.enabled": "false",
        "server.memory.heap.initial_size": "512m",
        "server.memory.heap.max_size": "1g",
        "server.memory.pagecache.size": "256m",
        # Without it each stop waits ten seconds for connections that might still come.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        "server.directories.data": str(home.neo4j / "data"),
        "server.directories.plugins": str(home.neo4j / "plugins"),
        "server.directories.import": str(home.neo4j / "import"),
        "server.directories.logs": str(home.logs),
        "server.directories.run": str(home.state / "neo4j" / "run"),
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "browser.post_connect_cmd": f"{style_command(grass)}; clear",
    }


def user_settings(path: Path) -> dict[str, str]:
    """Lines `key=value`; `#` opens a comment line. Neo4j itself judges the keys and values."""
    if not path.exists():
        return {}
    settings = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        key, equals, value = line.partition("=")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not equals:
            raise ServerError(f"{path}, line {number}: {line!r} is not key=value; mend or remove it")
        settings[key.strip()] = value.strip()
    return settings
