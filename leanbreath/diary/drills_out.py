"""Drills that stay out because they hurt, and the question that brings them back."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from leanbreath.diary.events import ReturnRow, SessionRow
from leanbreath.diary.moment import Moment, is_today
from leanbreath.routine.model import drill_name

OUT_FOR = timedelta(days=7)
"""How long a drill stays out after it hurt, and again if the runner doesn't want it back yet."""


class DrillOut(NamedTuple):
    """A drill that is left out because it hurt, by its name and its title, and when it hurt last.

    `until` is the day from which the runner is asked whether it comes back, and `asks` says that they are asked today.
    """

    drill: str
    title: str
    hurt: Moment | None
    until: date
    asks: bool = False


def drills_out(sessions: Iterable[SessionRow], now: Moment, routine: str | None = None) -> tuple[DrillOut, ...]:
    """Return the drills that are left out of a routine; only its own inline drills are among them.

    A drill that hurt is left out for seven training days. Then the runner is asked once a day whether it comes back; if
    not, it stays out for seven days more. It is back, too, once it was done without pain after its days were over.
    """
    histories = _histories(tuple(sessions), now, routine).values()
    return tuple(filter(None, (_drill_out(history, now) for history in histories)))


class _History(NamedTuple):
    """What the diary says of a drill: when it hurt, when it was done without pain, and what was asked."""

    drill: str
    titles: list[str]
    hurt: list[Moment]
    done: list[Moment]
    asked: list[ReturnRow]


def _histories(sessions: Iterable[SessionRow], now: Moment, routine: str | None) -> dict[str, _History]:
    """Return the history of each drill that ever hurt, by its name, of inline drills only that of the routine."""
    sessions = tuple(sessions)
    names = _painful_names(sessions)
    histories: dict[str, _History] = {}
    for each in sorted(sessions, key=lambda session: session.started.at) if names else ():
        is_own = each.routine == routine
        for row in (row for row in each.work if row.drill or is_own):
            name = drill_name(row.drill, row.step, row.title)
            if name not in names:
                continue
            history = histories.setdefault(name, _History(name, [], [], [], []))
            history.titles.append(row.title)
            history.hurt.extend([row.hurt_at] if row.hurt_at and row.hurt_at.at <= now.at else [])
            history.done.extend([row.at] if row.at and row.done_seconds and not row.hurt_at else [])
        for question in each.returns:
            if is_own or " " not in question.drill:
                history = histories.setdefault(question.drill, _History(question.drill, [], [], [], []))
                history.titles.append(question.title)
                history.asked.append(question)
    return histories


def _painful_names(sessions: Iterable[SessionRow]) -> frozenset[str]:
    """Return the names of drills that hurt, or about which the runner was asked."""
    hurt = (drill_name(row.drill, row.step, row.title) for each in sessions for row in each.work if row.hurt_at)
    return frozenset((*hurt, *(question.drill for each in sessions for question in each.returns)))


def _drill_out(history: _History, now: Moment) -> DrillOut | None:
    """Return how a drill is left out, or None if it isn't."""
    hurt = max(history.hurt, default=None)
    asked = [each for each in history.asked if hurt is None or each.asked.at > hurt.at]
    latest = max(asked, default=None, key=_asked)
    refused = max((each.asked for each in asked if each.answer == "no"), default=hurt)
    if refused is None or (latest and latest.answer == "yes"):
        return None
    until = refused.day + OUT_FOR
    if any(each.at > refused.at and each.day >= until for each in history.done):
        return None
    was_asked_today = latest is not None and is_today(latest.asked, now)
    return DrillOut(history.drill, history.titles[-1], hurt, until, now.day >= until and not was_asked_today)


def _asked(question: ReturnRow) -> datetime:
    return question.asked.at
