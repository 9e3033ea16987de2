"""Dead letters keep what failed whole, once, until it is retried or dropped."""

from pathlib import Path

import pytest

from graphkit.errors import NotFetched, NotText, UsageError
from graphkit.model import Article
from graphkit.pipeline.batch.letters import Letter, Letters
from graphkit.pipeline.batch.mended import Mended
from graphkit.pipeline.inputs import ours
from graphkit.pipeline.outcome import Failure
from graphkit.sources import Failure as Unread
from graphkit.sources import Input, Notes

ARTICLE = Article(
    "Odd characters: \u2028, \U0001f600, and Geneva.", title="Odd", path="a\udcff.txt", published="2022-01-26"
)
READING = Failure("a.txt", "reading", "crashes it", "ReaderLost", ARTICLE)


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    return Letters(tmp_path / "deadletters")


def put(letters: Letters, failed: Failure, run: str = "run:1", batch: str = "news") -> Letter:
    return letters.put(failed, batch, Path("news.yaml"), run, "graphkit 1")


def unread(path: Path) -> Failure:
    return ours(Unread(str(path), NotText(f"{path} is no text"), Input(path)))


def test_an_article_comes_back_as_it_was_whatever_characters_it_holds(letters: Letters):
    put(letters, READING)

    (found,) = letters.of("news")

    assert found.article == ARTICLE
    assert (found.stage, found.kind, found.reason, found.tries) == ("reading", "ReaderLost", "crashes it", 1)
    assert letters.of("other") == []


def test_a_file_is_copied_and_a_page_is_kept_with_what_its_feed_said(letters: Letters, tmp_path: Path):
    file, page = tmp_path / "a.pdf", Input(None, "https://e.org/a", said=Notes(title="Talks"), revision="e:1")
    file.write_bytes(b"%PDF broken")

    one = put(letters, unread(file))
    other = put(letters, ours(Unread("https://e.org/a", NotText("no text"), page, b"<html>")))
    away = put(
        letters, ours(Unread("https://e.org/b", NotFetched("no answer"), Input(None, "https://e.org/b")))
    )
    file.unlink()

    assert letters.body(one) == b"%PDF broken"
    assert (letters.body(other), letters.named(other.id).source) == (b"<html>", page)
    assert letters.body(away) is None


def test_what_fails_again_is_one_letter(letters: Letters):
    first, again = put(letters, READING), put(letters, READING, run="run:2")

    (found,) = letters.of()

    assert (found.id, found.run, found.tries, found.first) == (first.id, "run:2", 2, first.first)
    assert again == found
    assert put(letters, READING, batch="other").id != first.id


def test_a_dropped_letter_stays_without_its_copy_and_a_removed_one_is_gone(letters: Letters, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe")
    letter = put(letters, unread(tmp_path / "a.txt"))

    letters.drop(letter)
    dropped = letters.named(letter.id[:4])
    letters.remove(dropped)

    assert (dropped.dropped, dropped.content, letters.body(dropped)) == (True, letter.content, None)
    assert letters.of() == []
    assert list((tmp_path / "deadletters").iterdir()) == []


def test_an_id_that_is_nobodys_or_several_is_told(letters: Letters):
    put(letters, READING)
    put(letters, READING, batch="other")

    with pytest.raises(UsageError, match="no dead letter"):
        letters.named("x")
    with pytest.raises(UsageError, match="2 dead letters"):
        letters.named("")


def test_letters_are_made_good_by_what_turns_up_and_not_by_what_fails_again(letters: Letters):
    zipped = put(letters, ours(Unread("/n/all.zip/b.txt", NotText("no"), Input(Path("/n/all.zip")))))
    failing = put(letters, ours(Unread("/n/c.json:3", NotText("no"), Input(Path("/n/c.json")))))
    gone = put(letters, ours(Unread("/n/gone.txt", NotText("no"), Input(Path("/n/gone.txt")))))
    page = put(letters, ours(Unread("https://e.org/a", NotText("no"), Input(None, "https://e.org/a"))))
    nowhere = put(letters, ours(Unread("/n/*.txt", NotText("isn't there"))))
    article = put(letters, READING)
    mended = Mended({letter.id: letter for letter in letters.of()})

    mended.find(Article("b", path="/n/all.zip/b.txt"))
    mended.find(Article("c", path="/n/c.json:2"))
    mended.failed.add(failing.id)
    mended.finish(ARTICLE)

    def good(*, complete: bool) -> set[str]:
        visited = "https://e.org/a".__eq__
        return {each.id for each in mended.letters_made_good(visited, complete=complete, all_tried=False)}

    assert good(complete=False) == {zipped.id, page.id, article.id}
    assert good(complete=True) == {zipped.id, page.id, article.id, nowhere.id}
    assert gone.id not in good(complete=True)
