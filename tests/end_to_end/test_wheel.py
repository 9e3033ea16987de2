"""What is installed from a wheel works away from the checkout: it brings its configuration and queries."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
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


def test_the_installed_program_finds_what_it_ships(wheel: Path, tmp_path: Path):
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)

    def installed(program: str, *arguments: str, given: str = "") -> str:
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": str(site), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
            input=given,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    main = "from graphkit.cli.main import main; main()"
    where = installed("import graphkit; print(graphkit.__file__)")
    listed = installed(main, "query", "list")
    read = installed(main, "extract", "-", "--format", "table", given="Russia rejected the demand on Friday.")

    assert where.startswith(str(site))
    assert "said-by" in listed
    assert "REJECT: Russia -> demand" in read
