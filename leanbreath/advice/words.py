"""LB062 and LB064: lines that can be said and understood, and texts that claim nothing."""

from collections.abc import Iterator

from leanbreath.advice.breathing import drill_doses
from leanbreath.advice.finding import Finding
from leanbreath.advice.practice import Practice
from leanbreath.advice.prose import Text, first_word, own_prose, prose, routine_prose
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import AuthorCue, Drill, DrillStep
from leanbreath.routine.problems import Severity
from leanbreath.routine.work import Breath, Cadence, Reps, Work


def claims(texts: Iterator[Text], rules: Rules) -> Iterator[Finding]:
    """LB064: each text that claims something, once."""
    for text in texts:
        if found := first_word((text,), rules["LB064"].words):
            key, word = found
            yield Finding(
                "LB064", f'"{word}" claims more than is known', "say what is done, not what it cures", key=key
            )


def drill_claims(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB064 in a drill."""
    return claims(prose(drill), rules)


def step_claims(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """LB064 in what a step says of its own."""
    return claims(own_prose(step), rules)


def routine_claims(practice: Practice, rules: Rules) -> Iterator[Finding]:
    """LB064 in what a routine says of its own."""
    return claims(routine_prose(practice.routine), rules)


def drill_lines(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB062: a drill's lines that are long, or that no dose of it ever comes to."""
    doses = [work for _, work in drill_doses(drill)]
    return _lines(drill.cues, doses, "" if drill.sides == "none" else "sided", rules)


def step_lines(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """LB062: a step's own lines that are long, or that are never come to."""
    if step.cues is not step.drill.cues:
        yield from _lines(step.cues, [step.work], "" if step.sides == "none" else "sided", rules)


def _lines(cues: tuple[AuthorCue, ...], doses: list[Work], sides: str, rules: Rules) -> Iterator[Finding]:
    most = int(rules["LB062"].limit("words"))
    for index, cue in enumerate(cues):
        count = len(cue.say.split())
        if count > most:
            message = f"a line of {count} words; at most {most} are understood while moving"
            yield Finding("LB062", message, "say it shorter", key=("cues", index, "say"))
        if doses and not any(_comes(cue, work) for work in doses):
            yield Finding(
                "LB062", "this line is never said: its moment never comes", _ends(doses), key=("cues", index, "at")
            )
        if cue.side and not sides:
            message = f"this line is for the {cue.side}, and the drill has no sides"
            yield Finding("LB062", message, "leave side out", key=("cues", index, "side"))


def _comes(cue: AuthorCue, work: Work) -> bool:
    """Return whether a dose ever comes to the moment of a line."""
    number = work.number if isinstance(work, Breath | Reps) else work.steps if isinstance(work, Cadence) else 0
    count = cue.breath if isinstance(work, Breath) else cue.rep
    return (not count or not number or count <= number) and cue.at.seconds <= work.seconds


def _ends(doses: list[Work]) -> str:
    longest = max(doses, key=lambda work: work.seconds)
    return f"the longest dose is {longest.text()}"


def unheard(practice: Practice, rules: Rules) -> Iterator[Finding]:
    """LB062: an author's line for which there is no time; one that comes with the drill of a library is only noted."""
    seen: set[tuple[str, str | None]] = set()
    written: dict[str, set[str | None]] = {}
    for cue in practice.crowded:
        path = practice.step_of(cue)
        each = practice.steps.get(path)
        if each is None or (path, cue.say) in seen:
            continue
        if path not in written:
            written[path] = _written(each.step)
        if cue.say not in written[path]:
            continue
        seen.add((path, cue.say))
        message = f'there is no time to say "{cue.say}"'
        borrowed = each.step.drill.drill is not None and each.step.cues is each.step.drill.cues
        severity: Severity | None = "info" if borrowed else None
        yield Finding("LB062", message, "shorten it, give it a short form, or move it", (path,), severity=severity)


def _written(step: DrillStep) -> set[str | None]:
    return {text for cue in step.cues for text in (cue.say, cue.short)}
