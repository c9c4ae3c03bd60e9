"""A diary of 10,000 sessions: how long each query of the history takes, and the pages that are drawn of it."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from leanbreath.coach.history import first_needed_day, history
from leanbreath.coach_loader import read_material
from leanbreath.diary import queries
from leanbreath.diary.connection import reading
from leanbreath.diary.events import AssessmentRow, SessionRow, WorkRow
from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from leanbreath.presentation.history_view import HistoryView, PageName
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Drill
from leanbreath.userdata.settings import Settings
from tests.bench.table import Row

SESSIONS, TIMES = 10_000, 15
NOW = moment(datetime(2026, 11, 26, 20, tzinfo=UTC))
MOST_MILLISECONDS = 20.0

MATERIAL, _ = read_material(Library((bundled_folder("drills"),)), Settings(), {})


def sessions(count: int) -> Iterator[SessionRow]:
    """Yield sessions of the home practice, two a day, up to now."""
    drills = tuple(MATERIAL.routine("daily-12").drills())
    for number in range(count):
        at = NOW.at - timedelta(hours=12 * (count - number))
        started, done = moment(at), moment(at + timedelta(minutes=12))
        work = tuple(
            WorkRow(
                place, str(place + 1), drill.drill, drill.title, side, 1, 40.0, 0.0, 30.0 + (number + place) % 10,
                done, muscles=drill.targets, stretch=drill.stretch,
            )
            for place, (drill, side) in enumerate(_sides(drills))
        )  # fmt: skip
        lean = ("easier", "same", "harder", None)[number % 4]
        yield SessionRow(
            f"{number:032x}", started, "daily-12", "Home session", 694.0, "daily-12", None, done, "done", lean=lean,
            revision=1, kind="daily", work=work,
        )  # fmt: skip


def _sides(drills: tuple[Drill, ...]) -> Iterator[tuple[Drill, str | None]]:
    for drill in drills:
        yield from ((drill, side) for side in (("left", "right") if drill.sides == "each" else (None,)))


def results(count: int) -> Iterator[AssessmentRow]:
    """Yield results of an assessment, two weeks apart."""
    for number in range(count):
        at = moment(NOW.at - timedelta(weeks=2 * number))
        yield AssessmentRow(f"a{number}", at, "knee-to-wall-cm", (7.0 + number % 4, 9.5))


def rows(count: int = SESSIONS) -> list[Row]:
    """Measure each query, and each page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.sqlite3"
        Diary(path).merge([*sessions(count), *results(300)])
        since = first_needed_day(NOW.day)
        with reading(path) as base:
            made = [_row(f"{count:,} sessions: {name}", query) for name, query in _queries(base, path, since).items()]
        view = HistoryView(history(queries.read_totals(path, since), MATERIAL, NOW))
    pages: tuple[PageName, ...] = ("calendar", "muscles", "assessments", "leaning", "bests")
    return [*made, *(_row(f"the page {name} drawn at 120x40", partial(view.page, name, 118, 38)) for name in pages)]


def _queries(base: object, path: Path, since: date) -> dict[str, Callable[[], object]]:
    return {
        "seconds by day": partial(queries.seconds_by_day, base),
        "sessions by day, a year": partial(queries.sessions_by_day, base, since),
        "static seconds by side, a year": partial(queries.side_work, base, since),
        "the longest session": partial(queries.longest_session, base),
        "the longest set of each drill": partial(queries.longest_sets, base),
        "how leaning felt": partial(queries.lean_answers, base),
        "weeks of plans": partial(queries.plan_week_days, base, since),
        "assessments": partial(queries.assessments, base),
        "a list of 100 sessions": partial(queries.read_entries, path, 100),
        "a session with its work": partial(queries.read_session, path, f"{7:032x}"),
    }


def _row(name: str, work: Callable[[], object]) -> Row:
    milliseconds = median(_timed(work) for _ in range(TIMES))
    return Row(name, f"{milliseconds:.1f} ms", f"≤ {MOST_MILLISECONDS:g} ms", milliseconds <= MOST_MILLISECONDS)


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
