"""A year as one picture of text: what was done on each day, and below it what the plan asked for in each week."""

from collections.abc import Callable, Iterator, Sequence

from tests.coach.year.simulation import DayRecord

SIGNS = {"daily": "D", "lean-lab": "L", "pre-run": "w"}
MUSCLES = ("gastrocnemius", "soleus", "hip-flexor")


def year_picture(name: str, days: Sequence[DayRecord]) -> Iterator[str]:
    """Yield the lines of the picture of a year: weeks from left to right, days from Monday down."""
    weeks = [days[start : start + 7] for start in range(0, len(days), 7)]
    yield f"{name}: D home session, L lean lab, w warm-up, o other, - rest suggested, ! pain, P paused, . nothing done"
    for weekday, title in enumerate(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")):
        yield f"  {title}        " + " ".join(_sign(week[weekday]) if weekday < len(week) else " " for week in weeks)
    for title, value in ROWS.items():
        yield f"  {title:<10}" + " ".join(map(value, weeks))
    yield "  " + _rules(days)


def _sign(day: DayRecord) -> str:
    rows = [row for practice in day.practices for row in practice.session.work]
    if any(row.hurt for row in rows):
        return "!"
    kinds = [practice.session.kind or "any" for practice in day.practices]
    if kinds:
        return next((SIGNS[kind] for kind in SIGNS if kind in kinds), "o")
    if day.state and day.state.is_paused:
        return "P"
    return "-" if day.today.kind == "rest" else "."


def _week_number(week: Sequence[DayRecord]) -> str:
    state = week[0].state
    return " " if state is None else "m" if state.plan.repeats else str(state.week_number)


def _hold(week: Sequence[DayRecord]) -> str:
    """Return a tenth of the seconds of a hold that the plan asks for, in letters: a for 5 s, b for 10 s and so on."""
    state = week[0].state
    return "abcdefghijkl"[int(state.dose.hold) // 5 - 1] if state and state.dose.hold else " "


def _level(drill: str) -> Callable[[Sequence[DayRecord]], str]:
    def level(week: Sequence[DayRecord]) -> str:
        state = week[0].state
        return str(state.levels.get(drill, " ")) if state else " "

    return level


def _most_minutes(week: Sequence[DayRecord]) -> str:
    """Return the most minutes that a muscle was held on the left in a week."""
    held = dict.fromkeys(MUSCLES, 0.0)
    for row in (row for day in week for practice in day.practices for row in practice.session.work):
        for muscle in MUSCLES:
            if row.stretch == "static" and row.side in ("left", None) and muscle in row.muscles:
                held[muscle] += row.done_seconds
    return "+" if (most := round(max(held.values()) / 60)) > 9 else str(most)


ROWS: dict[str, Callable[[Sequence[DayRecord]], str]] = {
    "week": _week_number,
    "hold": _hold,
    "wall hold": _level("wall-lean-hold"),
    "fall": _level("fall-forward-start"),
    "minutes": _most_minutes,
}


def _rules(days: Sequence[DayRecord]) -> str:
    """Return how often each rule of the plan fired."""
    fired = rules_fired(days)
    return ", ".join(f"{rule} {count}" for rule, count in fired.items()) or "no plan"


def rules_fired(days: Sequence[DayRecord]) -> dict[str, int]:
    """Return how often each rule fired in a year."""
    decisions = {decision for day in days if day.state for decision in day.state.decisions}
    counts: dict[str, int] = {}
    for decision in sorted(decisions):
        counts[decision.rule] = counts.get(decision.rule, 0) + 1
    return dict(sorted(counts.items()))
