"""A server that speaks just enough Bolt to say how old it is: no old Neo4j needs to be had for that."""

import socketserver
import struct

MAGIC = b"\x60\x60\xb0\x17"


class OldServer(socketserver.ThreadingTCPServer):
    """Answers every message with success. protocol: Bolt (major, minor). agent: "Neo4j/4.4.40"."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, protocol: tuple[int, int], agent: str) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.protocol = protocol
        self.agent = agent

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.server_address[1]}"


class Conversation(socketserver.StreamRequestHandler):
    """One connection: the handshake, then a success for each message until the client goes."""

    server: OldServer

    def handle(self) -> None:
        if self.rfile.read(20)[:4] != MAGIC:
            return
        major, minor = self.server.protocol
        self.wfile.write(bytes((0, 0, minor, major)))
        while self.message():
            said = success({"server": self.server.agent, "connection_id": "bolt-1"})
            self.wfile.write(struct.pack(">H", len(said)) + said + b"\0\0")

    def message(self) -> bytes:
        """The chunks of one message, nothing at the end of the connection."""
        whole = b""
        while size := int.from_bytes(self.rfile.read(2), "big"):
            whole += self.rfile.read(size)
        return whole


def success(facts: dict[str, str]) -> bytes:
    """A SUCCESS message in PackStream, of short strings only."""
    packed = b"".join(packed_string(key) + packed_string(value) for key, value in facts.items())
    return b"\xb1\x70" + bytes((0xA0 + len(facts),)) + packed


def packed_string(text: str) -> bytes:
    raw = text.encode()
    return bytes((0x80 + len(raw),)) + raw
