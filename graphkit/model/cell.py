"""A text in a cell of CSV, which spreadsheets open too."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet run a cell instead of showing it (OWASP, CSV injection)."""


def inert(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it: strangers write quotes and titles."""
    return f"'{text}" if text.startswith(FORMULA) else text
