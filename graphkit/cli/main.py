"""The `graphkit` program: its group of commands, and its start and end."""

import sys
from collections.abc import Sequence

from graphkit import __version__
from graphkit.cli import (
    browser,
    doctor,
    evaluate,
    exits,
    extract,
    load,
    query,
    retract,
    schema,
    server,
    soundness,
)
from graphkit.cli.session import shared_options
from graphkit.cli.words import Group, click


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="graphkit")
@shared_options
def cli() -> None:
    """News articles in, a Neo4j knowledge graph of quoted, attributed claims out.

    Data goes to stdout, everything else to stderr. Exit codes: 0 all done, 1 done but some articles failed
    or a check did not hold, 2 nothing could be done, 130 interrupted.
    """


COMMANDS: tuple[click.Command, ...] = (
    extract.command,
    load.command,
    query.group,
    query.why,
    browser.command,
    retract.command,
    soundness.verify,
    soundness.fingerprint,
    soundness.rebuild,
    server.group,
    schema.group,
    doctor.command,
    evaluate.command,
)
for command in COMMANDS:
    cli.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Run the command line as a function: its exit code, with the output where it belongs."""
    return exits.ended(lambda: cli.main(list(arguments), prog_name="graphkit", standalone_mode=False))


def main() -> None:
    """The console script."""
    exits.end_on_sigterm()
    sys.exit(run(sys.argv[1:]))
