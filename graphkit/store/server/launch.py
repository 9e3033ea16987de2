"""Start a command that outlives its starter, and print its process id.

Run as a script: `launch.py LOG COMMAND...`

The command is in a session of its own, so Ctrl-C in the terminal doesn't reach it, and it is nobody's child,
so that it leaves no zombie however long the starter lives.
"""

import os
import subprocess
import sys
from pathlib import Path


def main(log: str, *command: str) -> None:
    with Path(log).open("wb") as output:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
    sys.stdout.write(str(child.pid))
    sys.stdout.flush()
    os._exit(0)  # without waiting for the child


if __name__ == "__main__":
    main(*sys.argv[1:])
