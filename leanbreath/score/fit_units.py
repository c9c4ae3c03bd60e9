"""What a routine is fitted by: steps whose dose changes together, and which stay or go together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leanbreath.routine.model import DrillStep, Group, Repeat, Routine, Step, drill_name, numbered
from leanbreath.routine.vocabulary import SessionType
from leanbreath.score.fit_doses import SetWorks, dose_ladder
from leanbreath.score.fit_purpose import Steps, can_grow, kept_steps, shortest_seconds
from leanbreath.score.passage import Passage

LEAST_IMPORTANT = 1_000_000
"""What an optional step without a priority counts as."""


class Leaf(NamedTuple):
    """A step without steps of its own, by its number; `in_interval` says that a round with an `every` is around it."""

    path: str
    step: Step
    in_interval: bool = False


class DrillLeaf(NamedTuple):
    """A drill step by its number."""

    path: str
    step: DrillStep
    in_interval: bool = False

    @property
    def name(self) -> str:
        """The name of its drill in the routine."""
        return drill_name(self.step.drill.drill, self.path, self.step.drill.title)

    @property
    def is_one_sided(self) -> bool:
        """Whether it is done on one side only."""
        return self.step.sides in ("left", "right")


@dataclass(frozen=True)
class Unit:
    """Steps that do the same drill in the same dose, such as its left and its right side.

    `doses` are those they may have, the least first, and `written` is the index of their own. One that is not optional
    is part of every form; of the others the one with the lowest `priority` is kept longest.
    """

    paths: tuple[str, ...]
    doses: tuple[SetWorks, ...]
    written: int
    is_optional: bool
    priority: int


def leaves(steps: tuple[Step, ...], above: str = "", in_interval: bool = False) -> Iterator[Leaf]:
    """Yield the steps without steps of their own, in order, without those that are always skipped."""
    for path, step in numbered(steps, above):
        if step.skip == "always":
            continue
        if isinstance(step, Group):
            yield from leaves(step.steps, path, in_interval or (isinstance(step, Repeat) and bool(step.every)))
        else:
            yield Leaf(path, step, in_interval)


def fit_units(routine: Routine, passages: Sequence[Passage], grows: bool = True) -> tuple[Unit, ...]:
    """Return the units of a routine in the order of their first steps, given its passages, and whether any may grow."""
    played = {each.step for each in passages if each.kind == "work"}
    drills = [
        DrillLeaf(path, step, in_interval)
        for path, step, in_interval in leaves(routine.steps)
        if isinstance(step, DrillStep) and path in played
    ]
    steps = {leaf.path: leaf.step for leaf in drills}
    kept = kept_steps(routine.kind, steps)
    times = Counter(leaf.name for leaf in drills)
    units: dict[object, list[DrillLeaf]] = defaultdict(list)
    for leaf in drills:
        units[_what_links(leaf, leaf.path in kept) if times[leaf.name] > 1 else leaf.path].append(leaf)
    fixed = _uneven_drills(units.values(), passages)
    return tuple(_unit(routine.kind, unit, steps, kept, unit[0].name in fixed, grows) for unit in units.values())


def _what_links(leaf: DrillLeaf, is_kept: bool) -> object:
    """Return what steps have in common whose doses change together."""
    step = leaf.step
    fate = step.optional and not is_kept, step.priority
    return leaf.name, step.set_works, leaf.is_one_sided, leaf.in_interval, step.least, step.most, fate


def _uneven_drills(units: Iterable[list[DrillLeaf]], passages: Sequence[Passage]) -> set[str]:
    """Return the drills that have steps for the left and the right side which don't change together."""
    times = Counter((each.step, each.side) for each in passages if each.kind == "work" and each.side)
    counts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for unit in units:
        if unit[0].is_one_sided:
            left, right = (sum(times[leaf.path, side] for leaf in unit) for side in ("left", "right"))
            counts[unit[0].name].append((left, right))
    return {name for name, each in counts.items() if len(each) > 1 or (all(each[0]) and len(set(each[0])) > 1)}


def _unit(kind: SessionType, unit: list[DrillLeaf], steps: Steps, kept: set[str], is_fixed: bool, grows: bool) -> Unit:
    """Return some steps as a unit; one that is fixed stays as it is."""
    grows = grows and all(can_grow(kind, leaf.path, steps) for leaf in unit)
    paths, step = tuple(leaf.path for leaf in unit), unit[0].step
    doses, written = dose_ladder(step, shortest_seconds(kind, step), grows)
    if is_fixed or unit[0].in_interval:
        doses, written = (step.set_works,), 0
    is_optional = step.optional and not is_fixed and not kept & set(paths)
    return Unit(paths, doses, written, is_optional, (step.priority or LEAST_IMPORTANT) if is_optional else 0)
