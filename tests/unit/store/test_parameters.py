"""What a saved query is told."""

import pytest

from graphkit.errors import QueryError
from graphkit.store.parameters import Parameter, filled

PARAMETERS = (
    Parameter("actor", "entity", required=True),
    Parameter("since", "date"),
    Parameter("limit", "integer", default=25),
    Parameter("graph", "boolean", default=False),
)


def test_text_becomes_the_parameters_type_and_the_rest_its_default():
    found = filled("q", PARAMETERS, {"actor": "Russia", "since": " 2022-01-26 ", "graph": "yes"})

    assert found == {"actor": "Russia", "since": "2022-01-26", "limit": 25, "graph": True}


def test_a_value_may_come_in_its_type():
    assert filled("q", PARAMETERS, {"actor": "x", "limit": 3, "graph": True})["limit"] == 3


def test_a_missing_parameter_is_named_with_the_flag_to_add():
    with pytest.raises(QueryError, match="query 'q' needs actor: add -p actor=NAME"):
        filled("q", PARAMETERS, {})


def test_an_unknown_parameter_gets_the_nearest_name():
    with pytest.raises(QueryError, match=r"no parameter 'limits' \(did you mean 'limit'\?\); it has actor"):
        filled("q", PARAMETERS, {"actor": "x", "limits": "3"})


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"limit": "three"}, "limit is 'three': give a whole number"),
        ({"since": "yesterday"}, "since is 'yesterday': give a date such as 2022-01-26"),
        ({"graph": "perhaps"}, "graph is 'perhaps': give true or false"),
    ],
)
def test_an_ill_formed_value_is_told_what_it_should_be(given, wanted):
    with pytest.raises(QueryError, match=wanted):
        filled("q", PARAMETERS, {"actor": "x"} | given)
