"""How long the rounds of a repeat take, by the same time rules as the score."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import get_args

from leanbreath.routine.model import BothSides, DrillStep, Include, Move, Prompt, Repeat, Rest, Step, Wait
from leanbreath.routine.vocabulary import Side

Leaf = DrillStep | Move | Rest | Wait
"""A step without steps of its own."""


def round_seconds(repeat: Repeat, number: int) -> Fraction:
    """Return how long a round takes, without the time to get ready for it; a wait has no length."""
    return _seconds(round_steps(repeat, number))


def round_steps(repeat: Repeat, number: int) -> tuple[Leaf, ...]:
    """Return what is done in a round, in order; repeats within it are written out."""
    return tuple(_performed(repeat.steps, number == 1, number == repeat.rounds))


def _performed(steps: Iterable[Step], is_first: bool, is_last: bool) -> Iterator[Leaf]:
    for step in steps:
        if step.skip == "always" or (step.skip == "first" and is_first) or (step.skip == "last" and is_last):
            continue
        match step:
            case Include():
                yield from _performed(step.steps, is_first, is_last)
            case Repeat():
                yield from _rounds(step)
            case BothSides():
                yield from _turns(step, is_first, is_last)
            case _:
                yield step


def _rounds(repeat: Repeat) -> Iterator[Leaf]:
    """Yield what is done in all rounds, and what lies between them."""
    before: tuple[Leaf, ...] = ()
    for number in range(1, repeat.rounds + 1):
        steps = round_steps(repeat, number)
        if before and steps:
            yield from _between(repeat, before)
        yield from steps
        before = steps or before


def _turns(group: BothSides, is_first: bool, is_last: bool) -> Iterator[Leaf]:
    """Yield what is done on one side, the change of sides, and what is done on the other."""
    steps = tuple(_performed(group.steps, is_first, is_last))
    turns = [turn for side in get_args(Side) if (turn := tuple(_on_side(steps, side)))]
    for number, turn in enumerate(turns):
        if number and group.switch:
            yield Rest(group.switch)
        yield from turn


def _on_side(steps: Iterable[Leaf], side: Side) -> Iterator[Leaf]:
    for step in steps:
        if isinstance(step, DrillStep) and step.sides == "each":
            yield replace(step, sides=side)
        elif not isinstance(step, DrillStep) or step.sides not in get_args(Side) or step.sides == side:
            yield step


def _between(repeat: Repeat, before: tuple[Leaf, ...]) -> Iterator[Leaf]:
    if repeat.every:
        yield Rest(max(repeat.every - _seconds(before), Fraction(0)))
    elif isinstance(repeat.rest, Prompt):
        yield Wait(repeat.rest.wait, repeat.rest.most)
    elif repeat.rest:
        yield Rest(repeat.rest)


def _seconds(steps: Iterable[Leaf]) -> Fraction:
    total, needs_ready = Fraction(0), False
    for step in steps:
        if isinstance(step, DrillStep):
            total += drill_seconds(step) + (step.ready if needs_ready else 0)
        elif not isinstance(step, Wait):
            total += step.seconds
        needs_ready = isinstance(step, DrillStep)
    return total


def drill_seconds(step: DrillStep) -> Fraction:
    """Return how long a drill takes with its sets, sides and gaps, without the time to get ready for it."""
    rest = Fraction(0) if isinstance(step.rest, Prompt) else step.rest
    one_side = sum((work.seconds for work in step.set_works), rest * (step.sets - 1))
    return 2 * one_side + step.switch if step.sides == "each" else one_side
