"""What the history is computed from, straight from the tables: the same facts as in `training_totals.py`.

Reading ten thousand sessions row by row takes seconds; each of these queries takes milliseconds.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from leanbreath.diary.connection import reading
from leanbreath.diary.events import AssessmentRow, SessionRow, WorkRow
from leanbreath.diary.fields import FIELDS, WRONG
from leanbreath.diary.moment import Moment
from leanbreath.diary.row_columns import read_moment
from leanbreath.diary.stats import SHORTEST_SECONDS
from leanbreath.diary.store import Diary
from leanbreath.diary.tables import read_sessions, read_table
from leanbreath.diary.training_totals import (
    LATEST_ANSWERS,
    LeanAnswer,
    LongestSet,
    PlanWeekDay,
    SessionEntry,
    SessionLength,
    SideWork,
    TrainingTotals,
    training_totals,
)
from leanbreath.diary.unsaved import unsaved_events
from leanbreath.routine.vocabulary import Muscle

LAST_DAY = """
    coalesce(ended_day, (
        SELECT at_day FROM work WHERE session = session.id AND at_day IS NOT NULL ORDER BY at DESC, at_day DESC LIMIT 1
    ), started_day)
"""
"""The training day of a session's last event."""

SHORT_SESSIONS = f"SELECT id FROM session WHERE done_seconds < {SHORTEST_SECONDS}"  # noqa: S608 - our own number

SECONDS_BY_DAY = f"""
    SELECT work_day, sum(done_seconds) FROM session WHERE work_day IS NOT NULL AND done_seconds >= {SHORTEST_SECONDS}
    GROUP BY work_day
"""  # noqa: S608 - our own names
"""The work of sessions that have it on one day."""

OTHER_SECONDS_BY_DAY = f"""
    SELECT at_day, sum(work.done_seconds) FROM session JOIN work ON work.session = session.id
    WHERE work_day IS NULL AND session.done_seconds >= {SHORTEST_SECONDS} AND at_day IS NOT NULL
    AND work.done_seconds > 0 GROUP BY at_day
"""  # noqa: S608 - our own names
"""The work of the few others."""

SESSIONS_BY_DAY = f"""
    SELECT {LAST_DAY} AS day, count(*) FROM session WHERE started_day >= ? AND done_seconds >= {SHORTEST_SECONDS}
    GROUP BY day
"""  # noqa: S608 - our own names

SIDE_WORK = f"""
    SELECT at_day, drill, stretch, muscles, side, sum(done_seconds) FROM work
    WHERE at_day >= ? AND (stretch IS NULL OR stretch = 'static') AND session NOT IN ({SHORT_SESSIONS})
    GROUP BY at_day, drill, stretch, muscles, side
"""  # noqa: S608 - our own names

LONGEST_SESSION = f"""
    SELECT {LAST_DAY}, title, done_seconds FROM session WHERE done_seconds >= {SHORTEST_SECONDS}
    ORDER BY done_seconds DESC, started, id LIMIT 1
"""  # noqa: S608 - our own names

DRILLS = """
    WITH RECURSIVE known (drill) AS (
        SELECT min(drill) FROM work
        UNION ALL SELECT (SELECT min(drill) FROM work WHERE drill > known.drill) FROM known WHERE drill IS NOT NULL
    ) SELECT drill FROM known WHERE drill IS NOT NULL AND drill != ''
"""
"""Every drill, by jumps through the index."""

LONGEST_SET = """
    SELECT at_day, drill, title, done_seconds FROM work WHERE drill = ? AND done_seconds > 0 AND at_day IS NOT NULL
    ORDER BY done_seconds DESC, at, session, place LIMIT 1
"""

LEAN_ANSWERS = """
    SELECT started, started_offset, started_day, lean FROM session WHERE lean IS NOT NULL
    ORDER BY started DESC, id DESC LIMIT ?
"""

PLAN_WEEK_DAYS = f"""
    SELECT DISTINCT {LAST_DAY}, "plan", week FROM session
    WHERE started_day >= ? AND "plan" != '' AND week IS NOT NULL
"""  # noqa: S608 - our own names


ENTRIES = "SELECT id, started, started_offset, started_day, title FROM session ORDER BY started DESC, id DESC LIMIT ?"

LATEST = "WHERE id IN (SELECT id FROM session ORDER BY started DESC, id DESC LIMIT ?)"


READ = {(row, field.name): field.read for row in (SessionRow, WorkRow) for field in FIELDS[row]}
"""Reads a value of a field, and raises what is in `WRONG` where it isn't one."""


def read_entries(path: Path, count: int) -> tuple[SessionEntry, ...]:
    """Return the latest sessions of the diary in a file for a list, the latest first; raise `DiaryError`."""
    if path.exists() and not unsaved_events(path):
        with suppress(*WRONG), reading(path) as base:
            return tuple(map(_entry, base.execute(ENTRIES, (count,))))
    return tuple(SessionEntry(each.id, each.started, each.title) for each in Diary(path).read().sessions[:count])


def _entry(row: sqlite3.Row) -> SessionEntry:
    id, title = (READ[SessionRow, name](row[name]) for name in ("id", "title"))
    return SessionEntry(id, _started(row), title)


def read_latest(path: Path, count: int) -> tuple[SessionRow, ...]:
    """Return the latest sessions of the diary in a file with their work, the latest first; raise `DiaryError`."""
    return _sessions(path, LATEST, count)[:count]


def count_sessions(path: Path) -> int:
    """Return how many sessions the diary in a file has; raise `DiaryError`."""
    if unsaved_events(path) or not path.exists():
        return len(Diary(path).read().sessions)
    with reading(path) as base:
        return int(base.execute("SELECT count(*) FROM session").fetchone()[0])


def read_session(path: Path, id: str) -> SessionRow | None:
    """Return a session of the diary in a file by its id, None if it isn't there any more; raise `DiaryError`."""
    return next((each for each in _sessions(path, "WHERE id = ?", id) if each.id == id), None)


def _sessions(path: Path, condition: str, value: object) -> tuple[SessionRow, ...]:
    """Return the sessions that meet a condition, or all where some wait next to the diary."""
    if unsaved_events(path) or not path.exists():
        return Diary(path).read().sessions
    with reading(path) as base:
        found, _ = read_sessions(base, condition, (value,))
    sessions = (each for each in found if isinstance(each, SessionRow))
    return tuple(sorted(sessions, key=lambda each: (each.started.at, each.id), reverse=True))


def read_totals(path: Path, since: date) -> TrainingTotals:
    """Return the totals of the diary in a file; raise `DiaryError` if it can't be read.

    If anything waits next to the diary to be written into it, or a value in it is wrong, all of it is read row by row.
    """
    if path.exists() and not unsaved_events(path):
        with suppress(*WRONG), reading(path) as base:
            return TrainingTotals(
                seconds_by_day(base),
                sessions_by_day(base, since),
                side_work(base, since),
                longest_session(base),
                longest_sets(base),
                lean_answers(base),
                plan_week_days(base, since),
                assessments(base),
            )
    return training_totals(Diary(path).read(), since)


def seconds_by_day(base: sqlite3.Connection) -> dict[date, float]:
    """Return how many seconds of work were done on each training day; sessions that are too short don't count."""
    sums: dict[date, float] = {}
    for query in (SECONDS_BY_DAY, OTHER_SECONDS_BY_DAY):
        for day, seconds in base.execute(query):
            sums[date.fromisoformat(day)] = sums.get(date.fromisoformat(day), 0.0) + seconds
    return sums


def sessions_by_day(base: sqlite3.Connection, since: date) -> dict[date, int]:
    """Return how many sessions that began since a day ended on each training day."""
    return {date.fromisoformat(day): count for day, count in base.execute(SESSIONS_BY_DAY, (since.isoformat(),))}


def side_work(base: sqlite3.Connection, since: date) -> tuple[SideWork, ...]:
    """Return the work since a day that may have been a static stretch, summed by day, drill, muscles and side."""
    found = base.execute(SIDE_WORK, (since.isoformat(),))
    return tuple(
        SideWork(date.fromisoformat(day), drill, stretch, _muscles(muscles), side, _seconds(seconds))
        for day, drill, stretch, muscles, side, seconds in found
    )


@cache
def _muscles(text: str | None) -> tuple[Muscle, ...]:
    """Return the muscles in a column, which is empty in the rows of an older program."""
    muscles: tuple[Muscle, ...] = READ[WorkRow, "muscles"](json.loads(text or "[]"))
    return muscles


def longest_session(base: sqlite3.Connection) -> SessionLength | None:
    """Return the session with the most work, the first of equal ones."""
    row = base.execute(LONGEST_SESSION).fetchone()
    if not row:
        return None
    return SessionLength(date.fromisoformat(row[0]), READ[SessionRow, "title"](row[1]), _seconds(row[2]))


def longest_sets(base: sqlite3.Connection) -> tuple[LongestSet, ...]:
    """Return the longest set of each drill that has an id, the first of equal ones, in the order of the ids."""
    return tuple(_longest_sets(base))


def _longest_sets(base: sqlite3.Connection) -> Iterator[LongestSet]:
    for (drill,) in base.execute(DRILLS).fetchall():
        for day, id, title, seconds in base.execute(LONGEST_SET, (drill,)):
            yield LongestSet(date.fromisoformat(day), id, READ[WorkRow, "title"](title), _seconds(seconds))


def _seconds(value: object) -> float:
    seconds: float = READ[WorkRow, "done_seconds"](value)
    return seconds


def lean_answers(base: sqlite3.Connection) -> tuple[LeanAnswer, ...]:
    """Return the latest answers to how leaning felt, the first one first."""
    latest = base.execute(LEAN_ANSWERS, (LATEST_ANSWERS,)).fetchall()
    return tuple(_answer(row) for row in reversed(latest))


def _answer(row: sqlite3.Row) -> LeanAnswer:
    return LeanAnswer(_started(row), READ[SessionRow, "lean"](row["lean"]))


def _started(row: sqlite3.Row) -> Moment:
    return read_moment((row["started"], row["started_offset"], row["started_day"]))


def plan_week_days(base: sqlite3.Connection, since: date) -> frozenset[PlanWeekDay]:
    """Return the days with sessions of a plan that began since a day, each with its week."""
    found = base.execute(PLAN_WEEK_DAYS, (since.isoformat(),))
    return frozenset(
        PlanWeekDay(date.fromisoformat(day), READ[SessionRow, "plan"](plan), READ[SessionRow, "week"](week))
        for day, plan, week in found
    )


def assessments(base: sqlite3.Connection) -> tuple[AssessmentRow, ...]:
    """Return all results of assessments, in the order of their instants."""
    rows, _ = read_table(base, AssessmentRow)
    return tuple(sorted((row for row in rows if isinstance(row, AssessmentRow)), key=lambda row: (row.at.at, row.id)))
