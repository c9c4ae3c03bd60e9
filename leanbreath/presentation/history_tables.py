"""The exact numbers behind the charts of the history, as tables: the latest first."""

from collections.abc import Sequence
from datetime import timedelta

from leanbreath.coach.assessment_trend import AssessmentTrend, SideTrend
from leanbreath.coach.history import History
from leanbreath.coach.leaning_trend import LeaningTrend
from leanbreath.coach.muscle_weeks import MuscleWeek, by_muscle
from leanbreath.diary.moment import Moment
from leanbreath.presentation.charts.drawing import Row, text_row
from leanbreath.presentation.charts.heat_map import DAYS
from leanbreath.presentation.history_words import day_words, value_words
from leanbreath.presentation.plain_words import muscle_words
from leanbreath.presentation.terminal_text import align_columns
from leanbreath.score.time_format import format_seconds

Table = tuple[Row, ...]


def calendar_table(history: History) -> Table:
    """Return the time of each day, week by week, from the first week with work on."""
    first = min(history.days, default=history.now.day)
    weeks = [week for week in history.weeks if week.monday + timedelta(days=6) >= first]
    rows: list[tuple[str, ...]] = [("Week from", *DAYS, "all", "sessions")]
    for week in reversed(weeks):
        days = (_time(history.days.get(week.monday + timedelta(days=number), 0.0)) for number in range(7))
        rows.append((day_words(week.monday), *days, _time(week.seconds), str(week.sessions)))
    return _table(rows)


def muscle_table(history: History) -> Table:
    """Return how long each muscle was held on each side, week by week."""
    shown: list[Row] = []
    for muscle, weeks in by_muscle(history.muscles).items():
        rows = [("Week from", "left", "right", "")]
        held = [week for week in reversed(weeks) if week.left or week.right]
        rows += [(day_words(week.monday), _time(week.left), _time(week.right), _level(week, history)) for week in held]
        name = muscle_words(muscle)
        shown += [text_row(f"{name[:1].upper()}{name[1:]}", "heading"), *_table(rows), text_row("")]
    return tuple(shown[:-1])


def _level(week: MuscleWeek, history: History) -> str:
    """Return where a week lies; below the band is said of build weeks only, since other weeks needn't reach it."""
    level, is_build_week = week.level(history.band), week.monday in history.build_weeks
    if level == "below":
        return "build week: below the band" if is_build_week else ""
    return f"{'build week: ' if is_build_week else ''}{'in' if level == 'within' else 'above'} the band"


def assessment_table(trend: AssessmentTrend) -> Table:
    """Return every value of an assessment, with how far it is from the first of its side."""
    rows: list[tuple[str, ...]] = [("", *(cell for side in trend.sides for cell in (side.side or "result", "change")))]
    days = {each.at: each.at.day for side in trend.sides for each in side.values}
    for at in sorted(days, key=lambda at: at.at, reverse=True):
        rows.append((day_words(days[at]), *(cell for side in trend.sides for cell in _value_cells(trend, side, at))))
    return (text_row(trend.assessment.title, "heading"), *_table(rows))


def _value_cells(trend: AssessmentTrend, side: SideTrend, at: Moment) -> tuple[str, str]:
    """Return a side's value of a moment, and its change since the first; both are empty where it has none."""
    now = next((each for each in side.values if each.at == at), None)
    if now is None:
        return "", ""
    change = now.value - side.first.value
    if trend.is_answered or not change:
        return value_words(trend, now.value), ""
    return value_words(trend, now.value), f"{float(change):+g}{' real' if trend.is_real(side.first, now) else ''}"


def leaning_table(leaning: LeaningTrend) -> Table:
    """Return every answer to how leaning felt, with the tendency then."""
    rows = [("", "felt", "tendency, from -1 (harder) to 1 (easier)")]
    for answer, tendency in zip(reversed(leaning.answers), reversed(leaning.tendencies), strict=True):
        rows.append((day_words(answer.started.day), answer.lean, "" if tendency is None else f"{tendency:+.1f}"))
    return _table(rows)


def _table(rows: Sequence[tuple[str, ...]]) -> Table:
    head, *others = align_columns(rows)
    return (text_row(head, "heading"), *map(text_row, others))


def _time(seconds: float) -> str:
    return format_seconds(seconds) if seconds else "·"
