"""Applies all rules to a drill or a routine, and leaves out what its author allows."""

from collections.abc import Iterator
from dataclasses import replace

from leanbreath.advice import (
    breathing,
    claims,
    cue_moments,
    dose_limits,
    evidence,
    gap_words,
    position_changes,
    routine_structure,
    safety,
    sets,
    sides,
    spoken_lines,
    static_holds,
    unspeakable_texts,
    written_steps,
)
from leanbreath.advice.doses import drill_doses, step_doses
from leanbreath.advice.finding import DrillRule, Finding, RoutineRule
from leanbreath.advice.placed_routine import PlacedRoutine, place_routine
from leanbreath.advice.rules import Rules
from leanbreath.advice.single_drill import single_drill_routine
from leanbreath.routine.model import Drill, DrillStep, Routine
from leanbreath.routine.yaml_nodes import MappingNode

DRILL_RULES: tuple[DrillRule, ...] = (
    breathing.forced_exhale,
    breathing.missing_clinician_note,
    breathing.held_breath,
    dose_limits.bounds_of_drill,
    safety.missing_cautions,
    safety.missing_space,
    safety.excessive_lean,
    safety.inversion,
    safety.missing_alternatives,
    claims.drill_claims,
    spoken_lines.drill_lines,
    unspeakable_texts.in_drill,
)
"""Rules for a drill, in its own file or inline."""

DOSE_FINDINGS = (breathing.dose_findings, dose_limits.dose_findings)
"""Rules for each dose that a drill or a step gives."""

DOSE_RULES: tuple[RoutineRule, ...] = (
    breathing.breathing_without_breaks,
    sides.unequal_sides,
    sets.missing_rest,
    dose_limits.long_gaps,
    dose_limits.long_stretches,
    written_steps.metres,
    spoken_lines.lines_without_time,
    cue_moments.questions_before_their_time,
    cue_moments.waits_without_pause,
    cue_moments.instructions_after_their_rep,
)
"""Rules for whatever is played, a single drill too."""

ROUTINE_RULES: tuple[RoutineRule, ...] = (
    *DOSE_RULES,
    static_holds.total_hold,
    static_holds.single_hold,
    static_holds.missing_dynamic_drill,
    position_changes.short_changes,
    position_changes.floor_ending,
    position_changes.floor_changes,
    gap_words.short_gaps,
    routine_structure.pulse_raise,
    routine_structure.static_ending,
    routine_structure.total_time,
    routine_structure.missing_lean_drill,
    safety.falling_when_tired,
    dose_limits.without_sides,
    written_steps.unused_gaps,
    spoken_lines.lines_without_part,
    claims.routine_claims,
    unspeakable_texts.in_routine,
)
"""Rules for a routine as a whole."""


def drill_findings(drill: Drill, rules: Rules, tree: MappingNode | None = None) -> Iterator[Finding]:
    """Yield the findings about a drill in its own file, which is `tree`."""
    for finding in (
        *_drill_only_findings(drill, rules),
        *evidence.missing_evidence(drill, rules),
        *_single_drill_findings(drill, rules, tree),
    ):
        if finding.rule not in drill.allow:
            yield finding


def routine_findings(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield the findings about a routine as a whole, and about the steps written in its own file."""
    for rule in ROUTINE_RULES:
        for finding in rule(placed, rules):
            if not _is_allowed(finding, placed):
                yield finding
    for path, step, own in placed.steps.values():
        for finding in _step_findings(step, rules) if own else ():
            if finding.rule not in (*step.allow, *placed.routine.allow):
                yield finding._replace(steps=(path,))


def broken_rules(routine: Routine, rules: Rules) -> frozenset[str]:
    """Return the ids of the rules that a routine breaks."""
    return frozenset(finding.rule for finding in routine_findings(place_routine(routine), rules))


def _drill_only_findings(drill: Drill, rules: Rules) -> Iterator[Finding]:
    for rule in DRILL_RULES:
        yield from rule(drill, rules)
    for of_dose in DOSE_FINDINGS:
        yield from of_dose(drill, drill_doses(drill), rules)


def _step_findings(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    if step.drill.drill is None:
        yield from _drill_only_findings(step.drill, rules)
    else:
        for of_dose in DOSE_FINDINGS:
            yield from of_dose(step.drill, step_doses(step), rules)
        yield from dose_limits.bounds_of_step(step)
        yield from breathing.held_breath_in_step(step, rules)
        yield from spoken_lines.step_lines(step, rules)
        yield from unspeakable_texts.in_step(step, rules)
    yield from claims.step_claims(step, rules)


def _single_drill_findings(drill: Drill, rules: Rules, tree: MappingNode | None) -> Iterator[Finding]:
    """Yield the findings about playing the drill by itself; they belong to the file as a whole."""
    placed = place_routine(single_drill_routine(replace(drill, drill=None)), tree)
    for rule in DOSE_RULES:
        for finding in rule(placed, rules):
            yield finding._replace(steps=())


def _is_allowed(finding: Finding, placed: PlacedRoutine) -> bool:
    steps = (placed.steps[path].step for path in finding.steps if path in placed.steps)
    return finding.rule in placed.routine.allow or any(finding.rule in step.allow for step in steps)
