"""Characters come out as they were meant, and what was right stays."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.sources.apostrophes import restore_apostrophes
from graphkit.sources.characters import repair

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (f"Russia{NBSP}s core demand", "Russia's core demand"),
        (f"NATO{NBSP}s door", "NATO's door"),
        (f"I can{NBSP}t be more clear", "I can't be more clear"),
        (f"whether he{NBSP}s made it", "whether he's made it"),
        (f"they{NBSP}re ready and we{NBSP}ll wait", "they're ready and we'll wait"),
        (f"I{NBSP}m sure you{NBSP}ve heard she{NBSP}d gone", "I'm sure you've heard she'd gone"),
        (f"O{NBSP}Brien", "O'Brien"),
        (f"RUSSIA{NBSP}S DEMAND", "RUSSIA'S DEMAND"),
        ("Russia?s plan can?t work", "Russia's plan can't work"),
        ("Ghani´s cabinet, the court`s ruling", "Ghani's cabinet, the court's ruling"),
        ("Russia s core demand", "Russia's core demand"),
        ("Blinken s deputy said it can t wait", "Blinken's deputy said it can't wait"),
        ("they don t know that he s gone", "they don't know that he's gone"),
        ("we re sure", "we're sure"),
        (
            f"Russia{NBSP}s and China{NBSP}s, and the allies{NBSP} demand",
            "Russia's and China's, and the allies' demand",
        ),
        ("It can t be. He s left. The country s leader", "It can't be. He's left. The country's leader"),
    ],
)
def test_a_lost_apostrophe_comes_back(broken: str, mended: str) -> None:
    assert repair(broken) == mended


@pytest.mark.parametrize(
    "right",
    [
        "wore t-shirts and asked to re-elect them",
        "a pool of 50 m and a run of 100 m",
        "Is this Russia? she asked",
        "see https://example.org/page?s=1",
        "a record 23 titles for team s, they wrote",
        "the leader s of both sides weren't there",
        "Vitamin D d-dimer",
        "plans A, B and C",
        "The minister’s “no” — it isn’t over…",
        "rock 'n' roll",
    ],
)
def test_what_is_no_lost_apostrophe_stays(right: str) -> None:
    assert repair(right) == right


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Russiaâ€™s demand", "Russia’s demand"),
        ("cafÃ© in Kyiv", "café in Kyiv"),
        ("Jones &amp; Sons &quot;won&#39;t&quot;", 'Jones & Sons "won\'t"'),
        ("a con\u00adcession", "a concession"),
        ("Vla\u200bdimir \u202ePutin\u202c\ufeff", "Vladimir Putin"),
        ("Zelenskyi\u0306", "Zelensky\u012d"),
        ("ﬁnal oﬀer", "final offer"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        (f"8,500{NBSP}troops\u2009in\u3000all\tnow", "8,500 troops in all now"),
        ("  indented   words  \n", "indented words\n"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("\x1b[1mbold\x1b[0m\x07", "bold"),
        ("lone \ud800 half", "lone � half"),
    ],
)
def test_other_damage_is_mended(broken: str, mended: str) -> None:
    assert repair(broken) == mended


@given(st.text())
def test_restoring_apostrophes_keeps_the_length(text: str) -> None:
    assert len(restore_apostrophes(text)) == len(text)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_repaired_text_needs_no_second_repair_of_its_spaces(text: str) -> None:
    repaired = repair(text)

    assert all(line == " ".join(line.split(" ")).strip() for line in repaired.split("\n"))
    assert "\r" not in repaired
    assert "\n\n\n" not in repaired


def test_no_character_of_unicode_survives_as_hidden_or_as_an_odd_space() -> None:
    # All but surrogates and what has no category of its own or is one of 100,000 alike.
    every = [
        c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) not in ("Cs", "Cn", "Co")
    ]
    every = [c for c in every if not unicodedata.name(c, "").startswith(("CJK UNIFIED", "HANGUL SYLLABLE"))]

    repaired = repair("\n".join("x".join(every[at : at + 512]) for at in range(0, len(every), 512)))

    odd = {c for c in set(repaired) if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") and c not in "\n "}
    hidden = set(repaired) & set(
        "\u00ad\u200b\u200d\u200e\u202a\u202e\u2060\u2066\u2069\ufe0f\ufeff\u3164\U000e0041"
    )
    assert odd == set()
    assert hidden == set()
