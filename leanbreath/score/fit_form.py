"""A form of a routine: some of its steps in other doses, some left out, and the gaps that such a form needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from leanbreath.routine.model import DrillStep, Group, Move, Rest, Routine, Step, numbered
from leanbreath.score.fit_doses import SetWorks
from leanbreath.score.passage import Passage

Changes = Mapping[str, Step]
"""Steps by their numbers, as they are in another form."""


def with_steps(routine: Routine, changes: Changes) -> Routine:
    """Return a routine with some steps changed, by their numbers."""
    above = {path[:end] for path in changes for end in range(len(path)) if path[end] == "."}
    return replace(routine, steps=_changed(routine.steps, changes, above, ""))


def _changed(steps: tuple[Step, ...], changes: Changes, above: set[str], path: str) -> tuple[Step, ...]:
    changed = (_step(changes.get(number, step), changes, above, number) for number, step in numbered(steps, path))
    return tuple(changed)


def _step(step: Step, changes: Changes, above: set[str], path: str) -> Step:
    if path in above and isinstance(step, Group):
        return step._replace(steps=_changed(step.steps, changes, above, path))
    return step


def with_lengths(passages: Sequence[Passage], changes: Changes) -> tuple[Passage, ...]:
    """Return the passages of a routine as they are with other doses, and other lengths of moves and rests."""
    return tuple(_resized(each, changes[each.step]) if each.step in changes else each for each in passages)


def _resized(passage: Passage, step: Step) -> Passage:
    if isinstance(step, DrillStep):
        return passage._replace(work=step.set_works[passage.set - 1]) if passage.kind == "work" else passage
    return passage._replace(gap_seconds=step.seconds) if isinstance(step, Move | Rest) else passage


def with_dose(step: DrillStep, works: SetWorks) -> DrillStep:
    """Return a step with other work in each set."""
    if works == step.set_works:
        return step
    return replace(step, progression=works) if step.progression else replace(step, work=works[0])


def left_out(step: Step) -> Step:
    """Return a step that is left out; it keeps its number."""
    return replace(step, skip="always") if isinstance(step, DrillStep) else step._replace(skip="always")


def all_steps(routine: Routine) -> dict[str, Step]:
    """Return every step by its number, groups too."""
    return dict(_all(routine.steps, ""))


def _all(steps: tuple[Step, ...], above: str) -> Iterator[tuple[str, Step]]:
    for path, step in numbered(steps, above):
        yield path, step
        if isinstance(step, Group):
            yield from _all(step.steps, path)
