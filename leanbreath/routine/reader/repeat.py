"""Builds a repeat: rounds with a rest between them, rounds at equal intervals, or a turn on each side."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Any

from leanbreath.routine.basic_notations import decimal_text, length_text
from leanbreath.routine.model import BothSides, DrillStep, Group, Include, Prompt, Repeat, Step, Wait
from leanbreath.routine.reader.converter import INVALID, Converter
from leanbreath.routine.routine_file import Defaults, RepeatSpec
from leanbreath.routine.step_length import Leaf, round_seconds, round_steps
from leanbreath.routine.yaml_nodes import MappingNode, SequenceNode

OF_ROUNDS = {
    "rest": 'with "repeat: sides", the gap between the sides is "switch"',
    "every": '"every" starts rounds, and "repeat: sides" has none',
}
"""Keys that only rounds have, and why sides don't."""

OF_SIDES = ("switch", "first-side")
"""Keys that only `repeat: sides` has."""


def build_repeat(
    converter: Converter, node: MappingNode, spec: RepeatSpec, steps: tuple[Step, ...], defaults: Defaults
) -> Any:
    """Return the repeat of a mapping, or INVALID; `defaults` apply where it says nothing."""
    if spec.repeat == "sides":
        return _both_sides(converter, node, spec, steps, defaults)
    repeat = Repeat(
        rounds=spec.repeat,
        rest=defaults.rest if spec.rest is None else spec.rest,
        steps=steps,
        title=spec.title,
        every=spec.every,
        skip=spec.skip,
    )
    for key in OF_SIDES:
        if (value := node.get(key)) is not None:
            return converter.report(value.place, f'"{key}" is only for "repeat: sides"', "write it in the drill")
    return repeat if repeat.every is None or _keeps_interval(converter, node, repeat, repeat.every) else INVALID


def _both_sides(
    converter: Converter, node: MappingNode, spec: RepeatSpec, steps: tuple[Step, ...], defaults: Defaults
) -> Any:
    for key, why in OF_ROUNDS.items():
        if (value := node.get(key)) is not None:
            return converter.report(value.place, why, "remove it, or write a number of rounds")
    nodes = node.get("steps")
    is_complete = isinstance(nodes, SequenceNode) and len(nodes.items) == len(steps)
    if is_complete and not _has_both_sides(steps):
        message = "no drill in this repeat is done on each side"
        fix = "write repeat: 2, or sides: each in a drill"
        return converter.report((node.get("repeat") or node).place, message, fix)
    switch = defaults.switch if spec.switch is None else spec.switch
    return BothSides(steps, switch, spec.first_side or defaults.first_side, spec.title, spec.skip)


def _has_both_sides(steps: tuple[Step, ...]) -> bool:
    """Return whether there is something to do on each side."""
    sides = {each.sides for each in _all_steps(steps) if isinstance(each, DrillStep)}
    return "each" in sides or {"left", "right"} <= sides


def check_turn(converter: Converter, node: MappingNode, step: Step) -> None:
    """Report what a step inside `repeat: sides` can't do there."""
    for key in OF_SIDES:
        if isinstance(step, DrillStep) and (value := node.get(key)) is not None:
            message = f'inside "repeat: sides", "{key}" is the same for all drills'
            converter.report(value.place, message, 'write it next to "repeat"')
    for each in _all_steps((step,)) if isinstance(step, Include) else (step,):
        if isinstance(each, BothSides):
            message = '"repeat: sides" doesn\'t work inside another'
            converter.report((node.get("repeat") or node).place, message, "do the drills one after the other")
        elif isinstance(each, DrillStep) and each.sides == "alternate":
            message = f'"{each.drill.drill or each.drill.title}" alternates sides by itself'
            converter.report(node.place, message, 'write sides: each, or move it out of "repeat: sides"')


def _all_steps(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        if isinstance(step, Group):
            yield from _all_steps(step.steps)


def _keeps_interval(converter: Converter, node: MappingNode, repeat: Repeat, every: Fraction) -> bool:
    """Report what prevents rounds from starting at equal intervals; return whether nothing does."""
    place, between = (node.get("every") or node).place, node.get("rest")
    if between is not None:
        message = 'with "every", what a round leaves of its time is the rest'
        converter.report(between.place, message, 'remove "rest" or "every"')
        return False
    rounds = sorted({1, min(2, repeat.rounds), repeat.rounds})
    for step in (step for number in rounds for step in round_steps(repeat, number)):
        if message := _endless(step):
            converter.report(place, f'{message}, so "every" can\'t be kept', 'use "rest" instead of "every"')
            return False
    lengths = {number: round_seconds(repeat, number) for number in rounds}
    longest = max(lengths, key=lambda number: lengths[number])
    if lengths[longest] > every:
        which = "a round" if len(set(lengths.values())) == 1 else f"round {longest}"
        message = f"{which} takes {decimal_text(lengths[longest])} s, every is {decimal_text(every)} s"
        fix = f"do less in it, or write every: {length_text(Fraction(ceil(lengths[longest])))}"
        converter.report(place, message, fix)
        return False
    return True


def _endless(step: Leaf) -> str:
    """Return why nobody knows how long a step lasts, or an empty text."""
    if isinstance(step, Wait):
        return f'the wait "{step.text}" has no length'
    if isinstance(step, DrillStep) and step.work.is_open:
        return f'"{step.drill.drill or step.drill.title}" lasts until you end it'
    if isinstance(step, DrillStep) and isinstance(step.rest, Prompt) and step.sets > 1:
        return f'the wait "{step.rest.wait}" between sets has no length'
    return ""
