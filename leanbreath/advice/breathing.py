"""LB010 to LB019: how fast, how long held, how forced, how long without a break."""

from collections.abc import Iterator
from fractions import Fraction

from leanbreath.advice.finding import Finding, long
from leanbreath.advice.placed_routine import PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.advice.texts import first_match, prose
from leanbreath.routine.model import Drill, DrillStep
from leanbreath.routine.work import Breath, Pattern, Work

Key = tuple[str | int, ...]

CALMING = ("release", "rest", "awareness")


def drill_doses(drill: Drill) -> Iterator[tuple[Key, Work]]:
    """Yield each dose a drill gives, with the way to it."""
    if drill.work:
        yield (drill.work.kind,), drill.work
    yield from _bounds(drill.least, drill.most)
    for index, level in enumerate(drill.levels):
        yield ("levels", index), level


def step_doses(step: DrillStep) -> Iterator[tuple[Key, Work]]:
    """Yield each dose a step gives in the place of its drill's."""
    if step.work != step.drill.work:
        yield (step.work.kind,), step.work
    yield from _bounds(
        step.least if step.least != step.drill.least else None, step.most if step.most != step.drill.most else None
    )


def _bounds(least: Work | None, most: Work | None) -> Iterator[tuple[Key, Work]]:
    if least:
        yield ("least",), least
    if most:
        yield ("most",), most


def dose_findings(drill: Drill, doses: Iterator[tuple[Key, Work]], rules: Rules) -> Iterator[Finding]:
    """Yield what is unwise about patterns of breath, each pattern once."""
    seen: set[Pattern] = set()
    for key, work in doses:
        if isinstance(work, Breath):
            for pattern in (work.pattern, work.to):
                if pattern and pattern not in seen:
                    seen.add(pattern)
                    for found in _pattern(pattern, drill, rules):
                        yield found._replace(key=key)


def _pattern(pattern: Pattern, drill: Drill, rules: Rules) -> Iterator[Finding]:
    yield from _rate(pattern, rules)
    yield from _holds(pattern, drill, rules)
    yield from _balance(pattern, drill, rules)


def _rate(pattern: Pattern, rules: Rules) -> Iterator[Finding]:
    rate = 60 / pattern.seconds
    says = f"{pattern.text()} is {_number(rate)} breaths a minute"
    fast = rules["LB017"].limit("fastest")
    if rate > fast:
        yield Finding(
            "LB017", f"{says}; faster than {_number(fast)} is fast breathing", "breathe slower, such as 4-0-6-0"
        )
    for id in ("LB010", "LB011"):
        slowest, fastest = rules[id].limit("slowest"), rules[id].limit("fastest")
        if not slowest <= rate <= fastest:
            cycle = f"make a breath {long(60 / fastest)} to {long(60 / slowest)} long"
            yield Finding(id, f"{says}; it should be {_number(slowest)} to {_number(fastest)}", cycle)
            return


def _holds(pattern: Pattern, drill: Drill, rules: Rules) -> Iterator[Finding]:
    longest, share = max(pattern.hold, pattern.rest), 100 * (pattern.hold + pattern.rest) / pattern.seconds
    most = rules["LB012"].limit("longest")
    careful = rules["LB013"].limit("longest")
    if longest > most:
        yield Finding("LB012", f"a breath is held for {long(longest)}; at most {long(most)}", "hold it shorter")
    if longest > careful and "breath-hold" not in drill.cautions:
        message = f"a breath is held for {long(longest)} without the caution breath-hold"
        yield Finding("LB013", message, f"hold it {long(careful)} at most, or add breath-hold to the drill's cautions")
    if severity := rules["LB018"].grade(share):
        message = f"{_number(share)} % of each breath is held; at most {_number(rules['LB018'].limit('warning'))} %"
        yield Finding("LB018", message, "shorten the holds", severity=severity)


def _balance(pattern: Pattern, drill: Drill, rules: Rules) -> Iterator[Finding]:
    ratio = pattern.exhale / pattern.inhale
    if ratio < rules["LB015"].limit("least") and drill.goal in CALMING:
        message = f"the exhale of {pattern.text()} is shorter than the inhale, in a drill for {drill.goal}"
        yield Finding("LB015", message, "breathe out at least as long as in")
    if severity := rules["LB019"].grade(ratio):
        most = _number(rules["LB019"].limit("warning"))
        message = f"the exhale of {pattern.text()} is {_number(ratio)} times the inhale; at most {most} times"
        yield Finding("LB019", message, "lengthen the inhale or shorten the exhale", severity=severity)


def forced_exhale(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB014: a release drill whose exhale is not passive."""
    if drill.goal != "release":
        return
    found = first_match(prose(drill, without=("mistakes",)), rules["LB014"].words)
    if found:
        key, word = found
        yield Finding("LB014", f'"{word}" forces the exhale of a release drill', "let the air fall out", key=key)
    elif isinstance(drill.work, Breath) and not drill.passive_exhale:
        message = "a release drill does not say that its exhale is passive"
        yield Finding("LB014", message, 'let the air fall out, and add "passive-exhale: true"', key=("goal",))


def missing_clinician_note(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB017: the caution hyperventilation needs a note to ask a clinician."""
    if "hyperventilation" in drill.cautions and not first_match(prose(drill), rules["LB017"].words):
        message = "the caution hyperventilation comes without a note to ask a clinician"
        yield Finding("LB017", message, "say so in the set-up, or leave fast breathing out", key=("cautions",))


def breathing_without_breaks(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB016: paced breathing that goes on too long without a break."""
    rule = rules["LB016"]
    frames, last, steps = 0, 0, list[str]()
    for bout in placed.bouts:
        if not isinstance(bout.span.passage.work, Breath):
            continue
        if seconds(bout.start - last) >= rule.limit("break"):
            frames, steps = 0, []
        frames, last = frames + bout.end - bout.start, bout.end
        before = rule.grade(seconds(frames - bout.end + bout.start))
        steps.append(bout.path)
        severity = rule.grade(seconds(frames))
        if severity and severity != before:
            most, rest = long(rule.limit("warning")), long(rule.limit("break"))
            message = f"by here breathing has been paced for {long(seconds(frames))} without a break; at most {most}"
            fix = f"put a rest of {rest} in before this"
            yield Finding("LB016", message, fix, (bout.path, *steps), severity=severity)


def _number(value: Fraction | float) -> str:
    return f"{float(value):.1f}".removesuffix(".0")
