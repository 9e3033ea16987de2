"""A dossier as a page, or as Markdown: the same chapters, every word escaped."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from graphkit.model.dossier import Dossier, Quote, ToldClaim
from graphkit.model.told_time import told_time
from graphkit.ontology import Ontology
from graphkit.pages.chapters import Chapter, chapters
from graphkit.pages.drawing import asset, environment, policy, web

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|&~$!])")
BREAKS = re.compile(r"\s+")


def html(dossier: Dossier, ontology: Ontology) -> str:
    """One page that asks for nothing and runs no script; prints well."""
    return (
        environment()
        .get_template("dossier.html")
        .render(
            policy=policy(()),
            style=asset("dossier.css"),
            title=f"{dossier.name}: dossier",
            dossier=dossier,
            found=chapters(dossier, ontology),
            articles=_articles(dossier),
            days=_days(dossier),
        )
    )


def markdown(dossier: Dossier, ontology: Ontology) -> str:
    """CommonMark."""
    return "\n".join(_lines(dossier, ontology)) + "\n"


def _articles(dossier: Dossier) -> int:
    return len({(it.article, it.url) for claim in dossier.claims for it in claim.quotes})


def _days(dossier: Dossier) -> str:
    """The first and the last day; empty where none is known."""
    days = sorted(claim.day for claim in dossier.claims if claim.day)
    return told_time(f"{days[0]}/{days[-1]}") if days else ""


def _lines(dossier: Dossier, ontology: Ontology) -> Iterator[str]:
    found, days = chapters(dossier, ontology), _days(dossier)
    yield f"# {_text(dossier.name)}\n"
    when = f", {days}" if days else ""
    counts = f"Claims: {len(dossier.claims)}; articles: {_articles(dossier)}{when}."
    yield f"{_text(dossier.kind)} ({_text(', '.join(dossier.ids))}). {counts}\n"
    if dossier.names:
        yield f"Also called: {_text('; '.join(dossier.names))}.\n"
    if found.disputes:
        yield "## Said and denied\n"
    for dispute in found.disputes:
        for word, side in (("Said", dispute.affirmed), ("Denied", dispute.denied)):
            yield f"**{word}**\n"
            for claim in side:
                yield from _claim(claim)
        yield "---\n"
    if found.contradictions:
        yield "## Contradictions\n"
    for claim in found.contradictions:
        yield from _claim(claim)
        yield from (f"  - against: {_text(other)}\n" for other in claim.contradicts)
    for chapter in found.chapters:
        yield from _chapter(chapter)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {_text(chapter.title)} ({chapter.claims})\n"
    yield f"{_text(chapter.meaning)}\n"
    for theme in chapter.themes:
        yield f"### {_text(theme.title)}\n"
        for claim in theme.claims:
            yield from _claim(claim)


def _claim(claim: ToldClaim) -> Iterator[str]:
    when = f"{_text(claim.when)}: " if claim.when else ""
    yield f"- {when}**{_text(claim.name)}**"
    yield from (f"  > {_text(it.text)}\n  >\n  > {_source(it)}\n" for it in claim.quotes)


def _source(it: Quote) -> str:
    told = ", ".join(_text(fact) for fact in (it.article, it.publisher, it.published) if fact)
    address = web(it.url)
    return f"({told})" if address is None else f"([{told}](<{quote(address, safe=SAFE)}>))"


SAFE = ":/?#[]@!$&'()*+,;=%~-._"
"""What an address may hold as it stands; anything else is written in percents."""


def _text(words: str) -> str:
    """One line in which nothing is markup."""
    return MARKUP.sub(r"\\\1", BREAKS.sub(" ", words.strip()))
