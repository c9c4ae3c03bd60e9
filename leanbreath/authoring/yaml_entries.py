"""Entries of a mapping as text: put in order, while comments and blank lines keep their place."""

import re
from typing import NamedTuple

from leanbreath.authoring.key_order import key_order


class Entry(NamedTuple):
    """A key, the lines above it, and the text from the key on."""

    key: str
    lead: str
    body: str


def in_order(entries: list[Entry], parent: str | None) -> list[Entry]:
    """Return the entries of a mapping below the key `parent` in their usual order, those without one last."""
    order = key_order(parent, frozenset(entry.key for entry in entries))
    return sorted(entries, key=lambda entry: order.index(entry.key) if entry.key in order else len(order))


def with_leads_in_place(ordered: list[Entry], displaced: Entry, indent: str) -> list[Entry]:
    """Return entries in a new order; the blank lines above the new first one go to the one it displaced."""
    key, lead, body = ordered[0]
    comments = lead.lstrip("\n")
    dedented = re.sub(f"^{indent} +(?=#)", indent, displaced.lead, flags=re.MULTILINE)
    moved = displaced._replace(lead=lead[: len(lead) - len(comments)] + dedented)
    return [Entry(key, comments, body), *(moved if entry is displaced else entry for entry in ordered[1:])]


def with_comments_above(before: str, comments: str, indent: str) -> str:
    """Return what is written before an item of a list, with comments put above its hyphen."""
    lines, newline, hyphen = before.rpartition("\n")
    hyphen = hyphen.removeprefix(indent)
    moved = "".join(f"{line.strip()}\n{indent}" for line in comments.splitlines() if line.strip())
    return lines + newline + (indent if newline else "") + moved + hyphen


def split_head(before: str) -> tuple[str, str]:
    """Return the head of a file, up to its last empty line, and the comments of its first key.

    Without an empty line, all of it is the head.
    """
    head, empty, above = before.rpartition("\n\n")
    is_comments = all(line.startswith("#") for line in above.splitlines())
    return (head + empty, above) if empty and is_comments else (before, "")
