"""What suits today: an interrupted session first, then what is due, then something that is no dose."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from leanbreath.coach.material import Material
from leanbreath.coach.slots import counts, session_kind
from leanbreath.diary.events import DiaryContent, SessionRow
from leanbreath.diary.interrupted_session import interrupted_session
from leanbreath.diary.moment import Moment, is_today
from leanbreath.routine.model import Routine
from leanbreath.routine.vocabulary import Limiter, SessionType
from leanbreath.score.compose import place_passages
from leanbreath.score.sample_rate import RATE
from leanbreath.score.unroll import unroll

TodayKind = Literal["continue", "first", "plan", "extra", "rest", "paused"]

WARMUP, EASY_WARMUP, DAILY, TOUR = "pre-run-6", "pre-run-easy", "daily-12", "first-tour-7"

SHORTEST_REST_SECONDS = 30
"""A session with less left than this is over."""


@dataclass(frozen=True)
class Today:
    """What the coach suggests on a day, and why.

    `routine` is the id of a routine, None if the session to continue is one of a file. `seconds` is how long it takes,
    or what is left of it. `week` of `weeks` and `day` of `days` say where it stands in a plan, all from 1; None without
    one. `minutes` are the lengths it can be fitted to. `limiter` is what it works on first, `key_drill` the drill that
    is drawn.
    """

    kind: TodayKind
    routine: str | None
    title: str
    seconds: Fraction | None
    week: int | None
    weeks: int | None
    day: int | None
    days: int | None
    why: str
    minutes: tuple[int, ...]
    limiter: Limiter | None
    key_drill: str | None


def today(content: DiaryContent, material: Material, now: Moment) -> Today:
    """Return what suits a training day; there is always something."""
    sessions = tuple(each for each in content.sessions if each.started.at <= now.at)
    if (interrupted := _interrupted(sessions, material, now)) is not None:
        return interrupted
    if _is_empty(content):
        return _offer("first", TOUR, material, "Get to know it, then take the five-minute check-up.")
    if "daily" in _done_today(sessions, material, now):
        return _offer("extra", WARMUP, material, "Your home session is done; this warms you up for a run.")
    return _offer("extra", DAILY, material, "Not done yet today.")


def _is_empty(content: DiaryContent) -> bool:
    """Return whether this is the very first time, and not a diary that can't be read."""
    return not (any(session.was_begun for session in content.sessions) or content.assessments or content.bad_rows)


def _interrupted(sessions: tuple[SessionRow, ...], material: Material, now: Moment) -> Today | None:
    """Return the session to continue: one of this training day that doesn't count yet, and still exists."""
    latest = interrupted_session(sessions)
    if latest is None or latest.source is None or not is_today(latest.last, now) or counts(latest):
        return None
    left = Fraction(latest.planned_seconds) - Fraction(latest.place_seconds or 0)
    if left < SHORTEST_REST_SECONDS or material.kind_of(latest.source) is None:
        return None
    return _suggestion("continue", latest.routine, latest.title, left, "You began it today.")


def _done_today(sessions: tuple[SessionRow, ...], material: Material, now: Moment) -> set[SessionType | None]:
    """Return what was done today."""
    return {session_kind(each, material.kind_of) for each in sessions if is_today(each.last, now) and counts(each)}


def _offer(kind: TodayKind, id: str, material: Material, why: str) -> Today:
    """Return a routine as it is written, with the first drill that it works on."""
    routine = material.routine(id)
    return _suggestion(kind, id, routine.title, routine_seconds(routine), why, key_drill(routine))


def _suggestion(
    kind: TodayKind, routine: str | None, title: str, seconds: Fraction, why: str, drill: str | None = None
) -> Today:
    return Today(kind, routine, title, seconds, None, None, None, None, why, (), None, drill)


def routine_seconds(routine: Routine) -> Fraction:
    """Return how long a routine takes as it is written, without its waits."""
    return Fraction(place_passages(unroll(routine, "left"))[-1].end, RATE)


def key_drill(routine: Routine) -> str | None:
    """Return the drill that stands for a routine: the first that is more than raising the pulse."""
    drills = [drill for drill in routine.drills() if drill.drill]
    return next((each.drill for each in drills if each.goal not in ("raise", "rest", "transition")), None)
