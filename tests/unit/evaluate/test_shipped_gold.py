"""The gold shipped with the project is well-formed, and the docs' examples are."""

import re
from pathlib import Path

from graphkit.evaluate import Tools, score
from graphkit.evaluate.gold import Problems, read_cases, read_gold_article, to_extraction
from graphkit.evaluate.gold.folder import read_articles
from graphkit.model import Extraction

ROOT = Path(__file__).parents[3]
DOCUMENT = (ROOT / "docs" / "gold-format.md").read_text(encoding="utf-8")


def test_gold_articles_score_themselves_perfectly() -> None:
    golds = read_articles([ROOT / "tests" / "gold"])
    records = {gold.article.text: to_extraction(gold) for gold in golds}

    tools = Tools(
        read=lambda article: records.get(article.text) or nothing(article.text),
        tuples=lambda sentences: sentences,
        known=lambda item: True,
    )
    reports = score(ROOT / "tests" / "gold", tools)

    (claims,) = (report for report in reports if report.title == "claims")
    assert claims.figures["f1"] == 1
    assert min(claims.figures.values()) == 1


def nothing(text: str) -> Extraction:
    problems = Problems("")
    return to_extraction(read_gold_article("", text, "sentences: []", problems))


def test_the_documented_article_is_right() -> None:
    article, _ = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
    text = (
        "Harlow Foods said on Tuesday that it would not close the Leeds plant by May. "
        "NATO has placed 8,500 troops on standby. More soon. Photo: Reuters"
    )
    problems = Problems("docs")

    gold = read_gold_article("docs", text, article, problems)

    assert problems.lines() == []
    assert len(gold.claims) == 3


def test_the_documented_cases_are_right() -> None:
    _, cases = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
    problems = Problems("docs")

    (case,) = read_cases(cases, problems)

    assert problems.lines() == []
    assert len(case.forbidden) == 2
