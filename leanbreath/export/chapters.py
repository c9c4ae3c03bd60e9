"""The pieces of a recording: its introduction, then one for each side of each step in each round, move and wait.

They are the chapters of one audio file, or files of their own.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from leanbreath.score.passage import Passage
from leanbreath.score.phrases import Phrases
from leanbreath.score.recording import Recording
from leanbreath.score.score import RATE, Score

PIECE_KINDS, LEAD_KINDS = ("work", "move", "wait"), ("ready", "switch")
"""The passages that have a piece of their own, and those with which the piece of the work after them begins."""


class Piece(NamedTuple):
    """A named part of a recording, from its first frame to the frame after its last."""

    start: int
    end: int
    title: str


class Chapter(NamedTuple):
    """A named part of an audio file."""

    start_ms: int
    end_ms: int
    title: str


def pieces(recording: Recording) -> tuple[Piece, ...]:
    """Return the pieces of a recording, one after the other without a gap; what takes no time has none."""
    lead = [(0, recording.introduction.phrases.introduction_title)] if recording.introduction else []
    begun = enumerate(_starts(recording.routine))
    starts = [*lead, *((recording.start + (frame if number else 0), title) for number, (frame, title) in begun)]
    each = pairwise((*starts, (recording.total, "")))
    return tuple(Piece(start, end, title) for (start, title), (end, _) in each if start < end)


def chapters(recording: Recording) -> tuple[Chapter, ...]:
    """Return the chapters of a recording."""
    return tuple(Chapter(start * 1000 // RATE, end * 1000 // RATE, title) for start, end, title in pieces(recording))


def _starts(score: Score) -> Iterator[tuple[int, str]]:
    """Yield the first frame and the title of each piece of a routine; work begins with the gap that leads to it."""
    before, lead = None, None
    for index, passage in enumerate(score.passages):
        if passage.kind in LEAD_KINDS:
            lead = index if lead is None else lead
            continue
        same = (passage.kind, passage.step, passage.side, passage.rounds)
        if passage.kind in PIECE_KINDS and same != before:
            first = lead if lead is not None and passage.kind == "work" else index
            yield score.passage_span(first)[0], _title(passage, score.phrases)
            before = same
        lead = None


def _title(passage: Passage, phrases: Phrases) -> str:
    what, each = phrases.what(passage.title, passage.side), passage.round
    if each is None or passage.kind != "work":
        return what
    return f"{what} · {phrases.round.format(round=each.number, rounds=each.of).rstrip('.')}"
