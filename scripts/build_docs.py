"""Make the pages under docs/reference from the program itself; `--check` only says which are out of date."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks.steps import steps
from graphkit.cli.main import cli
from graphkit.cli.session import shared_options
from graphkit.cli.words import Later
from graphkit.ontology import load_ontology, page
from graphkit.settings.batch import Batch
from graphkit.settings.checked import model_fields
from graphkit.settings.keys import dotted, known_keys, variable
from graphkit.settings.values import Settings
from graphkit.store import declarations
from graphkit.store.queries import saved_queries

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"
PRECEDENCE = """\
A flag wins over the environment, that over the file, that over the default. The file is `graphkit.yaml` in
the working directory, else in the user's configuration directory, or the one given with `--settings`;
`config/graphkit.yaml` is a copy with every default. The database password is read from `NEO4J_PASSWORD` only.
`GRAPHKIT_HOME` moves everything graphkit keeps for a user into one folder.
"""
FIGURES = """\
# The figures, made again

    make bench

makes every figure of the README and of these pages again, in this order, in a fresh clone; `make bench SIZE=small`
tries each command on little, in minutes; `python -m benchmarks NAME ...` runs some. How long each takes is told for two
cores that nothing else uses. What a command prints is kept, with the machine, its load before, and the time it took, as
`benchmarks/results/NAME.told.json` (`build/bench` when small); pictures are drawn where these pages show them.

CaRB's development set is in the clone. Peers are fetched, and those that can't be had are named and left out; what they
come to is kept as `benchmarks/results/peers.json` too. Gold of others that we may not hand on is scored where
you have it: `make bench GOLD=FOLDER`, with `events/*.jsonl`, `linking/*.jsonl`, `gum-news`, `gap/*.tsv`, `re3d` in
it ([forms](../evaluation.md)), for the figures of [events](../events.md#figures) and [links](../identity.md#how-well).
"""
MADE = "<!-- made by scripts/build_docs.py: run `make docs` instead of editing -->\n"


def pages() -> dict[str, str]:
    """File name and text of every page of the reference."""
    return {
        "commands.md": MADE + "\n".join(_commands_page()) + "\n",
        "settings.md": MADE + "\n".join(_settings_page()) + "\n",
        "batch.md": MADE + "\n".join(_batch_page()) + "\n",
        "queries.md": MADE + "\n".join(_queries_page()) + "\n",
        "graph.md": MADE + "\n".join(_graph_page()) + "\n",
        "figures.md": MADE + "\n".join(_figures_page()) + "\n",
        "ontology.md": MADE + page(load_ontology()),
    }


def outdated() -> list[str]:
    """Names of the pages that differ from what the program says now."""
    return [
        name
        for name, text in pages().items()
        if not (REFERENCE / name).is_file() or (REFERENCE / name).read_text(encoding="utf-8") != text
    ]


def commands(
    command: click.Command = cli, above: tuple[str, ...] = ("graphkit",)
) -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, groups before their commands."""
    command = command.real() if isinstance(command, Later) else command
    yield " ".join(above), command
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            yield from commands(command.commands[name], (*above, name))


def own_options(command: click.Command) -> list[click.Option]:
    """The options of one command, without those that all share."""
    return [
        parameter
        for parameter in command.params
        if isinstance(parameter, click.Option) and (command is cli or parameter.name not in SHARED)
    ]


def _shared_names() -> frozenset[str | None]:
    @click.command()
    @shared_options
    def probe() -> None: ...

    return frozenset(parameter.name for parameter in probe.params)


SHARED = _shared_names()


def _commands_page() -> Iterator[str]:
    yield "# Commands\n"
    for name, command in commands():
        with click.Context(command, info_name=name) as context:
            yield f"## {name}\n"
            pieces = " ".join(command.collect_usage_pieces(context))
            yield f"    {name} {pieces}\n"
        yield inspect.cleandoc(command.help or "").replace("\b\n", "") + "\n"
        yield from _options_table(own_options(command))
        if isinstance(command, click.Group):
            shown = [f"[{name} {each}](#{_anchor(f'{name} {each}')})" for each in command.commands]
            yield "Commands: " + ", ".join(shown) + "\n"


def _options_table(options: list[click.Option]) -> Iterator[str]:
    if not options:
        return
    yield "| option | meaning | default |\n|---|---|---|"
    for option in options:
        names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
        value = "" if option.is_flag or option.count else " " + option.make_metavar(click.Context(cli))
        default = option.default if option.show_default and option.default is not None else ""
        yield f"| {names} {_cell(value)} | {_cell(option.help or '')} | {_cell(str(default))} |"
    yield ""


def _settings_page() -> Iterator[str]:
    yield "# Settings\n"
    yield PRECEDENCE
    for section, field in Settings.model_fields.items():
        yield f"## {section}\n"
        model = field.annotation
        yield f"{(model.__doc__ or '').strip()}\n"
        yield "| key | variable | default | meaning |\n|---|---|---|---|"
        for key, _ in known_keys():
            if key[0] == section:
                inner = model.model_fields[key[-1]]
                default = "" if inner.default in (None, ()) else inner.default
                meaning = _cell(inner.description or "")
                yield f"| `{dotted(key)}` | `{variable(key)}` | {default} | {meaning} |"
        yield ""


def _batch_page() -> Iterator[str]:
    yield "# The batch file\n"
    yield "What its parts are for is told [here](../batches.md).\n"
    yield "| key | default | meaning |\n|---|---|---|"
    for name, field in model_fields(Batch):
        default = "" if field.is_required() or field.default in (None, ()) else field.default
        yield f"| `{name}` | {default} | {_cell(field.description or '')} |"


def _queries_page() -> Iterator[str]:
    yield "# Saved queries\n"
    yield "Run one with `graphkit query run NAME -p PARAMETER=VALUE`; `graphkit query show NAME` prints it.\n"
    topic = ""
    for query in saved_queries():
        if query.topic != topic:
            topic = query.topic
            yield f"## {topic}\n"
        yield f"### {query.name}\n\n{query.title}. {query.question}\n"
        if query.parameters:
            yield "| parameter | type | default |\n|---|---|---|"
        for parameter in query.parameters:
            default = "required" if parameter.required else parameter.default
            yield f"| `{parameter.name}` | {parameter.type} | {'' if default is None else default} |"
        yield f"\nAnswers as a {query.view}: {', '.join(query.columns)}.\n"


def _graph_page() -> Iterator[str]:
    yield "# What the graph holds\n"
    yield "Beside these, each relation of [the ontology](ontology.md) is an edge between entities.\n"
    yield "## Nodes\n\n| label | meaning | properties |\n|---|---|---|"
    for node in declarations.NODES:
        yield f"| `{node.name}` | {node.meaning} | {_properties(node)} |"
    yield "\n## Relationships\n\n| type | from, to | meaning | properties |\n|---|---|---|---|"
    edge = declarations.edge_type("a relation", "What the claims behind it come to; can be rebuilt")
    for link in (*declarations.RELATIONSHIPS, edge):
        yield f"| `{link.name}` | {link.start}, {link.end} | {link.meaning} | {_properties(link)} |"


def _figures_page() -> Iterator[str]:
    yield FIGURES
    yield "| name | figures | stated in | takes | `python` |\n|---|---|---|---|---|"
    for step in steps():
        command = " ".join(step.command("full"))
        yield f"| {step.name} | {step.figures} | [{step.stated}](../{step.stated}) | {step.takes} | `{command}` |"


def _properties(declared: declarations.Declared) -> str:
    key = [f"**{declared.key}**"] if declared.key else []
    return ", ".join([*key, *declared.required, *(f"{name}?" for name in declared.optional)])


def _anchor(heading: str) -> str:
    return heading.replace(" ", "-")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> int:
    stale = outdated()
    if "--check" in sys.argv:
        print("\n".join(f"out of date: docs/reference/{name}" for name in stale))
        return 1 if stale else 0
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
