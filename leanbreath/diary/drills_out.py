"""Drills that stay out because they hurt, and the question that brings them back."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from leanbreath.diary.events import ReturnRow, SessionRow
from leanbreath.diary.moment import Moment, is_today
from leanbreath.diary.stats import painful_drills
from leanbreath.routine.model import drill_name

OUT_FOR = timedelta(days=7)
"""How long a drill that hurt stays out if the runner doesn't want it back yet."""


class DrillOut(NamedTuple):
    """A drill that is left out because it hurt, by its name and its title, and when it hurt last.

    `asks` says that the runner is asked today whether it comes back; `until` is the day from which they are asked
    again, None where that is the next day with a session.
    """

    drill: str
    title: str
    hurt: Moment | None
    until: date | None = None
    asks: bool = False


def drills_out(sessions: Iterable[SessionRow], now: Moment, routine: str | None = None) -> tuple[DrillOut, ...]:
    """Return the drills that are left out of a routine; only its own inline drills are among them.

    A drill that hurt is left out for that day. On a later day the runner is asked once: it comes back, or stays out for
    a week. It is back, too, once it has been done without pain on a later day.
    """
    known = tuple(sessions)
    today = painful_drills(known, now, routine)
    histories = _histories(known, now, routine).values()
    return tuple(filter(None, (_drill_out(history, now, history.drill in today) for history in histories)))


class _History(NamedTuple):
    """What the diary says of a drill: when it hurt, when it was done without pain, and what was asked."""

    drill: str
    titles: list[str]
    hurt: list[Moment]
    done: list[Moment]
    asked: list[ReturnRow]


def _histories(sessions: Iterable[SessionRow], now: Moment, routine: str | None) -> dict[str, _History]:
    """Return the history of each drill by its name, of inline drills only that of the routine."""
    histories: dict[str, _History] = {}
    for each in sorted(sessions, key=lambda session: session.started.at):
        is_own = each.routine == routine
        for row in (row for row in each.work if row.drill or is_own):
            name = drill_name(row.drill, row.step, row.title)
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


def _drill_out(history: _History, now: Moment, is_painful: bool) -> DrillOut | None:
    """Return how a drill is left out, or None if it isn't."""
    hurt = max(history.hurt, default=None)
    asked = max((each for each in history.asked if hurt is None or each.asked.at > hurt.at), default=None, key=_asked)
    latest = asked.asked if asked else hurt
    if latest is None or any(each.at > latest.at and each.day > latest.day for each in history.done):
        return None
    out = DrillOut(history.drill, history.titles[-1], hurt)
    if is_painful:
        return out
    if asked is None:
        return out._replace(asks=True)
    if asked.answer == "yes":
        return None
    until = asked.asked.day + OUT_FOR if asked.answer == "no" else None
    return out._replace(until=until, asks=not is_today(asked.asked, now) and (until is None or now.day >= until))


def _asked(question: ReturnRow) -> datetime:
    return question.asked.at
