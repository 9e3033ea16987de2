"""A Neo4j of a test's own: killed, hindered, started again with other settings."""

from pathlib import Path

import psutil
import trustme

from graphkit.store import Connection, connect, server
from graphkit.store.server.process import STOP_PATIENCE
from tests.homes import home_with_jars


class OwnServer:
    """Started when first asked for; every test asks for the state it needs.

    It takes encrypted and plain connections alike; `authority` vouches for its certificate. A transaction may
    take little memory.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.home = home_with_jars(folder)
        self.authority = trustme.CA()
        self._settings = {"db.memory.transaction.max": "10m", **self._encryption(folder / "certificates")}
        self._set_up = False

    def running(self) -> server.Running:
        """The server, running: as it was last set up, or plainly."""
        return server.start(self.home, ports=None if self._set_up else self.set_up())

    def begin(self) -> None:
        """Makes sure that it has run once; it may be dead since."""
        if not self._set_up:
            self.running()

    def set_up(self, **settings: str) -> server.Ports:
        """Stops it; the next start is with these settings besides. `__` stands for the dot in their names."""
        self.stop()
        further = {name.replace("__", "."): value for name, value in settings.items()}
        lines = (f"{name}={value}\n" for name, value in (self._settings | further).items())
        self.home.user_conf.write_text("".join(lines), encoding="utf-8")
        self._set_up = True
        return server.Ports(0, 0)

    def connect(
        self, scheme: str = "bolt", *, timeout: float = 30.0, ca_file: Path | None = None
    ) -> Connection:
        running = self.running()
        _, _, host = running.uri.partition("://")
        address = f"{scheme}://{host}"
        return connect(address, running.username, running.password, timeout=timeout, ca_file=ca_file)

    def kill(self) -> None:
        """As a power cut would end it."""
        process = psutil.Process(server.status(self.home).pid)
        process.kill()
        process.wait(STOP_PATIENCE)

    def stop(self) -> None:
        self.home.prepare()
        server.stop(self.home)

    def _encryption(self, folder: Path) -> dict[str, str]:
        folder.mkdir()
        issued = self.authority.issue_cert("127.0.0.1")
        issued.private_key_pem.write_to_path(str(folder / "private.key"))
        issued.cert_chain_pems[0].write_to_path(str(folder / "public.crt"))
        return {
            "server.bolt.tls_level": "OPTIONAL",
            "dbms.ssl.policy.bolt.enabled": "true",
            "dbms.ssl.policy.bolt.base_directory": str(folder),
            "dbms.ssl.policy.bolt.private_key": "private.key",
            "dbms.ssl.policy.bolt.public_certificate": "public.crt",
        }


def emptied(connection: Connection) -> None:
    """In small parts, since its transactions may take little memory."""
    with connection.session() as session:
        session.run("MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 100 ROWS").consume()
