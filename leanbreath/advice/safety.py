"""LB050 to LB057: a drill's cautions, space, degrees of lean and alternatives."""

from collections.abc import Iterator

from leanbreath.advice.doses import drill_doses
from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import PlacedRoutine
from leanbreath.advice.rules import DrillFilter, Rules
from leanbreath.advice.text_search import first_match, instructions
from leanbreath.routine.model import Drill
from leanbreath.routine.work import Breath, Pattern

KNEELING = ("quadruped", "half-kneel", "tall-kneel")
"""Positions with a knee on the ground."""

SUPPORTS = ("wall", "support", "partner", "band")


def missing_cautions(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB050 for each caution that a drill of this kind must carry and doesn't."""
    patterns = tuple(_patterns(drill))
    for caution, form in rules.cautions.items():
        if caution not in drill.cautions and any(_matches(drill, patterns, each) for each in form.on):
            message = f'the caution {caution} is missing ("{form.text}")'
            yield Finding("LB050", message, f"add {caution} to cautions", key=("cautions",))


def _matches(drill: Drill, patterns: tuple[Pattern, ...], only: DrillFilter) -> bool:
    """Return whether a drill has everything that the filter names."""
    return not (
        (only.goal and drill.goal not in only.goal)
        or (only.position and drill.position not in only.position)
        or (only.targets and not any(muscle in only.targets for muscle in drill.targets))
        or (only.stretch and drill.stretch not in only.stretch)
        or (only.work and (drill.work is None or drill.work.kind not in only.work))
        or (only.class_ and drill.safety_class < only.class_)
        or (only.held and all(max(pattern.hold, pattern.rest) <= only.held for pattern in patterns))
        or (only.faster and all(60 / pattern.seconds <= only.faster for pattern in patterns))
        or (only.id and not any(word in (drill.drill or "") for word in only.id))
    )


def _patterns(drill: Drill) -> Iterator[Pattern]:
    for _, work in drill_doses(drill):
        if isinstance(work, Breath):
            yield from (pattern for pattern in (work.pattern, work.to) if pattern)


def missing_space(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB051 if a falling or jogging drill asks for neither space nor clear ground."""
    asks = "space" in drill.needs or first_match(instructions(drill), rules["LB051"].words)
    if drill.goal == "lean-skill" and drill.safety_class >= rules["LB051"].limit("class") and not asks:
        message = f"a lean drill of safety class {drill.safety_class} needs clear ground, and this one doesn't say so"
        yield Finding("LB051", message, "add space to needs, or name the ground in setup", key=("needs",))


def excessive_lean(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB053 or LB053b if a drill leans further than the rules allow."""
    if drill.lean is None:
        return
    held = drill.position == "wall-lean" or any(need in SUPPORTS for need in drill.needs)
    rule = "LB053b" if held else "LB053"
    if severity := rules[rule].severity_of(drill.lean):
        most = int(rules[rule].limit("warning"))
        lean = "with support" if held else "without support"
        message = f"lean at most {most} degrees {lean}; here it's {drill.lean}"
        yield Finding(rule, message, f"write lean: {most} or less", key=("lean",), severity=severity)


def falling_when_tired(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB054 for each falling drill that a tired runner is given."""
    routine = placed.routine
    if not (routine.tired or routine.kind == "post-run"):
        return
    for path, step, _ in placed.steps.values():
        drill = step.drill
        if drill.goal == "lean-skill" and drill.safety_class >= rules["LB054"].limit("class"):
            when = "when tired" if routine.tired else "after a run"
            message = (
                f"skip falling drills {when}; {drill.drill or drill.title} is of safety class {drill.safety_class}"
            )
            yield Finding("LB054", message, "use a drill of class 0 or 1, such as wall-lean-breath", (path,))


def inversion(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB055 if a drill puts the head below the heart without the caution."""
    match = first_match(instructions(drill), rules["LB055"].words)
    if match and "inversion" not in drill.cautions:
        message = f'"{match[1]}" puts the head below the heart, but the caution inversion is missing'
        yield Finding("LB055", message, "add inversion to cautions", key=match[0])


def missing_alternatives(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB056 or LB057 if a face-down or kneeling drill offers nothing to those who can't do it."""
    instead = drill.instead or {}
    if drill.position in ("prone", "prone-elbows") and "pregnancy" not in instead:
        fix = "add instead: {pregnancy: side-lying-low-belly}"
        yield Finding("LB056", "this face-down drill offers no alternative for pregnancy", fix, key=("position",))
    if drill.position in KNEELING:
        padded = "mat" in drill.needs or first_match(instructions(drill), rules["LB057"].words)
        if not padded and "knee-pain-kneeling" not in instead:
            fix = "ask for a pad in setup, or add instead: {knee-pain-kneeling: standing-hip-flexor-breath}"
            yield Finding(
                "LB057", "this kneeling drill has neither a pad nor a standing alternative", fix, key=("position",)
            )
