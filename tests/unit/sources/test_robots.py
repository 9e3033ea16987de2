"""robots.txt as RFC 9309 has it, in time that grows with its length alone."""

import time

import pytest

from graphkit.sources.web.robots import matches, read_robots

RULES = """
User-agent: *
Disallow: /private
Crawl-delay: 2

User-agent: OtherBot
User-agent: GraphKit
Disallow: /
Allow: /world/   # the news
Allow: /$
Disallow: /world/*/draft
Disallow: /*.pdf$
Crawl-delay: 0.5
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/world/talks", True),
        ("/world/2022/draft", False),
        ("/sport/cup", False),
        ("/", True),
        ("/world/talks.pdf", True),
        ("/world/a.pdf?x=1", True),
        ("/%77orld/talks", True),
    ],
)
def test_the_longest_rule_for_us_counts(path: str, allowed: bool) -> None:
    assert read_robots(RULES, "graphkit/0.1").allows(path) is allowed


def test_others_have_rules_of_their_own() -> None:
    robots = read_robots(RULES, "somebody/1")

    assert robots.allows("/sport")
    assert not robots.allows("/private/x")
    assert robots.delay == 2


def test_groups_that_name_us_are_taken_together() -> None:
    robots = read_robots(
        "User-agent: graphkit\nDisallow: /a\n\nUser-agent: graphkit\nDisallow: /b", "graphkit"
    )

    assert [robots.allows(path) for path in ("/a", "/b", "/c")] == [False, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "nonsense",
        "Disallow: /",
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: \nAllow: /",
        "<html>",
        "\0",
    ],
)
def test_a_file_that_forbids_nothing_allows_everything(text: str) -> None:
    assert read_robots(text, "graphkit").allows("/world")


@pytest.mark.parametrize(
    ("rule", "path", "matched"),
    [
        ("/a", "/a", True),
        ("/a", "/ab", True),
        ("/a", "/b/a", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/*a", "/xxa", True),
        ("/*a$", "/xaxa", True),
        ("/*a$", "/xab", False),
        ("/a*", "/a", True),
        ("/a*$", "/abc", True),
        ("/a*a$", "/a", False),
        ("*", "/anything", True),
        ("/a*b*c", "/a-b-c", True),
        ("/a*b*c", "/a-c-b", False),
    ],
)
def test_stars_and_the_end_match_as_the_standard_says(rule: str, path: str, matched: bool) -> None:
    assert matches(rule, path) is matched


def test_a_hostile_file_costs_no_more_than_its_length() -> None:
    stars = "\n".join(f"Disallow: /{'*a' * 900}b" for _ in range(200))
    robots = read_robots(f"User-agent: *\n{stars}\n" + "User-agent: x\n" * 100_000, "graphkit")

    started = time.process_time()
    allowed = robots.allows("/" + "a" * 1_900)

    assert allowed
    assert time.process_time() - started < 5
