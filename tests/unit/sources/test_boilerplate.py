"""What a page carries beside the article is left out, and sentences that begin like it stay."""

from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.sources.boilerplate import without_boilerplate, without_other_headlines
from graphkit.sources.phrases import read_phrases, shipped_phrases

BODY = ["Russia ended the talks in Geneva.", "The United States regretted that."]


@pytest.mark.parametrize(
    "line",
    [
        "You may also like",
        "YOU MAY ALSO LIKE:",
        "Advertisement",
        "Read more: Biden warns Putin",
        "Also read | Biden warns Putin",
        "Sign up for our newsletter",
        "Sign up for the daily newsletter and never miss a story.",
        "Follow us on Twitter",
        "Follow @example on Twitter",
        "Don’t miss: the best pictures of the week",
        "Copyright 2022 Example Wire. All rights reserved.",
        "© 2022 Example Wire",
        "Share this article",
        "WhatsApp",
        "(Reporting by Anna Berg in Moscow; Editing by Tom Okafor)",
        "Reporting by Anna Berg; editing by Tom Okafor",
        "Additional reporting by Ann Poe",
        "Associated Press writer Anna Berg in Moscow contributed to this report.",
        "Photo: Anna Berg/Reuters",
        "[Photo: Anna Berg]",
        "Image source, Getty Images",
        "A soldier stands guard near the border. Getty Images",
        "* * *",
        "___",
        "https://wire.example/story",
        "desk@wire.example",
        "@example",
        "5 min read",
    ],
)
def test_page_furniture_is_left_out(line: str) -> None:
    assert without_boilerplate([BODY[0], line, BODY[1]], shipped_phrases()) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law was changed on Monday, the ministry said.",
        "Reporting by journalists in Donetsk has become impossible.",
        "Writing by hand was banned in the camp, a witness said.",
        "Follow the money, prosecutors told the court.",
        "Share prices fell in Moscow.",
        "Read the treaty, Lavrov said.",
        "Compiled by the United Nations, the list names 40 officers.",
        "The minister declined further comments.",
        "He sued Getty Images.",
        "Subscribe or leave, he was told.",
        "More from habit than conviction, he voted yes.",
        "Loading docks at the port of Odessa were hit.",
        "For more than a decade tourists visit Crimea.",
        "“Exclusive,” the paper wrote.",
        "Twitter said it had removed the account.",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(line: str) -> None:
    assert without_boilerplate([BODY[0], line, BODY[1]], shipped_phrases()) == [BODY[0], line, BODY[1]]


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        ("He left. (Reporting by Anna Berg; Editing by T. Okafor)", "He left."),
        ("He left. (Reporting by Anna Berg) (Photo: AFP)", "He left."),
        ("Blinken in Geneva on Friday. Image: U.S. State Department.", "Blinken in Geneva on Friday."),
        (
            "The plan (reporting by states would be yearly) failed.",
            "The plan (reporting by states would be yearly) failed.",
        ),
        ("An Image: he shows it. The crowd leaves.", "An Image: he shows it. The crowd leaves."),
    ],
)
def test_credits_are_cut_from_the_end_of_a_paragraph_only(paragraph: str, kept: str) -> None:
    assert without_boilerplate([paragraph], shipped_phrases()) == [kept]


def test_a_link_heading_takes_the_headlines_below_it_along() -> None:
    page = [*BODY, "Related stories", "Olympic torch reaches Beijing", "Oil climbs\nGold falls"]

    assert without_boilerplate(page, shipped_phrases()) == BODY


def test_prose_below_a_link_heading_stays() -> None:
    page = [BODY[0], "Read more", "Olympic torch reaches Beijing", BODY[1]]

    assert without_boilerplate(page, shipped_phrases()) == BODY


def test_a_foreign_headline_at_the_end_goes_and_a_subheading_stays() -> None:
    page = [BODY[0], "What the United States regretted", BODY[1], "Olympic torch reaches Beijing"]

    assert without_other_headlines(page) == page[:3]


def test_a_list_at_the_end_stays() -> None:
    page = [*BODY, "The films on the list:", "Bad Day at Black Rock", "Broadcast News"]

    assert without_other_headlines(page) == page


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("paragraphs: [", "can't be read as YAML"),
        ("paragraphs: [Share]", "link_headings: Field required"),
        ("paragraf: [Share]", "paragraf: Extra inputs are not permitted"),
        ("- Share", "is wrong"),
    ],
)
def test_a_wrong_file_of_phrases_is_told_with_all_its_problems(
    tmp_path: Path, text: str, problem: str
) -> None:
    file = tmp_path / "sources.yaml"
    file.write_text(text)

    with pytest.raises(SettingsError, match=problem):
        read_phrases(file)


def test_a_newsroom_can_add_its_own_phrase(tmp_path: Path) -> None:
    file = tmp_path / "sources.yaml"
    file.write_text(
        "paragraphs: ['Tell us [here] what you think?*']\nlink_headings: [Next]\ntails: []\n"
        "publishers: {EW: Example Wire}\nnot_places: []\nlabels: {}\n"
    )

    phrases = read_phrases(file)

    assert without_boilerplate([*BODY, "tell us [HERE] what you think? Now"], phrases) == BODY
    assert phrases.publisher("ew") == "Example Wire"
