"""Builds a repeat: rounds with a rest between them, or rounds that start at equal intervals."""

from fractions import Fraction
from math import ceil
from typing import Any

from leanbreath.routine.basic_notations import decimal_text, length_text
from leanbreath.routine.model import DrillStep, Prompt, Repeat, Step, Wait
from leanbreath.routine.reader.converter import INVALID, Converter
from leanbreath.routine.routine_file import RepeatSpec
from leanbreath.routine.step_length import Leaf, round_seconds, round_steps
from leanbreath.routine.yaml_nodes import MappingNode


def build_repeat(
    converter: Converter, node: MappingNode, spec: RepeatSpec, steps: tuple[Step, ...], rest: Fraction | Prompt
) -> Any:
    """Return the repeat of a mapping, or INVALID; `rest` applies where it gives none."""
    repeat = Repeat(
        rounds=spec.repeat,
        rest=rest if spec.rest is None else spec.rest,
        steps=steps,
        title=spec.title,
        every=spec.every,
        skip=spec.skip,
    )
    return repeat if repeat.every is None or _keeps_interval(converter, node, repeat, repeat.every) else INVALID


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
    if isinstance(step, DrillStep) and isinstance(step.rest, Prompt) and step.sets > 1:
        return f'the wait "{step.rest.wait}" between sets has no length'
    return ""
