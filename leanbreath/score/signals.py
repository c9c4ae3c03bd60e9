"""Tones and ticks: what each passage sounds like, without a word."""

from collections.abc import Iterator

from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import RATE, Cue, Sound

COUNTDOWN = 3
HALVED = 20 * RATE
"""Only work this long has its half marked."""


def signals(spans: tuple[PlacedPassage, ...], total: int) -> Iterator[Cue]:
    """Yield the tones and ticks of a score in no particular order; no two tones fall on one frame."""
    for span in spans:
        before = spans[span.index - 1].passage.kind if span.index else None
        yield from _work(span, before) if span.passage.kind == "work" else _gap(span, before)
    if spans:
        yield Cue(total, "tone", spans[-1].segment + len(spans[-1].parts) - 1, "end")


def _work(span: PlacedPassage, before: str | None) -> Iterator[Cue]:
    opening: Sound = "step" if before == "work" else "start"
    sounds = {edge: part.sound for edge, part in zip(span.edges, span.parts, strict=False) if part.sound}
    if span.parts[0].breath is None:
        sounds[span.start] = opening
    traits = SEGMENTS[span.parts[0].kind]
    if not traits.is_counted and span.end - span.start >= HALVED:
        sounds[span.half] = "half"
    for frame, sound in sounds.items():
        yield Cue(frame, "tick" if sound in ("tick", "left", "right") else "tone", span.segment_at(frame), sound)
    if traits.counts_down:
        yield from _countdown(span)


def _gap(span: PlacedPassage, before: str | None) -> Iterator[Cue]:
    if span.passage.kind == "switch":
        yield Cue(span.start, "tone", span.segment, "switch")
    elif before == "work" and span.passage.kind != "wait":
        yield Cue(span.start, "tone", span.segment, "done")
    yield from _countdown(span)


def _countdown(span: PlacedPassage) -> Iterator[Cue]:
    """Tick the last three seconds, but not on the first frame, where a tone stands."""
    for second in range(COUNTDOWN, 0, -1):
        frame = span.end - second * RATE
        if frame > span.start:
            yield Cue(frame, "tick", span.segment_at(frame), "tick")
