"""Every node label of the graph."""

from graphkit.store.declarations.declared import ENTITY, NodeType

SEEN = frozenset({"first_seen", "last_seen"})
"""What says how long something is in the graph, and moves with each load."""

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
