"""robots.txt as RFC 9309 has it: which paths a host doesn't want us to read, and how fast.

Matching is linear in the length of the path for any rule: a hostile file can't make it slow.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

LARGEST = 512 * 1024
"""Bytes that are looked at; RFC 9309 asks for 500 KiB at least."""

MOST_RULES = 10_000
LONGEST_RULE = 2_000
PRODUCT = re.compile(r"[A-Za-z_-]+")
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True, slots=True)
class Rule:
    """path: with * for anything, $ at the end for the end."""

    path: str
    allows: bool


@dataclass(slots=True)
class _Group:
    agents: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    delay: float | None = None


@dataclass(frozen=True, slots=True)
class Robots:
    """rules: for us. delay: seconds between two requests, None where the host doesn't say."""

    rules: Sequence[Rule] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        """Whether the longest rule that matches the path with its query allows it; allowing wins a tie."""
        normal = normalised(path)
        best = max(
            (rule for rule in self.rules if matches(rule.path, normal)),
            key=lambda rule: (len(rule.path), rule.allows),
            default=None,
        )
        return best is None or best.allows


EVERYTHING_ALLOWED = Robots()


def read_robots(text: str, agent: str) -> Robots:
    """The rules for an agent ("graphkit/0.1"): of the groups that name it, else of those for anybody."""
    product = PRODUCT.match(agent)
    name = product[0].lower() if product else ""
    groups = _groups(text)
    ours = [group for group in groups if name and name in group.agents]
    ours = ours or [group for group in groups if "*" in group.agents]
    delays = [group.delay for group in ours if group.delay is not None]
    return Robots(tuple(rule for group in ours for rule in group.rules), max(delays, default=None))


def matches(rule: str, path: str) -> bool:
    """Whether a rule matches the beginning of a path: each piece between stars is looked for from the left."""
    whole = rule.endswith("$")
    first, *pieces = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not pieces:
        return not whole or path == first
    place = len(first)
    for piece in pieces[:-1]:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    last = pieces[-1]
    return path.endswith(last) and len(path) - len(last) >= place if whole else path.find(last, place) >= 0


def normalised(path: str) -> str:
    """The path with only those characters escaped that need it, so that two spellings of one are the same."""
    unescaped = ESCAPE.sub(_unescaped, path)
    return "".join(
        one if one.isascii() else "".join(f"%{byte:02X}" for byte in one.encode()) for one in unescaped
    )


def _unescaped(match: re.Match[str]) -> str:
    one = chr(int(match[1], 16))
    return one if UNRESERVED.fullmatch(one) else f"%{match[1].upper()}"


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    in_agents = False
    rules = 0
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not in_agents:
                groups.append(_Group())
            in_agents = True
            groups[-1].agents.append(_agent(value))
        elif key in ("allow", "disallow", "crawl-delay"):
            in_agents = False
            rules += 1
            if groups and rules <= MOST_RULES:
                _add(groups[-1], key, value)
    return groups


def _agent(value: str) -> str:
    product = PRODUCT.match(value)
    return value if value == "*" else product[0].lower() if product else ""


def _add(group: _Group, key: str, value: str) -> None:
    if key == "crawl-delay":
        if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", value):
            group.delay = float(value)
    elif value and len(value) <= LONGEST_RULE:
        group.rules.append(Rule(normalised(value), key == "allow"))
