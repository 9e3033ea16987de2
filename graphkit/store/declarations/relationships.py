"""Every relationship type of the graph but those of the ontology."""

from graphkit.store.declarations.declared import RelationshipType

PUBLISHED_BY = RelationshipType(
    "PUBLISHED_BY", "Who published it", "load", None, start="Article", end="Publisher"
)
LOADED_IN = RelationshipType(
    "LOADED_IN", "The load that wrote it as it stands", "load", None, start="Article", end="Run"
)
VERSION = RelationshipType(
    "VERSION", "A text it had before", "load", None, start="Article", end="ArticleVersion"
)
TEXT = RelationshipType("TEXT", "Its text", "load", None, start="Article", end="ArticleText")
MENTIONS = RelationshipType(
    "MENTIONS",
    "The entity stands in it: how often, and where first",
    "load",
    None,
    ("count", "first"),
    start="Article",
)
USES_NAME = RelationshipType("USES_NAME", "A name it uses", "load", None, start="Article", end="Name")
NAMES = RelationshipType("NAMES", "Whose name it is", "load", None, start="Name")
SUBJECT = RelationshipType("SUBJECT", "Who or what the claim is about", "load", None, start="Claim")
OBJECT = RelationshipType("OBJECT", "To whom or what", "load", None, start="Claim")
SAID_BY = RelationshipType("SAID_BY", "Whoever an article says says it", "load", None, start="Claim")
PLACE = RelationshipType("PLACE", "Where", "load", None, start="Claim")
ABOUT = RelationshipType(
    "ABOUT",
    "A further entity in it, and its role",
    "load",
    "role",
    (),
    ("text",),
    start="Claim",
    smallest="text",
)
CONTENT = RelationshipType(
    "CONTENT", "What was said, demanded, warned of", "load", None, start="Claim", end="Claim"
)
CONTRADICTS = RelationshipType(
    "CONTRADICTS",
    "They can't both be true; from the smaller id to the larger, or to itself where articles tell several tolls",
    "derive",
    None,
    ("reason",),
    start="Claim",
    end="Claim",
)
REPORTS = RelationshipType("REPORTS", "What it tells of", "load", None, start="Claim", end="Event")
ACTOR = RelationshipType("ACTOR", "Who did it; of a meeting, all who met", "load", None, start="Event")
TARGET = RelationshipType("TARGET", "To whom or what it was done", "load", None, start="Event")
AT = RelationshipType("AT", "Where, if that tells it from others like it", "load", None, start="Event")
EVIDENCE = RelationshipType(
    "EVIDENCE",
    "One place in one article that makes the claim: the sentence as quote, and where the claim stands",
    "load",
    "key",
    (
        "quote",
        "start",
        "end",
        "claim_start",
        "claim_end",
        "sentence",
        "extractor",
        "confidence",
        "claim",
        "relation",
    ),
    (
        "seen",
        "edge",
        "event",
        "event_key",
        "rule",
        "matter",
        "seat",
        "toll",
        "toll_least",
        "toll_most",
        "mode",
        "passive",
        "subject_text",
        "object_text",
        "speaker_text",
        "argument_roles",
        "argument_texts",
        "argument_entities",
        "argument_values",
    ),
    volatile=frozenset({"run", "seen"}),
    start="Claim",
    end="Article",
    replaces=True,
    stamped=("run", "seen"),
)
DECIDED = ("reason", "by", "at")
SAME_AS = RelationshipType(
    "SAME_AS", "Decided to be one", "decisions", None, DECIDED, ("score",), start="Identity", end="Identity"
)
NOT_SAME_AS = RelationshipType(
    "NOT_SAME_AS",
    "Decided to be two",
    "decisions",
    None,
    DECIDED,
    ("score",),
    start="Identity",
    end="Identity",
)
STANDS_FOR = RelationshipType(
    "STANDS_FOR",
    "An id that is this entity's, or that it stands for by decision",
    "decisions",
    None,
    end="Identity",
)

RELATIONSHIPS = (
    PUBLISHED_BY,
    LOADED_IN,
    VERSION,
    TEXT,
    MENTIONS,
    USES_NAME,
    NAMES,
    SUBJECT,
    OBJECT,
    SAID_BY,
    PLACE,
    ABOUT,
    CONTENT,
    CONTRADICTS,
    REPORTS,
    ACTOR,
    TARGET,
    AT,
    EVIDENCE,
    SAME_AS,
    NOT_SAME_AS,
    STANDS_FOR,
)
