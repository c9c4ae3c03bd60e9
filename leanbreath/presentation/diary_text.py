"""The diary itself in words: its events one a line, how it is, and what an import did."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from leanbreath.diary.events import (
    AssessmentRow,
    DeletionRow,
    DiaryContent,
    Event,
    LevelRow,
    PlanRow,
    SessionRow,
)
from leanbreath.diary.moment import Moment
from leanbreath.presentation.session_page import session_line
from leanbreath.presentation.terminal_text import counted

NOUNS: dict[type[Event], str] = {
    SessionRow: "session",
    AssessmentRow: "result",
    PlanRow: "plan event",
    LevelRow: "level",
    DeletionRow: "deletion",
}

CHANGES = {"added": "Added", "updated": "Updated", "skipped": "Skipped, since they are here already or were deleted"}

SHORTEST_ID = 8
"""Ids are shown with at least so many characters."""


def event_lines(content: DiaryContent) -> Iterator[str]:
    """Yield each event of a diary as a line, the latest first, after as much of its id as tells it apart."""
    events = sorted(content.events, key=lambda event: (event_moment(event).at, event.id), reverse=True)
    length = id_length([event.id for event in events])
    for event in events:
        yield f"{event.id[:length]:{length}}  {event_text(event)}"


def event_text(event: Event) -> str:
    """Return an event in words, with its time."""
    if isinstance(event, SessionRow):
        return session_line(event)
    return f"{event.at.at:%Y-%m-%d %H:%M}  {_what(event)}"


def event_moment(event: Event) -> Moment:
    """Return when an event was."""
    return event.started if isinstance(event, SessionRow) else event.at


def id_length(ids: Sequence[str]) -> int:
    """Return how many characters tell ids apart."""
    ordered = sorted(set(ids))
    shared = (_shared(first, second) + 1 for first, second in pairwise(ordered))
    return max([SHORTEST_ID, *shared])


def counted_events(events: Iterable[Event]) -> str:
    """Return how many events there are of each kind: `12 sessions, 1 result`."""
    counts = Counter(type(event) for event in events)
    return ", ".join(counted(counts[kind], noun) for kind, noun in NOUNS.items() if counts[kind]) or "nothing"


def import_lines(events: Sequence[Event], changes: Sequence[str]) -> Iterator[str]:
    """Yield what an import did with events."""
    for change, word in CHANGES.items():
        found = [event for event, became in zip(events, changes, strict=True) if became == change]
        if found:
            yield f"{word}: {counted_events(found)}."
    if not events:
        yield "There was nothing to import."


def _what(event: Event) -> str:
    match event:
        case AssessmentRow():
            return f"{event.assessment}: {event.answer or ' / '.join(f'{value:g}' for value in event.values)}"
        case PlanRow():
            return f"plan {event.plan}: {event.action}"
        case LevelRow():
            return f"{event.drill}: level {event.level}"
        case _:
            return f"deleted {event.id}"


def _shared(first: str, second: str) -> int:
    pairs = enumerate(zip(first, second, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(first), len(second)))
