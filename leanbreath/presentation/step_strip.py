"""The steps of a routine as a strip: blocks as wide as their share of time, and as high as the runner's body."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from leanbreath.routine.position_families import POSITION_FAMILIES, Family
from leanbreath.routine.vocabulary import Position
from leanbreath.score.score import Score
from leanbreath.score.time_format import format_time
from leanbreath.score.work_key import drill_name

BLOCKS: dict[Family, str] = {"floor": "▂", "knees": "▄", "chair": "▅", "feet": "▇"}
WORDS: dict[Family, str] = {"floor": "on the floor", "knees": "kneeling", "chair": "on a chair", "feet": "on your feet"}


class Block(NamedTuple):
    """A drill of a routine, or a run of its sets: frames, and how high the runner's body is."""

    frames: int
    family: Family


def step_blocks(score: Score, positions: Mapping[str, Position | None]) -> tuple[Block, ...]:
    """Return the blocks of a score, given the position of each drill by its name; one without counts as standing."""
    return tuple(Block(*each) for each in _blocks(score, positions))


def _blocks(score: Score, positions: Mapping[str, Position | None]) -> Iterator[tuple[int, Family]]:
    works = [(index, each) for index, each in enumerate(score.passages) if each.kind == "work"]
    for name, run in groupby(works, key=lambda each: (each[1].step, drill_name(each[1]))):
        indices = [index for index, _ in run]
        start, end = score.passage_span(indices[0])[0], score.passage_span(indices[-1])[1]
        position = positions.get(name[1])
        yield end - start, POSITION_FAMILIES[position] if position else "feet"


def step_strip(blocks: tuple[Block, ...], columns: int) -> str:
    """Return the blocks as one line of at most so many columns, a space between two; empty where they don't fit."""
    room = columns - len(blocks) + 1
    if not blocks or room < len(blocks):
        return ""
    total, reached, parts = sum(each.frames for each in blocks), 0, []
    spare = room - len(blocks)
    for each in blocks:
        begin = spare * reached // total if total else 0
        reached += each.frames
        width = 1 + (spare * reached // total if total else 0) - begin
        parts.append(BLOCKS[each.family] * width)
    return " ".join(parts)


def place_hint(blocks: tuple[Block, ...]) -> str:
    """Return where the time is spent: `▂ on the floor 6:10 · ▇ on your feet 3:20`."""
    families = dict.fromkeys(each.family for each in blocks)
    if list(families) == ["feet"]:
        return "On your feet from start to end."
    sums = {family: sum(each.frames for each in blocks if each.family == family) for family in families}
    return " · ".join(f"{BLOCKS[each]} {WORDS[each]} {format_time(frames)}" for each, frames in sums.items())
