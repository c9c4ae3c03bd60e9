"""All rules laid over a drill or a routine; what its author allows is left out."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from leanbreath.advice import breathing, position_changes, safety, sides, spoken_lines, static_holds, structure
from leanbreath.advice.breathing import dose_findings, drill_doses, step_doses
from leanbreath.advice.finding import DrillRule, Finding, RoutineRule
from leanbreath.advice.placed_routine import PlacedRoutine, place_routine
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import Drill, DrillStep, Move, Routine

BEFORE, SWITCH, REST = Move("Into place.", Fraction(8)), Fraction(5), Fraction(10)
"""The gaps of a drill by itself; it is announced in the first."""

DRILL_RULES: tuple[DrillRule, ...] = (
    breathing.forced_exhale,
    breathing.missing_clinician_note,
    safety.missing_cautions,
    safety.missing_space,
    safety.excessive_lean,
    safety.inversion,
    safety.missing_alternatives,
    spoken_lines.drill_claims,
    spoken_lines.drill_lines,
)
"""What a drill is asked, in a file of its own or written on the spot."""

DOSE_RULES: tuple[RoutineRule, ...] = (
    breathing.breathing_without_breaks,
    sides.unequal_sides,
    sides.missing_rest,
    spoken_lines.lines_without_time,
)
"""What is asked of anything that is performed, a drill by itself too."""

ROUTINE_RULES: tuple[RoutineRule, ...] = (
    *DOSE_RULES,
    static_holds.total_hold,
    static_holds.single_hold,
    static_holds.missing_dynamic_drill,
    position_changes.short_changes,
    position_changes.floor_ending,
    position_changes.floor_changes,
    structure.pulse_raise,
    structure.static_ending,
    structure.total_time,
    structure.missing_lean_drill,
    safety.falling_when_tired,
    spoken_lines.lines_without_part,
    spoken_lines.routine_claims,
)
"""What a routine is asked as a whole."""


def drill_findings(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield what is unwise about the drill of a file."""
    for found in (*_of_drill(drill, rules), *safety.unsourced(drill, rules), *_single_drill_findings(drill, rules)):
        if found.rule not in drill.allow:
            yield found


def routine_findings(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield what is unwise about a routine, and about what its own steps say."""
    for rule in ROUTINE_RULES:
        for found in rule(placed, rules):
            if not _allowed(found, placed):
                yield found
    for path, step, own in placed.steps.values():
        for found in _of_step(step, rules) if own else ():
            if found.rule not in (*step.allow, *placed.routine.allow):
                yield found._replace(steps=(path,))


def _of_drill(drill: Drill, rules: Rules) -> Iterator[Finding]:
    for rule in DRILL_RULES:
        yield from rule(drill, rules)
    yield from dose_findings(drill, drill_doses(drill), rules)


def _of_step(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    if step.drill.drill is None:
        yield from _of_drill(step.drill, rules)
    else:
        yield from dose_findings(step.drill, step_doses(step), rules)
        yield from spoken_lines.step_lines(step, rules)
    yield from spoken_lines.step_claims(step, rules)


def single_drill_routine(drill: Drill) -> Routine:
    """Return the routine of one drill by itself."""
    assert drill.work is not None
    step = DrillStep(
        drill=drill,
        work=drill.work,
        sides=drill.sides,
        sets=drill.sets,
        switch=SWITCH,
        rest=REST if drill.rest is None else drill.rest,  # a routine's default gives it
        cues=drill.cues,
    )
    return Routine(id=drill.drill, title=drill.title, steps=(BEFORE, step))


def _single_drill_findings(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield what performing the drill by itself shows; it stands in the file as a whole."""
    routine = single_drill_routine(replace(drill, drill=None))
    whole = place_routine(routine)
    for rule in DOSE_RULES:
        for found in rule(whole, rules):
            yield found._replace(steps=())


def _allowed(found: Finding, placed: PlacedRoutine) -> bool:
    steps = (placed.steps[path].step for path in found.steps if path in placed.steps)
    return found.rule in placed.routine.allow or any(found.rule in step.allow for step in steps)
