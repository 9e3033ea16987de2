"""Sport, where the name of a country or town means its team: "England beat Samoa"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.resolve.beside import Beside, capital

LEAST = 2
"""Different words of sport an article about sport has at least ..."""
WORDS_FOR_EACH = 120
"""... and one such word, counted as often as it stands, for so many of all its words."""
WORDS_OF_A_MATCH = 80
"""As above, of a report of a match."""
SHORT = 400
"""Characters below which a text is taken for a sentence or two: one word of sport and one of contest do."""

_SPORT = re.compile(
    r"\b(?:"
    r"world cup|cup final|goalkeepers?|goalless|strikers?|midfielders?|midfield|wingers?|coach(?:es)?|"
    r"playoffs?|play-offs?|innings|wickets?|batsm[ae]n|bowlers?|tournaments?|semi-?finals?|"
    r"quarter-?finals?|scored|scorers?|half-?time|kick-?off|hat-?trick|soccer|football|footballers?|"
    r"rugby|cricket|tennis|basketball|baseball|hockey|athletics|wimbledon|nba|nfl|mlb|nhl|fifa|uefa|"
    r"referees?|quarterbacks?|touchdowns?|pitchers?|inning|homered|teammates?|unseeded|seeded|"
    r"grand slam|grand prix|standings|(?:first|second|third|premier|champions|major) league|"
    r"league (?:match|leaders|title)|one-day international|"
    r"(?:gold|silver|bronze) medal(?:ist|list)?s?|friendly international|qualifying match|top seed|"
    r"(?:first|second|third) test|hattrick|penalty shoot-?out"
    r")\b"
)
_TEAMS = re.compile(
    r"\b(?:Yankees|Mets|Red Sox|White Sox|Dodgers|Phillies|Orioles|Astros|Padres|Cubs|Mariners|Blue Jays|Lakers|"
    r"Celtics|Knicks|Pistons|Clippers|Timberwolves|Cavaliers|Mavericks|Steelers|Packers|Seahawks|49ers|"
    r"Buccaneers|Bengals|Redskins|Broncos|Canucks|Bruins|Oilers|Maple Leafs|Canadiens|Blackhawks|Red Wings)\b"
)
"""Names of teams, which with small letters may be common words."""
_CONTEST = re.compile(
    r"\b(?:beat|defeat(?:ed|s)?|won|win|lost|victory|final|match|game|season|title|champions?(?:hips?)?|team|players?|"
    r"points?|\d+-\d+)\b"
)
_RESULT = re.compile(r"\b(?:beat|defeated|over|downed)\b[^.]{0,60}\b\d{1,3}-\d{1,3}\b")
_SCORE = re.compile(r"\b\d{1,3}-\d{1,3}\b")
PLAYERS = frozenset(
    (
        "captain", "coach", "striker", "goalkeeper", "keeper", "midfielder", "defender", "winger",
        "skipper", "batsman", "bowler", "all-rounder", "fly-half", "scrum-half", "flanker", "prop",
        "hooker", "international", "internationals", "squad", "teammate", "teammates", "quarterback",
        "pitcher", "forward", "fullback", "centre-back", "playmaker", "star", "great", "football", "rugby",
        "cricket", "basketball", "hockey",
    )
)  # fmt: skip
IN_SPORT = frozenset(
    (
        "manager", "player", "players", "team", "side", "fans", "legend", "veteran", "defence", "defense",
        "attack", "bench", "supporters", "boss", "selectors", "test", "game", "match", "win", "defeat",
        "victory", "goal",
    )
)  # fmt: skip
CONTEST = frozenset(
    (
        "beat", "beats", "beaten", "defeated", "defeats", "won", "wins", "win", "lost", "loses", "lose",
        "drew", "draws", "draw", "scored", "score", "played", "plays", "play", "face", "faces", "faced",
        "host", "hosts", "hosted", "thrashed", "trounced", "edged", "trail", "trailed", "lead", "led",
        "advanced", "qualified", "qualify", "reached", "crushed", "routed", "downed", "hammered", "swept",
        "finished", "finish", "kicked", "batted", "bowled", "met", "meet", "meets",
    )
)  # fmt: skip
OWNED = IN_SPORT | frozenset(
    (
        "charge", "record", "roster", "lineup", "line-up", "season", "campaign", "innings", "run", "start",
        "title", "lead", "coach", "captain", "goals", "bowlers", "batsmen", "opener", "equaliser", "tries",
    )
)  # fmt: skip
"""What in an article about sport is a team's: "Miami's record fell to 13-18"."""
VERSUS = frozenset({"versus", "vs", "vs.", "v."})
AGAINST = frozenset(
    (
        "beat", "beating", "beats", "defeat", "defeated", "defeating", "against", "versus", "vs", "vs.", "v",
        "over", "face", "facing", "played", "playing", "thrashed", "trounced", "edged", "crushed", "routed",
        "downed", "host", "hosts", "hosting", "visit", "visiting", "thrashing",
    )
)  # fmt: skip
SPOTS = frozenset({"in", "at", "from", "near", "to", "of", "across", "into", "outside", "around", "("})


@dataclass(frozen=True, slots=True)
class Sport:
    """Whether an article is about sport; whether it reports a match: sport all through, with its score."""

    about: bool = False
    reports: bool = False


def sport(text: str) -> Sport:
    """How far an article is about sport."""
    found = [*_SPORT.findall(text.lower()), *map(str.lower, _TEAMS.findall(text))]
    different = set(found)
    if len(text) < SHORT:
        contest = {word.lower() for word in _CONTEST.findall(text)} | different
        about = len(contest) > (1 if found else 2) or any(
            told.search(text) is not None for told in (_RESULT, _TEAMS)
        )
    else:
        about = len(different) >= LEAST and len(found) * WORDS_FOR_EACH >= text.count(" ")
    reports = about and len(found) * WORDS_OF_A_MATCH >= text.count(" ") and bool(_SCORE.search(text))
    return Sport(about, reports)


def team(stand: Beside, *, about: bool) -> bool:
    """Whether a country or town means its team where it stands, whatever is said elsewhere."""
    right = stand.right
    if right in VERSUS or stand.left in VERSUS:
        return right not in VERSUS or (len(stand.after) > 1 and capital(stand.after[1]))
    if right in PLAYERS and stand.left not in SPOTS - {"of", "from", "("}:
        return True
    return about and _plays(stand)


def _plays(stand: Beside) -> bool:
    """The same, of an article about sport."""
    right = stand.right
    if (
        stand.owned in OWNED
        or right in IN_SPORT
        or right.isdigit()
        or right in CONTEST - {"were", "are", "made", "take", "took", "went"}
    ):
        return stand.left not in SPOTS
    if _fixture(stand):
        return True
    return stand.left in AGAINST and not (stand.possessive and capital(stand.owned))


def _fixture(stand: Beside) -> bool:
    """*Chicago* at *Boston*, alone on a line."""
    if stand.right == "at":
        return stand.opens and len(stand.after) < 5
    before = stand.before
    return stand.left == "at" and not stand.after and 1 < len(before) < 5 and all(map(capital, before[:-1]))


def spot(stand: Beside) -> bool:
    """Whether the words around show a country or town to be a place, or where someone is from."""
    if stand.left in SPOTS or (stand.opens and stand.right in {"(", "-", "--", "–", "—"}):
        return True
    if stand.possessive and capital(stand.owned):
        return True
    return stand.left == "," or stand.right == ")"


def teams(places: Iterable[tuple[Beside, bool]], found: Sport) -> list[bool]:
    """For each place of one name, and whether it acts there: a team, or a place.

    A team too where nothing shows a place, and either another is a team, or it acts in the report of a match.
    """
    listed = list(places)
    sure = [team(stand, about=found.about) for stand, _ in listed]
    some = found.about and any(sure)
    return [
        one or ((some or (found.reports and acts and not stand.possessive)) and not spot(stand))
        for one, (stand, acts) in zip(sure, listed, strict=True)
    ]
