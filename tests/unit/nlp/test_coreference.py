"""Which mentions refer to one thing."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit.model import Mention
from graphkit.nlp.clauses import clauses
from graphkit.nlp.coreference import link
from graphkit.nlp.mentions import find_mentions
from graphkit.nlp.speech import voices
from graphkit.nlp.tree import Tree, Word
from graphkit.ontology.cues import load_cues
from tests.unit.nlp.lexicon import SmallLexicon

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "coreference.yaml").read_text(encoding="utf-8"))
Parse = Callable[[str], list[Tree]]


def read(parse: Parse, text: str) -> list[Mention]:
    trees, lexicon = parse(text), SmallLexicon()
    return link(find_mentions(trees, text, lexicon), trees, text, lexicon, speakers(trees, text))


def speakers(trees: list[Tree], text: str) -> Mapping[int, Word]:
    found = voices(trees, [clause for tree in trees for clause in clauses(tree)], text, load_cues())
    return {i: voice.speaker for i, voice in found.items() if voice is not None}


def chain(mentions: list[Mention], words: str) -> int:
    """The chain of a mention, given by its words or those it begins with."""
    words, _, number = words.partition("@")
    places = [one for one in mentions if one.text == words]
    places = places or [one for one in mentions if one.text.startswith(f"{words} ")]
    assert places, f"no mention {words!r} among {[one.text for one in mentions]}"
    return places[int(number or 1) - 1].chain


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"])
def test_mentions_are_linked_as_the_case_says(case: dict[str, Any], parse: Parse) -> None:
    mentions = read(parse, case["text"])

    for words in case.get("together", []):
        assert len({chain(mentions, one) for one in words}) == 1, words
    for words in case.get("apart", []):
        assert len({chain(mentions, one) for one in words}) == len(words), words


def test_offsets_are_those_of_the_text(parse: Parse) -> None:
    text = (
        "Russian Foreign Minister Sergei Lavrov, who is meeting Anna Weber, said he would call her on Friday."
    )

    mentions = read(parse, text)

    assert all(text[one.start : one.end] == one.text for one in mentions)
    assert all(one.start <= one.core.start < one.core.end <= one.end for one in mentions if one.core)
    assert all(one.phrase.start <= one.start and one.end <= one.phrase.end for one in mentions if one.phrase)


def test_cores_of_mentions_never_overlap_but_for_names_inside_names(parse: Parse) -> None:
    text = (
        "The University of Texas sued Harlow Foods. Its lawyer, Anna Weber, praised the judge who heard them."
    )

    cores = sorted(one.core for one in read(parse, text) if one.core and not one.nested)

    assert all(one.end <= other.start for one, other in pairwise(cores))


def test_chains_are_numbered_in_the_order_of_the_text(parse: Parse) -> None:
    mentions = read(parse, "Anna Weber met Peter Lang in Geneva. She left before him.")

    firsts = list(dict.fromkeys(one.chain for one in mentions))
    assert firsts == sorted(firsts)


def test_two_readings_of_one_text_are_equal(parse: Parse) -> None:
    text = "NATO warned Russia. The alliance said it would act. Anna Weber called it brave."

    assert read(parse, text) == read(parse, text)


def test_a_text_without_mentions_has_none(parse: Parse) -> None:
    assert read(parse, "Why not?") == []
