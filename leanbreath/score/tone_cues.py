"""Tones and ticks: the sounds of each passage, without words."""

from collections.abc import Iterator

from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import RATE, Cue, Sound

COUNTDOWN_SECONDS = 3
SHORTEST_HALVED = 20 * RATE
"""The shortest work whose half is marked."""


def signals(passages: tuple[PlacedPassage, ...], total: int) -> Iterator[Cue]:
    """Yield the tones and ticks of a score in any order; no two tones fall on one frame."""
    for placed in passages:
        before = passages[placed.index - 1].passage.kind if placed.index else None
        yield from _work(placed, before) if placed.passage.kind == "work" else _gap(placed, before)
    if passages:
        yield Cue(total, "tone", passages[-1].segment + len(passages[-1].parts) - 1, "end")


def _work(placed: PlacedPassage, before: str | None) -> Iterator[Cue]:
    opening: Sound = "step" if before == "work" else "start"
    sounds = {edge: part.sound for edge, part in zip(placed.edges, placed.parts, strict=False) if part.sound}
    if placed.parts[0].breath is None:
        sounds[placed.start] = opening
    traits = SEGMENTS[placed.parts[0].kind]
    if not traits.is_counted and not placed.passage.is_open and placed.end - placed.start >= SHORTEST_HALVED:
        sounds[placed.half] = "half"
    for frame, sound in sounds.items():
        yield Cue(frame, "tick" if sound in ("tick", "left", "right") else "tone", placed.segment_at(frame), sound)
    if traits.counts_down:
        yield from countdown(placed)


def _gap(placed: PlacedPassage, before: str | None) -> Iterator[Cue]:
    if placed.passage.kind == "switch":
        yield Cue(placed.start, "tone", placed.segment, "switch")
    elif before == "work" and placed.passage.kind != "wait":
        yield Cue(placed.start, "tone", placed.segment, "done")
    yield from countdown(placed)


def countdown(placed: PlacedPassage) -> Iterator[Cue]:
    """Yield a tick for each of the last three seconds, except on the first frame, which has a tone."""
    for second in range(COUNTDOWN_SECONDS, 0, -1):
        frame = placed.end - second * RATE
        if frame > placed.start:
            yield Cue(frame, "tick", placed.segment_at(frame), "tick")
