"""The keys of a session in one line, for plain lines and screen readers."""

from collections.abc import Container

from leanbreath.session.keys import KEYS, Action

KEY_NAMES = {"→": "right arrow", "←": "left arrow", "↑": "up arrow", "↓": "down arrow", "?": "question mark"}
"""Names for keys whose symbols a screen reader reads badly."""


def key_help(active: Container[Action]) -> str:
    """Return what each key does, in one line; `active` are the actions that do something now."""
    keys = (key for key in KEYS if key.action in active and key.action != "view")
    return f"Keys: {'; '.join(f'{KEY_NAMES.get(key.symbol, key.symbol)}: {key.help}' for key in keys)}."
