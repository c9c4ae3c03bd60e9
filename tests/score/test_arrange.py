"""Each spoken line finds its slot: whole or short, by its deadline, never over another; one without a slot is kept."""

from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.score.announce import ANNOUNCEMENT
from leanbreath.score.arrange import arrange
from leanbreath.score.compose import compose
from leanbreath.score.score import Cue, Line, Score, Segment
from leanbreath.score.speech_pace import estimated_frames
from tests.score.making import NAMES, bundled_score, frame, said
from tests.strategies import few, routines, spoken_lengths


def line(text, preferred, earliest=None, deadline=None, rank=0, short=None) -> Cue:
    """Return a line in seconds; without `earliest` it may not be moved."""
    at, first = frame(preferred), frame(preferred if earliest is None else earliest)
    return Cue(
        at,
        "say",
        0,
        say=text,
        line=Line(text, (short,) if short else (), at, first, deadline and frame(deadline), rank),
    )


def placed(lines, **spoken) -> tuple[list[tuple[float, str]], list[str]]:
    """Return the lines as they are said, and those for which there was no room; lengths in seconds."""
    minute = Score(None, "", (), (Segment(0, frame(60), "time", "1", None, ""),), tuple(lines), frame(60))
    arranged = arrange(minute, {text: frame(length) for text, length in spoken.items()})
    return said(arranged), [cue.line.text for cue in arranged.unplaced]


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (1, ([(10, "long")], [])),
        (2, ([(10, "long")], [])),
        (3, ([(9, "long")], [])),
        (7, ([(5, "long")], [])),
        (8, ([(10, "brief")], [])),
    ],
)
def test_a_longer_voice_moves_a_line_earlier_and_then_to_its_short_form(length, expected):
    assert placed([line("long", 10, 5, deadline=12, short="brief")], long=length, brief=2) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # apart: both at the frames they prefer
        ([line("a", 10), line("b", 14)], ([(10, "a"), (14, "b")], [])),
        # the first one can move out of the way of the second
        ([line("a", 10, 6), line("b", 12)], ([(9, "a"), (12, "b")], [])),
        # it takes its short form where it cannot
        ([line("a", 10, short="c"), line("b", 12)], ([(10, "c"), (12, "b")], [])),
        # neither: of equal rank the later one stays
        ([line("a", 10), line("b", 12)], ([(12, "b")], ["a"])),
        # neither: the one of lower rank goes
        ([line("a", 10, rank=3), line("b", 12, rank=1)], ([(10, "a")], ["b"])),
        ([line("a", 10, rank=1), line("b", 12, rank=3)], ([(12, "b")], ["a"])),
        # a line that ends at a deadline leaves room for what begins there
        ([line("a", 12, 5, deadline=12), line("b", 12)], ([(9, "a"), (12, "b")], [])),
    ],
)
def test_lines_of_three_seconds_make_room_for_each_other(lines, expected):
    assert placed(lines, a=3, b=3, c=1) == expected


@pytest.mark.parametrize("rank", [0, 1])
def test_a_line_that_gives_way_is_said_earlier_if_there_is_time(rank):
    lines = [line("a", 12, rank=2), line("b", 12, 8, rank=rank)]
    assert placed(lines, a=3, b=3) == ([(9, "b"), (12, "a")], [])


def test_the_later_of_two_lines_takes_its_short_form_before_the_earlier_is_given_up():
    lines = [line("a", 10, rank=3), line("b", 14, 8, deadline=14, rank=3, short="c")]
    assert placed(lines, a=3, b=3, c=1) == ([(10, "a"), (13, "c")], [])


@pytest.mark.parametrize("earliest", [9, 0])
def test_of_two_lines_for_one_moment_the_same_one_wins_however_often_they_are_arranged(earliest):
    segments = (Segment(0, frame(8), "time", "1", None, ""), Segment(frame(8), frame(60), "time", "1", None, ""))
    lines = tuple(line(text, 9, earliest)._replace(segment=1) for text in ("a", "b"))
    once = arrange(Score(None, "", (), segments, lines, frame(60)), {"a": frame(3), "b": frame(3)})
    assert said(arrange(once)) == said(once)


def test_without_a_voice_speech_is_estimated_at_two_and_a_half_words_a_second():
    assert [estimated_frames(text) for text in ("one two three four five", "one", "")] == [96_000, 19_200, 0]


def lines_of(score: Score) -> list[Cue]:
    return [cue for cue in score.cues if cue.line]


def texts_of(score: Score) -> list[str]:
    lines = [cue.line for cue in (*score.cues, *score.unplaced) if cue.line]
    return sorted({text for each in lines for text in each.forms})


@few
@given(routines(), st.data())
def test_lines_never_overlap_and_each_stays_within_its_window(routine, data):
    score = compose(routine)
    lengths = data.draw(spoken_lengths(texts_of(score)))
    every_line = lines_of(arrange(score, lengths))
    assert all(one.at + lengths[one.say] <= two.at for one, two in pairwise(every_line))
    lines = [each for each in every_line if each.line.lead is None]
    assert all(each.line.earliest <= each.at <= each.line.preferred + each.line.max_delay for each in lines)
    late = [each for each in lines if each.line.max_delay and each.at >= each.line.preferred]
    assert all(
        each.line.deadline is None or each.at + lengths[each.say] <= each.line.deadline or each in late
        for each in lines
    )
    assert all(each.say in each.line.forms for each in every_line)


@few
@given(routines(), st.data())
def test_lines_that_lead_into_work_are_in_order_and_in_their_gap_if_they_all_fit(routine, data):
    score = compose(routine)
    lengths = data.draw(spoken_lengths(texts_of(score)))
    leads = [each for each in lines_of(arrange(score, lengths)) if each.line.lead is not None]
    for deadline, group in groupby(leads, key=lambda each: each.line.deadline):
        lines = list(group)
        assert [each.line.lead for each in lines] == sorted(each.line.lead for each in lines)
        assert all(each.line.earliest <= each.at <= deadline + each.line.max_delay for each in lines)
        own = sum(lengths[cue.say] for cue in score.cues if cue.at == lines[0].line.preferred and is_gap_text(cue))
        if sum(lengths[each.line.text] for each in lines) + own <= deadline - lines[0].line.preferred:
            assert all(each.at + lengths[each.say] <= deadline and each.say == each.line.text for each in lines)


def is_gap_text(cue: Cue) -> bool:
    return bool(cue.line and cue.line.rank == ANNOUNCEMENT and cue.line.lead is None)


@few
@given(routines(), st.data())
def test_every_line_is_either_placed_or_kept_as_unplaced_and_nothing_else_moves(routine, data):
    score = compose(routine)
    arranged = arrange(score, data.draw(spoken_lengths(texts_of(score))))
    before = [cue.line for cue in (*score.cues, *score.unplaced) if cue.line]
    after = [cue.line for cue in (*arranged.cues, *arranged.unplaced) if cue.line]
    assert sorted(map(repr, after)) == sorted(map(repr, before))
    assert [cue for cue in arranged.cues if not cue.line] == [cue for cue in score.cues if not cue.line]
    assert (arranged.segments, arranged.passages, arranged.total) == (score.segments, score.passages, score.total)


@few
@given(routines(), st.data())
def test_arranging_twice_changes_nothing(routine, data):
    score = compose(routine)
    lengths = data.draw(spoken_lengths(texts_of(score)))
    once = arrange(score, lengths)
    for twice in (arrange(once, lengths), arrange(once)):
        assert said(twice) == said(once)
        assert sorted(repr(cue.line) for cue in twice.unplaced) == sorted(repr(cue.line) for cue in once.unplaced)


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_bundled_routine_overlaps_the_next(name):
    lines = lines_of(bundled_score(name))
    assert all(one.at + estimated_frames(one.say) <= two.at for one, two in pairwise(lines))
