"""The diary: an SQLite file with every event, such as a session and the work done in it."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from leanbreath.diary.connection import reading, writing
from leanbreath.diary.events import (
    AssessmentRow,
    DeletionRow,
    DiaryContent,
    Event,
    LevelRow,
    PlanRow,
    SessionRow,
)
from leanbreath.diary.merging import wins, with_note
from leanbreath.diary.row_columns import instant_column
from leanbreath.diary.tables import Change, has_row, merge_event, read_events, read_sessions, stored_session
from leanbreath.diary.unsaved import claim, unsaved_events

R = TypeVar("R", AssessmentRow, PlanRow, LevelRow, DeletionRow)

HAS_ANY = "SELECT EXISTS (SELECT 1 FROM session) OR EXISTS (SELECT 1 FROM deletion)"

BEGUN = """
    SELECT (SELECT count(*) FROM session WHERE routine = :routine) - (
        SELECT count(*) FROM session WHERE routine = :routine
        AND id IN (SELECT session FROM drill_return) AND id NOT IN (SELECT session FROM work)
    )
"""
"""How often a routine was begun; a runner who only answers the questions before it has not begun."""


LATELY_OR_HURT = """
    WHERE started >= ? OR id IN (SELECT session FROM work WHERE hurt_at IS NOT NULL)
    OR id IN (SELECT session FROM drill_return)
"""
"""The recent sessions, and those that say which drills hurt and whether they came back, however long ago."""


class PriorSessions(NamedTuple):
    """What a new session needs to know: whether it is the first, how often its routine was begun, what came lately.

    Sessions in which a drill hurt, or was asked about, are among the recent ones, however old they are.
    """

    is_first: bool = False
    begun_count: int = 0
    recent: tuple[SessionRow, ...] = ()


class Diary:
    """The diary in one file; each call is a transaction of its own. Reading writes nothing.

    Sessions that wait in files next to it belong to it as well, and are read with it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, since: date | None = None) -> DiaryContent:
        """Return everything in the diary; with `since`, only the sessions of this training day and later ones.

        The other events are few, and old ones matter: all of them are read.
        """
        waiting = [each.event for each in unsaved_events(self.path)]  # first, since they may be moving into it
        if not self.path.exists():
            return _content(waiting, since=since)
        with reading(self.path) as base:
            events, bad_rows = read_events(base, since)
        return _content([*events, *waiting], bad_rows, since)

    def prior_sessions(self, routine: str | None, since: datetime) -> PriorSessions:
        """Return what a new session of a routine needs to know; sessions begun `since` are recent."""
        waiting = [each.event for each in unsaved_events(self.path)]
        if not self.path.exists():
            sessions = _content(waiting).sessions
            begun = sum(each.routine == routine and each.was_begun for each in sessions)
            return PriorSessions(not sessions, begun, sessions)
        with reading(self.path) as base:
            is_first = not base.execute(HAS_ANY).fetchone()[0]
            begun = base.execute(BEGUN, {"routine": routine}).fetchone()[0]
            recent, _ = read_sessions(base, LATELY_OR_HURT, (instant_column(since),))
            waiting = [each for each in waiting if not has_row(base, "deletion", each.id)]
            new = [each for each in _content(waiting).sessions if not has_row(base, "session", each.id)]
        begun += sum(each.routine == routine and each.was_begun for each in new)
        return PriorSessions(is_first and not new, begun, _content([*recent, *waiting]).sessions)

    def save(self, *sessions: SessionRow) -> None:
        """Write sessions, each in place of what was written of it before, unless that is a later revision."""
        self.merge(sessions)

    def record(self, session: SessionRow) -> int:
        """Write a session that is going on, and return as which revision; a note that others wrote meanwhile stays."""
        with writing(self.path) as base:
            written = with_note(session, stored_session(base, session.id))
            merge_event(base, written)
        return written.revision

    def add(self, *events: AssessmentRow | PlanRow | LevelRow | DeletionRow) -> None:
        """Write events; a deletion removes its event, and keeps out every copy of it."""
        self.merge(events)

    def merge(self, events: Iterable[Event]) -> tuple[Change, ...]:
        """Write events, all or none, and return what became of each; the order in which they come changes nothing."""
        with writing(self.path) as base:
            return tuple(merge_event(base, event) for event in events)

    def import_unsaved(self) -> None:
        """Write the events that wait next to the diary into it, and remove their files."""
        waiting = claim(self.path)
        if waiting:
            self.merge(each.event for each in waiting)
        for each in waiting:
            with suppress(OSError):  # read in again at the next start, which changes nothing
                each.file.unlink(missing_ok=True)


def _content(events: Iterable[Event], bad_rows: int = 0, since: date | None = None) -> DiaryContent:
    """Return events in their order, of each the copy that counts, without those that were deleted."""
    found: dict[tuple[type[Event], str], Event] = {}
    for event in events:
        key = type(event), event.id
        if key not in found or wins(event, found[key]):
            found[key] = event
    deleted = {event.id for event in found.values() if isinstance(event, DeletionRow)}
    left = [event for event in found.values() if isinstance(event, DeletionRow) or event.id not in deleted]
    sessions = [each for each in left if isinstance(each, SessionRow) and (since is None or each.started.day >= since)]
    sessions.sort(key=lambda session: (session.started.at, session.id), reverse=True)
    return DiaryContent(
        tuple(sessions),
        _ordered(left, AssessmentRow),
        _ordered(left, PlanRow),
        _ordered(left, LevelRow),
        bad_rows,
        _ordered(left, DeletionRow),
    )


def _ordered(events: Iterable[Event], row: type[R]) -> tuple[R, ...]:
    """Return the events of a type in the order of their instants, which is the same on every machine."""
    return tuple(sorted((each for each in events if isinstance(each, row)), key=lambda each: (each.at.at, each.id)))
