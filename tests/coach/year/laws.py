"""What must hold on every day of a year, whatever the runner does: the rules of the plan, of doses and of honesty.

Each law yields a sentence for every day on which it is broken. The expectations are those of the domain's plan, counted
here from what was played, not with the coach's own functions.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from leanbreath.advice.apply_rules import routine_findings
from leanbreath.advice.placed_routine import place_routine
from leanbreath.coach.material import Material
from leanbreath.diary.events import WorkRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.model import Routine
from tests.coach.year.plan_laws import (
    doses_grow_by_their_steps,
    levels_rise_by_one_after_two_sessions,
    missed_days_step_back,
    two_hard_sessions_step_down,
)
from tests.coach.year.simulation import DayRecord, Practice

Law = Callable[[Sequence[DayRecord], Material], Iterator[str]]

MOST_SECONDS_A_WEEK, MOST_SECONDS_A_SESSION = 600, 240
"""Static seconds of a muscle on a side beyond which nothing is gained."""

WEEK = timedelta(days=7)

Held = tuple[str, str]
"""A muscle and a side."""

DIAGNOSES = re.compile(
    r"\b(diagnos\w*|injur\w*|disorder\w*|syndrome\w*|patholog\w*|dysfunction\w*|tendin\w*|cure\w*|heal\w*|guarantee\w*|"
    r"you (?:have|suffer from) (?:a|an)? ?(?:short|tight|weak) \w+)\b",
    re.IGNORECASE,
)


def something_is_suggested(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """Every day has a suggestion, with a reason."""
    for day in days:
        suggested = day.today
        if not suggested.title or not suggested.why or (suggested.routine is None and suggested.kind != "rest"):
            yield f"{day.day}: nothing is suggested"


def training_rules_hold(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """A prescribed routine breaks no training rule that it keeps as it is written."""
    written: dict[str, set[str]] = {}
    for practice in _practices(days):
        routine = practice.prescription.routine
        name = routine.id or ""
        if name not in written:
            written[name] = _broken(material.routine(name), material)
        if worse := _broken(routine, material) - written[name]:
            yield f"{practice.now.day}: {name} breaks {', '.join(sorted(worse))}"


def no_painful_drill_returns_within_its_week(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """A drill that hurt is neither prescribed nor asked about for seven training days, nor after a no."""
    since: dict[str, Moment] = {}
    for practice in _practices(days):
        day, session = practice.now.day, practice.session
        prescribed = () if practice.is_own_choice else practice.prescription.routine.drills()
        for drill in sorted({each.drill or "" for each in prescribed} | {each.drill for each in session.returns}):
            known = since.get(drill)
            if known and known.at < practice.now.at and day < known.day + WEEK:
                yield f"{day}: {drill} stays out until {known.day + WEEK}"
        since |= {each.drill: each.asked for each in session.returns if each.answer == "no"}
        since |= {row.drill: row.hurt_at for row in session.work if row.drill and row.hurt_at}


def doses_of_a_week_stay_in_their_band(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """No suggestion holds a muscle for more than four minutes, or for more than ten with the six days before it."""
    held: dict[Held, list[tuple[date, float]]] = defaultdict(list)
    for practice in _practices(days):
        day = practice.now.day
        for key, seconds in _static_seconds(practice).items():
            if not practice.is_own_choice:
                week = seconds + sum(done for other, done in held[key] if day - WEEK < other <= day)
                if seconds > MOST_SECONDS_A_SESSION or week > MOST_SECONDS_A_WEEK:
                    yield f"{day}: {' '.join(key)}: {seconds:g} s in a session, {week:g} s in seven days"
        for key, seconds in _static_seconds(practice, is_done=True).items():
            held[key].append((day, seconds))


def no_text_diagnoses(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """Nothing that the coach says names a disease, promises anything, or tells a runner what is wrong with them."""
    for day in days:
        decisions = day.state.decisions if day.state else ()
        notes = [note for practice in day.practices for note in practice.prescription.notes]
        for text in (day.today.title, day.today.why, *notes, *(each.text for each in decisions if each.day == day.day)):
            if DIAGNOSES.search(text):
                yield f"{day.day}: {text}"


LAWS: tuple[Law, ...] = (
    something_is_suggested,
    training_rules_hold,
    no_painful_drill_returns_within_its_week,
    doses_of_a_week_stay_in_their_band,
    levels_rise_by_one_after_two_sessions,
    doses_grow_by_their_steps,
    missed_days_step_back,
    two_hard_sessions_step_down,
    no_text_diagnoses,
)


def broken_laws(days: Sequence[DayRecord], material: Material) -> list[str]:
    """Return a sentence for every time that a law is broken."""
    return [f"{law.__name__}: {text}" for law in LAWS for text in law(days, material)]


def _practices(days: Sequence[DayRecord]) -> Iterator[Practice]:
    for day in days:
        yield from day.practices


def _broken(routine: Routine, material: Material) -> set[str]:
    return {finding.rule for finding in routine_findings(place_routine(routine), material.rules)}


def _static_seconds(practice: Practice, is_done: bool = False) -> dict[Held, float]:
    """Return how long each muscle is asked to be held on each side, or was."""
    held: dict[Held, float] = defaultdict(float)
    for row in practice.session.work:
        for muscle in row.muscles if row.stretch == "static" else ():
            for side in _sides(row):
                held[muscle, side] += row.done_seconds if is_done else row.planned_seconds
    return held


def _sides(row: WorkRow) -> tuple[str, ...]:
    return (row.side,) if row.side else ("left", "right")
