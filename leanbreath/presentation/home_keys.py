"""The keys of the home screen, for its page of help."""

from collections.abc import Iterable

FIRST = (
    ("enter", "starts or opens what is highlighted; on the card of today, starts that"),
    ("↑ ↓ tab", "move between the card, the lists and their rows"),
    ("← →", "less or more time for today's session"),
    ("t", "starts today's session from anywhere"),
    ("/", "searches routines, drills, muscles and what can hold you back"),
    ("p", "pins the highlighted routine, or unpins it"),
    ("f", "shows the routines of one occasion only"),
    ("esc", "shows everything again, then leaves"),
)
LAST = (
    ("^p", "finds anything by its name, and changes the theme"),
    ("q", "quits"),
)


def home_keys(screens: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return a line for each key, given the key and the name of each screen that one opens."""
    opened = ((key, f"opens {name}") for key, name in screens)
    return ("Keys", "", *(f"{key:>7}  {does}" for key, does in (*FIRST, *opened, *LAST)))
