"""The news agency an article says it is from."""

import re

from graphkit.model import Article

AGENCIES = {
    "AFP": ("AFP", "Agence France-Presse"),
    "ANI": ("ANI", "Asian News International"),
    "ANSA": ("ANSA",),
    "AP": ("AP", "Associated Press"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "DPA": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE",),
    "IANS": ("IANS",),
    "Interfax": ("Interfax",),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "PA": ("PA Media", "Press Association"),
    "PTI": ("PTI", "Press Trust of India"),
    "Reuters": ("Reuters", "Thomson Reuters"),
    "RIA": ("RIA Novosti",),
    "TASS": ("TASS", "Itar-Tass"),
    "UPI": ("UPI", "United Press International"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Yonhap": ("Yonhap", "Yonhap News"),
}
BY_NAME = {name.casefold(): agency for agency, names in AGENCIES.items() for name in names}
NAMES = "|".join(sorted((re.escape(n) for names in AGENCIES.values() for n in names), key=len, reverse=True))

HEAD, TAIL = 300, 300
"""Characters at either end of a text in which agencies are credited."""
# "KYIV (Reuters) -", "(AP) —", "AP —" at the start of a line.
DATELINE = re.compile(rf"\((?P<name>{NAMES})\)\s*[-–—:.]|^(?P<bare>{NAMES})\s*[-–—]\s", re.MULTILINE)
# "Source: AFP", "(c) 2022 Reuters", "© AFP", and the desk's last line.
SIGNED = re.compile(
    rf"(?:source|via|©|copyright|\(c\))\s*:?\s*(?:\d{{4}}\s*)?(?:the\s+)?(?P<name>{NAMES})\b|^\((?P<bare>{NAMES})\)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
# "By Ada Lum, Reuters", "Reuters", "by the Associated Press".
BYLINE = re.compile(rf"(?:^|,|\bby\b|\bfor\b|[-–—|/(])\s*(?:the\s+)?(?P<name>{NAMES})\)?\s*$", re.IGNORECASE)


def credit(article: Article) -> str | None:
    """Name of the agency its dateline, last lines, byline or publisher gives; None where none does.

    What somebody told an agency isn't credit: only these places count, not "he told Reuters".
    """
    body = article.text.removeprefix(article.title).strip()
    places = (
        DATELINE.search(body[:HEAD]),
        SIGNED.search(body[-TAIL:]),
        BYLINE.search((article.byline or "").strip()),
    )
    for found in places:
        if found is not None:
            groups = found.groupdict()
            return BY_NAME[(groups["name"] or groups.get("bare") or "").casefold()]
    return BY_NAME.get(" ".join((article.publisher or "").casefold().removeprefix("the ").split()))
