"""What several mendings ask of words."""

from graphkit.nlp.tree import Word

FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs that agree with a subject; a past form may be a participle taken for one."""
SAYING = frozenset({
    "add", "allege", "announce", "argue", "claim", "complain", "confirm", "declare", "insist", "note", "promise",
    "report", "reveal", "say", "state", "tell", "tweet", "warn", "write",
})  # fmt: skip
"""Verbs whose content may stand behind where it was said: *said in a statement that*."""
REPORTING = SAYING | frozenset({
    "assert", "believe", "concede", "conclude", "contend", "decide", "disclose", "find", "hear", "learn",
    "maintain", "predict", "prove", "read", "rule", "show", "suggest", "testify", "think",
})  # fmt: skip
"""Verbs with a content that "that" begins."""
TELLER = "teller"
"""Dependency of a noun that only says whose word a clause is."""
BLAMING = frozenset({"absolve", "accuse", "acquit", "charge", "clear", "convict", "exonerate", "suspect"})
"""Verbs whose object is who did it, or didn't: nobody is told anything."""
INFORMING = frozenset(
    {"advise", "assure", "brief", "convince", "inform", "notify", "persuade", "remind", "tell", "warn"}
)
"""Verbs whose object is the person told."""
TELLING = BLAMING | INFORMING
"""Verbs whose object is the person told or blamed: what follows with "of", "about" or "with" is what for."""
CONJUNCTIONS = frozenset({"after", "as", "before", "since", "until"})
"""Prepositions that begin clauses, too."""


def behind_comma(word: Word) -> bool:
    """Whether a comma stands right before it."""
    return word.previous is not None and word.previous.text == ","


TAKING_UP = frozenset({
    "account", "accusation", "allegation", "assertion", "charge", "claim", "figure", "insinuation", "number", "report",
    "statement", "story", "suggestion", "toll", "version",
})  # fmt: skip
"""Nouns that, apposed, take up what was just said: *an allegation the army rejects*."""
PUNISHING = frozenset({
    "arrest", "ban", "censure", "charge", "condemn", "convict", "denounce", "deport", "detain", "discipline",
    "dismiss", "expel", "fire", "imprison", "indict", "jail", "parade", "pardon", "prosecute", "punish",
    "sack", "sanction", "sue", "suspend",
})  # fmt: skip
"""What is done to somebody for what they have done."""
MEANS = frozenset({
    "accident", "air", "bike", "boat", "bus", "car", "chance", "default", "design", "e-mail", "email", "fax",
    "ferry", "force", "hand", "helicopter", "law", "letter", "lorry", "mail", "mistake", "phone", "plane", "post",
    "rail", "road", "sea", "ship", "taxi", "telephone", "text", "train", "tram", "truck", "video",
})  # fmt: skip
"""What stands bare behind "by" and tells how."""
