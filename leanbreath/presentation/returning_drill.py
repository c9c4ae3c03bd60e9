"""Drills that hurt, in words: the question whether one comes back, and why one is left out."""

from leanbreath.diary.drills_out import DrillOut
from leanbreath.diary.moment import Moment, is_today

RETURN_KEYS = "y: bring it back · n: not for a week · space: ask me another day"


def return_question(drill: DrillOut, now: Moment) -> str:
    """Return the question whether a drill comes back."""
    return f"{drill.title} hurt{_day(drill.hurt, now)}. Bring it back?"


def out_text(drill: DrillOut, now: Moment) -> str:
    """Return why a drill is left out, and for how long; or who asks about it, where nobody asked yet."""
    if drill.hurt and is_today(drill.hurt, now):
        return f"Left out today because it hurt: {drill.title}"
    if drill.until and drill.until > now.day:
        return f"Left out until {_date(drill)} because it hurt: {drill.title}"
    ask = "; the preparation card asks whether to bring it back" if drill.asks else ""
    return f"Left out because it hurt{_day(drill.hurt, now)}: {drill.title}{ask}"


def _date(drill: DrillOut) -> str:
    return f"{drill.until.day} {drill.until:%B}" if drill.until else ""


def _day(hurt: Moment | None, now: Moment) -> str:
    """Return the day on which it hurt: a weekday, or a date if that is a week ago; empty if it is no longer known."""
    if hurt is None:
        return ""
    if (now.day - hurt.day).days == 1:
        return " yesterday"
    return f" on {hurt.day:%A}" if (now.day - hurt.day).days < 7 else f" on {hurt.day.day} {hurt.day:%B}"
