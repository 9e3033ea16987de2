"""What the program keeps for itself; how files take their place is tested where the command line writes them."""

from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.files import keep


def test_what_the_program_keeps_is_for_its_user_alone(tmp_path: Path):
    keep(tmp_path / "state" / "letter", b"words")

    assert (tmp_path / "state" / "letter").read_bytes() == b"words"
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "state").rglob("*")} == {0}
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0


def test_what_cannot_be_kept_is_told_with_a_way_out(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(SettingsError, match="set GRAPHKIT_HOME"):
        keep(tmp_path / "file" / "letter", b"words")
