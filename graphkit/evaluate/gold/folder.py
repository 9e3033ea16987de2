"""Gold files on disk: `NAME.txt` beside `NAME.yaml` is an article, a YAML list is harmless cases."""

from pathlib import Path

from graphkit.evaluate.gold.article import GoldArticle, read_gold_article
from graphkit.evaluate.gold.cases import HarmlessCase, read_cases
from graphkit.evaluate.gold.problems import Problems


def read_articles(paths: list[Path]) -> list[GoldArticle]:
    """The gold articles among the files and folders, by path; RecordError lists every error."""
    articles = []
    for path in annotations(paths):
        if holds_cases(path):
            continue
        problems = Problems(str(path))
        articles.append(read_article(path, problems))
        problems.raise_errors()
    return articles


def read_case_files(paths: list[Path]) -> list[HarmlessCase]:
    """The harmless cases among the files and folders, by path; RecordError lists every error."""
    cases = []
    for path in annotations(paths):
        if holds_cases(path):
            problems = Problems(str(path))
            cases += read_cases(path.read_text(encoding="utf-8"), problems)
            problems.raise_errors()
    return cases


def annotations(paths: list[Path]) -> list[Path]:
    """Every YAML file named or inside a folder named, sorted."""
    found = {file for path in paths for file in (path.rglob("*.yaml") if path.is_dir() else [path])}
    return sorted(found)


def holds_cases(path: Path) -> bool:
    """Whether the file is a list: no `NAME.txt` stands beside it, and its first words begin an item."""
    if path.with_suffix(".txt").exists():
        return False
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next((line for line in lines if line.strip() and not line.startswith(("#", "---"))), "")
    return first.startswith("-")


def read_article(path: Path, problems: Problems) -> GoldArticle:
    """The article annotated in `path`; its text is beside it with the ending .txt."""
    beside = path.with_suffix(".txt")
    text = beside.read_text(encoding="utf-8") if beside.exists() else ""
    if not text.strip():
        problems.error(1, f"has no text beside it: write {beside.name}")
        return read_gold_article(path.stem, "", "sentences: []", Problems(str(path)))
    return read_gold_article(path.stem, text, path.read_text(encoding="utf-8"), problems)
