"""The pages of the history: charts with their sentences, drawn for a number of columns and rows."""

from collections.abc import Iterable, Sequence

from leanbreath.coach.assessment_trend import GRADES, AssessmentTrend, SideTrend
from leanbreath.coach.history import History
from leanbreath.coach.keeping import Keeping
from leanbreath.coach.leaning_trend import VALUES, LeaningTrend
from leanbreath.coach.muscle_weeks import MuscleWeek, by_muscle
from leanbreath.presentation.charts.drawing import Row, side_by_side, text_row
from leanbreath.presentation.charts.heat_map import heat_map
from leanbreath.presentation.charts.trend_chart import Point, Scale, scale_of, trend_chart
from leanbreath.presentation.charts.week_columns import Band, WeekBars, shown_weeks, week_columns
from leanbreath.presentation.history_words import (
    assessment_lines,
    band_line,
    best_lines,
    leaning_lines,
    muscle_headings,
    summary_lines,
)
from leanbreath.presentation.terminal_text import align_columns, folded

LOWEST, HIGHEST = 3, 20
"""The fewest and the most rows of a chart."""

NARROWEST = 36
"""The fewest columns of a chart next to another."""

GAP = 2


def calendar_page(history: History, keeping: Keeping | None, columns: int, rows: int) -> tuple[Row, ...]:
    """Return the heat map, this week in words, and the minutes of each week."""
    shown = [*heat_map(history.days, history.now.day, columns), text_row("")]
    shown += _text(summary_lines(history, keeping), columns)
    height = _height(rows - len(shown) - 3)
    weeks = history.weeks[-shown_weeks(columns, 1) :]
    bars = [WeekBars(week.monday, (week.seconds / 60,)) for week in weeks]
    return (*shown, text_row(""), text_row("Minutes a week", "heading"), *week_columns(bars, height))


def muscle_page(history: History, columns: int, rows: int) -> tuple[Row, ...]:
    """Return the static minutes of each muscle by week and side, against the band of doses."""
    muscles = by_muscle(history.muscles)
    if not muscles:
        return _text(["No static stretches yet. Minutes by muscle appear here after your first."], columns)
    intro = _text([f"Static stretches, minutes a week: left and right. {band_line(history.band)}"], columns)
    across = max(1, min(columns // NARROWEST, len(muscles), 2 if len(muscles) <= 4 else 3))
    down = -(-len(muscles) // across)
    height = _height((rows - len(intro)) // down - 2)
    wide = columns // across
    headings = muscle_headings([weeks[-1] for weeks in muscles.values()], wide - GAP)
    charts = [
        (text_row(heading, "heading"), *_muscle_chart(weeks, history, wide - GAP, height))
        for heading, weeks in zip(headings, muscles.values(), strict=True)
    ]
    grid = [side_by_side(charts[at : at + across], wide) for at in range(0, len(charts), across)]
    return (*intro, *(row for charts in grid for row in charts))


def _muscle_chart(weeks: Sequence[MuscleWeek], history: History, columns: int, height: int) -> tuple[Row, ...]:
    band = Band(history.band.least / 60, history.band.most / 60)
    bars = [WeekBars(week.monday, (week.left / 60, week.right / 60)) for week in weeks[-shown_weeks(columns, 2) :]]
    return week_columns(bars, height, band)


def assessment_page(trend: AssessmentTrend, place: str, columns: int, rows: int) -> tuple[Row, ...]:
    """Return an assessment over time, each side next to the other; `place` says which of all it is."""
    unit = f", {trend.assessment.unit}" if trend.assessment.unit else ""
    words = _text(assessment_lines(trend), columns)
    height = _height(rows - len(words) - 4)
    across = len(trend.sides) if columns // len(trend.sides) >= NARROWEST else 1
    if across < len(trend.sides):
        height = _height(height // len(trend.sides) - 2)
    wide = columns // across
    charts = [_side_chart(trend, side, wide - GAP, height) for side in trend.sides]
    grid = [side_by_side(charts[at : at + across], wide) for at in range(0, len(charts), across)]
    heading = text_row(f"{trend.assessment.title}{unit} {place}".rstrip(), "heading")
    return (heading, *(row for charts in grid for row in charts), text_row(""), *words)


def _side_chart(trend: AssessmentTrend, side: SideTrend, columns: int, height: int) -> tuple[Row, ...]:
    points = [Point(each.at.day, float(each.value)) for each in side.values]
    chart = trend_chart(points, _scale(trend, height), columns, height, float(trend.real_change or 0))
    return (text_row(side.side.capitalize(), "label"), *chart) if side.side else chart


def _scale(trend: AssessmentTrend, height: int) -> Scale:
    """Return one scale for all sides, so that they can be compared."""
    if trend.is_answered:
        return Scale(0, 2 / (height - 1), tuple((float(place), grade) for place, grade in enumerate(GRADES)))
    values = [float(each.value) for side in trend.sides for each in side.values]
    firsts = [float(side.first.value) for side in trend.sides]
    return scale_of(values, firsts, float(trend.real_change or 0), height)


def leaning_page(leaning: LeaningTrend, columns: int, rows: int) -> tuple[Row, ...]:
    """Return how leaning felt over time."""
    words = _text(leaning_lines(leaning), columns)
    height = _height(rows - len(words) - 3)
    chart = (*_leaning_chart(leaning, columns, height), text_row("")) if leaning.answers else ()
    return (text_row("How leaning felt", "heading"), *chart, *words)


def best_page(history: History, longest_streak: int, columns: int) -> tuple[Row, ...]:
    """Return the bests."""
    found = list(best_lines(history.bests, longest_streak, history.assessments))
    if not found:
        return _text(["Your bests appear here after your first session."], columns)
    aligned = align_columns([(best.what, best.how_much, best.when) for best in found])
    lines = (
        part for line, best in zip(aligned, found, strict=True) for part in (line, f"  {best.title}".rstrip()) if part
    )
    return (text_row("Bests", "heading"), *_text(lines, columns))


def _leaning_chart(leaning: LeaningTrend, columns: int, height: int) -> tuple[Row, ...]:
    """Return the tendency over time, or the answers themselves while there are too few for one."""
    known = zip(leaning.answers, leaning.tendencies, strict=True)
    points = [Point(answer.started.day, tendency) for answer, tendency in known if tendency is not None]
    points = points or [Point(answer.started.day, float(VALUES[answer.lean])) for answer in leaning.answers]
    odd = height - 1 + height % 2
    words = tuple((float(value), name) for name, value in VALUES.items())
    return trend_chart(points, Scale(-1, 2 / (odd - 1), words), columns, odd)


def _height(rows: int) -> int:
    return max(LOWEST, min(HIGHEST, rows))


def _text(lines: Iterable[str], columns: int) -> tuple[Row, ...]:
    return tuple(text_row(part) for line in lines for part in folded(line, columns))
