"""Whole articles: what is the headline, what is known of it, and that the prose comes through unharmed."""

import textwrap
from pathlib import Path

import pytest

from graphkit.errors import EmptyArticle, WrongLanguage
from graphkit.model import Article
from graphkit.sources import Notes, Options, read, read_text

EXAMPLES = Path(__file__).parents[3] / "examples"

TITLE = "Russia and US end Geneva talks without agreement"
BODY = (
    "Russia and the United States ended their talks in Geneva without agreement on Friday, aides said.\n\n"
    "Foreign Minister Sergei Lavrov said Moscow would wait for a written answer. “We won’t beg,” he said.\n\n"
    "Secretary of State Antony Blinken denied that Washington had offered to pull troops out of Poland."
)
ARTICLE = f"{TITLE}\n\n{BODY}"


def article(text: str, path: str | None = None, notes: Notes | None = None) -> Article:
    return read_text(text.encode(), path, notes=notes)


@pytest.fixture(scope="module")
def mission() -> Article:
    return read_text((EXAMPLES / "us-rejects-russia-demand.txt").read_bytes())


def test_the_given_article_has_its_own_headline_place_and_nothing_of_other_stories(mission: Article) -> None:
    assert mission.title == "US rejects Russia demand on Ukraine but talks see new life"
    assert mission.place == "Washington"
    assert mission.published is None
    assert mission.text.startswith(
        f"{mission.title}\n\nThe United States on Wednesday rejected a key Russian"
    )
    assert mission.text.endswith("from the United States and several of its allies.")
    assert "Baltics" not in mission.text
    assert "WASHINGTON" not in mission.text
    assert "also like" not in mission.text


def test_the_given_article_has_its_apostrophes_and_quotes_back(mission: Article) -> None:
    for words in (
        "Russia's core demand",
        "I can't be",
        "NATO's door",
        "whether he's made",
        "Blinken's deputy",
    ):
        assert words in mission.text
    assert "\u00a0" not in mission.text
    assert "“reciprocal” measures" in mission.text


def test_the_given_article_keeps_every_other_word(mission: Article) -> None:
    raw = (EXAMPLES / "us-rejects-russia-demand.txt").read_text("utf-8")
    body = raw.split("WASHINGTON: ")[1].removesuffix("You may also like")

    assert mission.text.removeprefix(mission.title).split() == body.replace("\u00a0", "'").split()


@pytest.mark.parametrize(
    ("name", "title", "known"),
    [
        (
            "2022-01-28-russia-weighs-reply.txt",
            "Russia says US reply ignores its main demand, denies plan to attack Ukraine",
            ("2022-01-28", "Moscow", "Anna Berg", None, None),
        ),
        (
            "eu-readies-sanctions.txt",
            "EU readies sanctions on Russia, to be used only if it invades Ukraine",
            (
                "2022-01-31",
                "Brussels",
                None,
                "Example Wire",
                "https://wire.example/2022/eu-readies-sanctions",
            ),
        ),
        (
            "troops-to-poland.txt",
            "US sends troops to Poland as Ukraine receives more weapons",
            ("2022-02-02", "Warsaw, Poland", None, None, None),
        ),
        (
            "us-rejects-russia-demand.txt",
            "US rejects Russia demand on Ukraine but talks see new life",
            ("2022-01-26", "Washington", None, None, None),
        ),
    ],
)
def test_the_examples_are_read(name: str, title: str, known: tuple[str | None, ...]) -> None:
    (found,) = read([EXAMPLES / name])

    assert isinstance(found, Article)
    assert found.title == title
    assert (found.published, found.place, found.byline, found.publisher, found.url) == known
    assert found.language == "en"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_reading_what_was_read_changes_nothing_more(path: Path) -> None:
    text = read_text(path.read_bytes()).text

    assert article(text).text == text


FRONTS = {
    "nothing else": TITLE,
    "another story's headline": f"Prince Andrew loses military titles\n\n{TITLE}",
    "several, and a section": f"World\nTonga counts its dead after the wave\nPrince loses titles\n{TITLE}",
    "a headline with its outlet": f"{TITLE} | Reuters",
    "the headline twice": f"{TITLE} - BBC News\n\n{TITLE}",
    "share buttons": f"{TITLE}\n\nShare on Facebook\nTweet\nWhatsApp",
    "byline and date": f"{TITLE}\nBy Anna Berg\nJanuary 21, 2022",
    "date and byline apart": f"{TITLE}\n\nPublished: 21 January 2022\n\nAnna Berg in Geneva",
    "labels": f"Title: {TITLE}\nDate: 2022-01-21\nAuthor: Anna Berg\nSource: Example Wire\nLanguage: English",
}


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
@pytest.mark.parametrize("dateline", ["", "GENEVA: ", "GENEVA, Jan 21 (AFP) - ", "Geneva, Switzerland — "])
@pytest.mark.parametrize("wrapped", [False, True], ids=["lines", "wrapped"])
def test_whatever_stands_above_only_headline_and_prose_are_left(
    front: str, dateline: str, wrapped: bool
) -> None:
    paragraphs = (dateline + BODY).split("\n\n")
    body = "\n\n".join(textwrap.fill(each, 66) if wrapped else each for each in paragraphs)

    found = article(f"{front}\n\n{body}")

    assert found.text == ARTICLE
    assert found.title == TITLE
    assert bool(found.place) is bool(dateline)
    assert (found.byline == "Anna Berg") is ("Anna Berg" in front)
    assert (found.published == "2022-01-21") is ("2022" in front)


def test_a_deck_is_kept_below_the_headline() -> None:
    deck = "Lavrov says Moscow will wait for a written answer before it takes any further step"

    found = article(f"{TITLE}\n\n{deck}\n\nBy Anna Berg\n\n{BODY}")

    assert found.text == f"{TITLE}\n\n{deck}\n\n{BODY}"
    assert found.title == TITLE


def test_a_headline_with_a_full_stop_is_known_by_the_byline_below() -> None:
    assert article(f"{TITLE}.\n\nBy Anna Berg, Reuters\n\n{BODY}").title == f"{TITLE}."


def test_a_text_without_a_headline_has_no_title() -> None:
    found = article(BODY)

    assert (found.title, found.text) == ("", BODY)


@pytest.mark.parametrize("text", ["Russia rejected the plan", "Russia rejected the plan\nKyiv agreed"])
def test_lines_without_any_sentence_are_text_and_no_headline(text: str) -> None:
    found = article(text)

    assert found.title == ""
    assert found.text.split() == text.split()


@pytest.mark.parametrize(
    "tail",
    [
        "You may also like",
        "Related stories\nPrince Andrew loses military titles\nTonga counts its dead",
        "(Reporting by Anna Berg; Editing by Tom Okafor)",
        "Read more: Tonga counts its dead\n\nFollow us on Twitter\n\n© 2022 Example Wire",
        "Prince Andrew loses military titles\n\nTonga counts its dead",
    ],
)
def test_whatever_stands_below_only_prose_is_left(tail: str) -> None:
    assert article(f"{ARTICLE}\n\n{tail}").text == ARTICLE


def test_subheadings_and_lists_inside_stay() -> None:
    text = f"{ARTICLE}\n\nWhat comes next\n\nThe plan covers:\n\n- banks\n- oil and gas\n\nNobody agreed."

    assert article(text).text == text


def test_dates_and_names_inside_the_text_stay() -> None:
    text = f"{ARTICLE}\n\nJanuary 24, 2022\n\nAnna Berg, a witness, said no.\n\nBy the end of May he left."

    found = article(text)

    assert found.text == text
    assert (found.published, found.byline) == (None, None)


def test_an_update_counts_as_the_date_only_where_no_other_is_given() -> None:
    both = f"{TITLE}\n\nUpdated: January 23, 2022\nPublished: January 21, 2022\n\n{BODY}"
    updated = f"{TITLE}\n\nUpdated: January 23, 2022\n\n{BODY}"

    assert [article(text).published for text in (both, updated)] == ["2022-01-21", "2022-01-23"]


def test_notes_count_more_than_the_front_of_the_text() -> None:
    notes = Notes(title="Talks fail", byline="Ann Poe", place="Bern", publisher="EW", published="2022-03-03")

    found = article(f"{TITLE}\nBy Anna Berg\nJanuary 21, 2022\n\nGENEVA (AFP) - {BODY}", notes=notes)

    assert (found.title, found.byline, found.place) == ("Talks fail", "Ann Poe", "Bern")
    assert (found.publisher, found.published) == ("EW", "2022-03-03")
    assert found.text == f"Talks fail\n\n{BODY}"


def test_the_path_stays_as_given() -> None:
    assert article(ARTICLE, "news/2022-01-21-talks.txt").path == "news/2022-01-21-talks.txt"


@pytest.mark.parametrize(
    "text", ["", "   \n\n\t", "You may also like", "* * *\n\nAdvertisement", "\ufeff\u200b"]
)
def test_a_text_with_nothing_left_is_empty(text: str) -> None:
    with pytest.raises(EmptyArticle, match=r"^a\.txt holds no text: give a file with an article in it$"):
        article(text, "a.txt")


def test_a_label_may_say_that_the_text_is_in_another_language() -> None:
    with pytest.raises(WrongLanguage, match=r"German \(de\)"):
        article(f"Language: German\n\n{ARTICLE}")


def test_the_same_bytes_give_the_same_article() -> None:
    raw = ARTICLE.encode()

    assert read_text(raw, "a.txt", Options()) == read_text(raw, "a.txt", Options())
    assert read_text(raw, "a.txt").id == read_text(ARTICLE.encode("utf-16"), "b.txt").id
