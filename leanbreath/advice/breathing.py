"""LB010 to LB019: how fast a breath is, how long it is held, how forced, and how long without a break."""

from collections.abc import Iterator
from fractions import Fraction

from leanbreath.advice.finding import Finding, length_in_words
from leanbreath.advice.placed_routine import PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.advice.texts import first_match, prose
from leanbreath.routine.model import Drill, DrillStep
from leanbreath.routine.notation import length_text
from leanbreath.routine.work import Breath, Pattern, Work

Key = tuple[str | int, ...]

CALMING = ("release", "rest", "awareness")


def drill_doses(drill: Drill) -> Iterator[tuple[Key, Work]]:
    """Yield each dose of a drill, with the path to it."""
    if drill.work:
        yield (drill.work.kind,), drill.work
    yield from _bounds(drill.least, drill.most)
    for index, level in enumerate(drill.levels):
        yield ("levels", index), level


def step_doses(step: DrillStep) -> Iterator[tuple[Key, Work]]:
    """Yield each dose of a step that overrides its drill's."""
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
    """Yield the findings about breath patterns, each pattern once."""
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
    fast = rules["LB017"].limit("fastest")
    if rate > fast:
        message = f"breathe no faster than {_number(fast)} times a minute; {pattern.text()} is {_number(rate)}"
        yield Finding("LB017", message, "slow down, for example to 4-0-6-0")
    for id in ("LB010", "LB011"):
        slowest, fastest = rules[id].limit("slowest"), rules[id].limit("fastest")
        if not slowest <= rate <= fastest:
            between = f"between {_number(slowest)} and {_number(fastest)} breaths a minute"
            message = f"keep paced breathing {between}; {pattern.text()} is {_number(rate)}"
            cycle = f"{length_in_words(60 / fastest)} to {length_in_words(60 / slowest)}"
            yield Finding(id, message, f"make each breath {cycle} long")
            return


def _holds(pattern: Pattern, drill: Drill, rules: Rules) -> Iterator[Finding]:
    longest, share = max(pattern.hold, pattern.rest), 100 * (pattern.hold + pattern.rest) / pattern.seconds
    most = rules["LB012"].limit("longest")
    careful = rules["LB013"].limit("longest")
    if longest > most:
        message = f"hold a breath for at most {length_in_words(most)}; here it's {length_in_words(longest)}"
        yield Finding("LB012", message, "shorten the hold")
    if longest > careful and "breath-hold" not in drill.cautions:
        message = (
            f"a hold of more than {length_in_words(careful)} needs the caution breath-hold; "
            f"here it's {length_in_words(longest)}"
        )
        yield Finding("LB013", message, "shorten the hold, or add breath-hold to the drill's cautions")
    if severity := rules["LB018"].severity_of(share):
        most_share = _number(rules["LB018"].limit("warning"))
        message = f"hold for at most {most_share} % of each breath; here it's {_number(share)} %"
        yield Finding("LB018", message, "shorten the holds", severity=severity)


def _balance(pattern: Pattern, drill: Drill, rules: Rules) -> Iterator[Finding]:
    ratio = pattern.exhale / pattern.inhale
    if ratio < rules["LB015"].limit("least") and drill.goal in CALMING:
        message = f"in a drill for {drill.goal}, breathe out at least as long as in; {pattern.text()} doesn't"
        yield Finding("LB015", message, "lengthen the exhale or shorten the inhale")
    if severity := rules["LB019"].severity_of(ratio):
        most = _number(rules["LB019"].limit("warning"))
        message = f"breathe out for at most {most} times as long as in; in {pattern.text()} it's {_number(ratio)} times"
        yield Finding("LB019", message, "lengthen the inhale or shorten the exhale", severity=severity)


def forced_exhale(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB014 if the exhale of a release drill isn't passive."""
    if drill.goal != "release":
        return
    found = first_match(prose(drill, without=("mistakes",)), rules["LB014"].words)
    if found:
        key, word = found
        yield Finding("LB014", f'"{word}" forces the exhale in a release drill', "let the air fall out", key=key)
    elif isinstance(drill.work, Breath) and not drill.passive_exhale:
        message = "this release drill doesn't say that its exhale is passive"
        yield Finding("LB014", message, 'let the air fall out, and add "passive-exhale: true"', key=("goal",))


def missing_clinician_note(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB017 if the caution hyperventilation comes without a note to ask a clinician."""
    if "hyperventilation" in drill.cautions and not first_match(prose(drill), rules["LB017"].words):
        message = "the caution hyperventilation needs a note to ask a clinician"
        yield Finding("LB017", message, "add the note to setup, or leave out fast breathing", key=("cautions",))


def breathing_without_breaks(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB016 where paced breathing has gone on too long without a break."""
    rule = rules["LB016"]
    frames, last, steps = 0, 0, list[str]()
    for bout in placed.bouts:
        if not isinstance(bout.span.passage.work, Breath):
            continue
        if seconds(bout.start - last) >= rule.limit("break"):
            frames, steps = 0, []
        frames, last = frames + bout.end - bout.start, bout.end
        before = rule.severity_of(seconds(frames - bout.end + bout.start))
        steps.append(bout.path)
        severity = rule.severity_of(seconds(frames))
        if severity and severity != before:
            most, length = length_in_words(rule.limit("warning")), length_in_words(seconds(frames))
            message = f"pace the breath for at most {most} without a break; by the end of this step it's {length}"
            fix = f"add {{rest: {length_text(rule.limit('break'))}}} before this step"
            yield Finding("LB016", message, fix, (bout.path, *steps), severity=severity)


def _number(value: Fraction | float) -> str:
    return f"{float(value):.1f}".removesuffix(".0")
