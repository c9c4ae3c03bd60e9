"""All rules laid over a drill or a routine; what its author allows is left out."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from leanbreath.advice import breathing, care, position, session, sides, stretch, words
from leanbreath.advice.breathing import dose_findings, drill_doses, step_doses
from leanbreath.advice.finding import DrillRule, Finding, PracticeRule
from leanbreath.advice.practice import Practice, practice
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import Drill, DrillStep, Move, Routine

BEFORE, SWITCH, REST = Move("Into place.", Fraction(8)), Fraction(5), Fraction(10)
"""The gaps of a drill by itself; it is announced in the first."""

DRILL_RULES: tuple[DrillRule, ...] = (
    breathing.forced,
    breathing.fast,
    care.cautions,
    care.ground,
    care.lean,
    care.inverted,
    care.alternatives,
    words.drill_claims,
    words.drill_lines,
)
"""What a drill is asked, in a file of its own or written on the spot."""

DOSE_RULES: tuple[PracticeRule, ...] = (breathing.unbroken, sides.uneven, sides.restless, words.unheard)
"""What is asked of anything that is performed, a drill by itself too."""

PRACTICE_RULES: tuple[PracticeRule, ...] = (
    *DOSE_RULES,
    stretch.too_much,
    stretch.too_long,
    stretch.left_static,
    position.changes,
    position.ending,
    position.swaps,
    session.raising,
    session.finish,
    session.length,
    session.unskilled,
    care.tired,
    words.partless,
    words.routine_claims,
)
"""What a routine is asked as a whole."""


def drill_findings(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield what is unwise about the drill of a file."""
    for found in (*_of_drill(drill, rules), *care.unsourced(drill, rules), *_alone(drill, rules)):
        if found.rule not in drill.allow:
            yield found


def practice_findings(practice: Practice, rules: Rules) -> Iterator[Finding]:
    """Yield what is unwise about a routine, and about what its own steps say."""
    for rule in PRACTICE_RULES:
        for found in rule(practice, rules):
            if not _allowed(found, practice):
                yield found
    for path, step, own in practice.steps.values():
        for found in _of_step(step, rules) if own else ():
            if found.rule not in (*step.allow, *practice.routine.allow):
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
        yield from words.step_lines(step, rules)
    yield from words.step_claims(step, rules)


def alone(drill: Drill) -> Routine:
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


def _alone(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield what performing the drill by itself shows; it stands in the file as a whole."""
    routine = alone(replace(drill, drill=None))
    whole = practice(routine)
    for rule in DOSE_RULES:
        for found in rule(whole, rules):
            yield found._replace(steps=())


def _allowed(found: Finding, practice: Practice) -> bool:
    steps = (practice.steps[path].step for path in found.steps if path in practice.steps)
    return found.rule in practice.routine.allow or any(found.rule in step.allow for step in steps)
