"""What every page shares: templates that escape all they are given, and a policy that lets nothing else run."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

WEB = ("http://", "https://")


@cache
def environment() -> Environment:
    """The templates; what is put into them is escaped unless it is `Markup`."""
    made = Environment(
        loader=PackageLoader("graphkit.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["web"] = web
    return made


@cache
def asset(name: str) -> Markup:
    """A script or style sheet of graphkit's own or one it ships, as it is."""
    return Markup(files("graphkit.pages").joinpath("assets", name).read_text(encoding="utf-8"))  # noqa: S704


def policy(scripts: tuple[str, ...]) -> str:
    """Content-Security-Policy of a page with these scripts: no other runs, and nothing is asked for anywhere."""
    hashes = " ".join(f"'sha256-{_digest(asset(name))}'" for name in scripts)
    allowed = f"script-src {hashes}" if hashes else "script-src 'none'"
    rest = "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; {allowed}; {rest}"


def web(address: str | None) -> str | None:
    """The address where it leads to the web; None for anything else, which could run as a script."""
    return address if address and address.lower().startswith(WEB) else None


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
