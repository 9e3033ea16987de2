"""The rules that make claims, by name: each claim carries the name of the one that made it.

Confidence is how often a rule's tuples agree with the gold of CaRB's development set; how that is measured,
and what each rule gains, is told in `docs/reading.md`.
"""

from dataclasses import dataclass

from graphkit.nlp.clause import Clause
from graphkit.nlp.drafts import Draft
from graphkit.nlp.grammar import infinitive, pronoun


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction: its name, a sentence with it, what comes out of it, and how sure that is from 0 to 1.

    claim: "subject | predicate | object", and in brackets how it is meant and who says it.
    """

    name: str
    example: str
    claim: str
    confidence: float


MAIN = Rule("main clause", "Russia occupied Crimea.", "Russia | occupied | Crimea", 0.9)
CONJUNCT = Rule(
    "conjoined verb", "Gunmen crossed the border and burned a village.", "Gunmen | burned | a village", 0.85
)
CONTENT = Rule(
    "content clause", "Sherman said Putin wants peace.", "Putin | wants | peace (says Sherman)", 0.75
)
CONTROLLED = Rule(
    "controlled verb", "Kyiv urged NATO to send arms.", "NATO | to send | arms (ordered, says Kyiv)", 0.65
)
ADVERBIAL = Rule(
    "adverbial clause", "He fled after police raided his home.", "police | raided | his home", 0.75
)
PARTICIPLE = Rule(
    "participle clause", "A bomb exploded, killing two guards.", "A bomb | killing | two guards", 0.75
)
PURPOSE = Rule(
    "purpose", "The envoy rushed home to save the talks.", "The envoy | to save | the talks (planned)", 0.55
)
RELATIVE = Rule("relative clause", "Putin, who leads Russia, spoke.", "Putin | leads | Russia", 0.75)
MODIFIER = Rule(
    "participle after a noun", "The bridge built by monks collapsed.", "monks | built | The bridge", 0.7
)
NOUN_CONTENT = Rule(
    "content of a noun",
    "Russia's demand to ban Ukraine angered Berlin.",
    "Russia | to ban | Ukraine (ordered, says Russia)",
    0.6,
)
GERUND = Rule(
    "gerund after a preposition", "He fled by crossing the river.", "He | crossing | the river", 0.6
)
SUBJECT_CLAUSE = Rule(
    "clause as subject", "What the firm hid is unknown.", "the firm | hid | What (possible)", 0.6
)
ASIDE = Rule("aside", "Putin, she said, may wait.", "she | said", 0.6)
EXISTENTIAL = Rule("existential", "There were clashes on Monday.", "clashes | were", 0.5)
APPOSITION = Rule(
    "apposition", "Lavrov, Russia's foreign minister, spoke.", "Lavrov | foreign minister | Russia", 0.7
)
TITLE = Rule("title", "President Omar Tawil spoke.", "President Omar Tawil | President", 0.55)
GOVERNING = Rule("governing act", "Oman refused to sign the pact.", "Oman | refused", 0.6)
NOMINAL = Rule(
    "nominal event", "Russia's invasion of Ukraine stunned Berlin.", "Russia | invasion of | Ukraine", 0.6
)
OTHER = Rule("other clause", "", "", 0.5)
"""How its verb hangs in the sentence the parser can't tell."""

RULES = (
    MAIN, CONJUNCT, CONTENT, CONTROLLED, ADVERBIAL, PARTICIPLE, PURPOSE, RELATIVE, MODIFIER, NOUN_CONTENT,
    GERUND, SUBJECT_CLAUSE, ASIDE, EXISTENTIAL, APPOSITION, TITLE, GOVERNING, NOMINAL, OTHER,
)  # fmt: skip
"""All of them, in the order of the documentation."""

_BY_LINK = {
    "ROOT": MAIN, "conj": CONJUNCT, "ccomp": CONTENT, "xcomp": CONTROLLED, "relcl": RELATIVE, "pcomp": GERUND,
    "csubj": SUBJECT_CLAUSE, "csubjpass": SUBJECT_CLAUSE, "parataxis": ASIDE,
}  # fmt: skip


def rule_of(clause: Clause) -> Rule:
    """The rule that makes a claim of a clause: by how it hangs in its sentence."""
    if clause.existential:
        return EXISTENTIAL
    if clause.link == "advcl":
        if clause.via == "own":
            return ADVERBIAL
        return PURPOSE if infinitive(clause.head) else PARTICIPLE
    if clause.link == "acl":
        return NOUN_CONTENT if clause.via == "own" or infinitive(clause.head) else MODIFIER
    return _BY_LINK.get(clause.link, OTHER)


def confidence(made: Draft) -> float:
    """Confidence of a claim: its rule's, less what makes any claim less sure."""
    clause = made.clause
    rule = rule_of(clause)
    value = rule.confidence
    if made.object is None and not made.arguments:
        value -= 0.35
    if infinitive(clause.head) and rule is not PURPOSE:
        value -= 0.2
    elif _borrowed(clause):
        value -= 0.1
    if pronoun(made.subject) and made.subject.low in {"it", "this", "that", "what", "which"}:
        value -= 0.1
    return round(max(value, 0.05), 2)


def _borrowed(clause: Clause) -> bool:
    """Whether its subject comes from far: *writing*, controlled, or by way of a relative pronoun."""
    if clause.head.tag == "VBG" and clause.via != "own":
        return True
    return clause.via == "relative pronoun" and clause.link in {"xcomp", "advcl", "pcomp"}
