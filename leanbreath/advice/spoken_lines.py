"""LB062 and LB064: spoken lines that are short and have time, and texts that claim nothing."""

from collections.abc import Iterator
from math import ceil

from leanbreath.advice.breathing import drill_doses
from leanbreath.advice.finding import Finding, length_in_words
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
    """Yield LB064 once for each text that claims something."""
    for text in texts:
        if found := first_match((text,), rules["LB064"].words):
            key, word = found
            yield Finding("LB064", f'"{word}" claims more than is known', "say what to do, not what it cures", key=key)


def drill_claims(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB064 for the texts of a drill."""
    return claims(prose(drill), rules)


def step_claims(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """Yield LB064 for the texts of a step's own."""
    return claims(own_prose(step), rules)


def routine_claims(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB064 for the texts of a routine's own."""
    return claims(routine_prose(placed.routine), rules)


def drill_lines(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB062 for the lines of a drill that are too long, or that no dose of it ever reaches."""
    doses = [work for _, work in drill_doses(drill)]
    return _lines(drill.cues, doses, "" if drill.sides == "none" else "sided", rules)


def step_lines(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """Yield LB062 for a step's own lines that are too long, or that are never reached."""
    if not _borrowed(step):
        yield from _lines(step.cues, [step.work], "" if step.sides == "none" else "sided", rules)


def _lines(cues: tuple[AuthorCue, ...], doses: list[Work], sides: str, rules: Rules) -> Iterator[Finding]:
    most = int(rules["LB062"].limit("words"))
    for index, cue in enumerate(cues):
        count = len(cue.say.split())
        if count > most:
            message = f"use at most {most} words in a line; this one has {count}"
            yield Finding("LB062", message, "shorten it", key=("cues", index, "say"))
        if doses and not any(_reaches(work, cue) for work in doses):
            message = "this line is never said, because its moment never comes"
            yield Finding("LB062", message, _longest_dose(doses), key=("cues", index, "at"))
        if cue.side and not sides:
            message = f"this line is for the {cue.side} side, but the drill has no sides"
            yield Finding("LB062", message, "remove side", key=("cues", index, "side"))


def _reaches(work: Work, cue: AuthorCue) -> bool:
    """Return whether a dose ever reaches the moment of a line."""
    number = work.number if isinstance(work, Breath | Reps) else work.steps if isinstance(work, Cadence) else 0
    count = cue.breath if isinstance(work, Breath) else cue.rep
    return (not count or not number or count <= number) and cue.at.seconds <= work.seconds


def _longest_dose(doses: list[Work]) -> str:
    longest = max(doses, key=lambda work: work.seconds)
    return f"move it earlier; the longest dose is {longest.text()}"


def lines_without_part(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB062 for the lines of a drill that are lost because the dose of a step has none of their parts."""
    doses = {bout.path: {part.phase for part in bout.span.parts} for bout in placed.bouts}
    for path, step, own in placed.steps.values():
        known = {*ANCHORS, *doses.get(path, ())}
        gone = [cue.at.name for cue in step.cues if cue.at.name and cue.at.name not in known]
        chosen = not _borrowed(step) or (isinstance(step.work, Reps) and step.work.called)
        if own and path in doses and gone and step.drill.work and not chosen:
            names = " or ".join(f'"{name}"' for name in dict.fromkeys(gone))
            lines = "a line" if len(gone) == 1 else f"{len(gone)} lines"
            message = f"this dose has no part {names}, so {lines} of {step.drill.drill} won't be heard"
            fix = f"write {_with_parts(step.drill.work, step.work)}, or give the step its own cues"
            yield Finding("LB062", message, fix, (path,), (step.work.kind,))


def _with_parts(drill: Work, work: Work) -> str:
    """Return the dose of a step in the parts of its drill, with its own count."""
    if isinstance(drill, Reps) and isinstance(work, Reps):
        phases = ", ".join(f"{{{name}: {length_text(seconds)}}}" for name, seconds in drill.parts)
        many = Reps(work.count, drill.each, drill.phases).text()
        return f"reps: {{count: {work.count}, phases: [{phases}]}}" if drill.called else f"reps: {many}"
    return f"{drill.kind}: {drill.text()}"


def lines_without_time(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB062 once in each step for a line without time; for a line of the library it is only a note."""
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
    """Return the finding about the text of a move or a rest that takes longer than it does."""
    passage, length = span.passage, span.end - span.start
    if passage.kind not in ("move", "rest") or not passage.say or estimated_frames(passage.say) <= length:
        return None
    spoken, lasts = length_in_words(seconds(estimated_frames(passage.say))), length_in_words(seconds(length))
    message = f'"{passage.say}" takes about {spoken} to say, but this {passage.kind} lasts {lasts}'
    return Finding("LB062", message, f"lengthen the {passage.kind}, or shorten its text", (passage.step,))


def _crowded(placed: PlacedRoutine, span: PlacedPassage, cue: Cue) -> Finding | None:
    """Return the finding about a line without time, or None for a line that only counts along."""
    line, path = cue.line, span.passage.step
    assert line is not None
    message = f'there\'s no time to say "{cue.say}" (about {length_in_words(seconds(estimated_frames(line.text)))})'
    if line.rank == ANNOUNCEMENT:
        return Finding("LB062", message, _room(placed, span, estimated_frames(line.text)), (path,))
    step, called = placed.steps[path].step, any(part.call == cue.say for part in span.parts)
    if line.rank != AUTHOR and not called:
        return None
    borrowed = step.drill.drill is not None and (step.work == step.drill.work if called else _borrowed(step))
    fix = "lengthen its part, or shorten its name" if called else "shorten it, give it a short form, or move it"
    return Finding("LB062", message, fix, (path,), severity="info" if borrowed else None)


def _room(placed: PlacedRoutine, span: PlacedPassage, frames: int) -> str:
    """Return how to make time for the words that announce a passage, or that are said in it."""
    before = placed.spans[span.index - 1].passage.kind if span.index else None
    if span.passage.kind != "work" or before is None:
        return "lengthen this step, or shorten its text"
    if before in ("work", "ready"):
        return f"add ready: {ceil(seconds(frames))}s, or shorten its title"
    return f"lengthen the {before} before it, or shorten its title"


def _borrowed(step: DrillStep) -> bool:
    """Return whether a step has the lines of its drill."""
    return step.cues is step.drill.cues
