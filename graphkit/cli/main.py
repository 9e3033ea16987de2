"""The `graphkit` program: its group of commands, and its start and end."""

import sys
from collections.abc import Sequence

from graphkit import __version__
from graphkit.cli import exits
from graphkit.cli.session import shared_options
from graphkit.cli.words import Group, Later, click


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="graphkit")
@shared_options
def cli() -> None:
    """News articles in, a Neo4j knowledge graph of quoted, attributed claims out.

    Data goes to stdout, everything else to stderr. Exit codes: 0 all done, 1 done but some articles failed
    or a check did not hold, 2 nothing could be done, 130 interrupted.
    """


COMMANDS = (
    ("extract", "extract:command", "Read articles and write what they claim."),
    ("load", "load:command", "Load articles, or files that `extract` wrote, into the graph."),
    ("batch", "batch:group", "Run a batch: sources, filters and expectations in a file."),
    ("deadletter", "deadletter:group", "See, retry or drop what batches couldn't load."),
    ("runs", "runs:group", "See and compare runs of batches."),
    ("query", "query:group", "Ask the graph with saved queries."),
    ("ask", "ask:command", "Ask the graph a plain English question."),
    ("why", "query:why", "Print every quote behind the edges between two entities."),
    ("explain", "explain:command", "Show what made or dropped each claim of an article."),
    ("why-not", "explain:why_not", "Say why an article draws no edge between two."),
    ("view", "view:command", "Write articles as a page with every claim marked and drawn."),
    ("dossier", "dossier:command", "Write what is known of an actor, to read or print."),
    ("browser", "browser:command", "Open Neo4j Browser on the graph, with a query ready."),
    ("retract", "retract:command", "Take an article out of the graph."),
    ("diff", "diff:command", "Tell what changed since a day, or between two loads."),
    ("verify", "soundness:verify", "Check every quote, id and edge."),
    ("fingerprint", "soundness:fingerprint", "Print one digest of the whole graph."),
    ("rebuild", "soundness:rebuild", "Derive every edge and count again."),
    ("resolve", "resolve:group", "Decide which entities are one, and undo it."),
    ("export", "export:command", "Write files other programs read."),
    ("import-csv", "export_bulk:command", "A first load of many: exported CSV into the local Neo4j."),
    ("gazetteer", "gazetteer:group", "Grow and look at what graphkit knows by name."),
    ("ontology", "ontology:group", "Check and look at the relations graphkit knows."),
    ("server", "server:group", "Start, stop and look at a local Neo4j."),
    ("schema", "schema:group", "Show or bring up to date constraints and indexes."),
    ("schedule", "schedule:group", "Run batches by the clock."),
    ("init", "init:command", "Write a project to begin with."),
    ("status", "status:command", "Say how things stand, and what wants looking at."),
    ("doctor", "doctor:command", "Say what is missing, and the next step."),
    ("eval", "evaluate:command", "Score what graphkit reads against gold."),
)
"""Name, place under graphkit.cli, and what `graphkit --help` says of it."""

for name, place, line in COMMANDS:
    cli.add_command(Later(name, f"graphkit.cli.{place}", line))


def run(arguments: Sequence[str]) -> int:
    """Run the command line as a function: its exit code, with the output where it belongs."""
    return exits.ended(lambda: cli.main(list(arguments), prog_name="graphkit", standalone_mode=False))


def main() -> None:
    """The console script."""
    exits.end_on_sigterm()
    sys.exit(run(sys.argv[1:]))
