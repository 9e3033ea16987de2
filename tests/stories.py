"""Articles by number, each like no other, in words the reader makes claims of."""

from pathlib import Path

FIRST = ("Anna", "Boris", "Carla", "David", "Elena", "Felix", "Greta", "Henry", "Irene", "Jonas")
LAST = (
    "Adler", "Bauer", "Brandt", "Dean", "Falk", "Frost", "Grant", "Hart", "Keller", "Klein", "Lind", "Marsh",
    "Moore", "Pike", "Quist", "Reed", "Stone", "Voss", "Wolf", "Zeller",
)  # fmt: skip
PLACES = ("Geneva", "Vienna", "Oslo", "Paris", "Rome", "Madrid", "Berlin")
COUNTRIES = (
    "Russia",
    "Ukraine",
    "Germany",
    "France",
    "Poland",
    "Turkey",
    "China",
    "Japan",
    "India",
    "Kenya",
    "Brazil",
)
DEMANDS = ("plan", "offer", "proposal", "budget", "treaty", "request", "deal")


def person(number: int) -> str:
    """Ten thousand of them: a middle initial tells those of one name apart."""
    initial = chr(ord("A") + number // (len(FIRST) * len(LAST)) % 26)
    return f"{FIRST[number % len(FIRST)]} {initial}. {LAST[number // len(FIRST) % len(LAST)]}"


def title(number: int) -> str:
    return (
        f"{person(number)} rejects {DEMANDS[number % len(DEMANDS)]} for {PLACES[number % len(PLACES)]} talks"
    )


def body(number: int, day: str = "Tuesday") -> str:
    """About a hundred words in two paragraphs."""
    who, demand = person(number), DEMANDS[number % len(DEMANDS)]
    place = PLACES[number % len(PLACES)]
    one, other = COUNTRIES[number % len(COUNTRIES)], COUNTRIES[(number * 7 + 3) % len(COUNTRIES)]
    return (
        f"{who} rejected the {demand} on {day}, and the United States said that it would wait for an answer from "
        f"{one}. {other} sent {100 + number} troops to the border, officials in {place} said.\n\n"
        f"American officials said that the door remained open. {who} wants to meet again in February, though no date "
        f"was set for the next round of talks. {one} has not threatened {other}, a spokesman said, and {who} denied "
        f"that {one} had demanded {number + 2} ships."
    )


def text(number: int) -> bytes:
    return f"{title(number)}\n\n{body(number)}\n".encode()


def write(folder: Path, numbers: range) -> None:
    """Articles as files of plain text."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:05}.txt").write_bytes(text(number))
