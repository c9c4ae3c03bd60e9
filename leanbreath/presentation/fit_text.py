"""What changed when a routine was fitted to a length, in one line."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby
from math import ceil
from operator import attrgetter

from leanbreath.routine.basic_notations import length_text
from leanbreath.score.fit_changes import FitChange, FitChangeKind
from leanbreath.score.time_format import format_seconds

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
    """Return titles as one list; those that only differ after a comma are one thing in the plural."""
    parts = [(title[:1].lower() + title[1:]).partition(", ") for title in titles]
    alike = Counter(start for start, _, _ in parts)
    names = (_plural(start) if alike[start] > 1 else f"{start} ({rest})" if rest else start for start, _, rest in parts)
    *first, last = dict.fromkeys(names)
    return f"{', '.join(first)} and {last}" if first else last


def _plural(noun: str) -> str:
    return f"{noun}es" if noun.endswith(("ch", "sh", "s", "x")) else f"{noun}s"


def minutes_text(minutes: Sequence[int]) -> str:
    """Return the whole minutes that a routine is offered in: `Fits 6 to 14 minutes.`; empty if there is no choice."""
    return f"Fits {minutes[0]} to {minutes[-1]} minutes." if len(minutes) > 1 else ""


def does_not_fit_text(name: str, seconds: Fraction, shortest: Fraction) -> str:
    """Return that a routine doesn't fit into some seconds, and what would."""
    least = Fraction(ceil(shortest))
    takes = f"its shortest form takes {_time(least)}"
    return f"{name} doesn't fit into {_time(seconds)}; {takes}, so write --fit {length_text(least)} or more"


def _time(seconds: Fraction) -> str:
    return format_seconds(float(seconds))
