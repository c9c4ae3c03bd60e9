"""What changed when a routine was fitted to a length, in one line."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from leanbreath.score.fit_changes import FitChange, FitChangeKind

WORDS: dict[FitChangeKind, str] = {
    "left-out": "Left out",
    "shorter": "Shorter",
    "fewer": "Fewer",
    "more": "More",
    "longer": "Longer",
}
"""The word for each kind of change, in the order in which they are told."""


def changes_text(changes: Sequence[FitChange]) -> str:
    """Return what changed: `Left out: pelvic clock. Shorter: calf stretches, 20 s.`; empty if nothing did."""
    told = ((word, [each for each in changes if each.kind == kind]) for kind, word in WORDS.items())
    return " ".join(f"{word}: {_group_text(each)}." for word, each in told if each)


def _group_text(changes: Sequence[FitChange]) -> str:
    """Return the titles of some drills, those with the same amount together."""
    by_amount = sorted(changes, key=lambda change: [each.text for each in changes].index(change.text))
    runs = ((amount, [each.title for each in run]) for amount, run in groupby(by_amount, attrgetter("text")))
    return "; ".join(", ".join(filter(None, (_titles(titles), amount))) for amount, titles in runs)


def _titles(titles: Sequence[str]) -> str:
    lower = [title[:1].lower() + title[1:] for title in titles]
    *first, last = lower
    return f"{', '.join(first)} and {last}" if first else last
