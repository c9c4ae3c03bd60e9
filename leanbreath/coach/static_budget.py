"""How long muscles may still be held: what the ceilings of a day and a week leave of what was done already."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from leanbreath.advice.placed_routine import place_routine
from leanbreath.advice.static_holds import BOTH, static_bouts, total_seconds
from leanbreath.coach.material import Material
from leanbreath.diary.events import SessionRow, WorkRow
from leanbreath.routine.model import Routine
from leanbreath.routine.vocabulary import Muscle, Side

WEEK = timedelta(days=7)

Held = Mapping[tuple[Muscle, Side], Fraction]
"""How many seconds each muscle is held on each side."""


def static_seconds(routine: Routine) -> Held:
    """Return how long a routine holds muscles in static stretches."""
    bouts = static_bouts(place_routine(routine))
    return {(muscle, side): total_seconds(each) for muscle, sides in bouts.items() for side, each in sides.items()}


def is_within_budget(routine: Routine, sessions: Iterable[SessionRow], day: date, material: Material) -> bool:
    """Return whether a routine, after what was done on a day and in the six days before, keeps to the ceilings.

    More than these adds nothing (LB041): so much in one day, so much in seven.
    """
    rows = [row for each in sessions for row in each.work if row.at and day - WEEK < row.at.day <= day]
    today, week = (_held(each, material) for each in ([row for row in rows if row.at and row.at.day == day], rows))
    rule = material.rules["LB041"]
    return all(
        seconds + today.get(key, 0) <= rule.limit("session") and seconds + week.get(key, 0) <= rule.limit("week")
        for key, seconds in static_seconds(routine).items()
    )


def _held(rows: Iterable[WorkRow], material: Material) -> Held:
    held: dict[tuple[Muscle, Side], Fraction] = {}
    for row in rows:
        for muscle in _stretched(row, material):
            for side in (row.side,) if row.side else BOTH:
                held[muscle, side] = held.get((muscle, side), Fraction(0)) + Fraction(row.done_seconds)
    return held


def _stretched(row: WorkRow, material: Material) -> tuple[Muscle, ...]:
    """Return the muscles that a row stretched statically; rows of an older program don't say, so their drill does."""
    if row.stretch is not None:
        return row.muscles if row.stretch == "static" else ()
    try:
        drill = material.drill(row.drill or "")
    except KeyError:
        return ()
    return drill.targets if drill.stretch == "static" else ()
