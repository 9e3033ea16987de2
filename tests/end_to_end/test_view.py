"""The page of `graphkit view`, opened in a real browser: it shows, draws, obeys the keyboard, and runs nothing else."""

from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys

from graphkit.model import Modality, Polarity
from graphkit.model.record import write_line
from graphkit.pages.view import page as page_of
from scripts.chromium import prefer, resize
from tests.end_to_end.browsing import all_of, one, text, until
from tests.end_to_end.conftest import Program, ProgramWithin
from tests.factories import Told, concept, country, extraction, newsroom, organization, person

RUSSIA, UKRAINE, NATO = country("Russia", "Q159"), country("Ukraine", "Q212"), organization("NATO")
SHERMAN, DEMAND = person("Wendy Sherman"), concept("the demand")
WARNED = Told(RUSSIA, "may invade", UKRAINE, lemma="invade", modality=Modality.POSSIBLE, speaker=SHERMAN)
DENIED = Told(RUSSIA, "did not attack", UKRAINE, lemma="attack", polarity=Polarity.NEGATED)
TALKS = extraction(
    (
        "NATO rejected the demand in Geneva.",
        [Told(NATO, "rejected", DEMAND, arguments=(("place", "in Geneva", None),))],
    ),
    ("Russia may invade Ukraine, Wendy Sherman said.", [WARNED]),
    ("Russia did not attack Ukraine.", [DENIED]),
    title="Talks go on",
    published="2022-01-26",
)
HACK = "<script>window.hacked = 1</script>"
BREAKOUT = '"></script></style></title><img src=x onerror="window.hacked = 2"><!--'
NODES = "return document.querySelector('#graph')._cyreg.cy.nodes().map(it => it.data('label')).sort()"


@pytest.fixture
def talks(chromium: Chrome, tmp_path: Path) -> Chrome:
    return opened(chromium, tmp_path, TALKS)


def opened(chromium: Chrome, folder: Path, *extractions: object) -> Chrome:
    made = folder / "page.html"
    made.write_text("".join(page_of(extractions)), encoding="utf-8")
    chromium.get(made.as_uri())
    return chromium


def nodes(page: Chrome) -> list[str]:
    found: list[str] = page.execute_script(NODES)
    return found


def verb(page: Chrome, words: str):
    return next(it for it in all_of(page, ".text [data-c]") if it.text == words)


def marked(page: Chrome, role: str) -> str:
    return " ".join(it.text for it in all_of(page, f".text .on.r-{role}"))


def test_hovering_over_a_verb_shows_what_its_claim_says_and_leaving_it_takes_that_away(talks: Chrome):
    before = text(talks, "#card")
    ActionChains(talks).move_to_element(verb(talks, "may invade")).perform()
    shown = text(talks, "#card")
    parts = {role: marked(talks, role) for role in ("who", "verb", "whom", "speaker")}
    ActionChains(talks).move_to_element(one(talks, ".facts")).perform()

    assert "Russia may invade Ukraine (possible, per Wendy Sherman)" in shown
    for line in (
        "who Russia",
        "what or whom Ukraine",
        "says who Wendy Sherman",
        "polarity affirmed",
        "modality possible",
    ):
        assert line in shown
    assert parts == {"who": "Russia", "verb": "may invade", "whom": "Ukraine", "speaker": "Wendy Sherman"}
    assert text(talks, "#card") == before
    assert all_of(talks, ".text .on") == []


def test_a_click_draws_the_claim_and_the_button_draws_the_article_again(talks: Chrome):
    whole = nodes(talks)
    verb(talks, "rejected").click()
    drawn = nodes(talks)
    described = one(talks, "#graph").get_attribute("aria-label")
    one(talks, "#whole").click()

    assert whole == ["NATO", "Russia", "Ukraine", "the demand"]
    assert drawn == ["NATO", "in Geneva", "rejected", "the demand"]
    assert "who: NATO" in described
    assert nodes(talks) == whole


def test_a_denial_is_drawn_as_one(talks: Chrome):
    verb(talks, "did not attack").click()

    assert "negated" in text(talks, "#card .badges .main")
    assert "polarity negated" in text(talks, "#card .badges")
    verb_node = "return document.querySelector('#graph')._cyreg.cy.$('#claim').data('stance')"
    assert talks.execute_script(verb_node) == "negated"


def test_the_keyboard_alone_goes_from_claim_to_claim_holds_one_and_lets_go(talks: Chrome):
    keys = ActionChains(talks)
    keys.send_keys(Keys.TAB).perform()
    first = text(talks, "#card h2")
    keys.send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT).perform()
    second = text(talks, "#card h2")
    keys.send_keys(Keys.ENTER).perform()
    pressed = [it.text for it in all_of(talks, ".text [aria-pressed=true]")]
    held = nodes(talks)
    keys.send_keys(Keys.ESCAPE).perform()

    assert first.startswith("NATO rejected the demand")
    assert second.startswith("Russia may invade Ukraine")
    assert pressed == ["may invade"]
    assert "may invade" in held
    assert all_of(talks, "[aria-pressed=true]") == []
    assert "may invade" not in nodes(talks)


def test_a_click_on_a_name_shows_every_claim_about_its_bearer(talks: Chrome):
    next(it for it in all_of(talks, ".text .name") if it.text == "Wendy Sherman").click()

    assert text(talks, "#card h2") == "Wendy Sherman"
    assert [it.text for it in all_of(talks, "#card dd button")] == [
        "Russia may invade Ukraine (possible, per Wendy Sherman)"
    ]


def test_the_list_below_the_text_leads_to_the_claim(talks: Chrome):
    row = all_of(talks, ".all .row")[2]
    talks.execute_script("arguments[0].scrollIntoView()", row)
    row.click()

    assert [it.text for it in all_of(talks, ".all .row")] == [it["name"] for it in told(talks)]
    assert text(talks, "#card h2") == row.text
    assert marked(talks, "verb") == "did not attack"


def told(page: Chrome) -> list[dict[str, str]]:
    found: list[dict[str, str]] = page.execute_script(
        "return JSON.parse(document.querySelector('.data').textContent).claims"
    )
    return found


def test_no_text_of_an_article_runs_or_becomes_a_part_of_the_page(chromium: Chrome, tmp_path: Path):
    villain, victim = person(f"Bad {HACK} Actor"), organization(f"Org {BREAKOUT} Ltd")
    sentence = f"Bad {HACK} Actor attacked Org {BREAKOUT} Ltd, he said."
    hostile = extraction(
        (sentence, [Told(villain, "attacked", victim, speaker=villain, relation=BREAKOUT, lemma=HACK)]),
        title=f"Title {HACK}{BREAKOUT}",
        publisher=HACK,
        byline=BREAKOUT,
        place="' onload='window.hacked = 3'",
        url="javascript:window.hacked = 4",
    )
    page = opened(chromium, tmp_path, hostile, TALKS)
    verb(page, "attacked").click()
    all_of(page, "#card dd button")[0].click()

    assert page.execute_script("return window.hacked") is None
    assert text(page, "#card h2") == villain.name
    assert [it.text for it in all_of(page, "h1") if it.is_displayed()] == [f"Title {HACK}{BREAKOUT}"]
    assert all_of(page, "img, iframe, object, a[href^=javascript], [onload], [onerror]") == []
    assert len(all_of(page, "script")) == 5  # the three of the page, and the values of two articles
    assert page.title == f"Title {HACK}{BREAKOUT}"


def test_even_markup_that_got_in_could_not_run(talks: Chrome):
    refused = talks.execute_async_script(
        """
        const done = arguments[0];
        addEventListener("securitypolicyviolation", (event) => done([event.effectiveDirective, window.hacked]));
        const script = document.createElement("script");
        script.textContent = "window.hacked = 5";
        document.body.append(script);
        """
    )

    assert refused == ["script-src-elem", None]


def test_the_page_asks_for_nothing_and_complains_of_nothing(talks: Chrome):
    verb(talks, "rejected").click()

    assert talks.execute_script("return performance.getEntriesByType('resource').map(it => it.name)") == []
    assert [entry for entry in talks.get_log("browser") if "page.html" in entry["message"]] == []


def test_of_several_articles_the_page_begins_with_a_list_and_shows_the_one_chosen(
    chromium: Chrome, tmp_path: Path
):
    page = opened(chromium, tmp_path, TALKS, *newsroom(3, seed=1))
    first = [it.text for it in all_of(page, "h1") if it.is_displayed()]
    all_of(page, "#index a")[2].click()
    until(page, lambda it: one(it, "#article-2").is_displayed(), "the third article")

    assert first == ["Talks go on"]
    assert len(all_of(page, "#index a")) == 4
    assert [it.get_attribute("id") for it in all_of(page, ".story") if it.is_displayed()] == ["article-2"]
    assert text(page, "#index [aria-current=page] b") == page.title


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_is_cut_off_at_any_width(talks: Chrome, width: int):
    resize(talks, width, 800)
    verb(talks, "may invade").click()

    assert talks.execute_script("return document.documentElement.scrollWidth") <= width
    assert one(talks, "#graph canvas").size["height"] > 100
    assert one(talks, "#card").is_displayed()


def test_text_stands_out_in_light_and_in_dark(talks: Chrome):
    contrasts = {}
    for scheme in ("light", "dark"):
        prefer(talks, scheme)
        contrasts[scheme] = talks.execute_script(CONTRASTS)

    assert [pair for found in contrasts.values() for pair in found if pair[1] < 4.5] == []
    assert contrasts["light"] != contrasts["dark"]


CONTRASTS = """
const light = (name) => {
  const [r, g, b] = getComputedStyle(document.documentElement).getPropertyValue(name).trim().slice(1).match(/../g)
    .map(it => parseInt(it, 16) / 255).map(it => it <= 0.03928 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
return [["--ink", "--paper"], ["--ink", "--panel"], ["--soft", "--paper"], ["--soft", "--panel"],
  ...[...document.querySelector("#words").content.querySelectorAll("[data-stance]")]
    .map(it => ["--" + it.dataset.stance, "--paper"])]
  .map(([one, other]) => [one + " on " + other, contrast(one, other)]);
"""


def test_the_same_articles_make_the_same_page_whatever_the_hash_seed(graphkit: Program):
    records = graphkit.folder / "claims.jsonl"
    records.write_text("".join(f"{write_line(it)}\n" for it in (TALKS, *newsroom(3))), encoding="utf-8")

    seeded = [graphkit.with_environment(PYTHONHASHSEED=seed)("view", records.name) for seed in ("1", "2")]

    assert [done.returncode for done in seeded] == [0, 0]
    assert seeded[0].stdout == seeded[1].stdout
    assert "Talks go on" in seeded[0].stdout


def test_an_article_is_read_and_shown_without_a_database(graphkit: Program, article):
    within = ProgramWithin(graphkit.folder, graphkit.environment)
    done = within("view", article("talks.txt", "Russia rejected the demand on Friday.\n"), "-o", "page.html")

    page = (graphkit.folder / "page.html").read_text(encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Russia rejected the demand (stated)" in page


def test_where_nothing_can_be_read_no_page_is_left(graphkit: Program):
    done = graphkit("view", "missing.txt", "-o", "page.html")

    assert done.returncode == 2
    assert "missing.txt" in done.stderr
    assert list(graphkit.folder.iterdir()) == []
