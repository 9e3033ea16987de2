"""`graphkit doctor`: what is there, what is missing, and the next step for each."""

from graphkit.cli import tables
from graphkit.cli.exits import PARTLY
from graphkit.cli.session import Session, with_session
from graphkit.cli.words import click


@click.command("doctor")
@tables.format_option
@with_session
def command(session: Session, form: str) -> int:
    """Check Python, settings, language pipeline, ontology and database, and say the next step for each.

    Starts and installs nothing. Exit code 1 where a check does not hold.
    """
    from graphkit.cli.checks import checked

    found = list(checked(session))
    if form == "table":
        for check in found:
            click.echo(f"{'ok' if check.holds else 'FAILS':6}{check.what:11}{check.found}")
            if check.next_step:
                click.echo(f"{'':17}-> {check.next_step}")
    else:
        rows = [
            {"check": each.what, "holds": each.holds, "found": each.found, "next": each.next_step}
            for each in found
        ]
        tables.show(rows, ("check", "holds", "found", "next"), form)
    return 0 if all(check.holds for check in found) else PARTLY
