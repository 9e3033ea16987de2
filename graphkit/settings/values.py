"""The settings themselves: frozen, with every default, and a description that the docs are made from."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def _checked_uri(uri: str) -> str:
    scheme, parted, rest = uri.partition("://")
    if not parted or scheme not in SCHEMES or not rest:
        raise ValueError(
            f"should be an address such as bolt://localhost:7687 (schemes: {', '.join(SCHEMES)})"
        )
    if "@" in rest:
        raise ValueError("shouldn't hold a user or password: use NEO4J_USERNAME and NEO4J_PASSWORD")
    return uri


class Section(BaseModel):
    """A group of settings: frozen, and refusing keys it doesn't know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReadingSettings(Section):
    """How articles are read."""

    pipeline: str = Field(
        default="en_core_web_sm",
        min_length=1,
        description="spaCy pipeline: en_core_web_sm comes with graphkit; any other installed one "
        "(en_core_web_trf, your own package or folder) by its name.",
    )
    workers: int = Field(
        default=1, ge=1, le=256, description="Processes that read articles, each with its own pipeline."
    )
    batch_articles: int = Field(
        default=16,
        ge=1,
        le=10_000,
        description="Articles handed to a worker at a time: more is faster, fewer is leaner.",
    )
    seconds_per_article: float = Field(
        default=120,
        gt=0,
        le=86_400,
        description="Processor time a batch lets one article take before it is set aside, in seconds; a worker that "
        "stands still as long counts as hung.",
    )
    memory_mb: int = Field(
        default=4096,
        ge=256,
        description="Memory a batch lets a worker take, its pipeline among it, in megabytes; the article that makes "
        "it take more is set aside.",
    )


class KnowledgeSettings(Section):
    """What graphkit knows before it reads."""

    ontology: Path | None = Field(
        default=None,
        description="Ontology file in place of the shipped one: kinds, relations, event types.",
    )
    cues: Path | None = Field(
        default=None,
        description="File of cue words (said, denied, may ...) in place of the shipped one.",
    )
    gazetteers: tuple[Path, ...] = Field(
        default=(),
        description="Gazetteer files or folders of your own. CSV, YAML and FollowTheMoney: their names take "
        "precedence over the shipped ones; what `graphkit gazetteer build` made is weighed beside them.",
    )
    decisions: Path | None = Field(
        default=None,
        description="File of decisions about which entities are one, kept by `graphkit resolve`; it need "
        "not exist. null: config/decisions.yaml in the folder you work in.",
    )


class SourceSettings(Section):
    """Where articles come from, and how pages of the web are asked for."""

    mapping: Path | None = Field(
        default=None,
        description="File that says where JSON and CSV have the parts of an article, as config/mapping.yaml does.",
    )
    follow: bool | None = Field(
        default=None,
        description="Whether the pages are read that a feed's entries lead to; null: where the feed itself came "
        "from the web.",
    )
    agent: str | None = Field(
        default=None,
        min_length=1,
        description="How graphkit names itself to servers and in robots.txt; add where you can be reached.",
    )
    private: tuple[str, ...] = Field(
        default=(),
        description="Networks that aren't of the public internet and may be asked all the same (10.20.0.0/16).",
    )
    robots: bool = Field(default=True, description="Whether what robots.txt forbids is left alone.")
    pause_seconds: float = Field(
        default=1.0,
        ge=0,
        le=3600,
        description="Pause between two requests to one host, at least, in seconds.",
    )


class GraphSettings(Section):
    """What is written to the graph, and in which portions."""

    keep_text: bool = Field(
        default=True, description="Whether the articles' full texts are kept in the graph."
    )
    batch_rows: int = Field(
        default=5000, ge=1, le=100_000, description="Rows of one statement to the database."
    )
    batch_articles: int = Field(
        default=100,
        ge=1,
        le=10_000,
        description="Articles in one transaction, at most; a transaction holds whole articles.",
    )


class Neo4jSettings(Section):
    """Where the database is. The password comes from NEO4J_PASSWORD and is never kept in a file."""

    uri: Annotated[str, AfterValidator(_checked_uri)] | None = Field(
        default=None,
        description="Address of the server; without one, graphkit starts and uses a local Neo4j.",
    )
    username: str = Field(default="neo4j", min_length=1, description="User name on the server.")
    database: str = Field(default="neo4j", min_length=1, description="Database on the server.")
    timeout_seconds: float = Field(
        default=30,
        gt=0,
        le=3600,
        description="How long to wait for a connection before giving up, in seconds.",
    )
    retry_seconds: float = Field(
        default=30,
        ge=0,
        le=3600,
        description="How long a transaction is tried again after what the server calls passing, in seconds.",
    )
    ca_file: Path | None = Field(
        default=None,
        description="Certificates (PEM) of the authority that vouches for the server, for neo4j+s and bolt+s, in "
        "place of the system's.",
    )


class QuerySettings(Section):
    """Saved queries."""

    folders: tuple[Path, ...] = Field(
        default=(),
        description="Folders with saved queries of your own; a name found in both is taken from yours.",
    )
    timeout_seconds: float = Field(
        default=30,
        gt=0,
        le=86_400,
        description="How long a saved query may run before it is stopped, in seconds.",
    )


class Settings(Section):
    """Everything a user may choose."""

    reading: ReadingSettings = ReadingSettings()
    sources: SourceSettings = SourceSettings()
    knowledge: KnowledgeSettings = KnowledgeSettings()
    graph: GraphSettings = GraphSettings()
    neo4j: Neo4jSettings = Neo4jSettings()
    queries: QuerySettings = QuerySettings()
