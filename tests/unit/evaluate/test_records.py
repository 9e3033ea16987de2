"""Records made before stand in for a reader."""

import pytest

from graphkit.errors import RecordError
from graphkit.evaluate.records import from_records
from graphkit.model import Article, Extraction


def test_a_record_is_found_by_its_text() -> None:
    record = Extraction("x", Article(text="Ann ate.", title="Lunch"), (), (), ())

    read = from_records([record])

    assert read(Article(text="Ann ate.")) is record
    with pytest.raises(RecordError, match=r"no record has the gold text 'Bob ate\.'"):
        read(Article(text="Bob ate."))
