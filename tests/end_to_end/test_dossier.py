"""`graphkit dossier`: what is said, denied and planned about an actor, each in its place, quoted and escaped."""

import re

import pytest
from selenium.webdriver import Chrome

from graphkit.model import Modality, Polarity
from graphkit.model.record import write_line
from tests.end_to_end.browsing import all_of, one, text
from tests.end_to_end.conftest import ProgramWithin
from tests.factories import Told, concept, country, extraction, person

BAKER, REED, SILVA = person("Tom Baker"), person("Anna Reed"), person("Maria Silva")
KENYA, DEMAND = country("Kenya", "Q114"), concept("demand")
HACK = '<script>window.hacked = 1</script>"><img src=x onerror="window.hacked = 2">'
SAID = extraction(
    ("Tom Baker attacked Anna Reed.", [Told(BAKER, "attacked", REED, "ASSAULT", lemma="attack")]),
    (
        "Tom Baker rejected the demand, Maria Silva said.",
        [Told(BAKER, "rejected", DEMAND, "REJECT", speaker=SILVA)],
    ),
    ("Tom Baker praised Kenya in 2019.", [Told(BAKER, "praised", KENYA, lemma="praise", happened="2019")]),
    title="The accusation",
    url="https://example.org/a_(1)?b=<2>",
    published="2022-01-26",
)
DENIED = extraction(
    (
        "Tom Baker did not attack Anna Reed.",
        [Told(BAKER, "attack", REED, "ASSAULT", polarity=Polarity.NEGATED)],
    ),
    ("Tom Baker visits Kenya.", [Told(BAKER, "visits", KENYA, "CONSULT", modality=Modality.PLANNED)]),
    (f"Anna Reed praised Tom Baker {HACK} *today*.", [Told(REED, "praised", BAKER, lemma="praise")]),
    title=f"The denial {HACK}",
    publisher=f"[Daily](javascript:1) {HACK}",
    url="javascript:window.hacked = 3",
    published="2022-01-28",
)


@pytest.fixture
def told(graphkit_on: ProgramWithin, article) -> ProgramWithin:
    records = article("news.jsonl", "".join(f"{write_line(it)}\n" for it in (SAID, DENIED)))
    assert graphkit_on("load", records).returncode == 0
    return graphkit_on


def chapters(markdown: str) -> dict[str, str]:
    """The text under each heading of the second level, without the number of its claims."""
    parts = re.split(r"^## (.+)$", markdown, flags=re.MULTILINE)
    titles = [re.sub(r" \(\d+\)$", "", title) for title in parts[1::2]]
    return dict(zip(titles, parts[2::2], strict=True))


def plain(markdown: str) -> str:
    return re.sub(r"\\(.)", r"\1", markdown)


def test_each_claim_stands_where_it_belongs_a_denial_beside_what_it_denies_all_of_it_escaped(
    told: ProgramWithin,
):
    done = told("dossier", "tom baker")

    found = chapters(done.stdout)
    assert done.returncode == 0
    assert list(found) == [
        "Said and denied",
        "What Tom Baker does",
        "What is done to Tom Baker",
        "Denied",
        "Possible, planned, demanded, conditional",
    ]
    said, denied = found["Said and denied"].split("**Denied**")
    assert "Tom Baker attacked Anna Reed (stated)" in plain(said)
    assert "Tom Baker did not attack Anna Reed (negated" in plain(denied)
    assert "did not" not in plain(found["What Tom Baker does"])
    assert "Tom Baker will visits Kenya (planned)" in plain(found["Possible, planned, demanded, conditional"])
    assert "- 2019: **Tom Baker praised Kenya (stated)" in found["What Tom Baker does"]
    assert "### Demands, threats and refusals" in found["What Tom Baker does"]
    assert "> Tom Baker attacked Anna Reed." in found["What Tom Baker does"]
    # No markup of an article's is left, and links lead to the web only.
    written = done.stdout
    assert re.findall(r"(?<!\\)<(?!https?:)", written) == []
    links = re.findall(r"\]\(<([^>]*)>\)", written)
    assert set(links) == {"https://example.org/a_(1)?b=%3C2%3E"}
    assert len(links) == written.count("The accusation")
    assert "\\*today\\*" in written
    assert "\\[Daily\\](javascript" in written


def test_the_page_shows_the_same_and_nothing_of_an_article_runs(told: ProgramWithin, chromium: Chrome):
    told("dossier", "Tom Baker", "-o", "baker.html")
    chromium.get((told.folder / "baker.html").as_uri())

    headings = [re.sub(r" \d+$", "", it.text) for it in all_of(chromium, "h2")]
    assert headings == list(chapters(told("dossier", "Tom Baker").stdout))
    assert text(chromium, "h1") == "Tom Baker"
    sides = [it.text.splitlines()[0].upper() for it in all_of(chromium, ".sides > div")]
    assert sides == ["SAID", "DENIED"]
    assert chromium.execute_script("return window.hacked") is None
    assert all_of(chromium, "script, img, a[href^=javascript]") == []
    assert HACK in one(chromium, "main").text
    assert chromium.get_log("browser") == []
    again = told("dossier", "Tom Baker", "-o", "again.html")
    assert (told.folder / "again.html").read_bytes() == (told.folder / "baker.html").read_bytes()
    refused = told("dossier", "Tom Baker", "-o", "baker.pdf")
    assert (again.returncode, refused.returncode) == (0, 2)
    assert ".html or .md" in refused.stderr
