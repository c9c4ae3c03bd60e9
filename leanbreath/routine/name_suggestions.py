"""What to write instead of an unknown name: the closest known one, or a list."""

from collections.abc import Iterable

FEW_NAMES = 6
"""Up to this many names are listed even if one of them is close."""

MOST_NAMES = 14
"""The most names that are listed, unless they are words of the format."""

ELLIPSIS = ", …"
"""The end of a list of names that is cut short."""

LIST_COMMANDS = {
    "routine": "leanbreath list shows them all",
    "drill": "leanbreath list --drills shows them all",
    "pose": "leanbreath list --poses shows them all",
    "figure": "leanbreath list --drills and --poses show them all",
}
"""The command that lists everything of a kind."""


def nearest_name(name: str, known: Iterable[str]) -> str:
    """Return the known name closest to `name`, or an empty string."""
    from difflib import get_close_matches  # imported here because only a mistake needs it

    by_lower = {each.lower(): each for each in known}
    prefixed = [each for each in by_lower if len(name) > 3 and each.startswith(name.lower())]
    found = prefixed or get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[min(found, key=len)] if found else ""


def suggestion(name: str, known: Iterable[str], most: int = MOST_NAMES) -> str:
    """Return the fix for an unknown name: the closest known one, or a list of at most `most`."""
    names = sorted(known)
    closest = nearest_name(name, names)
    if closest and len(names) > FEW_NAMES:
        return f'did you mean "{closest}"?'
    if not names:
        return "there are none"
    if closest:
        return f'did you mean "{closest}"? choose from {", ".join(names)}'
    shown = ", ".join(names[:most]) + (ELLIPSIS if len(names) > most else "")
    return f"choose from {shown}" if len(names) > 1 else f"use {shown}"


def with_list_command(fix: str, kind: str) -> str:
    """Return a fix; if its list of names is cut short, add the command that shows them all."""
    return f"{fix} ({LIST_COMMANDS[kind]})" if fix.endswith(ELLIPSIS) and kind in LIST_COMMANDS else fix
