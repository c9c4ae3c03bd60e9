"""Open work as it is played in a session: for as long as it may last, until the runner ends it."""

from collections.abc import Iterator
from fractions import Fraction

from leanbreath.routine.author_cue import AuthorCue
from leanbreath.score.announce import ANNOUNCEMENT, AUTHOR, AUTHOR_LATE, TEACHING
from leanbreath.score.arrange import arrange
from leanbreath.score.count_in import short_score
from leanbreath.score.part import Part
from leanbreath.score.passage import Passage
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import RATE, Cue, Line, Score, frames
from leanbreath.score.tone_cues import countdown

HINT_LATE = 8 * RATE
"""How much later how to end it may be said, to make room for what the work is."""

SPOKEN_EVERY = 30
"""So often, in seconds, the time so far is said."""


def open_work(score: Score, index: int) -> Score:
    """Return what is played during open work, given the index of its segment.

    How to end it is said once in a step. The lines of the author come at their times from the start, and the last three
    seconds before its most tick.
    """
    segment = score.segments[index]
    passage = score.passages[segment.passage]
    assert passage.work is not None and passage.work.most_seconds is not None
    total = frames(passage.work.most_seconds)
    placed = PlacedPassage(0, passage, (Part(segment.kind, passage.work.most_seconds),), (0, total), 0)
    lines = (
        *_how_to_end(score, segment.passage),
        *_times_so_far(score, total),
        *_author_lines(score, index, placed),
    )
    cues = (Cue(0, "tone", 0, "start"), *countdown(placed), *lines)
    only = segment._replace(start=0, end=total, passage=0)
    return arrange(short_score(score, only, tuple(sorted(cues, key=lambda cue: cue.at))))


def _how_to_end(score: Score, index: int) -> Iterator[Cue]:
    """Yield the line that says how to end it, the first time in a step."""
    step = score.passages[index]
    if not any(_is_same_work(step, other) for other in score.passages[:index]):
        yield _line(score.phrases.open_end, 0, ANNOUNCEMENT, HINT_LATE)


def _is_same_work(one: Passage, two: Passage) -> bool:
    return (one.kind, one.step, one.drill) == (two.kind, two.step, two.drill)


def _times_so_far(score: Score, total: int) -> Iterator[Cue]:
    for seconds in range(SPOKEN_EVERY, total // RATE - SPOKEN_EVERY // 3, SPOKEN_EVERY):
        yield _line(f"{score.phrases.length(Fraction(seconds))}.", seconds * RATE, TEACHING)


def _author_lines(score: Score, index: int, placed: PlacedPassage) -> Iterator[Cue]:
    """Yield the lines of the author, except those that lead into the work."""
    start = score.segments[index].start
    for cue in placed.passage.cues:
        for frame in () if cue.is_posture else placed.cue_frames(cue):
            text = _wording(score, cue, start + frame)
            yield _line(text, frame, AUTHOR, AUTHOR_LATE, cue.shorter)


def _wording(score: Score, cue: AuthorCue, frame: int) -> str:
    """Return the wording that a score has for an author's cue at a frame; the first beyond the expected length."""
    texts = {each.line.text for each in (*score.cues, *score.unplaced) if each.line and each.line.preferred == frame}
    return next((text for text in cue.wordings if text in texts), cue.wordings[0])


def _line(text: str, frame: int, rank: int, max_delay: int = 0, shorter: tuple[str, ...] = ()) -> Cue:
    return Cue(frame, "say", 0, say=text, line=Line(text, shorter, frame, frame, rank=rank, max_delay=max_delay))
