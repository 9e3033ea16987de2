"""Who is at work."""

import os
import subprocess
import sys

import pytest

from graphkit.settings.who import whoever


def test_a_user_has_a_name():
    assert whoever()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may be somebody else")
def test_a_user_without_one_is_somebody():
    program = "from graphkit.settings.who import whoever\nimport os; os.setuid(54321); print(whoever())"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "somebody"
