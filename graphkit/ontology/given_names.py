"""Given names and their gender."""

import csv
from functools import cache

from graphkit.resources import shipped


@cache
def given_names() -> dict[str, str]:
    """Given name in lower case to "m" or "f"; names of both are left out."""
    with shipped("config", "given_names.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"].lower(): row["gender"] for row in csv.DictReader(lines)}
