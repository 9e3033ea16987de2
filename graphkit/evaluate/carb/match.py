"""How well one extracted tuple covers one gold tuple, by words: CaRB's default matcher."""

from collections.abc import Sequence

from graphkit.evaluate.carb.tuples import Tuple

_FORMS_OF_BE = ("be", "is", "am", "are", "was", "were", "been", "being")
_SAYING = ("said", "told", "added", "adds", "says")

Match = tuple[float, float]
"""(precision, recall): shares of the extracted tuple's and of the gold tuple's words that match."""

NO_MATCH: Match = (0.0, 0.0)


def match(gold: Tuple, found: Tuple) -> Match:
    """Part by part: predicate, first argument, all other arguments as one.

    Where the gold predicate is one of saying, the extracted tuple may have its arguments swapped.
    """
    gold_parts = _two_parts(gold.arguments)
    straight = _lenient(gold.predicate, gold_parts, found.predicate, _two_parts(found.arguments))
    # As published: any predicate that holds these letters counts as one of saying ("overadds").
    if len(found.arguments) < 2 or not any(verb in gold.predicate for verb in _SAYING):
        return straight
    swapped = (" ".join(found.arguments[1:]), found.arguments[0])
    return max(straight, _lenient(gold.predicate, gold_parts, found.predicate, swapped))


def _two_parts(arguments: Sequence[str]) -> Sequence[str]:
    return (arguments[0], " ".join(arguments[1:])) if len(arguments) >= 2 else arguments


def _lenient(gold_predicate: str, gold_parts: Sequence[str], predicate: str, parts: Sequence[str]) -> Match:
    """No predicate word in common, or a part missing: no match at all."""
    gold_words, words = gold_predicate.split(), predicate.split()
    shared = _shared_in_predicate(gold_words, words)
    if shared == 0 or len(parts) < len(gold_parts):
        return NO_MATCH
    total, gold_total = len(words), len(gold_words)
    for gold_part, part in zip(gold_parts, parts, strict=False):
        gold_words, words = gold_part.split(), part.split()
        shared += len(gold_words) - len(_left_over(gold_words, words)[0])
        total += len(words)
        gold_total += len(gold_words)
    return shared / total, shared / gold_total


def _shared_in_predicate(gold_words: list[str], words: list[str]) -> int:
    """Words in common; one "be" left over meets any form of it, even one that has been counted."""
    unmatched_gold, unmatched = _left_over(gold_words, words)
    be = "be" in unmatched and any(form in gold_words for form in _FORMS_OF_BE)
    return len(gold_words) - len(unmatched_gold) + be


def _left_over(gold_words: list[str], words: list[str]) -> tuple[list[str], list[str]]:
    """Both lists less the words they share, each copy of a word meeting one."""
    left = list(words)
    left_gold = []
    for word in gold_words:
        if word in left:
            left.remove(word)
        else:
            left_gold.append(word)
    return left_gold, left
