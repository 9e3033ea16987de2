"""Fill the tables of docs/reading.md from real runs.

    python scripts/measure_rules.py [CARB_DEV.tsv]

Without CaRB's development set (https://github.com/dair-iitd/CaRB, MIT) the table of rules stays as it is.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from graphkit.evaluate.carb import compare, read_gold, read_tuples
from graphkit.evaluate.carb.report import score_rules
from graphkit.evaluate.score import score
from graphkit.nlp.rules import RULES, Rule
from graphkit.nlp.stance.flags import Flags, embedded, reversed_over
from graphkit.ontology.cues import CLASSES, CueFile
from graphkit.pipeline.recipe import Recipe
from graphkit.pipeline.score import tools
from graphkit.resources import shipped

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reading.md"
PIPELINE = "en_core_web_sm"

Figures = dict[str, tuple[int, float, float]]
"""Per rule: how many, precision, F1 gained."""


def main() -> None:
    """Write the page anew."""
    page = filled(PAGE.read_text("utf-8"))
    if len(sys.argv) > 1:
        page = replaced(page, "rules", rules_table(Path(sys.argv[1])))
    PAGE.write_text(page, "utf-8")


def filled(page: str) -> str:
    """The page with what can be told without a benchmark."""
    return replaced(replaced(page, "stance", stance_table()), "known", known_list())


def replaced(page: str, name: str, lines: Iterator[str]) -> str:
    """The page with the block between its markers replaced."""
    begin, end = f"<!-- {name}: made by scripts/measure_rules.py -->", f"<!-- end of {name} -->"
    block = "\n".join([begin, *lines, end])
    return re.sub(re.escape(begin) + ".*" + re.escape(end), lambda _: block, page, flags=re.DOTALL)


def rules_table(carb: Path) -> Iterator[str]:
    """Each rule with its example, and how it does on CaRB and on our own gold."""
    on_carb, curve = carb_figures(carb)
    on_gold = gold_figures()
    yield f"All rules together on CaRB's development set, {PIPELINE}: {curve}."
    yield ""
    yield "| rule | example | what comes out | CaRB: tuples | precision | F1 gained | own gold: claims | precision |"
    yield "|---|---|---|---|---|---|---|---|"
    for rule in RULES:
        yield f"| {' | '.join([*_told(rule), *_on_carb(on_carb, rule), *_on_gold(on_gold, rule)])} |"


def carb_figures(path: Path) -> tuple[Figures, str]:
    """Per rule, and the whole in words."""
    lines = path.read_text("utf-8").splitlines()
    gold = read_gold(lines, str(path))
    sentences = list(dict.fromkeys(tuples[0].sentence for tuples in gold.values()))
    found = read_tuples(tools(Recipe(PIPELINE)).tuples(sentences))
    curve = compare(gold, found)
    whole = f"F1 {curve.f1:.3f}, precision {curve.precision:.3f}, recall {curve.recall:.3f}"
    return {one.rule: (one.tuples, one.precision, one.gain) for one in score_rules(gold, found, curve)}, whole


def gold_figures() -> dict[str, tuple[int, float]]:
    """Per rule: claims found in tests/gold, and the share of them that are in the gold."""
    (report,) = score(ROOT / "tests" / "gold", tools(Recipe(PIPELINE)))
    table = next(table for table in report.tables if table.title == "rules")
    return {str(name): (int(count), float(precision)) for name, count, precision in table.rows}


def _told(rule: Rule) -> list[str]:
    return [rule.name, rule.example or "where the parser can't tell", rule.claim.replace("|", "\\|")]


def _on_carb(figures: Figures, rule: Rule) -> list[str]:
    if rule.name not in figures:
        return ["0", "", ""]
    count, precision, gain = figures[rule.name]
    return [str(count), f"{precision:.2f}", f"{gain:+.3f}"]


def _on_gold(figures: dict[str, tuple[int, float]], rule: Rule) -> list[str]:
    count, precision = figures.get(rule.name, (0, 0.0))
    return [str(count), f"{precision:.2f}" if count else ""]


def stance_table() -> Iterator[str]:
    """What each class of words makes of its content, and what it makes of it when it is denied itself."""
    file = CueFile.model_validate(yaml.safe_load(shipped("config", "cues.yaml").read_text("utf-8")))
    yield "| class | words, for instance | makes *P* | denied itself, makes *P* |"
    yield "|---|---|---|---|"
    for name in CLASSES:
        plain, denied = embedded(name, Flags()), reversed_over(name, embedded(name, Flags()))
        yield f"| {name} | {', '.join(_words(file, name))} | {_meant(plain)} | {_meant(denied)} |"


def _words(file: CueFile, name: str) -> list[str]:
    lists = (file.that, file.to, file.object_to, file.doing, file.doing_after, file.nouns, file.adjectives)
    return list(dict.fromkeys(words[name][0] for words in lists if name in words))[:4]


def _meant(flags: Flags) -> str:
    return f"{flags.polarity.value}, {flags.modality.value}"


def known_list() -> Iterator[str]:
    """Cases and frames that are known to be read wrongly."""
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            if case.get("known"):
                yield f"- *{' '.join(case['text'].split())}* {case['known']}"
    for name, wrong in (("open", "comes out as a fact"), ("facts", "doesn't come out as a fact")):
        for line in (ROOT / "tests" / "frames" / f"{name}.txt").read_text("utf-8").splitlines():
            if line.startswith("! "):
                yield f"- *{line.removeprefix('! ')}* {wrong}, with some verbs"


if __name__ == "__main__":
    main()
