"""The rows of the home screen's lists; each names something that can be opened or started."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from leanbreath.presentation.home_search import SearchEntry, SearchGroup
from leanbreath.presentation.home_status import HomeStatus
from leanbreath.presentation.limiter_bars import LimiterBar, bar_lines
from leanbreath.presentation.routine_groups import RoutineGroup
from leanbreath.presentation.routine_summary import RoutineSummary, owner_mark
from leanbreath.presentation.week_marks import week_lines

TargetKind = Literal["routine", "drill", "limiter", "lesson", "muscle", "plan", "history", "checkup"]


class Target(NamedTuple):
    """What a row opens or starts: its kind and its id."""

    kind: TargetKind
    id: str = ""


class HomeRow(NamedTuple):
    """A row: what it opens, its text, which may have several lines, a length before it, and a detail after it."""

    target: Target
    text: str
    length: str = ""
    detail: str = ""


class RowGroup(NamedTuple):
    """Rows below a heading."""

    heading: str
    rows: tuple[HomeRow, ...]


def routine_rows(groups: Iterable[RoutineGroup]) -> tuple[RowGroup, ...]:
    """Return the rows of routines."""
    return tuple(RowGroup(group.heading, tuple(map(_routine_row, group.rows))) for group in groups)


def _routine_row(row: RoutineSummary) -> HomeRow:
    return HomeRow(Target("routine", row.id), row.title + owner_mark(row.owner), row.length)


def search_rows(groups: Iterable[SearchGroup]) -> tuple[RowGroup, ...]:
    """Return the rows of what was found."""
    return tuple(RowGroup(group.heading, tuple(map(_found_row, group.entries))) for group in groups)


def _found_row(entry: SearchEntry) -> HomeRow:
    target = Target(entry.kind, entry.id)
    if entry.kind == "routine":
        return HomeRow(target, entry.title, entry.detail)
    return HomeRow(target, entry.title, detail=entry.detail)


def coach_rows(status: HomeStatus, columns: int) -> tuple[RowGroup, ...]:
    """Return the rows of the week, of the plan and of the limiters; without a check-up, one that offers it."""
    week = "\n".join((*week_lines(status.marks), status.done))
    return (
        RowGroup("this week", (HomeRow(Target("history"), week),)),
        RowGroup("plan", (HomeRow(Target("plan"), "\n".join(status.plan)),)),
        RowGroup("what holds you back", tuple(_limiter_rows(status.bars, columns))),
    )


def _limiter_rows(bars: tuple[LimiterBar, ...], columns: int) -> Iterator[HomeRow]:
    for bar, line in zip(bars, bar_lines(bars, columns), strict=True):
        yield HomeRow(Target("limiter", bar.limiter), line)
    if not bars:
        yield HomeRow(Target("checkup"), "Find out in five minutes: take the check-up")
