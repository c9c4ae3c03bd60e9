"""The end card: what was done in a session, what it did for the week, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass

from leanbreath.diary.events import SessionRow
from leanbreath.diary.moment import Moment
from leanbreath.diary.stats import SHORTEST_SECONDS, streak, week
from leanbreath.presentation.work_summary import (
    WorkAmount,
    done_of_planned,
    done_seconds,
    planned_seconds,
    step_lines,
)
from leanbreath.routine.vocabulary import SessionType
from leanbreath.session.progress import SessionResult

NEXT: dict[SessionType, str] = {
    "pre-run": "easy running, straight away.",
    "daily": "the six-minute lean primer, before your next run.",
    "desk-reset": "do it again later today if you keep sitting.",
    "post-run": "the home session, on another day.",
    "lean-lab": "the rest of your easy run.",
}
"""What comes after a session of each kind."""

AFTER_PAIN = "run only if it no longer hurts."
"""What comes before a run instead."""

NEARLY_ALL = 0.9


@dataclass(frozen=True)
class EndCard:
    """What a runner reads when a session is over.

    `warm` is true of what was done, `week` says what it did for the week, empty where it doesn't count, and `following`
    what to do now, `if_it_hurts` what instead where something hurt. `painful` are the titles of the drills that hurt,
    the latest last.
    """

    heading: str
    warm: str
    table: tuple[str, ...]
    week: str = ""
    following: str = ""
    if_it_hurts: str = ""
    painful: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The card as plain lines."""
        table = (f"  {line}" for line in self.table)
        following = [f"Next: {self.following}"] if self.following else []
        return (self.heading, *table, *filter(None, (self.warm, self.week)), *following)


def end_card(result: SessionResult, week: str = "", kind: SessionType = "any") -> EndCard:
    """Return the card of a session of a kind; what wasn't begun has no table, and nothing follows."""
    has_begun = any(each.done for each in result.work)
    painful = tuple(dict.fromkeys(each.title for each in result.work if each.hurt))
    return EndCard(
        f"{result.title}: {done_of_planned(result.work)} of drills done.",
        _warm_line(result.work),
        tuple(step_lines(result.work)) if has_begun else (),
        week,
        _following(kind, bool(painful)) if has_begun else "",
        _following(kind, True) if has_begun else "",
        painful,
    )


def _following(kind: SessionType, hurts: bool) -> str:
    return AFTER_PAIN if hurts and kind in ("pre-run", "lean-lab") else NEXT.get(kind, "")


def _warm_line(work: Iterable[WorkAmount]) -> str:
    """Return a line that is kind and true."""
    rows = tuple(work)
    done, planned = done_seconds(rows), planned_seconds(rows)
    if any(row.hurt for row in rows):
        return "You stopped where it hurt. That was the right thing to do."
    if not done:
        return "Nothing done yet. It's here when you want it."
    if done < SHORTEST_SECONDS and done < planned:
        return "A short try. It's here when you want more."
    if done < planned * NEARLY_ALL:
        return "You did part of it, and that part counts."
    if any(row.done_seconds < row.planned_seconds and not row.ended_by for row in rows):
        return "Nearly all of it. Well done."
    sides = {row.side for row in rows}
    return (
        "Every drill, both sides, to the end. Well done." if len(sides) > 1 else "Every drill, to the end. Well done."
    )


def week_line(sessions: Iterable[SessionRow], now: Moment) -> str:
    """Return what the week of a moment has so far, and how many days in a row; empty where nothing counts."""
    known = tuple(sessions)
    this_week, days = week(known, now.day), streak(known, now)
    if not this_week.sessions:
        return ""
    in_a_row = f" {days} days in a row." if days > 1 else ""
    return f"This week: {this_week.summary}.{in_a_row}"
