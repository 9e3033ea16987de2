"""What is built for a release holds all it needs; that it runs where nothing else is, `test_newcomer` proves."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built of the source distribution, as a release is."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_a_wheel_holds_each_shipped_file_and_none_twice(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()

    shipped = [
        path.relative_to(ROOT)
        for folder in ("config", "cypher")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file()
    ]
    missing = [str(path) for path in shipped if f"graphkit/shipped/{path}" not in names]
    assert missing == []
    assert len(set(names)) == len(names)
    assert {"graphkit/py.typed", "graphkit/cli/main.py"} <= set(names)
