"""Results of runs, as later runs and schedules find them."""

from pathlib import Path

from graphkit.pipeline.batch.results import Results, all_results, write_results
from graphkit.pipeline.batch.state import State


def test_a_torn_file_hides_no_other_run(tmp_path: Path):
    state = State(tmp_path)
    files = [
        write_results(Results(f"run:{number}", "news", "news.yaml", "2024-05-01T00:00:00+00:00"), state)
        for number in range(3)
    ]
    files[1].write_bytes(files[1].read_bytes()[:40])

    found = [each["run"] for each in all_results(state)]

    assert found == ["run:2", "run:0"]
