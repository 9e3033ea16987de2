"""Ids that are digests: the same content gives the same id on any machine, in any order."""

import hashlib
import json
from collections.abc import Sequence

DIGEST_CHARACTERS = 20
"""80 bits: among a billion ids the chance of one collision is below one in a million."""

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def digest(kind: str, parts: Sequence[object]) -> str:
    """`kind:` and a hex digest of the parts, which must be JSON values.

    The parts are encoded as a JSON array, so that ("ab", "c") and ("a", "bc") differ.
    """
    encoded = _encoded(list(parts)).encode("utf-8")
    return f"{kind}:{hashlib.sha256(encoded).hexdigest()[:DIGEST_CHARACTERS]}"
