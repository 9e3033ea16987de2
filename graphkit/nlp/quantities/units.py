"""What is counted: money, measures, per cent; and what it is per."""

from graphkit.nlp.quantities.money import CODES, LARGE, NAMES
from graphkit.nlp.quantities.tokens import Token

_MEASURES = {
    "%": "%", "percent": "%", "per cent": "%", "pct": "%", "percentage point": "percentage point",
    "basis point": "basis point", "millimetre": "mm", "mm": "mm", "centimetre": "cm", "cm": "cm",
    "metre": "m", "kilometre": "km", "km": "km", "inch": "inch", "foot": "foot", "ft": "foot",
    "yard": "yard", "mile": "mile", "nautical mile": "nautical mile", "square metre": "m2", "km²": "km2",
    "m²": "m2", "square kilometre": "km2", "square mile": "mile2", "square foot": "foot2",
    "cubic metre": "m3", "cubic foot": "foot3", "hectare": "ha", "acre": "acre", "gram": "g",
    "kilogram": "kg", "kilo": "kg", "kg": "kg", "tonne": "t", "metric ton": "t", "ton": "ton",
    "pound": "pound", "lb": "pound", "ounce": "ounce", "carat": "carat", "millilitre": "ml",
    "litre": "l", "gallon": "gallon", "pint": "pint", "barrel": "barrel", "watt": "W", "kilowatt": "kW",
    "kw": "kW", "megawatt": "MW", "mw": "MW", "gigawatt": "GW", "gw": "GW", "kilowatt hour": "kWh",
    "kwh": "kWh", "megawatt hour": "MWh", "mwh": "MWh", "gigawatt hour": "GWh", "megabyte": "MB",
    "mb": "MB", "gigabyte": "GB", "gb": "GB", "terabyte": "TB", "tb": "TB", "volt": "V",
    "mph": "mile/hour", "kph": "km/hour", "km / h": "km/hour", "knot": "knot", "degree celsius": "°C",
    "degree centigrade": "°C", "° c": "°C", "c": "°C", "degree fahrenheit": "°F", "° f": "°F", "f": "°F",
    "degree": "degree",
}  # fmt: skip
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_UNITS = _MEASURES | NAMES | {code: code.upper() for code in CODES} | {unit: unit for unit in TIMES}
_GLUED = {"p": "penny", "c": "°C", "f": "°F", "m": "m"}
"""Read only right after a number: *50p*, *40C*; *5m* with a word of length after it."""
LENGTHS = frozenset(
    {"tall", "high", "long", "deep", "wide", "away", "apart", "below", "above", "sprint", "race"}
)
_SHARES = {
    "share": "share", "person": "person", "head": "person", "capita": "person", "household": "household",
    "night": "night", "passenger": "passenger", "pupil": "pupil", "student": "student",
    "patient": "patient", "vote": "vote", "game": "game", "hr": "hour", "h": "hour",
}  # fmt: skip
_PER = {name: code for name, code in _UNITS.items() if name not in {"c", "f", "%"}} | _SHARES
_IRREGULAR = {"feet": "foot", "inches": "inch", "centuries": "century", "kronor": "krona", "lbs": "lb"}


def unit_at(found: list[Token], i: int, *, large: bool) -> tuple[str, int] | None:
    """The unit that begins at a token, with where it ends; large: of a million or more."""
    if i >= len(found):
        return None
    if found[i].glued and found[i].text in _GLUED:
        return _glued(found, i)
    for length in (3, 2, 1):
        name = _name(found[i : i + length])
        if large and name in LARGE and (i + length >= len(found) or found[i + length].text != "of"):
            return LARGE[name], i + length
        if name in _UNITS and name not in {"c", "f"}:
            return _UNITS[name], i + length
    return None


def per_at(found: list[Token], i: int) -> tuple[str, int] | None:
    """What an amount is per: *an hour*, *per barrel*, */kg*; with where it ends."""
    if i >= len(found) or found[i].text not in {"a", "an", "per", "each", "every", "/"}:
        return None
    for length in (2, 1):
        name = _name(found[i + 1 : i + 1 + length])
        if name in _PER:
            return _PER[name], i + 1 + length
    return None


def _glued(found: list[Token], i: int) -> tuple[str, int] | None:
    text = found[i].text
    if text == "m" and not (i + 1 < len(found) and found[i + 1].text in LENGTHS):
        return None
    return _GLUED[text], i + 1


def _name(found: list[Token]) -> str:
    """The words as tables have them: in the singular, in British spelling."""
    return (
        " ".join(singular(token.text) for token in found).replace("meter", "metre").replace("liter", "litre")
    )


def singular(word: str) -> str:
    """*metres* as metre."""
    word = _IRREGULAR.get(word, word)
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "siu" else word
