"""What suits today in one line, and in the shortest form for a prompt or a status bar."""

from fractions import Fraction

from leanbreath.coach.today import Today

MINUTE = 60


def today_line(today: Today) -> str:
    """Return what suits today, how long it takes and why: `Week 3, day 2 of 4 · Home session · 11 min · …`."""
    if today.kind == "continue":
        return f"Continue: {minutes_text(today.seconds)} left · {today.title}"
    session = " · ".join(filter(None, (today.title, minutes_text(today.seconds))))
    if today.kind == "rest" and today.routine:
        parts = [_week(today), f"{today.why} Or: {session}. {_hint(today)}".strip()]
    else:
        parts = [_place(today), session, f"{today.why} {_hint(today)}".strip()]
    return " · ".join(filter(None, parts))


def today_short(today: Today) -> str:
    """Return what suits today and how long it takes: `Home session 11 min`."""
    if today.kind == "continue":
        return f"Continue {minutes_text(today.seconds)}"
    rest = "Rest or " if today.kind == "rest" and today.routine else ""
    return f"{rest}{today.title} {minutes_text(today.seconds)}".strip()


def minutes_text(seconds: Fraction | None) -> str:
    """Return a length in whole minutes, at least one: `11 min`; empty where there is none."""
    return "" if seconds is None else f"{max(int(seconds / MINUTE + Fraction(1, 2)), 1)} min"


def _place(today: Today) -> str:
    """Return where it stands in a plan: `Week 3, day 2 of 4`."""
    return f"{_week(today)}, day {today.day} of {today.days}" if today.day else _week(today)


def _week(today: Today) -> str:
    return f"Week {today.week}" if today.weeks else "This week" if today.week else ""


def _hint(today: Today) -> str:
    """Return a command that the runner may not know yet."""
    if today.kind == "first":
        return f"Start with: leanbreath run {today.routine}"
    if today.is_checkup_due:
        return "Check-up due: leanbreath checkup"
    return "For a plan: leanbreath plan --start" if today.week is None and today.kind == "extra" else ""
