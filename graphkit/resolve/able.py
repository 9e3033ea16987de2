"""What a name can't mean, whoever bears it: by its kind, its legal form and the words beside it."""

from graphkit.resolve.beside import Beside, Name
from graphkit.resolve.context import Context
from graphkit.resolve.gazetteer import Entry, Gazetteer
from graphkit.resolve.names import initials, key, normalised, person_parts

TOWNS = frozenset({"town", "village", "suburb", "hamlet", "township"})
"""After "town of" no country or state is meant, whatever has its name."""
SAYING = frozenset({"said", "says"})
"""What no town does but a seat of government: "Hanover said" is a company."""
OF_COMPANIES = frozenset(
    (
        "spokesman", "spokeswoman", "spokesperson", "ceo", "shares", "stock", "shareholders", "stockholders",
        "executives", "subsidiary", "subsidiaries", "unit",
    )
)  # fmt: skip
"""What no town or state has: "Delta spokesman", "stock of Madeira" are of companies."""
OF_MARKETS = frozenset({"shares", "stock"})
"""What a town has where they are traded: "Shanghai shares fell"."""
FORMS = {
    "plc": frozenset(
        {"Q145", "Q27", "Q1033", "Q114", "Q854", "Q233", "Q229", "Q117", "Q869", "Q785", "Q258"}
    ),
    "gmbh": frozenset({"Q183", "Q40", "Q39"}),
    "ag": frozenset({"Q183", "Q40", "Q39", "Q347"}),
    "spa": frozenset({"Q38", "Q298", "Q262", "Q36"}),
    "nv": frozenset({"Q55", "Q31", "Q730"}),
    "bv": frozenset({"Q55", "Q31"}),
    "asa": frozenset({"Q20"}),
    "oyj": frozenset({"Q33"}),
    "kk": frozenset({"Q17"}),
}
"""Countries whose companies have a legal form: General Electric Co Plc isn't the American one."""
BEFORE_PLACES = frozenset({"of", "in", "at", "from", "near", "to", "around", "across"})
"""After these it is somebody from there who speaks."""


def able(entry: Entry, name: Name, context: Context, gazetteer: Gazetteer) -> bool:
    """Whether a bearer of a name can be meant by it where it stands."""
    one_word = len(person_parts(name.text)) == 1
    if entry.kind == "Person":
        return name.kind == "Person" or not one_word
    if entry.kind == "Organization":
        if _weak(entry, name.text) and not _supported(entry, name.text, context):
            return False
        if one_word and name.kind in {"Person", "Place"} and not name.text.isupper():
            return False
        return _of_the_form(entry, name.text) and not _spelt_out_otherwise(
            entry, name.text, context, gazetteer
        )
    if entry.kind == "Place":
        # CA is California after a town alone.
        after_town = any(stand.left == "," for stand in name.stands) and not _degree(entry, name.text)
        return (after_town or not _weak(entry, name.text)) and not _says(entry, name, gazetteer)
    return not _weak(entry, name.text) and not any(of_a_town(stand) for stand in name.stands)


def _of_the_form(body: Entry, name: str) -> bool:
    """Whether companies of its country can have the legal form the name has."""
    form = normalised(name).rpartition(" ")[2]
    return body.country is None or form not in FORMS or body.country.removeprefix("wd:") in FORMS[form]


def _degree(state: Entry, name: str) -> bool:
    """ "M.D." is no Maryland: dots stand only between the letters of a name of two words ("N.J.")."""
    return "." in name.rstrip(".") and " " not in state.name


def of_a_town(stand: Beside) -> bool:
    """Whether it stands behind "town of"."""
    return stand.left == "of" and len(stand.before) > 1 and stand.before[-2].lower() in TOWNS


def _says(place: Entry, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether it does or has what only a company does or has."""
    if gazetteer.seat(name.text) is not None:
        return False
    for stand in name.stands:
        of = stand.before[-2].lower() if stand.left == "of" and len(stand.before) > 1 else ""
        theirs = stand.right in OF_COMPANIES - OF_MARKETS and stand.left not in BEFORE_PLACES
        if of in OF_COMPANIES or theirs:
            return True
        if "region" not in place.roles and stand.right in SAYING and stand.left not in BEFORE_PLACES:
            return True
    return False


def _weak(entry: Entry, name: str) -> bool:
    """Whether others are called so too; an acronym none of its names is written as may be another's ("DIA", Dia)."""
    asked = key(name)
    if asked.startswith("=") and asked not in {key(own) for own in (entry.name, *entry.aliases)}:
        return True
    return bool(entry.weak) and asked in {key(alias) for alias in entry.weak}


def _supported(entry: Entry, name: str, context: Context) -> bool:
    """Whether the article names what it belongs to, or has one of its full names."""
    if entry.country is not None:
        return context.foremost(entry.country)
    weak = {*entry.weak}
    return any(
        full in context.text for full in (entry.name, *entry.aliases) if full not in weak and len(full) > 3
    )


def _spelt_out_otherwise(entry: Entry, name: str, context: Context, gazetteer: Gazetteer) -> bool:
    """ "artificial pancreas (AP)": the article says what its acronym stands for, and it's something else."""
    if not name.isupper() or " " in name:
        return False
    for opening in (f"({name})", f"( {name} )"):
        place = context.text.find(opening)
        if place > 0:
            words = context.text[max(0, place - 120) : place].split()
            letters = [letter for letter in normalised(name) if letter.isalpha()]
            spelt = " ".join(words[-len(letters) :])
            if initials(spelt) == "".join(letters):
                return entry.id not in {found.id for found in gazetteer.candidates(spelt)}
    return False
