"""When something happened, for people to read."""


def told_time(value: str) -> str:
    """An ISO date as it is; an interval in words: "2014 to 2022", "from 2014", "until 2024-12"."""
    first, slash, last = value.partition("/")
    if not slash or first == last:
        return first
    if first == "..":
        return f"until {last}"
    return f"from {first}" if last == ".." else f"{first} to {last}"
