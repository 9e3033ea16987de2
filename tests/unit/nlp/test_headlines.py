"""Headlines in capitals are read as the sentences they are."""

import pytest

from graphkit.model import Article
from graphkit.nlp import Reader
from graphkit.nlp.headlines import sentence_case
from tests.unit.nlp.lexicon import SmallLexicon

BODY = (
    "\n\nOn Monday the mayor, Anna Weber, denied that she had sold land to NATO. Weber will stay, she said."
)


@pytest.mark.parametrize(
    ("headline", "as_sentence"),
    [
        ("Mayor Weber Denies Selling Land To NATO", "Mayor Weber denies selling land to NATO"),
        ("MAYOR WEBER DENIES SELLING LAND TO NATO", "Mayor Weber denies selling land to NATO"),
        ("Kenya To Sell Land On Friday, Says Weber", "Kenya to sell land on Friday, says Weber"),
        ("Mayor Weber denies selling land to NATO", "Mayor Weber denies selling land to NATO"),
        ("Anna Weber Stays", "Anna Weber Stays"),
        ("US And EU Urge Weber To Tell Them More", "US and EU urge Weber to tell them more"),
        ("US AND NATO URGE WEBER TO TELL THEM MORE", "US and NATO urge Weber to tell them more"),
    ],
)
def test_capitals_that_tell_nothing_are_taken_back(headline: str, as_sentence: str) -> None:
    assert sentence_case(headline + BODY, SmallLexicon()) == as_sentence + BODY


def test_a_text_without_a_headline_stays_as_it_is() -> None:
    text = "Anna Weber And Peter Lang Met In Geneva"

    assert sentence_case(text, SmallLexicon()) == text


def test_letters_that_change_their_number_in_lower_case_are_left() -> None:
    headline = "Weber Flies To \u0130zmir And Back Again"

    assert len(sentence_case(headline + BODY, SmallLexicon())) == len(headline + BODY)


@pytest.mark.parametrize(
    ("headline", "subject", "predicate", "object_", "polarity"),
    [
        ("Mayor Weber Denies Selling Land To NATO", "Mayor Weber", "Denies Selling", "Land", "negated"),
        ("POLICE ARREST TWO MEN OVER LAND SALE", "POLICE", "ARREST", "TWO MEN", "affirmed"),
    ],
)
def test_what_a_headline_in_capitals_claims_comes_out_in_its_own_letters(
    headline: str, subject: str, predicate: str, object_: str, polarity: str, reader: Reader
) -> None:
    (reading,) = reader.read([Article(headline + BODY, title=headline)])

    found = [
        (one.subject.text, one.predicate.text, one.object and one.object.text, one.polarity.value)
        for one in reading.triples
    ]
    assert (subject, predicate, object_, polarity) in found
