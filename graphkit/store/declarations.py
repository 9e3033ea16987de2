"""What the graph holds: every node label and relationship type, each declared once.

Constraints, indexes, the text of every MERGE, the check of a row before it is written, what a fingerprint
covers and the page in the documentation are derived from here.
"""

from dataclasses import dataclass
from typing import Any

from graphkit.errors import SettingsError, StoreError
from graphkit.ontology import Ontology

ENTITY = "Entity"
Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Declared:
    """What node labels and relationship types have in common.

    name: the label or type. meaning: one line for the documentation. writer: the module that writes it.
    key: the property no two of them share; None for a relationship its two ends identify.
    required, optional: its properties beside the key.
    volatile: those that say how it came to be loaded, not what it is: no part of a fingerprint.
    indexes: properties looked up together.
    whole: a row lists absent properties too, so that writing it takes away what was there before.
    """

    name: str
    meaning: str
    writer: str
    key: str | None
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    volatile: frozenset[str] = frozenset()
    indexes: tuple[tuple[str, ...], ...] = ()
    whole: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """Every property but the ids of what it is or joins, in the order they are declared."""
        return (*self.required, *self.optional)

    def row(self, properties: Properties) -> Properties:
        """The properties that are there; StoreError where a required one is missing or one is undeclared."""
        missing = [name for name in self.required if properties.get(name) is None]
        unknown = sorted(properties.keys() - {*self.required, *self.optional})
        if missing or unknown:
            raise StoreError(
                f"{self.name} can't be written: missing {missing}, undeclared {unknown}: "
                "extract the article again"
            )
        present = {name: value for name, value in properties.items() if value is not None}
        return dict.fromkeys(self.optional) | present if self.whole else present


@dataclass(frozen=True, slots=True)
class NodeType(Declared):
    """A node label. settled: its properties follow from its id, or are settled after all rows are in."""

    settled: bool = False
    full_text: str | None = None


@dataclass(frozen=True, slots=True)
class RelationshipType(Declared):
    """A relationship type from nodes of one label to nodes of another.

    smallest: a property of which, where articles differ, the smallest value stays.
    replaces: a row is all the relationship has; what else was there goes.
    stamped: properties that are the same for all rows of a load, and come with the statement.
    """

    start: str = ENTITY
    end: str = ENTITY
    smallest: str | None = None
    replaces: bool = False
    stamped: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        key = () if self.key is None else (self.key,)
        return tuple(dict.fromkeys((*key, *self.required, *self.optional, *self.stamped)))


EDGE = ("predicate", "certainty", "claims", "articles", "origins", "quote", "article")
EDGE_OPTIONAL = ("url", "first_published", "last_published", "first_seen", "last_seen")
SEEN = frozenset({"first_seen", "last_seen"})

META_ID = "graphkit"
META = NodeType(
    "Meta",
    "What version of the schema this graph has, and which graph it is",
    "schema",
    "id",
    ("name", "version"),
    ("graph",),
)
RUN = NodeType(
    "Run",
    "One load; a batch's says what became of it",
    "load, runs",
    "id",
    ("name", "started", "program"),
    (
        "batch",
        "status",
        "ended",
        "seconds",
        "found",
        "read",
        "claims",
        "written",
        "unchanged",
        "left_out",
        "failed",
        "fingerprint",
    ),
    indexes=(("batch", "started"),),
)
LEASE = NodeType(
    "Lease",
    "Whose turn a batch is: until when its holder may write, unless it says again that it lives",
    "lease",
    "id",
    ("name",),
    ("holder", "host", "process", "since", "until"),
)
PUBLISHER = NodeType("Publisher", "Who published articles", "load", "id", ("name",), settled=True)
ARTICLE = NodeType(
    "Article",
    "One news text",
    "load",
    "id",
    ("name", "language", "text_sha256", "metadata", "extractor", "ontology", "revision", "origin"),
    (
        "title",
        "url",
        "path",
        "publisher",
        "credit",
        "byline",
        "place",
        "published",
        "published_on",
        "seen",
        "last_run",
    ),
    # Where a file lay says nothing about its text: the same articles elsewhere are the same graph.
    volatile=frozenset({"path", "seen", "last_run"}),
    whole=True,
    indexes=(("url",), ("path",), ("published_on",), ("origin",)),
)
ARTICLE_TEXT = NodeType(
    "ArticleText", "The text of an article, all offsets point into", "load", "id", ("name", "text")
)
SKETCH = NodeType(
    "Sketch",
    "What of the text of the article with its id finds the copies of it",
    "load",
    "id",
    ("name", "bands", "rate"),
    ("shingles", "credit"),
    whole=True,
    full_text="bands",
)
ENTITY_NODE = NodeType(
    ENTITY,
    "Someone or something in the world; also labelled with its kind, and Actor where that acts",
    "load",
    "id",
    ("name", "kind"),
    ("wikidata", "country", "sector", "articles", "first_seen"),
    volatile=frozenset({"first_seen"}),
    indexes=(("name",),),
    settled=True,
    full_text="name",
)
NAME = NodeType(
    "Name",
    "A name articles use for an entity; `canonical` where it is what they call it by default",
    "load",
    "id",
    ("name", "key", "entity", "canonical"),
    ("kind", "wikidata", "country", "sector"),
    indexes=(("key",),),
    settled=True,
    full_text="name",
)
CLAIM = NodeType(
    "Claim",
    "What someone, or the article itself, says of a subject",
    "load",
    "id",
    ("name", "predicate", "relation", "polarity", "modality", "subject_id"),
    (
        "object_id",
        "speaker_id",
        "happened",
        "happened_from",
        "happened_to",
        "happened_precision",
        "edge",
        "matter",
        "seat",
        "toll",
        "mode",
        "passive",
        "quote",
        "articles",
        "origins",
        "first_seen",
        "last_seen",
    ),
    volatile=SEEN,
    indexes=(
        ("edge",),
        ("matter", "polarity", "id"),
        ("seat",),
        ("toll",),
        ("subject_id", "object_id"),
        ("object_id",),
        ("speaker_id",),
        ("relation",),
        ("happened_from",),
    ),
    settled=True,
)
EVENT = NodeType(
    "Event",
    "Something that happened, however many claims and articles tell of it",
    "load",
    "id",
    ("name", "relation", "sources", "targets"),
    (
        "act",
        "place",
        "happened",
        "happened_from",
        "happened_to",
        "happened_precision",
        "scope",
        "certainty",
        "quote",
        "claims",
        "articles",
        "origins",
        "first_seen",
        "last_seen",
    ),
    volatile=SEEN,
    indexes=(("relation",), ("happened_from",)),
    settled=True,
)
RETRACTION = NodeType(
    "Retraction",
    "An article taken out of the graph; keeps it from coming back by itself",
    "retract",
    "id",
    ("name", "reason", "by", "at"),
    ("url", "path", "covers_path", "text_sha256"),
    volatile=frozenset({"by", "at", "path"}),
    whole=True,
    indexes=(("url",), ("path",)),
)
IDENTITY = NodeType(
    "Identity",
    "An id somebody, or a score, decided about, with the name and kind it has or had",
    "decisions",
    "id",
    ("name", "kind"),
)

RETRACTED_ARTICLE = NodeType(
    "RetractedArticle",
    "What the retracted article with its id says, put aside so that the retraction can be undone",
    "retract",
    "id",
    ("name", "ontology", "said"),
)
ARTICLE_VERSION = NodeType(
    "ArticleVersion",
    "A text an article had before: what it claimed, from when to when it stood",
    "load",
    "id",
    ("name", "article", "text_sha256", "extractor", "replaced", "claims", "told", "quotes"),
    ("first_seen", "title", "published"),
)

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

NODES = (
    META,
    RUN,
    LEASE,
    PUBLISHER,
    ARTICLE,
    ARTICLE_TEXT,
    SKETCH,
    ENTITY_NODE,
    NAME,
    CLAIM,
    EVENT,
    RETRACTION,
    RETRACTED_ARTICLE,
    ARTICLE_VERSION,
    IDENTITY,
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
UNPRINTED = frozenset(
    {
        RUN.name,
        LOADED_IN.name,
        META.name,
        LEASE.name,
        ARTICLE_VERSION.name,
        VERSION.name,
        RETRACTED_ARTICLE.name,
        IDENTITY.name,
        SAME_AS.name,
        NOT_SAME_AS.name,
        STANDS_FOR.name,
    }
)
"""What tells how the graph came about, not what it holds: no part of a fingerprint."""


def edge_type(relation: str, meaning: str = "") -> RelationshipType:
    """The type of the edges an ontology's relation draws between entities."""
    return RelationshipType(
        relation, meaning, "derive", "key", EDGE, EDGE_OPTIONAL, volatile=SEEN, replaces=True
    )


def kind_labels(ontology: Ontology) -> dict[str, tuple[str, ...]]:
    """Labels of each kind of entity; SettingsError where one is a label the graph uses for itself."""
    taken = {node.name for node in NODES}
    clashes = sorted(taken & ontology.kinds.keys())
    if clashes:
        raise SettingsError(f"the ontology's kinds {clashes} are labels of graphkit's own: rename them")
    return {name: kind.labels(name) for name, kind in ontology.kinds.items()}


def edge_types(ontology: Ontology) -> dict[str, RelationshipType]:
    """The edge type of each relation; SettingsError where one is a type the graph uses for itself."""
    clashes = sorted({declared.name for declared in RELATIONSHIPS} & ontology.relations.keys())
    if clashes:
        raise SettingsError(f"the ontology's relations {clashes} are types of graphkit's own: rename them")
    return {
        name: edge_type(name, relation.description) for name, relation in sorted(ontology.relations.items())
    }
