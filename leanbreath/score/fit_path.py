"""The path of a routine from its shortest useful form to its longest: along it no dose of any drill ever falls.

First the optional drills come in at their least, the most important first; then all doses grow evenly, first up to what
is written, then up to their most. Every form of a routine is a point on this one path.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from leanbreath.routine.model import DrillStep, Routine, Step
from leanbreath.score.fit_form import all_steps, left_out, with_dose, with_lengths, with_steps
from leanbreath.score.fit_gaps import longer_gap, pairs, short_gaps
from leanbreath.score.fit_left_out import gaps_left_out
from leanbreath.score.fit_limits import allowances, growth_seconds, is_sound
from leanbreath.score.fit_units import Leaf, Unit, fit_units, leaves
from leanbreath.score.passage import Passage, total_seconds
from leanbreath.score.unroll import unroll

MOST_PASSES = 3
"""How often gaps are lengthened: a longer one may be followed by one that has become too short."""

Levels = list[int | None]
"""The dose of each unit, by its index among its doses; None where it is left out."""


@dataclass(frozen=True)
class Form:
    """A routine as one point of its path has it, with its passages."""

    routine: Routine
    passages: tuple[Passage, ...]

    @property
    def seconds(self) -> Fraction:
        """How long it takes, without its waits."""
        return total_seconds(self.passages)


@dataclass(frozen=True)
class FitPath:
    """The path of a routine, given its passages; its points are numbered from 0, the shortest form.

    It ends where it reaches some seconds, but not before what is written.
    """

    written: Routine
    passages: tuple[Passage, ...]
    end: Fraction

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """What its steps are grouped into."""
        return fit_units(self.written, self.passages, self.end > self._seconds_as_written)

    @cached_property
    def _seconds_as_written(self) -> Fraction:
        return total_seconds(self.passages)

    @cached_property
    def drill_steps(self) -> dict[str, DrillStep]:
        """The drill steps that are done, by their numbers."""
        return {path: step for path, step, _ in self._leaves if isinstance(step, DrillStep)}

    @cached_property
    def _leaves(self) -> tuple[Leaf, ...]:
        return tuple(leaves(self.written.steps))

    @cached_property
    def arrivals(self) -> tuple[int, ...]:
        """The optional units in the order in which they come in, by their indices."""
        optional = (index for index, unit in enumerate(self.units) if unit.is_optional)
        return tuple(sorted(optional, key=lambda index: self.units[index].priority))

    @cached_property
    def growth(self) -> tuple[int, ...]:
        """The units in the order in which they grow by a dose, up to those that are written."""
        return tuple(_even_growth(self.units, [(0, unit.written) for unit in self.units]))

    @cached_property
    def further_growth(self) -> tuple[int, ...]:
        """The units in the order in which they grow by a dose, beyond those that are written, as far as is of use."""
        if self.end <= self._seconds_as_written:
            return ()
        reached = self._seconds_as_written
        limits = allowances(self.written, self.drill_steps, self.passages)
        touched = [[each for each in limits if each.concerns(unit.paths)] for unit in self.units]
        left = {id(each): each.seconds for each in limits}
        levels, stopped, grown = [unit.written for unit in self.units], set[int](), list[int]()
        for index in _even_growth(self.units, [(unit.written, len(unit.doses) - 1) for unit in self.units]):
            unit, level = self.units[index], levels[index]
            before, after = unit.doses[level : level + 2]
            costs = {id(each): each.cost(unit.paths, before, after) for each in touched[index]}
            if index in stopped or any(left[each] < cost for each, cost in costs.items()):
                stopped.add(index)
            else:
                left.update({each: left[each] - cost for each, cost in costs.items()})
                reached += self._growth_seconds(index, level)
                levels[index] = level + 1
                grown.append(index)
                if reached >= self.end:
                    break
        return tuple(grown)

    def points_within(self, seconds: Fraction) -> Iterator[int]:
        """Yield the points that may take at most some seconds, the longest form first."""
        grown = (*self.growth, *self.further_growth)
        reached = self._seconds_at_least
        lengths = [reached]
        levels = [0] * len(self.units)
        for index in grown:
            reached += self._growth_seconds(index, levels[index])
            levels[index] += 1
            lengths.append(reached)
        full = len(self.arrivals)
        yield from (full + each for each in range(len(grown), -1, -1) if lengths[each] <= seconds)
        yield from (each for each in range(full - 1, -1, -1) if self._least_seconds(each) <= seconds)

    def form(self, point: int) -> Form:
        """Return the routine at a point."""
        levels = self._levels(point)
        out, changes = set[str](), dict[str, Step]()
        for unit, level in zip(self.units, levels, strict=True):
            for path in unit.paths:
                if level is None:
                    out.add(path)
                elif level != unit.written:
                    changes[path] = with_dose(self.drill_steps[path], unit.doses[level])
        resized = frozenset(changes)
        gone = {*out, *(gaps_left_out(self._leaves, out) if out else ())}
        changes.update({path: left_out(step) for path, step, _ in self._leaves if path in gone})
        return self._with_gaps(changes, resized)

    @property
    def points(self) -> range:
        """All points, the shortest form first."""
        return range(len(self.arrivals) + len(self.growth) + len(self.further_growth) + 1)

    def lacks_gaps(self, form: Form, resized: Collection[str]) -> bool:
        """Return whether a gap of a form is too short, where some steps have another length."""
        return any(True for _ in short_gaps(form.passages, self._pairs, resized))

    def is_sound(self, form: Form) -> bool:
        """Return whether a form keeps the limits that its author kept."""
        return is_sound(self.written, self.drill_steps, form.passages, self.passages)

    def _with_gaps(self, changes: dict[str, Step], resized: frozenset[str]) -> Form:
        """Return the form with some steps changed, each gap as long as it has to be."""
        routine = with_steps(self.written, changes)
        is_whole = len(changes) == len(resized)
        passages = with_lengths(self.passages, changes) if is_whole else unroll(routine, "left")
        for _ in range(MOST_PASSES if changes else 0):
            needs = tuple(short_gaps(passages, self._pairs, resized))
            if not needs:
                break
            steps = all_steps(routine)
            for need in needs:
                changes[need.step] = longer_gap(changes.get(need.step, steps[need.step]), need)
            routine = with_steps(self.written, changes)
            passages = unroll(routine, "left")
        return Form(routine, passages)

    @cached_property
    def _pairs(self) -> frozenset[tuple[str | None, str]]:
        return pairs(self.passages)

    def _levels(self, point: int) -> Levels:
        levels: Levels = [None if unit.is_optional else 0 for unit in self.units]
        for index in self.arrivals[:point]:
            levels[index] = 0
        count = max(point - len(self.arrivals), 0)
        for index in (*self.growth, *self.further_growth)[:count]:
            levels[index] = (levels[index] or 0) + 1
        return levels

    @cached_property
    def _times(self) -> Counter[tuple[str, int]]:
        """How often each set of a step is done, on both sides and in all rounds."""
        return Counter((each.step, each.set) for each in self.passages if each.kind == "work")

    @cached_property
    def _seconds_at_least(self) -> Fraction:
        """How long the routine takes with all drills in their least doses."""
        shorter = (
            self._growth_seconds(index, level) for index, unit in enumerate(self.units) for level in range(unit.written)
        )
        return self._seconds_as_written - sum(shorter, Fraction(0))

    def _least_seconds(self, point: int) -> Fraction:
        """Return how long the form at a point takes at least, where some drills are left out with their gaps."""
        out = {path for index in self.arrivals[point:] for path in self.units[index].paths}
        gone = {*out, *gaps_left_out(self._leaves, out), *(path[:end] for path in out for end in _dots(path))}
        least = {path: unit.doses[0] for unit in self.units for path in unit.paths}
        seconds, is_after_gone = Fraction(0), False
        for each in self.passages:
            if each.step not in gone and not (is_after_gone and each.kind == "ready"):
                seconds += least[each.step][each.set - 1].seconds if each.kind == "work" else each.gap_seconds
            is_after_gone = each.step in gone
        return seconds

    def _growth_seconds(self, index: int, level: int) -> Fraction:
        """Return how much longer the routine gets when a unit grows from a level to the next."""
        unit = self.units[index]
        return growth_seconds(self._times, unit.paths, *unit.doses[level : level + 2])


def _dots(path: str) -> Iterator[int]:
    return (index for index, letter in enumerate(path) if letter == ".")


def _even_growth(units: Sequence[Unit], ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Return the order in which units grow from one level to another, each step of each as evenly as possible.

    Where two are as far, the more important comes first.
    """
    whole = lcm(*(to - at for at, to in ranges if to > at))
    turns = [
        ((2 * number + 1) * (whole // (to - at)), unit.priority, index)
        for index, (unit, (at, to)) in enumerate(zip(units, ranges, strict=True))
        for number in range(to - at)
    ]
    return [index for _, _, index in sorted(turns)]
