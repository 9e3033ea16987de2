"""Every figure of the README and the docs made again, in order.

    python -m benchmarks [--size full|small] [--gold FOLDER] [--results FOLDER] [--list] [NAME ...]

What each prints is kept as JSON, with the command, the machine and the time it took: in benchmarks/results at full
size, in build/bench otherwise. A step that fails is named, and the others go on. --gold: a folder with gold of others
(events, linking, gum-news, gap, re3d), for the figures of docs/events.md and docs/identity.md. `make bench` is this.
"""

import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

import psutil

from benchmarks.command import parser
from benchmarks.steps import Step, of_others, steps

ROOT = Path(__file__).parent.parent
RESULTS, SMALL = ROOT / "benchmarks" / "results", ROOT / "build" / "bench"
GIGABYTE = 2**30


def main() -> int:
    known = parser(__doc__)
    known.add_argument("names", nargs="*", metavar="NAME", help="only these")
    known.add_argument("--size", choices=("full", "small"), default="full")
    known.add_argument("--gold", type=Path)
    known.add_argument("--results", type=Path)
    known.add_argument("--list", action="store_true", help="say what there is and how long it takes")
    options = known.parse_args()
    full = options.size == "full"
    listed = [*steps(), *(of_others(options.gold) if options.gold else ())]
    unknown = set(options.names) - {step.name for step in listed}
    if unknown:
        known.error(f"no such step: {', '.join(sorted(unknown))}; --list tells them")
    chosen = [step for step in listed if not options.names or step.name in options.names]
    if options.list:
        for step in chosen:
            print(f"{step.name:30} {step.figures} ({step.takes})")
        return 0
    return 1 if failed(chosen, options.size, options.results or (RESULTS if full else SMALL)) else 0


def failed(chosen: list[Step], size: str, results: Path) -> list[str]:
    """Run all of them; the names of those that failed."""
    results.mkdir(parents=True, exist_ok=True)
    begun, found = time.monotonic(), []
    for number, step in enumerate(chosen, 1):
        takes = f" ({step.takes})" if size == "full" else ""
        print(f"\n[{number}/{len(chosen)}] {step.name}: {step.figures}{takes}", flush=True)
        if not done(step, step.command(size), results):
            found.append(step.name)
    print(
        f"\n{len(chosen)} done in {(time.monotonic() - begun) / 60:.0f} minutes; kept in {os.path.relpath(results)}"
    )
    if found:
        print(f"failed: {', '.join(found)}", file=sys.stderr)
    return found


def done(step: Step, command: tuple[str, ...], results: Path) -> bool:
    """Run it, show and keep what it prints."""
    print("$ python " + " ".join(command), flush=True)
    load, start, told = os.getloadavg()[0], time.monotonic(), []
    with subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            told.append(line.rstrip("\n"))
    seconds = round(time.monotonic() - start, 1)
    print(f"took {seconds:.0f} s, exit code {process.returncode}", flush=True)
    kept = {
        "command": ["python", *command],
        "exit code": process.returncode,
        "seconds": seconds,
        "machine": machine() | {"load before": round(load, 1)},
        "told": told,
    }
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    (results / f"{step.name}.told.json").write_text(f"{text}\n", "utf-8")
    return process.returncode == 0


def machine() -> dict[str, object]:
    return {
        "processor": platform.processor() or platform.machine(),
        "cores": psutil.cpu_count(),
        "memory in GB": round(psutil.virtual_memory().total / GIGABYTE, 1),
        "system": platform.system(),
        "python": platform.python_version(),
    }


if __name__ == "__main__":
    sys.exit(main())
