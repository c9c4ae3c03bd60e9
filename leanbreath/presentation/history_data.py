"""The history as data for other programs: flat rows, the same in JSON and in CSV."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any, Literal

from leanbreath.coach.assessment_trend import GRADES, AssessmentTrend, Measured, SideTrend
from leanbreath.coach.bests import Bests, BestValue
from leanbreath.coach.history import History
from leanbreath.coach.keeping import Keeping
from leanbreath.diary.events import SessionRow
from leanbreath.diary.fields import FIELDS
from leanbreath.diary.moment import Moment
from leanbreath.diary.row_values import session_data
from leanbreath.presentation.history_view import HistoryView

TableName = Literal["sessions", "days", "weeks", "muscles", "assessments", "leaning"]

Values = dict[str, Any]

SESSION_COLUMNS = tuple(
    name
    for field in FIELDS[SessionRow]
    for name in ((field.name, f"{field.name}_day") if field.kind is Moment else (field.name,))
)
"""What a session has one of."""

COLUMNS: dict[TableName, tuple[str, ...]] = {
    "sessions": (*SESSION_COLUMNS, "done_seconds"),
    "days": ("day", "seconds"),
    "weeks": ("monday", "sessions", "seconds", "days"),
    "muscles": (
        *("monday", "muscle", "left_seconds", "right_seconds", "least_seconds", "most_seconds"),
        "is_build_week",
    ),
    "assessments": (
        *("assessment", "side", "at", "at_day", "value", "unit", "grade", "change", "real_change", "is_real"),
    ),
    "leaning": ("started", "started_day", "lean", "tendency"),
}
"""The columns of each table, in their order; JSON has the same names."""


def history_data(view: HistoryView, sessions: Sequence[SessionRow]) -> Values:
    """Return everything as data for JSON."""
    history = view.history
    tables: Values = {
        "days": day_rows(history),
        "weeks": week_rows(history),
        "muscles": muscle_rows(history),
        "assessments": assessment_rows(history.assessments),
        "leaning": leaning_rows(history),
    }
    return {
        "sessions": [session_data(session) for session in sessions],
        **tables,
        "streak": _streak(view.keeping, view.longest_streak),
        "bests": _bests(history.bests),
    }


def table_rows(name: TableName, history: History, sessions: Sequence[SessionRow]) -> list[Values]:
    """Return a table by its name."""
    match name:
        case "sessions":
            return session_rows(sessions)
        case "days":
            return day_rows(history)
        case "weeks":
            return week_rows(history)
        case "muscles":
            return muscle_rows(history)
        case "assessments":
            return assessment_rows(history.assessments)
        case "leaning":
            return leaning_rows(history)


def session_rows(sessions: Iterable[SessionRow]) -> list[Values]:
    """Return sessions without their work."""
    values = map(session_data, sessions)
    return [{name: each[name] for name in COLUMNS["sessions"]} for each in values]


def day_rows(history: History) -> list[Values]:
    """Return each training day with work."""
    return [{"day": day, "seconds": history.days[day]} for day in sorted(history.days)]


def week_rows(history: History) -> list[Values]:
    """Return the weeks that the history shows."""
    return [week._asdict() for week in history.weeks]


def muscle_rows(history: History) -> list[Values]:
    """Return how long each muscle was held on each side in each of these weeks, against the band."""
    return [
        {
            "monday": week.monday,
            "muscle": week.muscle,
            "left_seconds": week.left,
            "right_seconds": week.right,
            "least_seconds": history.band.least,
            "most_seconds": history.band.most,
            "is_build_week": week.monday in history.build_weeks,
        }
        for week in history.muscles
    ]


def assessment_rows(trends: Iterable[AssessmentTrend]) -> list[Values]:
    """Return every result of every assessment and side, with its change since the first."""
    return [
        _assessment_row(trend, side, measured) for trend in trends for side in trend.sides for measured in side.values
    ]


def _assessment_row(trend: AssessmentTrend, side: SideTrend, measured: Measured) -> Values:
    change = measured.value - side.first.value
    is_measured = not trend.is_answered
    return {
        "assessment": trend.assessment.assessment,
        "side": side.side,
        "at": measured.at.at.isoformat(),
        "at_day": measured.at.day,
        "value": float(measured.value) if is_measured else None,
        "unit": trend.assessment.unit,
        "grade": None if is_measured else GRADES[int(measured.value)],
        "change": float(change) if is_measured else None,
        "real_change": trend.assessment.real_change if measured.real_change is None else float(measured.real_change),
        "is_real": trend.is_real(side.first, measured),
    }


def leaning_rows(history: History) -> list[Values]:
    """Return every answer to how leaning felt, with the tendency then."""
    leaning = history.leaning
    return [
        {
            "started": answer.started.at.isoformat(),
            "started_day": answer.started.day,
            "lean": answer.lean,
            "tendency": tendency,
        }
        for answer, tendency in zip(leaning.answers, leaning.tendencies, strict=True)
    ]


def _streak(keeping: Keeping | None, longest: int) -> Values | None:
    """Return how the plan was kept; None without a plan."""
    if keeping is None:
        return None
    return {
        "due_days": keeping.streak,
        "longest": longest,
        "kept": keeping.kept,
        "due": keeping.due,
        "strength": round(keeping.strength, 3),
    }


def _bests(bests: Bests) -> Values:
    return {
        "session": bests.session._asdict() if bests.session else None,
        "week": bests.week._asdict() if bests.week else None,
        "hold": bests.hold._asdict() if bests.hold else None,
        "assessments": [_best_value(each) for each in bests.values],
    }


def _best_value(best: BestValue) -> Values:
    is_answered = best.grade is not None
    return {
        "assessment": best.assessment,
        "side": best.side,
        "value": None if is_answered else float(best.value.value),
        "grade": best.grade,
        "at_day": best.value.at.day,
    }


def csv_text(name: TableName, rows: Iterable[Values]) -> str:
    """Return the rows of a table as CSV under the names of its columns."""
    written = StringIO()
    writer = csv.DictWriter(written, COLUMNS[name], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return written.getvalue()


def _cell(value: Any) -> Any:
    """Return a value as JSON writes it."""
    return str(value).lower() if isinstance(value, bool) else value
