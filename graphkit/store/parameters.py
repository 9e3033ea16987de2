"""What a saved query wants to know, and what it is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from rapidfuzz import process

from graphkit.errors import QueryError

Value = str | int | float | bool | None | list["Value"]
NEAR = 60.0


@dataclass(frozen=True, slots=True)
class Parameter:
    """type: "string", "integer", "date", "boolean", or "entity": someone by name, alias or id.

    Where it isn't required and has no default it is null.
    """

    name: str
    type: str
    required: bool = False
    default: Value = None


def _integer(given: str) -> int:
    return int(given)


def _day(given: str) -> str:
    """Stays text, which the query turns into a date: so it can be written out in the Browser too."""
    return date.fromisoformat(given).isoformat()


def _boolean(given: str) -> bool:
    return {"true": True, "yes": True, "false": False, "no": False}[given.lower()]


TYPES: Mapping[str, tuple[Callable[[str], Value], str]] = {
    "string": (str, "any text"),
    "integer": (_integer, "a whole number"),
    "date": (_day, "a date such as 2022-01-26"),
    "boolean": (_boolean, "true or false"),
    "entity": (str, "a name, an alias or an id"),
}


def typed(parameter: Parameter, given: str) -> Value:
    """The value in the parameter's type; QueryError says what it should look like."""
    read, wanted = TYPES[parameter.type]
    try:
        return read(given.strip())
    except (ValueError, KeyError) as error:
        raise QueryError(f"{parameter.name} is {given!r}: give {wanted}") from error


def filled(
    name: str, parameters: tuple[Parameter, ...], given: Mapping[str, str | int | bool | None]
) -> dict[str, Value]:
    """A value for each parameter of query `name`; QueryError for a missing, unknown or ill-formed one."""
    known = [parameter.name for parameter in parameters]
    for each in sorted(given.keys() - set(known)):
        listed = ", ".join(known) or "none"
        raise QueryError(f"query {name!r} has no parameter {each!r}{nearest(each, known)}; it has {listed}")
    values: dict[str, Value] = {}
    for parameter in parameters:
        value = given.get(parameter.name)
        if value is None and parameter.required:
            example = "NAME" if parameter.type == "entity" else parameter.type.upper()
            raise QueryError(f"query {name!r} needs {parameter.name}: add -p {parameter.name}={example}")
        values[parameter.name] = parameter.default if value is None else typed(parameter, str(value))
    return values


def nearest(name: str, known: list[str]) -> str:
    """ " (did you mean ...?)", or nothing where no known name is near."""
    found = process.extractOne(name.lower(), sorted(known), score_cutoff=NEAR)
    return f" (did you mean {found[0]!r}?)" if found else ""
