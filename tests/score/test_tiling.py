"""Segments tile the score, each boundary is the exact second rounded once, and cues are in order."""

from collections import Counter
from fractions import Fraction
from itertools import accumulate, pairwise
from math import floor

from hypothesis import given

from leanbreath.routine.work import Breath, Cadence, Reps, Work
from leanbreath.score.compose import compose
from leanbreath.score.passage import Passage
from tests.strategies import few, routines


def exact(work: Work) -> list[Fraction]:
    """Return the exact seconds of each part of a dose, by the rules of the format."""
    match work:
        case Breath():
            mean = (sum_of(work.pattern) + sum_of(work.to or work.pattern)) / 2
            number = work.count or max(1, floor(work.for_ / mean + Fraction(1, 2)))
            ways = [Fraction(i, number - 1) if number > 1 else Fraction(0) for i in range(number)]
            pairs = list(zip(phases(work.pattern), phases(work.to or work.pattern), strict=True))
            return [seconds for way in ways for a, b in pairs if (seconds := a + (b - a) * way)]
        case Reps(most_seconds=None):
            one = [work.each] if work.each else [part.seconds for part in work.phases]
            return one * work.count
        case Cadence(in_=int(stages)):
            ways = (Fraction(i, stages - 1) for i in range(stages))
            rates = [work.rate + (work.to - work.rate) * way for way in ways]
            counts = [max(1, floor(rate * work.for_ / stages / 60 + Fraction(1, 2))) for rate in rates]
            return [60 / rate for rate, count in zip(rates, counts, strict=True) for _ in range(count)]
        case Cadence():
            return [b - a for a, b in pairwise((*work.starts, work.for_))]
    return [work.seconds]


def phases(pattern) -> tuple[Fraction, ...]:
    return (pattern.inhale, pattern.hold, pattern.exhale, pattern.rest)


def sum_of(pattern) -> Fraction:
    return sum(phases(pattern), Fraction(0))


def seconds_of(passage: Passage) -> list[Fraction]:
    return exact(passage.work) if passage.work else [passage.gap_seconds]


@few
@given(routines())
def test_segments_tile_the_score_without_gap_or_overlap(routine):
    score = compose(routine)
    assert score.segments[0].start == 0 and score.segments[-1].end == score.total
    assert all(one.end == two.start for one, two in pairwise(score.segments))


@few
@given(routines())
def test_only_a_wait_has_no_length(routine):
    segments = compose(routine).segments
    assert all((each.start == each.end) == (each.kind == "wait") for each in segments)


@few
@given(routines())
def test_every_boundary_is_the_exact_second_rounded_once(routine):
    score = compose(routine)
    lengths = [seconds for passage in score.passages for seconds in seconds_of(passage)]
    ends = [floor(second * 48_000 + Fraction(1, 2)) for second in accumulate(lengths)]
    assert [each.end for each in score.segments] == ends


@few
@given(routines())
def test_passages_are_contiguous_and_hold_their_segments(routine):
    score = compose(routine)
    spans = [score.passage_span(index) for index in range(len(score.passages))]
    assert all(one[1] == two[0] for one, two in pairwise(spans))
    assert [each.passage for each in score.segments] == sorted(each.passage for each in score.segments)
    assert {each.passage for each in score.segments} == set(range(len(score.passages)))


@few
@given(routines())
def test_cues_are_in_order_and_none_lies_outside_the_score(routine):
    score = compose(routine)
    ats = [cue.at for cue in score.cues]
    assert ats == sorted(ats)
    assert ats[0] >= 0 and ats[-1] <= score.total


@few
@given(routines())
def test_at_most_one_tone_or_tick_falls_on_a_frame(routine):
    counted = Counter(cue.at for cue in compose(routine).cues if cue.sound)
    assert max(counted.values()) == 1


@few
@given(routines())
def test_each_cue_lies_in_its_segment_or_at_its_end(routine):
    score = compose(routine)
    for cue in score.cues:
        segment = score.segments[cue.segment]
        assert segment.start <= cue.at <= segment.end


@few
@given(routines())
def test_a_routine_always_composes_to_the_same_score(routine):
    assert compose(routine) == compose(routine)
