"""Why each triple of an article is meant as it is: kept while the article is read, only where somebody asks."""

from collections.abc import Iterable, Iterator

from graphkit.model import Cue, Modality, Polarity, Triple
from graphkit.nlp.clause import Clause
from graphkit.nlp.events import NominalEvent
from graphkit.nlp.nominal import Description
from graphkit.nlp.stance import Stance
from graphkit.nlp.stance.events import DOUBTFUL
from graphkit.nlp.stance.hearing import Heard, HearingJudge
from graphkit.nlp.tree import Word
from graphkit.ontology.cues import Cues


class Notes:
    """The words behind each triple, in the order in which they are written.

    text: the article's. found: of each triple its cues, those of its clause from the inside out.
    """

    def __init__(self, text: str, cues: Cues) -> None:
        self._text = text
        self.found: list[tuple[Cue, ...]] = []
        self._cues = cues
        self._judge = HearingJudge(cues)
        self._clauses: dict[Clause, tuple[Heard, ...]] = {}

    def stance(self, clause: Clause, *, question: bool = False) -> Stance:
        """The judge's, with what it goes by kept."""
        judged, self._clauses[clause] = self._judge.hear(clause, question=question)
        return judged

    def clause(self, triple: Triple, clause: Clause, word: Word, by: str) -> None:
        """A triple was written of a clause. word, by: what makes of it what no word of the clause does."""
        heard = (cue for one in self._clauses.get(clause, ()) for cue in _changed(one))
        self._add(triple, heard, word, by)

    def description(self, triple: Triple, found: Description) -> None:
        """A triple was written of an office or description."""
        words = [*found.noun.left, *found.noun.right, *found.words]
        self._add(triple, self._described(words, triple), found.noun, "construction")

    def event(self, triple: Triple, found: NominalEvent, around: Clause | None) -> None:
        """A triple was written of an event a noun tells of. around: the clause it stands in."""
        outer = () if around is None else self._clauses.get(around, ())
        described = self._described(found.noun.left, triple)
        cues = [*described, *(cue for one in outer for cue in _changed(one))]
        over = found.noun.head
        self._add(triple, cues, over, "fragment" if around is None else f"over {found.noun.text}")

    def _described(self, words: Iterable[Word], triple: Triple) -> Iterator[Cue]:
        for word in words:
            effect = "possible" if word.low in DOUBTFUL else self._cues.descriptions.get(word.low)
            if word.dep == "neg" or word.low in self._cues.none or effect == "negated":
                yield _cue("polarity", word, "denial", Polarity.NEGATED)
            elif effect is not None and triple.modality is not Modality.ASSERTED:
                yield _cue("modality", word, "description", effect)

    def _add(self, triple: Triple, heard: Iterable[Cue], word: Word, by: str) -> None:
        """word, by: what makes of the triple what no other word does."""
        cues = list(heard)
        for part, plain, value in (
            ("polarity", Polarity.AFFIRMED, triple.polarity),
            ("modality", Modality.ASSERTED, triple.modality),
        ):
            last = next((cue.gives for cue in reversed(cues) if cue.part == part), plain.value)
            if last != value.value:
                cues.append(_cue(part, word, by, value))
        self.found.append((*cues, *self._spoken(triple), *_dated(triple)))

    def _spoken(self, triple: Triple) -> Iterator[Cue]:
        speaker = triple.speaker
        if speaker is not None:
            span = triple.cue or speaker.head
            words, by = self._text[span.start : span.end], "reporting word" if triple.cue else "owner"
            yield Cue("speaker", span.start, span.end, words, by, speaker.text)


def _changed(one: Heard) -> Iterator[Cue]:
    if one.before.polarity is not one.after.polarity:
        yield _cue("polarity", one.word, one.by, one.after.polarity)
    if one.before.modality is not one.after.modality:
        yield _cue("modality", one.word, one.by, one.after.modality)


def _cue(part: str, word: Word, by: str, gives: str) -> Cue:
    return Cue(part, word.start, word.end, word.text, by, str(gives))


def _dated(triple: Triple) -> Iterator[Cue]:
    for one in triple.arguments:
        if one.role == "time":
            yield Cue("time", one.start, one.end, one.text, "time expression", one.value or "")
