"""Learn the weights by which pronouns choose what they mean, and write config/pronouns.json.

    python scripts/train_pronouns.py GUM_FOLDER GAP.tsv [GAP.tsv ...]

GUM_FOLDER holds JSON files of GUM news (CC BY), the TSV files are GAP's (Apache-2.0); neither is shipped. The
articles of tests/gold, whose entities are annotated, are read too.
The model is a log-linear choice among the candidates and none, fitted with a ridge penalty; `--folds` prints
its accuracy on articles left out. The same input gives the same file.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from graphkit.evaluate.gap import GapText, read_gap
from graphkit.evaluate.gold import GoldArticle
from graphkit.evaluate.gold.folder import read_articles
from graphkit.evaluate.gum import GumArticle, read_gum
from graphkit.model import Article, Span
from graphkit.nlp.clauses import clauses
from graphkit.nlp.coreference.candidates import HE, IT, SHE, THEY, Candidate
from graphkit.nlp.coreference.chains import resolve
from graphkit.nlp.coreference.features import Facts, facts, null_facts, pronoun_class
from graphkit.nlp.coreference.things import Thing
from graphkit.nlp.load import load
from graphkit.nlp.mentions import find_mentions
from graphkit.nlp.mentions.found import Found
from graphkit.nlp.speech import voices
from graphkit.nlp.tree import trees
from graphkit.ontology import load_ontology
from graphkit.ontology.cues import load_cues
from graphkit.resolve.gazetteer.load import load_gazetteer

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "config" / "pronouns.json"
GOLD = ROOT / "tests" / "gold"
PRONOUNS = HE | SHE | IT | THEY
RIDGE = {"general": 1.5, "own": 3.0}
STEPS = 400
DIGITS = 3


@dataclass(slots=True)
class Choice:
    """One pronoun: facts of each candidate and, last, of none; which are right. group: its article."""

    group: str
    kind: str
    options: list[Facts]
    right: list[int]
    weight: float = 1.0


@dataclass(slots=True)
class Annotated:
    """A text with the spans that are known to be one thing, and the spans known to be something else.

    sure: whether every mention of the text is annotated, so that what isn't together is apart.
    """

    name: str
    article: Article
    together: list[frozenset[Span]]
    sure: bool
    pronouns: frozenset[Span]


def gum(folder: Path) -> list[Annotated]:
    return [_gum(read_gum(path)) for path in sorted(folder.glob("*.json"))]


def _gum(gold: GumArticle) -> Annotated:
    return Annotated(gold.name, gold.article, list(gold.chains), True, gold.pronouns)


def gap(paths: Sequence[Path]) -> list[Annotated]:
    found = []
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            found += [_gap(text, f"{path.stem}-{n}") for n, text in enumerate(read_gap(lines))]
    return [one for one in found if one.together]


def _gap(text: GapText, name: str) -> Annotated:
    right = [span for span, means in text.names if means]
    together = [frozenset({text.pronoun, *right})] if right else []
    return Annotated(name, text.article, together, False, frozenset({text.pronoun}))


def own() -> list[Annotated]:
    """The project's gold articles: entities with the places where they are named or meant."""
    return [_own(gold) for gold in read_articles(sorted(GOLD.glob("*.yaml")))]


def _own(gold: GoldArticle) -> Annotated:
    together = [frozenset(entity.mentions) for entity in gold.entities]
    words = gold.article.text
    meant = {s for chain in together for s in chain if words[s.start : s.end].lower() in PRONOUNS}
    return Annotated(f"own {gold.name}", gold.article, together, False, frozenset(meant))


def choices(texts: Sequence[Annotated]) -> Iterable[Choice]:
    nlp = load("en_core_web_sm")
    cues, lexicon = load_cues(), load_gazetteer(load_ontology())
    for text, doc in zip(texts, nlp.pipe([one.article.text for one in texts]), strict=True):
        sentences = trees(doc)
        words = text.article.text
        spoken = voices(sentences, [c for t in sentences for c in clauses(t)], words, cues)
        speakers = {i: voice.speaker for i, voice in spoken.items() if voice is not None}
        recorder = Recorder(text)
        resolve(find_mentions(sentences, words, lexicon), words, lexicon, speakers, recorder.choose)
        yield from recorder.choices


class Recorder:
    """Notes every choice, and chooses rightly, so that later pronouns see what is right."""

    def __init__(self, text: Annotated) -> None:
        self.text = text
        self.choices: list[Choice] = []

    def choose(self, mention: Found, found: Sequence[Candidate]) -> Thing | None:
        pronoun = Span(mention.first.start, mention.last.end)
        if pronoun not in self.text.pronouns or not found:
            return None
        own = next((n for n, chain in enumerate(self.text.together) if pronoun in chain), None)
        right = [n for n, one in enumerate(found) if own is not None and self._chain(one) == own]
        if not right and not self.text.sure:
            return None
        options = [facts(mention, one, n, found) for n, one in enumerate(found)]
        options.append(null_facts(mention, found))
        kind = pronoun_class(mention)
        self.choices.append(Choice(self.text.name, kind, options, right or [len(found)]))
        return found[right[0]].thing if right else None

    def _chain(self, one: Candidate) -> int | None:
        """The gold chain most mentions of the thing belong to, the nearest counting first."""
        for mention in (one.nearest, *reversed(one.thing.mentions)):
            chain = self._of(mention)
            if chain is not None:
                return chain
        return None

    def _of(self, mention: Found) -> int | None:
        start, end = (
            (mention.first.start, mention.last.end)
            if mention.kind == "name"
            else (mention.head.start, mention.head.end)
        )
        around = [
            (span.end - span.start, n)
            for n, chain in enumerate(self.text.together)
            for span in chain
            if span.start <= start and end <= span.end
        ]
        if around and self.text.sure:
            return min(around)[1]
        touching = [
            n
            for n, chain in enumerate(self.text.together)
            for span in chain
            if span.start < end and start < span.end
        ]
        return touching[0] if touching else None


def fit(found: Sequence[Choice], names: Sequence[str]) -> np.ndarray:
    """Weights that make the right choices likely: Adam on the penalised likelihood (Kingma and Ba 2015)."""
    place = {name: n for n, name in enumerate(names)}
    ridge = np.array([RIDGE["own"] if ": " in name else RIDGE["general"] for name in names])
    tables = [_table(choice, place) for choice in found]
    starts = np.cumsum([0] + [len(choice.options) for choice in found])[:-1]
    rows = np.vstack(tables)
    owner = np.repeat(np.arange(len(found)), [len(choice.options) for choice in found])
    right = np.zeros(len(rows))
    for start, choice in zip(starts, found, strict=True):
        right[[start + n for n in choice.right]] = 1
    weight = np.array([choice.weight for choice in found])[owner]
    weights = np.zeros(len(names))
    first, second = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = rows @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        grown = np.exp(scores)
        expected = grown / np.add.reduceat(grown, starts)[owner]
        wanted = grown * right
        wanted = wanted / np.add.reduceat(wanted, starts)[owner]
        slope = rows.T @ (weight * (wanted - expected)) - ridge * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights += 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def _table(choice: Choice, place: dict[str, int]) -> np.ndarray:
    table = np.zeros((len(choice.options), len(place)))
    for row, option in enumerate(choice.options):
        for fact, value in option.items():
            for name in (fact, f"{choice.kind}: {fact}"):
                if name in place:
                    table[row, place[name]] = value
    return table


def fact_names(found: Sequence[Choice], least: int = 3) -> list[str]:
    seen: dict[str, int] = {}
    for choice in found:
        for fact in {fact for option in choice.options for fact in option}:
            for name in (fact, f"{choice.kind}: {fact}"):
                seen[name] = seen.get(name, 0) + 1
    return sorted(name for name, times in seen.items() if times >= least)


def tell(found: Sequence[Choice], folds: int) -> None:
    """Accuracy on articles left out: how many are answered, and how many answers are right, by threshold."""
    groups = sorted({choice.group for choice in found if not choice.group.startswith("gap")})
    outcomes: dict[str, list[tuple[float, bool, bool]]] = {}
    for fold in range(folds):
        held = set(groups[fold::folds])
        train = [choice for choice in found if choice.group not in held]
        names = fact_names(train)
        weights = fit(train, names)
        place = {name: n for n, name in enumerate(names)}
        for choice in (choice for choice in found if choice.group in held):
            scores = _table(choice, place) @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            best = int(likely[:-1].argmax())
            null = choice.right == [len(choice.options) - 1]
            outcomes.setdefault(choice.kind, []).append((float(likely[best]), best in choice.right, null))
    for kind, results in sorted(outcomes.items()):
        wanted = sum(not null for _, _, null in results)
        for threshold in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8):
            answered = [right for likely, right, _ in results if likely >= threshold]
            right = sum(answered)
            precision = right / len(answered) if answered else 0
            print(
                f"{kind:5} {threshold:.1f} answered {len(answered):3} precision {precision:.3f} of {wanted}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gum", type=Path)
    parser.add_argument("gap", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    found = list(choices([*gum(options.gum), *own(), *gap(options.gap)]))
    for choice in found:
        choice.weight = 0.3 if choice.group.startswith("gap") else 1.0
    print(f"{len(found)} choices")
    if options.folds:
        tell(found, options.folds)
    names = fact_names(found)
    weights = fit(found, names)
    kept = {name: round(float(w), DIGITS) for name, w in zip(names, weights, strict=True)}
    lines = json.dumps(
        {name: w for name, w in kept.items() if w}, indent=0, ensure_ascii=False, sort_keys=True
    )
    TARGET.write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
