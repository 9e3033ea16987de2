"""Whether two personal names can be one person's."""

from itertools import groupby

from graphkit.ontology.given_names import given_names
from graphkit.resolve.identity.finding import NOTHING, Finding, ruled_out
from graphkit.resolve.identity.given import common_surname, forms_of_one, shared_by_many
from graphkit.resolve.identity.person_name import PersonName, gender_of, person_name
from graphkit.resolve.identity.spelling import one_word

OF_MANY = 0.15
"""What a name many share counts less."""
SHORT_NAME = 4
"""Letters to which a given name is short."""
COMMON = 0.06
"""What a frequent surname counts less, where the given names aren't spelt alike."""


def people(name: str, other: str) -> Finding:
    """How alike two names of people are."""
    one, two = person_name(name), person_name(other)
    if not one.parts or not two.parts:
        return NOTHING
    if one.generation != two.generation and (one.generation and two.generation):
        return ruled_out(f"{name} is {one.generation}, {other} is {two.generation}")
    if gender_of(one) and gender_of(two) and gender_of(one) != gender_of(two):
        return ruled_out(f"{name} and {other} are of different gender")
    found = _full(one, two) if one.given and two.given else _bare(one, two)
    if found.score and one.generation != two.generation:
        # A son is often called without the suffix, but so is his father.
        return Finding(found.score - 0.2, (*found.reasons, "only one is told by generation"))
    return found


def _bare(one: PersonName, two: PersonName) -> Finding:
    """A surname alone, or a name of one word, is like anybody's who has it."""
    alike = one_word(one.surname, two.surname)
    if not alike:
        return NOTHING
    if not one.given and not two.given:
        return Finding(0.7 * alike, ("the same single name",))
    return Finding(0.6 * alike, (f"the surname {one.surname}",))


def _full(one: PersonName, two: PersonName) -> Finding:
    if (found := _same_words(one, two)).score:
        return found
    surname, why_surname = _surnames(one, two)
    if not surname:
        return NOTHING
    given, why_given = _givens(one, two)
    if not given:
        return ruled_out(f"different given names: {one.given.title()} and {two.given.title()}")
    if (clash := _middles(one, two)) is not None:
        return ruled_out(clash)
    score = min(surname, given)
    reasons = tuple(why for why in (why_surname, why_given) if why) or ("the same name",)
    return _weighed(score, reasons, one, two)


def _weighed(score: float, reasons: tuple[str, ...], one: PersonName, two: PersonName) -> Finding:
    """Less for names many people share."""
    if shared_by_many(one.parts) or shared_by_many(two.parts):
        return Finding(score - OF_MANY, (*reasons, "a name many share"))
    if score < 1 and common_surname(one.surname):
        return Finding(score - COMMON, (*reasons, "a frequent surname"))
    return Finding(score, reasons)


def _same_words(one: PersonName, two: PersonName) -> Finding:
    if one.parts != two.parts and _turned(one.parts, two.parts):
        return Finding(0.9, ("the same words in another order",))
    if len(one.parts) == len(two.parts) == 2 and _swapped(one, two):
        return Finding(0.9, ("surname and given name in another order",))
    if _run_together(one, two):
        return Finding(0.93, ("the same but for a hyphen or space",))
    return NOTHING


def _turned(parts: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the surname comes first in one, last in the other; Ali Hassan is not Hassan Ali with both between."""
    return (*parts[1:], parts[0]) == other or (parts[-1], *parts[:-1]) == other


def _swapped(one: PersonName, two: PersonName) -> bool:
    return min(one_word(one.parts[0], two.parts[1]), one_word(one.parts[1], two.parts[0])) > 0.9


def _run_together(one: PersonName, two: PersonName) -> bool:
    """Li Xiang-dong is Li Xiangdong, and Noureddine Nour-Eddine: one writes as two words what is one."""
    if one.joined == two.joined and one.parts != two.parts:
        return True
    short, long = sorted((one.parts, two.parts), key=len)
    if len(long) != len(short) + 1:
        return False
    joined = (
        (*long[:place], long[place] + long[place + 1], *long[place + 2 :])
        for place in range(len(long) - 1)
        if min(len(long[place]), len(long[place + 1])) > 1
    )
    return any(sorted(parts) == sorted(short) for parts in joined)


def _surnames(one: PersonName, two: PersonName) -> tuple[float, str]:
    alike = one_word(one.surname, two.surname)
    if alike == 1:
        return 1.0, ""
    if alike:
        how = "sound alike" if alike > 0.9 else "differ by a slip"
        return alike, f"{one.surname.title()} and {two.surname.title()} {how}"
    for short, long in ((one, two), (two, one)):
        # "Gabriel García Márquez" is Gabriel García too; Ann Jones-Roe is Ann Roe or Ann Jones.
        if len(long.parts) > len(short.parts) and one_word(short.surname, long.parts[-2]) > 0.9:
            return 0.86, f"{long.parts[-1].title()} is a further surname"
    return 0.0, ""


def _givens(one: PersonName, two: PersonName) -> tuple[float, str]:
    given, other = one.given, two.given
    if given == other:
        return 1.0, ""
    if len(given) == 1 or len(other) == 1:
        return (0.82, f"{given.upper()} may be an initial") if given[0] == other[0] else (0.0, "")
    if forms_of_one(given, other):
        return 0.93, f"{given.title()} and {other.title()} are forms of one name"
    alike = one_word(given, other)
    if given in given_names() and other in given_names():
        # Both are names of their own: Brendan is not Brandon, but Sergey is Sergei.
        alike = 0.93 if alike > 0.9 and _vowels(given) == _vowels(other) else 0.0
    elif min(len(given), len(other)) <= SHORT_NAME and _vowels(given) != _vowels(other):
        # Of names so short a vowel makes another: Jon is not Joan.
        alike = 0.0
    if alike:
        how = "sound alike" if alike > 0.9 else "differ by a slip"
        return min(alike, 0.93), f"{given.title()} and {other.title()} {how}"
    for short, long in ((one, two), (two, one)):
        # "Gerald Rudolph Ford" may go by Rudolph.
        if any(one_word(short.given, middle) == 1 and len(middle) > 1 for middle in long.middle):
            return 0.84, f"{short.given.title()} is the other's middle name"
    return 0.0, ""


def _vowels(given: str) -> str:
    """What a given name sounds like beside its consonants: "Tim" and "Tom" differ, "Sergey" and "Sergei" don't."""
    letters = "".join(letter for letter, _ in groupby(given.replace("y", "i").removesuffix("e")))
    for spelt, level in (("ou", "u"), ("ei", "ai")):
        letters = letters.replace(spelt, level)
    return "".join(letter for letter in letters if letter in "aeiou")


def _middles(one: PersonName, two: PersonName) -> str | None:
    """What tells that middle names or initials are of two people: George W. and George H. W."""
    if not one.middle or not two.middle:
        return None
    first, second = one.middle[0], two.middle[0]
    initials = len(first) == 1 or len(second) == 1
    agree = first[0] == second[0] if initials else one_word(first, second) > 0
    shared = {word for word in one.middle if len(word) > 1} & {word for word in two.middle if len(word) > 1}
    if agree or shared or first in two.parts or second in one.parts:
        return None
    return f"different middle names: {' '.join(one.middle).title()} and {' '.join(two.middle).title()}"
