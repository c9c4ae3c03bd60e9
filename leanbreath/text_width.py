"""The columns of a terminal that a text takes, which aren't its characters in every script."""


def column_count(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    from unicodedata import category, east_asian_width  # here, since few texts need them

    return 0 if category(char) in ("Mn", "Me", "Cf") else 1 + (east_asian_width(char) in "WF")


def centred(text: str, columns: int) -> str:
    """Return a text in the middle of a row, cut off where it is wider than that."""
    while column_count(text) > columns:
        text = text[:-1]
    left = (columns - column_count(text)) // 2
    return " " * left + text + " " * (columns - column_count(text) - left)
