"""From a routine to its score: passages are laid out in frames, and cues are placed on them by need."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate, pairwise
from math import lcm

from leanbreath.routine.model import Routine
from leanbreath.routine.vocabulary import Side
from leanbreath.score.announce import line_cues
from leanbreath.score.arrange import arrange
from leanbreath.score.glides import glides
from leanbreath.score.kinds import WORK
from leanbreath.score.part import Part
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import RATE, Density, Score, Segment
from leanbreath.score.signals import signals
from leanbreath.score.unroll import unroll


def compose(routine: Routine, first_side: Side = "left", phrases: Phrases = ENGLISH) -> Score:
    """Return the score of a routine; `first_side` begins where a step alternates between sessions."""
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

    `spoken` maps lines to the frames it takes to say them, where a voice has told.
    """
    spans = place_passages(passages)
    segments = tuple(segment for span in spans for segment in _segments(span))
    total = segments[-1].end if segments else 0
    cues = sorted((*signals(spans, total), *line_cues(spans, total, phrases)), key=lambda cue: (cue.at, cue.segment))
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
    """Return the score with other passages, said by the same voice."""
    return compose_passages(score.id, score.title, passages, score.phrases, dict(score.spoken), score.density)


def place_passages(passages: tuple[Passage, ...]) -> tuple[PlacedPassage, ...]:
    """Return the passages in their places, edge by edge in frames."""
    spans: list[PlacedPassage] = []
    second, segment = Fraction(0), 0
    for index, passage in enumerate(passages):
        laid = _parts(passage)
        second, edges = _edges(second, laid)
        spans.append(PlacedPassage(index, passage, laid, edges, segment))
        segment += len(laid)
    return tuple(spans)


def _parts(passage: Passage) -> tuple[Part, ...]:
    """Return the parts of a passage in order; work that was added is numbered on from the work before it."""
    if passage.kind != "work":
        return (Part(passage.kind, passage.gap),)
    parts: list[Part] = []
    for work in passage.works:
        done = parts[-1].rep or 0 if parts else 0
        parts.extend(WORK[work.kind].parts(work, done, passage.feet))
    return tuple(parts)


def _edges(start: Fraction, laid: tuple[Part, ...]) -> tuple[Fraction, tuple[int, ...]]:
    """Return the exact second after the last part, and the frame nearest to each edge.

    All seconds are counted in the smallest fraction that measures each of them, so that whole numbers do.
    """
    lengths = [part.seconds for part in laid]
    unit = lcm(start.denominator, *{seconds.denominator for seconds in lengths})
    whole = (seconds.numerator * (unit // seconds.denominator) for seconds in (start, *lengths))
    edges = tuple(accumulate(whole))
    return Fraction(edges[-1], unit), tuple((2 * RATE * edge + unit) // (2 * unit) for edge in edges)


def _segments(span: PlacedPassage) -> list[Segment]:
    passage = span.passage
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
            part.phase,
            span.index,
        )
        for part, (start, end) in zip(span.parts, pairwise(span.edges), strict=True)
    ]
