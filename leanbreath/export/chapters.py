"""The chapters of an audio file: one for each side of each step in each round, each move and each wait."""

from typing import NamedTuple

from leanbreath.score.passage import Passage
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import RATE, Score

CHAPTER_KINDS = ("work", "move", "wait")


class Chapter(NamedTuple):
    """A named part of an audio file."""

    start_ms: int
    end_ms: int
    title: str


def chapters(score: Score) -> tuple[Chapter, ...]:
    """Return the chapters of a score, one after the other without a gap; what takes no time has none."""
    starts: list[tuple[int, str]] = []
    before = None
    for index, passage in enumerate(score.passages):
        same = (passage.kind, passage.step, passage.side, passage.rounds)
        if passage.kind in CHAPTER_KINDS and same != before:
            frame = 0 if not starts else score.passage_span(index)[0]
            starts.append((frame * 1000 // RATE, _title(passage, score.phrases)))
        before = same if passage.kind in CHAPTER_KINDS else before
    ends = [start for start, _ in starts[1:]] + [score.total * 1000 // RATE]
    return tuple(Chapter(start, end, title) for (start, title), end in zip(starts, ends, strict=True) if start < end)


def _title(passage: Passage, phrases: Phrases) -> str:
    what, each = phrases.what(passage.title, passage.side), passage.round
    if each is None or passage.kind != "work":
        return what
    return f"{what} · {phrases.round.format(round=each.number, rounds=each.of).rstrip('.')}"
