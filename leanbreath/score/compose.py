"""From a routine to its score: passages are placed in frames, then given their cues."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate, pairwise
from math import lcm

from leanbreath.routine.model import Routine
from leanbreath.routine.vocabulary import Side
from leanbreath.score.action_words import action_words
from leanbreath.score.announce import line_cues
from leanbreath.score.arrange import arrange
from leanbreath.score.glides import glides
from leanbreath.score.interval_rests import with_interval_rests
from leanbreath.score.kinds import WORK
from leanbreath.score.part import Part
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import RATE, Density, Score, Segment
from leanbreath.score.tone_cues import signals
from leanbreath.score.unroll import unroll


def compose(routine: Routine, first_side: Side = "left", phrases: Phrases = ENGLISH) -> Score:
    """Return the score of a routine; steps that alternate between sessions begin on `first_side`."""
    return compose_passages(routine.id, routine.title, unroll(routine, first_side), phrases)


def compose_passages(
    id: str | None,
    title: str,
    passages: tuple[Passage, ...],
    phrases: Phrases = ENGLISH,
    spoken: Mapping[str, int] | None = None,
    density: Density = "full",
) -> Score:
    """Return the score of passages; each boundary is rounded once, from its exact second.

    `spoken` maps lines to how many frames a voice takes to say them.
    """
    placed = place_passages(passages)
    segments = tuple(segment for each in placed for segment in _segments(each, phrases))
    total = segments[-1].end if segments else 0
    cues = sorted((*signals(placed, total), *line_cues(placed, total, phrases)), key=lambda cue: (cue.at, cue.segment))
    score = Score(
        id,
        title,
        passages,
        segments,
        tuple(cues),
        total,
        glides=tuple(glides(segments)),
        density=density,
        phrases=phrases,
    )
    return arrange(score, spoken)


def recompose(score: Score, passages: tuple[Passage, ...]) -> Score:
    """Return the score with other passages and the same voice; rests that fill an interval take what is left of it."""
    filled = with_interval_rests(passages)
    return compose_passages(score.id, score.title, filled, score.phrases, dict(score.spoken), score.density)


def place_passages(passages: tuple[Passage, ...]) -> tuple[PlacedPassage, ...]:
    """Return the passages with the edges of their parts in frames."""
    placed: list[PlacedPassage] = []
    second, segment = Fraction(0), 0
    for index, passage in enumerate(passages):
        parts = _parts(passage)
        second, edges = _edges(second, parts)
        placed.append(PlacedPassage(index, passage, parts, edges, segment))
        segment += len(parts)
    return tuple(placed)


def _parts(passage: Passage) -> tuple[Part, ...]:
    """Return the parts of a passage in order; work that was added is numbered on from the work before it."""
    if passage.kind != "work":
        return (Part(passage.kind, passage.gap_seconds),)
    parts: list[Part] = []
    for work in passage.works:
        done = parts[-1].rep or 0 if parts else 0
        parts.extend(WORK[work.kind].parts(work, done, passage.alternates_from))
    return tuple(parts)


def _edges(start: Fraction, parts: tuple[Part, ...]) -> tuple[Fraction, tuple[int, ...]]:
    """Return the exact second after the last part, and the frame nearest to each edge.

    All lengths share one denominator, so that integers are summed rather than fractions.
    """
    lengths = [part.seconds for part in parts]
    denominator = lcm(start.denominator, *{seconds.denominator for seconds in lengths})
    numerators = (seconds.numerator * (denominator // seconds.denominator) for seconds in (start, *lengths))
    edges = tuple(accumulate(numerators))
    frames = tuple((2 * RATE * edge + denominator) // (2 * denominator) for edge in edges)
    return Fraction(edges[-1], denominator), frames


def _segments(placed: PlacedPassage, phrases: Phrases) -> list[Segment]:
    passage = placed.passage
    words = action_words(passage, placed.parts, phrases)
    return [
        Segment(
            start,
            end,
            part.kind,
            passage.step,
            passage.drill,
            passage.title,
            passage.side or part.side,
            passage.set if passage.kind == "work" else None,
            part.rep,
            passage.round.number if passage.round else None,
            part.phase,
            placed.index,
            passage.is_open,
            *(word or ()),
        )
        for part, word, (start, end) in zip(placed.parts, words, pairwise(placed.edges), strict=True)
    ]
