"""When a seat of government means those who govern from it: "Moscow demanded", "Tokyo's response"."""

from graphkit.model import Mention
from graphkit.resolve.beside import Beside, capital
from graphkit.resolve.standing import Standing

WITH = frozenset({"with", "against", "between", "than"})
ADDRESSED = frozenset(
    (
        "told", "tell", "tells", "urged", "urge", "urges", "urging", "warned", "warn", "warns", "warning",
        "accused", "accuse", "accuses", "accusing", "asked", "pressed", "press", "pressing", "pressure",
        "pressured", "condemned", "condemn", "blamed", "blame", "blaming", "criticised", "criticized",
        "sanction", "sanctioned", "punish", "deter", "persuade", "convince", "force", "forced", "anger",
        "angered", "ally", "allies", "isolate",
    )
)  # fmt: skip
STATECRAFT = frozenset(
    (
        "aggression", "aims", "allies", "ambassador", "ambitions", "annexation", "approach", "army",
        "attack", "attempt", "backing", "ban", "call", "calls", "claim", "claims", "concerns", "conditions",
        "criticism", "decision", "defence", "defense", "demand", "demands", "denial", "diplomacy",
        "diplomatic", "economic", "effort", "efforts", "embassy", "envoy", "forces", "foreign", "goal",
        "goals", "government", "influence", "insistence", "intention", "intentions", "interests",
        "invasion", "leaders", "leadership", "military", "missile", "move", "moves", "neighbours",
        "neighbors", "nuclear", "objections", "offer", "offensive", "plan", "plans", "policies", "policy",
        "position", "promise", "proposal", "proposals", "proxies", "reaction", "refusal", "request",
        "response", "role", "sanctions", "security", "stance", "statement", "strategy", "support",
        "threat", "threats", "troops", "unwillingness", "view", "war", "warning", "warnings", "willingness",
    )
)  # fmt: skip
PREPOSITIONS = frozenset(
    (
        "about", "across", "around", "at", "by", "for", "from", "in", "inside", "into", "near", "of", "off",
        "on", "onto", "outside", "over", "through", "to", "toward", "towards",
    )
)  # fmt: skip
NO_VERB = PREPOSITIONS | {"and", "or", "where", "when", "while", "after", "before", "but"}
DASHES = frozenset({"-", "–", "—", "--"})


def governs(seat: Mention, stand: Beside, standing: Standing) -> bool:
    """Whether a seat is its government where it stands."""
    at = (seat.start, seat.end)
    if dateline(stand) or at in standing.as_places:
        return False
    if stand.possessive:
        return stand.owned.lower() in STATECRAFT
    if at in standing.acting:
        return True
    if not seat.acts or stand.left in PREPOSITIONS:
        return False
    return stand.left in WITH | ADDRESSED or _subject(stand)


def _subject(stand: Beside) -> bool:
    """Whether a verb can follow: a word in lower case stands right after, and no comma, "and" or name."""
    right = stand.after[0] if stand.after else ""
    return right.islower() and right.isalpha() and right not in NO_VERB and stand.left not in {",", "and"}


def dateline(stand: Beside) -> bool:
    """LONDON (Reuters) - ..."""
    if not stand.opens:
        return False
    for place, word in enumerate(stand.after[:9]):
        if word in DASHES:
            return True
        if word not in {",", "(", ")", ".", "/"} and not capital(word):
            return place > 0 and stand.after[place - 1] == ")"
    return False
