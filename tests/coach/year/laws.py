"""What must hold on every day of a year, whatever the runner does: the rules of the plan, of doses and of honesty.

Each law yields a sentence for every day on which it is broken. The expectations are those of the domain's plan, counted
here from what was played, not with the coach's own functions.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from leanbreath.advice.apply_rules import routine_findings
from leanbreath.advice.placed_routine import place_routine
from leanbreath.coach.material import Material
from leanbreath.diary.events import WorkRow
from leanbreath.routine.model import Routine
from tests.coach.year.simulation import DayRecord, Practice

Law = Callable[[Sequence[DayRecord], Material], Iterator[str]]

MOST_SECONDS_A_WEEK, MOST_SECONDS_A_SESSION = 600, 240
"""Static seconds of a muscle on a side beyond which nothing is gained."""

WEEK = timedelta(days=7)

Held = tuple[str, str]
"""A muscle and a side."""

MOST_CLEAN_EFFORT = 4

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
    """A drill that hurt isn't prescribed for seven training days."""
    hurt: dict[str, date] = {}
    for practice in _practices(days):
        for drill in () if practice.is_own_choice else practice.prescription.routine.drills():
            since = hurt.get(drill.drill or "")
            if since and since < practice.now.day < since + WEEK:
                yield f"{practice.now.day}: {drill.drill} hurt on {since}"
        hurt |= {row.drill: row.hurt_at.day for row in practice.session.work if row.drill and row.hurt_at}


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


def levels_rise_by_one_after_two_sessions(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """From one day to the next a lean drill rises by one level at most, and only if two sessions with it went well."""
    clean: dict[str, int] = defaultdict(int)
    before: dict[str, int] = {}
    for day in days:
        levels = dict(day.state.levels) if day.state else {}
        decided = {each.rule for each in day.state.decisions if each.day == day.day} if day.state else set()
        for drill, level in levels.items():
            risen = level - before.get(drill, level)
            if risen > 1 and "level-chosen" not in decided and not _opens(day):
                yield f"{day.day}: {drill} rises by {risen} levels"
            if risen > 0 and clean[drill] < 2 and "level-chosen" not in decided and not _opens(day):
                yield f"{day.day}: {drill} rises after {clean[drill]} clean sessions"
        before = levels
        for practice in day.practices:
            _count_clean(practice, clean, material)


def _opens(day: DayRecord) -> bool:
    """Return whether another week begins, whose ceiling may show a level that was reached before."""
    return day.state is not None and day.state.week_started == day.day


def _count_clean(practice: Practice, clean: dict[str, int], material: Material) -> None:
    """Count a clean session of each drill; one that was hard or hurt begins anew, one without an answer says nothing.

    A lean drill must be held in line too: leaning that felt harder was not.
    """
    session = practice.session
    for drill in {row.drill for row in session.work if row.drill}:
        is_crooked = session.lean == "harder" and material.drill(drill).goal == "lean-skill"
        if session.pain == "some" or (session.effort or 0) > MOST_CLEAN_EFFORT or is_crooked:
            clean[drill] = 0
        elif session.effort is not None:
            clean[drill] += 1


def holds_and_reps_grow_by_their_steps(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """Holds grow by five seconds and reps by two a week at most, over the last week that wasn't lighter."""
    last_hold: Fraction | None = None
    last_reps: int | None = None
    number: tuple[object, ...] = ()
    hold: Fraction | None = None
    reps: int | None = None
    for day in days:
        if day.state is None:
            last_hold, last_reps, number = None, None, ()
            continue
        state = day.state
        this = state.plan.plan, state.week_started
        if any(each.rule in ("start", "missed-restart") and each.day == day.day for each in state.decisions):
            last_hold = last_reps = None
        if this != number:
            number = this
            hold, reps = state.dose.hold, state.dose.reps
            if last_hold and hold and hold > last_hold + 5:
                yield f"{day.day}: holds grow from {last_hold} to {hold} s"
            if last_reps and reps and reps > last_reps + 2:
                yield f"{day.day}: reps grow from {last_reps} to {reps}"
            if state.week.phase != "lighter":
                last_hold, last_reps = hold or last_hold, reps or last_reps


def missed_days_step_back(days: Sequence[DayRecord], material: Material) -> Iterator[str]:
    """After more than 7 missed days an earlier week is due, after more than 21 the first."""
    for day in days:
        if day.state is None or day.state.is_paused:
            continue
        if day.state.missed_days > 21 and day.state.plan.plan == "eight-weeks" and day.state.week_number != 1:
            yield f"{day.day}: {day.state.missed_days} days missed, and week {day.state.week_number} is due"


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
    holds_and_reps_grow_by_their_steps,
    missed_days_step_back,
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
