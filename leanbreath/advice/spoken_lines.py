"""LB062 and LB064: lines that can be said and understood, and texts that claim nothing."""

from collections.abc import Iterator
from math import ceil

from leanbreath.advice.breathing import drill_doses
from leanbreath.advice.finding import Finding, long
from leanbreath.advice.placed_routine import PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.advice.texts import Text, first_match, own_prose, prose, routine_prose
from leanbreath.routine.model import ANCHORS, AuthorCue, Drill, DrillStep
from leanbreath.routine.notation import length_text
from leanbreath.routine.work import Breath, Cadence, Reps, Work
from leanbreath.score.announce import ANNOUNCEMENT, AUTHOR
from leanbreath.score.arrange import estimated_frames
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import Cue


def claims(texts: Iterator[Text], rules: Rules) -> Iterator[Finding]:
    """LB064: each text that claims something, once."""
    for text in texts:
        if found := first_match((text,), rules["LB064"].words):
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


def routine_claims(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB064 in what a routine says of its own."""
    return claims(routine_prose(placed.routine), rules)


def drill_lines(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """LB062: a drill's lines that are long, or that no dose of it ever comes to."""
    doses = [work for _, work in drill_doses(drill)]
    return _lines(drill.cues, doses, "" if drill.sides == "none" else "sided", rules)


def step_lines(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """LB062: a step's own lines that are long, or that are never come to."""
    if not _borrowed(step):
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


def lines_without_part(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB062: lines of a drill that are tied to parts which the dose of a step drops, where its author names none."""
    doses = {bout.path: {part.phase for part in bout.span.parts} for bout in placed.bouts}
    for path, step, own in placed.steps.values():
        known = {*ANCHORS, *doses.get(path, ())}
        gone = [cue.at.name for cue in step.cues if cue.at.name and cue.at.name not in known]
        chosen = not _borrowed(step) or (isinstance(step.work, Reps) and step.work.called)
        if own and path in doses and gone and step.drill.work and not chosen:
            names = " or ".join(f'"{name}"' for name in dict.fromkeys(gone))
            lines = "a line" if len(gone) == 1 else f"{len(gone)} lines"
            message = f"this dose has no part {names}: {lines} of {step.drill.drill} will not be heard"
            fix = f"write {_with_parts(step.drill.work, step.work)}, or give the step cues of its own"
            yield Finding("LB062", message, fix, (path,), (step.work.kind,))


def _with_parts(drill: Work, work: Work) -> str:
    """Return the dose of a step with the parts that its drill has, in the number of the step's own."""
    if isinstance(drill, Reps) and isinstance(work, Reps):
        phases = ", ".join(f"{{{name}: {length_text(seconds)}}}" for name, seconds in drill.parts)
        many = Reps(work.count, drill.each, drill.phases).text()
        return f"reps: {{count: {work.count}, phases: [{phases}]}}" if drill.called else f"reps: {many}"
    return f"{drill.kind}: {drill.text()}"


def lines_without_time(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB062: a line for which there is no time, once in each step; one of a library's own drill is only noted."""
    found: dict[tuple[str, str | None], Finding] = {}
    for span in placed.spans:
        if outrun := _outrun(span):
            found.setdefault((span.passage.step, span.passage.say), outrun)
    for cue in placed.cues_without_room:
        span = placed.span_of(cue)
        if unplaced := _crowded(placed, span, cue):
            found.setdefault((span.passage.step, cue.say), unplaced)
    yield from found.values()


def _outrun(span: PlacedPassage) -> Finding | None:
    """Return what is told of the words of a move or a rest that take longer than it does."""
    passage, length = span.passage, span.end - span.start
    if passage.kind not in ("move", "rest") or not passage.say or estimated_frames(passage.say) <= length:
        return None
    took = long(seconds(estimated_frames(passage.say)))
    message = f'"{passage.say}" takes about {took} to say, and this {passage.kind} {long(seconds(length))}'
    return Finding("LB062", message, "make it longer, or its words shorter", (passage.step,))


def _crowded(placed: PlacedRoutine, span: PlacedPassage, cue: Cue) -> Finding | None:
    """Return what is told of a line without room; nothing where the program only meant to tell how far one is."""
    line, path = cue.line, span.passage.step
    assert line is not None
    message = f'there is no time to say "{cue.say}" (about {long(seconds(estimated_frames(line.text)))})'
    if line.rank == ANNOUNCEMENT:
        return Finding("LB062", message, _room(placed, span, estimated_frames(line.text)), (path,))
    step, called = placed.steps[path].step, any(part.call == cue.say for part in span.parts)
    if line.rank != AUTHOR and not called:
        return None
    borrowed = step.drill.drill is not None and (step.work == step.drill.work if called else _borrowed(step))
    fix = "make its part longer, or its name shorter" if called else "shorten it, give it a short form, or move it"
    return Finding("LB062", message, fix, (path,), severity="info" if borrowed else None)


def _room(placed: PlacedRoutine, span: PlacedPassage, frames: int) -> str:
    """Return how to make room for the words with which a passage is announced, or which are said in it."""
    before = placed.spans[span.index - 1].passage.kind if span.index else None
    if span.passage.kind != "work" or before is None:
        return "make it longer, or its words shorter"
    if before in ("work", "ready"):
        return f"put ready: {ceil(seconds(frames))}s before it, or make its title shorter"
    return f"make the {before} before it longer, or its title shorter"


def _borrowed(step: DrillStep) -> bool:
    """Return whether the lines of a step are those of its drill."""
    return step.cues is step.drill.cues
