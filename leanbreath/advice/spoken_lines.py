"""LB062: spoken lines that are short, that come, and that have time."""

from collections.abc import Iterator

from leanbreath.advice.doses import drill_doses
from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import NumberedStep, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.advice.text_search import wordings
from leanbreath.routine.author_cue import ANCHORS, AuthorCue
from leanbreath.routine.basic_notations import length_text
from leanbreath.routine.model import Drill, DrillStep
from leanbreath.routine.problems import Severity
from leanbreath.routine.work import Reps, Work
from leanbreath.score.announce import ANNOUNCEMENT, AUTHOR, GUIDE
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import Cue, Line
from leanbreath.score.speech_pace import estimated_frames
from leanbreath.score.time_format import format_length


def drill_lines(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB062 for the lines of a drill that are too long, or that no dose of it ever reaches."""
    yield from _lines(drill.cues, [work for _, work in drill_doses(drill)], drill.sides != "none", rules)


def step_lines(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """Yield LB062 for a step's own lines that are too long, or that are never reached."""
    if not _has_lines_of_drill(step):
        yield from _lines(step.cues, list(step.set_works), step.sides != "none", rules)


def _lines(cues: tuple[AuthorCue, ...], doses: list[Work], has_sides: bool, rules: Rules) -> Iterator[Finding]:
    most = int(rules["LB062"].limit("words"))
    for index, cue in enumerate(cues):
        for key, text in wordings(index, cue):
            if (count := len(text.split())) > most:
                message = f"use at most {most} words in a line; this one has {count}"
                yield Finding("LB062", message, "shorten it", key=key)
        if doses and not any(_reaches(work, cue) for work in doses):
            longest = max(doses, key=lambda work: work.most_seconds or work.seconds)
            message = "this line is never said, because its moment never comes"
            fix = f"move it earlier; {_end_text(longest)}"
            yield Finding("LB062", message, fix, key=("cues", index, "at"))
        if cue.side and not has_sides:
            message = f"this line is for the {cue.side} side, but the drill has no sides"
            yield Finding("LB062", message, "remove side", key=("cues", index, "side"))


def _end_text(longest: Work) -> str:
    """Return when the longest dose ends, in words."""
    most = longest.most_seconds
    return f"the longest dose is {longest.text()}" if most is None else f"it ends after {length_text(most)} at most"


def _reaches(work: Work, cue: AuthorCue) -> bool:
    """Return whether a dose ever reaches the moment of a line."""
    narrowed = (("breath", cue.breath), ("rep", cue.rep))
    beyond = any(number and number > work.cue_counts.get(key, number) for key, number in narrowed)
    return not beyond and cue.at.seconds <= (work.most_seconds or work.seconds)


def lines_without_part(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB062 for the lines of a drill that are lost because the dose of a step has none of their parts."""
    phases = {bout.path: {part.phase for part in bout.passage.parts} for bout in placed.bouts}
    for numbered in placed.steps.values():
        if numbered.own and numbered.path in phases and numbered.step.drill.work:
            open_moments: set[str | None] = {"start"}
            known = open_moments if numbered.step.work.is_open else {*ANCHORS, *phases[numbered.path]}
            lost = _lost_moments(numbered.step, known)
            if lost and not _names_own_parts(numbered.step):
                yield _lost_lines(numbered, numbered.step.drill.work, lost)


def _lost_moments(step: DrillStep, known: set[str | None]) -> list[str]:
    return [cue.at.name for cue in step.cues if cue.at.name and cue.at.name not in known]


def _names_own_parts(step: DrillStep) -> bool:
    """Return whether the author of a step chose its lines or its parts."""
    return not _has_lines_of_drill(step) or (isinstance(step.work, Reps) and step.work.has_named_parts)


def _lost_lines(numbered: NumberedStep, drill_work: Work, lost: list[str]) -> Finding:
    path, step, _ = numbered
    names = " or ".join(f'"{name}"' for name in dict.fromkeys(lost))
    lines = "a line" if len(lost) == 1 else f"{len(lost)} lines"
    if step.work.is_open:
        message = f"open work has no {names}, so {lines} of {step.drill.drill} won't be heard"
        return Finding("LB062", message, "give the step its own cues", (path,), (step.work.kind,), "info")
    message = f"this dose has no part {names}, so {lines} of {step.drill.drill} won't be heard"
    fix = f"write {_with_parts(drill_work, step.work)}, or give the step its own cues"
    return Finding("LB062", message, fix, (path,), (step.work.kind,))


def _with_parts(drill: Work, work: Work) -> str:
    """Return the dose of a step in the parts of its drill, with its own count."""
    if isinstance(drill, Reps) and isinstance(work, Reps):
        phases = ", ".join(f"{{{part.name}: {length_text(part.seconds)}}}" for part in drill.phases)
        short = Reps(work.count, drill.each, drill.phases).text()
        return f"reps: {{count: {work.count}, phases: [{phases}]}}" if drill.has_named_parts else f"reps: {short}"
    return f"{drill.kind}: {drill.text()}"


def lines_without_time(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB062 once in each step for a line without time; for a line of the library it is only a note."""
    found: dict[tuple[str, str | None], Finding] = {}
    for cue in placed.cues_without_time:
        passage = placed.passage_of(cue)
        if finding := _line_without_time(placed, passage, cue):
            found.setdefault((passage.passage.step, cue.say), finding)
    yield from found.values()


def _line_without_time(placed: PlacedRoutine, passage: PlacedPassage, cue: Cue) -> Finding | None:
    """Return the finding about a line without time, or None for one that only counts along; LB026 is about gaps."""
    line, path = cue.line, passage.passage.step
    assert line is not None
    if line.rank == ANNOUNCEMENT:
        return None
    step, names_part = placed.steps[path].step, _calls_part(passage, line)
    if line.rank != AUTHOR and not names_part:
        return None
    borrowed = step.work == step.drill.work if names_part else _has_lines_of_drill(step)
    severity: Severity | None = "info" if borrowed and step.drill.drill is not None else None
    message = f'there\'s no time to say "{cue.say}" (about {_spoken(line.text)})'
    fix = "lengthen its part, or shorten its name" if names_part else "shorten it, give it a short form, or move it"
    return Finding("LB062", message, fix, (path,), severity=severity)


def _calls_part(passage: PlacedPassage, line: Line) -> bool:
    """Return whether a line calls a part as it begins."""
    return line.rank == GUIDE and line.earliest == line.preferred and line.preferred in passage.called


def _spoken(text: str) -> str:
    return format_length(seconds(estimated_frames(text)))


def _has_lines_of_drill(step: DrillStep) -> bool:
    return step.cues is step.drill.cues
