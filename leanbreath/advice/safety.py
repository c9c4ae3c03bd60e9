"""LB050 to LB057 and LB065: cautions, ground, degrees of lean, alternatives and sources of a drill."""

from collections.abc import Iterator

from leanbreath.advice.breathing import drill_doses
from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import POSITION_FAMILIES, PlacedRoutine
from leanbreath.advice.rules import DrillFilter, Rules
from leanbreath.advice.texts import first_match, prose
from leanbreath.routine.model import Drill
from leanbreath.routine.work import Breath, Pattern

SUPPORTS = ("wall", "support", "partner", "band")


def missing_cautions(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB050: a caution that is mandatory for a drill of this kind."""
    patterns = tuple(_patterns(drill))
    for caution, form in rules.cautions.items():
        if caution not in drill.cautions and any(_matches(drill, patterns, where) for where in form.on):
            message = f"the caution {caution} is missing: {form.text}"
            yield Finding("LB050", message, f"add {caution} to the cautions", key=("cautions",))


def _matches(drill: Drill, patterns: tuple[Pattern, ...], where: DrillFilter) -> bool:
    """Return whether a drill has everything that is named."""
    return not (
        (where.position and drill.position not in where.position)
        or (where.targets and not any(muscle in where.targets for muscle in drill.targets))
        or (where.stretch and drill.stretch not in where.stretch)
        or (where.work and (drill.work is None or drill.work.kind not in where.work))
        or (where.class_ and drill.safety_class < where.class_)
        or (where.held and all(max(pattern.hold, pattern.rest) <= where.held for pattern in patterns))
        or (where.faster and all(60 / pattern.seconds <= where.faster for pattern in patterns))
        or (where.id and not any(word in (drill.drill or "") for word in where.id))
    )


def _patterns(drill: Drill) -> Iterator[Pattern]:
    for _, work in drill_doses(drill):
        if isinstance(work, Breath):
            yield from (pattern for pattern in (work.pattern, work.to) if pattern)


def missing_space(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB051: a falling or jogging drill that asks for no space."""
    asks = "space" in drill.needs or first_match(prose(drill, without=("mistakes",)), rules["LB051"].words)
    if drill.goal == "lean-skill" and drill.safety_class >= rules["LB051"].limit("class") and not asks:
        message = f"a lean drill of safety class {drill.safety_class} does not ask for space or clear ground"
        yield Finding("LB051", message, "add space to its needs, or name the ground in the set-up", key=("needs",))


def excessive_lean(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB053, LB053b: more degrees of lean than are wise."""
    if drill.lean is None:
        return
    held = drill.position == "wall-lean" or any(need in SUPPORTS for need in drill.needs)
    rule = "LB053b" if held else "LB053"
    if severity := rules[rule].grade(drill.lean):
        most = int(rules[rule].limit("warning"))
        message = f"{drill.lean} degrees of {'supported' if held else 'unsupported'} lean; at most {most}"
        yield Finding(rule, message, f"write lean: {most} or less", key=("lean",), severity=severity)


def falling_when_tired(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB054: falling drills for tired legs."""
    routine = placed.routine
    if not (routine.tired or routine.kind == "post-run"):
        return
    for path, step, _ in placed.steps.values():
        drill = step.drill
        if drill.goal == "lean-skill" and drill.safety_class >= rules["LB054"].limit("class"):
            when = "in a routine marked tired" if routine.tired else "after a run"
            message = f"{drill.drill or drill.title} is a lean drill of safety class {drill.safety_class}, {when}"
            yield Finding("LB054", message, "take one of class 0 or 1, such as wall-lean-breath", (path,))


def inversion(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB055: a head below the heart without the caution."""
    found = first_match(prose(drill, without=("mistakes",)), rules["LB055"].words)
    if found and "inversion" not in drill.cautions:
        message = f'"{found[1]}" puts the head below the heart, without the caution inversion'
        yield Finding("LB055", message, "add inversion to the cautions", key=found[0])


def missing_alternatives(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB056, LB057: face down or kneeling, and nothing for those who cannot."""
    instead = drill.instead or {}
    if drill.position in ("prone", "prone-elbows") and "pregnancy" not in instead:
        fix = "add instead: {pregnancy: side-lying-low-belly}"
        yield Finding("LB056", "a drill face down names none to do in pregnancy", fix, key=("position",))
    if drill.position and POSITION_FAMILIES[drill.position] == "knees":
        padded = "mat" in drill.needs or first_match(prose(drill, without=("mistakes",)), rules["LB057"].words)
        if not padded and "knee-pain-kneeling" not in instead:
            fix = "ask for a pad in the set-up, or add instead: {knee-pain-kneeling: standing-hip-flexor-breath}"
            yield Finding(
                "LB057", "a kneeling drill has no pad and no standing drill in its place", fix, key=("position",)
            )


def unsourced(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB065, LB061: no evidence grade, no source, or a source that is not there."""
    missing = [name for name, value in (("evidence", drill.evidence), ("sources", drill.sources)) if not value]
    if missing:
        message = f"the drill says nothing of its {' and '.join(missing)}"
        yield Finding("LB065", message, "add evidence: A to D, and sources, such as [S43]", key=("drill",))
    for index, source in enumerate(drill.sources):
        if source not in rules.sources:
            message = f'there is no source "{source}"'
            yield Finding("LB061", message, "name one of drills/sources.yaml", key=("sources", index))
