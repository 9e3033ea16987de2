"""What of the graph no fingerprint covers."""

from graphkit.store.declarations.nodes import ARTICLE_VERSION, IDENTITY, LEASE, META, RETRACTED_ARTICLE, RUN
from graphkit.store.declarations.relationships import LOADED_IN, NOT_SAME_AS, SAME_AS, STANDS_FOR, VERSION

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
