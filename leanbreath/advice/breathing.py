"""LB010 to LB019, and LB075: how fast a breath is, how long it is held, how forced, and how long without a break."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate, chain

from leanbreath.advice.doses import Dose
from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.advice.text_search import Text, drill_texts, first_match, first_told, instructions, step_texts
from leanbreath.routine.basic_notations import length_text
from leanbreath.routine.model import Drill, DrillStep
from leanbreath.routine.problems import Severity
from leanbreath.routine.work import Breath, Pattern, Reps, Work
from leanbreath.score.time_format import format_length

CALMING = ("release", "rest", "awareness")


def dose_findings(drill: Drill, doses: Iterator[Dose], rules: Rules) -> Iterator[Finding]:
    """Yield the findings about breath patterns, each pattern once."""
    seen: set[Pattern] = set()
    for key, work in doses:
        if isinstance(work, Breath):
            for pattern in (work.pattern, work.to):
                if pattern and pattern not in seen:
                    seen.add(pattern)
                    for finding in _pattern(pattern, drill, rules):
                        yield finding._replace(key=key)


def _pattern(pattern: Pattern, drill: Drill, rules: Rules) -> Iterator[Finding]:
    yield from _rate(pattern, rules)
    yield from _holds(pattern, drill, rules)
    yield from _share_of_holds(pattern, rules)
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
            cycle = f"{format_length(60 / fastest)} to {format_length(60 / slowest)}"
            yield Finding(id, message, f"make each breath {cycle} long")
            return


def _holds(pattern: Pattern, drill: Drill, rules: Rules) -> Iterator[Finding]:
    longest, most, careful = max(pattern.hold, pattern.rest), *(rules[id].limit("longest") for id in ("LB012", "LB013"))
    if longest > most:
        message = f"hold a breath for at most {format_length(most)}; here it's {format_length(longest)}"
        yield Finding("LB012", message, "shorten the hold")
    if longest > careful and "breath-hold" not in drill.cautions:
        needs = f"a hold of more than {format_length(careful)} needs the caution breath-hold"
        fix = "shorten the hold, or add breath-hold to the drill's cautions"
        yield Finding("LB013", f"{needs}; here it's {format_length(longest)}", fix)


def _share_of_holds(pattern: Pattern, rules: Rules) -> Iterator[Finding]:
    if pattern.inhale == pattern.hold == pattern.exhale == pattern.rest:
        return  # box breathing
    share = 100 * (pattern.hold + pattern.rest) / pattern.seconds
    if severity := rules["LB018"].severity_of(share):
        most = _number(rules["LB018"].limit("warning"))
        message = f"hold for at most {most} % of each breath; here it's {_number(share)} %"
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
    match = first_match(instructions(drill), rules["LB014"].words)
    if match:
        key, word = match
        yield Finding("LB014", f'"{word}" forces the exhale in a release drill', "let the air fall out", key=key)
    elif isinstance(drill.work, Breath) and not drill.passive_exhale:
        message = "this release drill doesn't say that its exhale is passive"
        yield Finding("LB014", message, 'let the air fall out, and add "passive-exhale: true"', key=("goal",))


def held_breath(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB075 if a drill that doesn't pace the breath tells the runner to hold it."""
    return _held_breath(drill.work, chain(instructions(drill), _part_names(drill.work)), rules)


def held_breath_in_step(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """Yield LB075 if a step's own lines, or the parts it names, tell the runner to hold the breath."""
    parts = _part_names(step.work) if step.work != step.drill.work else ()
    return _held_breath(step.work, chain(step_texts(step), parts), rules)


def _part_names(work: Work | None) -> Iterator[Text]:
    if isinstance(work, Reps):
        yield from ((("reps",), name) for name in work.phase_names)


def _held_breath(work: Work | None, texts: Iterable[Text], rules: Rules) -> Iterator[Finding]:
    if work is not None and not isinstance(work, Breath) and (match := first_told(texts, rules["LB075"].words)):
        key, word = match
        message = f'"{word}" holds the breath outside a breath, where none of its limits apply'
        fix = "write it as a breath, such as breath: 4-5-6-0 x 3, or let the breath flow"
        yield Finding("LB075", message, fix, key=key)


def missing_clinician_note(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB017 if the caution hyperventilation comes without a note to ask a clinician."""
    if "hyperventilation" in drill.cautions and not first_match(drill_texts(drill), rules["LB017"].words):
        message = "the caution hyperventilation needs a note to ask a clinician"
        yield Finding("LB017", message, "add the note to setup, or leave out fast breathing", key=("cautions",))


def breathing_without_breaks(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB016 where paced breathing has gone on too long without a break."""
    rule = rules["LB016"]
    for block in _unbroken_blocks(placed, rule.limit("break")):
        reported: Severity | None = None
        for number, paced in enumerate(accumulate(bout.seconds for bout in block), 1):
            severity = rule.severity_of(paced)
            if severity and severity != reported:
                most = format_length(rule.limit("warning"))
                message = f"pace the breath for at most {most} without a break; by the end of this step it's "
                rest = length_text(rule.limit("break"))
                fix = (
                    f"split it into sets, with rest: {rest}"
                    if number == 1
                    else f"add {{rest: {rest}}} before this step"
                )
                steps = (block[number - 1].path, *(bout.path for bout in block[:number]))
                yield Finding("LB016", message + format_length(paced), fix, steps, severity=severity)
            reported = severity


def _unbroken_blocks(placed: PlacedRoutine, least_break: Fraction) -> list[list[Bout]]:
    """Return the bouts of paced breathing in blocks that no break divides."""
    blocks: list[list[Bout]] = []
    for bout in placed.bouts:
        if isinstance(bout.dose, Breath):
            if not blocks or seconds(bout.start - blocks[-1][-1].end) >= least_break:
                blocks.append([])
            blocks[-1].append(bout)
    return blocks


def _number(value: Fraction | float) -> str:
    return f"{float(value):.1f}".removesuffix(".0")
