"""The sentences of the history: what its charts show, in words."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from leanbreath.coach.assessment_trend import GRADES, AssessmentTrend, Measured, SideTrend
from leanbreath.coach.bests import Bests
from leanbreath.coach.history import History
from leanbreath.coach.keeping import Keeping
from leanbreath.coach.leaning_trend import FEWEST, LeaningTrend
from leanbreath.coach.muscle_weeks import DoseBand, MuscleWeek
from leanbreath.coach.weekly_summary import weekly_summary
from leanbreath.diary.stats import Week
from leanbreath.presentation.plain_words import muscle_words
from leanbreath.presentation.terminal_text import counted
from leanbreath.presentation.weekly_line import weekly_summary_line
from leanbreath.score.time_format import format_seconds

UNITS = {"degrees": "°", "hours": " h", "seconds": " s", "cm": " cm", "breaths": " breaths"}
CLEAR = Fraction(1, 4)
"""A tendency from which on the answers lean to one side."""


def day_words(day: date) -> str:
    """Return a day as `3 Mar 2026`."""
    return f"{day.day} {day:%b %Y}"


def summary_lines(history: History, keeping: Keeping | None) -> Iterator[str]:
    """Yield what this week has so far, on Mondays what the last one had, and how the plan was kept."""
    this_week = history.weeks[-1]
    yield f"This week: {Week(this_week.sessions, this_week.minutes).summary}."
    if line := weekly_summary_line(weekly_summary(history.weeks, history.now.day)):
        yield line
    if keeping and keeping.due:
        yield keeping_line(keeping)


def keeping_line(keeping: Keeping) -> str:
    """Return how a plan was kept: streak, due days of late, and strength."""
    in_a_row = f"{counted(keeping.streak, 'due day')} kept in a row"
    streak = in_a_row if keeping.streak else "The streak begins with your next due day"
    return f"{streak} · {keeping.kept} of the last {keeping.due} due · strength {keeping.strength:.0%}"


def band_line(band: DoseBand) -> str:
    """Return what the band of doses means."""
    least, most = band.least / 60, band.most / 60
    return f"Shaded: {least:g} to {most:g}, the aim of a plan's build weeks; a review found no gain beyond."


def muscle_headings(weeks: Sequence[MuscleWeek], columns: int) -> tuple[str, ...]:
    """Return muscles with how long each was held in a week on the left and on the right, in few columns if need be."""
    times = [(muscle_words(week.muscle), format_seconds(week.left), format_seconds(week.right)) for week in weeks]
    long = tuple(f"{name}: {left} left, {right} right" for name, left, right in times)
    if all(len(heading) <= columns for heading in long):
        return long
    return tuple(f"{name.partition(' (')[0]}: {left} · {right}" for name, left, right in times)


def value_words(trend: AssessmentTrend, value: Fraction) -> str:
    """Return a value with its unit, or the grade of an answer."""
    if trend.is_answered:
        return GRADES[int(value)]
    return f"{float(value):g}{UNITS.get(trend.assessment.unit or '', '')}"


def assessment_lines(trend: AssessmentTrend) -> Iterator[str]:
    """Yield what each side came to, and whether its change is real."""
    yield from (_side_line(trend, side) for side in trend.sides)
    if trend.real_change is not None:
        figure = value_words(trend, trend.real_change)
        yield f"Shaded: less than {figure} from the first value is no clear change."
    else:
        yield "There is no figure for a real change here; look at the trend only."


def _side_line(trend: AssessmentTrend, side: SideTrend) -> str:
    name = f"{(side.side or '').capitalize()}: " if side.side else ""
    first = f"{value_words(trend, side.first.value)} on {day_words(side.first.at.day)}"
    if len(side.values) == 1:
        return f"{name}{first}. Measure again two weeks later to see a change."
    now = f"{name}{first}, now {value_words(trend, side.last.value)}"
    if trend.is_answered or trend.real_change is None:
        return f"{now}."
    last_words = _change_words(trend, side.previous, side.last)
    since_last = f" Since last time: {last_words}." if len(side.values) > 2 else ""
    return f"{now}: {_change_words(trend, side.first, side.last)}.{since_last}"


def _change_words(trend: AssessmentTrend, before: Measured, now: Measured) -> str:
    change, is_real = now.value - before.value, trend.is_real(before, now)
    if is_real is False:
        return "no clear change"
    verdict = "a real change" if is_real else "and no figure says whether that is real"
    return f"{value_words(trend, abs(change))} {'more' if change > 0 else 'less'}, {verdict}"


def leaning_lines(leaning: LeaningTrend) -> Iterator[str]:
    """Yield how leaning felt lately; it is what the runner said, not a measurement."""
    number = len(leaning.latest)
    if not number:
        yield "After a session, say how leaning felt; the answers appear here."
        return
    counts = f"{leaning.count('easier')} easier, {leaning.count('same')} the same, {leaning.count('harder')} harder"
    yield (
        f"Your last {number} answers: {counts}."
        if number > 1
        else f"Your only answer so far: {leaning.latest[0].lean}."
    )
    yield _tendency_words(leaning.tendencies[-1])


def _tendency_words(tendency: float | None) -> str:
    if tendency is None:
        return f"Too few for a tendency, which takes {FEWEST} answers."
    if abs(tendency) < CLEAR:
        return "No clear tendency. This is how it felt, not a measurement."
    return (
        f"Leaning has tended to feel {'easier' if tendency > 0 else 'harder'}. This is how it felt, not a measurement."
    )


class BestLine(NamedTuple):
    """A best: what, how much, when, and of what, empty if that is said already."""

    what: str
    how_much: str
    when: str
    title: str = ""


def best_lines(bests: Bests, longest_streak: int, trends: Sequence[AssessmentTrend]) -> Iterator[BestLine]:
    """Yield each best."""
    if session := bests.session:
        yield BestLine("Longest session", format_seconds(session.seconds), day_words(session.day), session.title)
    if week := bests.week:
        yield BestLine("Most in a week", f"{round(week.seconds / 60)} min", f"week of {day_words(week.monday)}")
    if longest_streak:
        yield BestLine("Longest streak", counted(longest_streak, "due day"), "")
    if hold := bests.hold:
        yield BestLine("Longest hold", format_seconds(hold.seconds), day_words(hold.day), hold.title)
    by_id = {trend.assessment.assessment: trend for trend in trends}
    for best in bests.values:
        title = f"{best.title}, {best.side}" if best.side else best.title
        yield BestLine(title, value_words(by_id[best.assessment], best.value.value), day_words(best.value.at.day))
