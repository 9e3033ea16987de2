"""`make bench`: what a step prints is kept, and a step that fails fails the whole."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def bench(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_what_a_small_step_prints_is_shown_and_kept_with_machine_and_time(tmp_path: Path):
    ran = bench("--size", "small", "--results", str(tmp_path), "gazetteer")
    kept = json.loads((tmp_path / "gazetteer.told.json").read_text(encoding="utf-8"))

    assert ran.returncode == 0, ran.stderr
    assert "$ python -m benchmarks.gazetteer --entries 2000 --asked 200" in ran.stdout
    assert [line for line in kept["told"] if line.startswith("look-up, median")]
    assert all(line in ran.stdout for line in kept["told"])
    assert kept["machine"]["cores"] > 0
    assert kept["seconds"] > 0


def test_a_step_that_fails_is_named_the_others_go_on_and_the_exit_code_tells(tmp_path: Path):
    for name in ("first", "second"):
        (tmp_path / "gold" / "events").mkdir(parents=True, exist_ok=True)
        (tmp_path / "gold" / "events" / f"{name}.jsonl").write_text("{}\n", encoding="utf-8")

    ran = bench("--gold", str(tmp_path / "gold"), "--results", str(tmp_path), "events-first", "events-second")

    assert ran.returncode == 1
    assert "failed: events-first, events-second" in ran.stderr
    assert json.loads((tmp_path / "events-second.told.json").read_text(encoding="utf-8"))["exit code"] != 0


def test_a_name_of_no_step_is_refused_before_anything_runs(tmp_path: Path):
    ran = bench("--results", str(tmp_path), "gazeteer")

    assert ran.returncode == 2
    assert "no such step: gazeteer" in ran.stderr
    assert list(tmp_path.iterdir()) == []
