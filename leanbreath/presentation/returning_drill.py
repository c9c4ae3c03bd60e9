"""Drills that hurt, in words: the question whether one comes back, and why one is left out."""

from datetime import date

from leanbreath.diary.drills_out import DrillOut
from leanbreath.diary.moment import Moment

RETURN_KEYS = "y: bring it back · n: not for another week · space: ask me another day"


def return_question(drill: DrillOut) -> str:
    """Return the question whether a drill comes back."""
    return f"{drill.title} hurt{_day(drill.hurt)}. Bring it back?"


def out_text(drill: DrillOut, now: Moment) -> str:
    """Return why a drill is left out, and for how long; or who asks about it, where nobody asked yet."""
    if drill.until > now.day:
        return f"Left out until {_date(drill.until)} because it hurt: {drill.title}"
    ask = "; the preparation card asks whether to bring it back" if drill.asks else ""
    return f"Left out because it hurt{_day(drill.hurt)}: {drill.title}{ask}"


def _day(hurt: Moment | None) -> str:
    """Return the day on which it hurt; empty if it is no longer known."""
    return f" on {_date(hurt.day)}" if hurt else ""


def _date(day: date) -> str:
    return f"{day.day} {day:%B}"
