"""The table of kinds: a row for each kind of work and of segment, and a loud failure for one without."""

from typing import get_args

import pytest

from leanbreath.figure.pacer import SHAPES
from leanbreath.routine.action_word import ActionWord
from leanbreath.routine.work import KINDS
from leanbreath.score.dose import pace_text
from leanbreath.score.kinds import GAPS, SEGMENTS, WORK, PacerShape, UnknownKind
from leanbreath.score.passage import PassageKind
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import SegmentKind


def test_every_kind_an_author_can_write_has_a_row():
    assert list(WORK) == list(KINDS)


def test_every_kind_of_segment_has_a_row():
    assert sorted(SEGMENTS) == sorted(get_args(SegmentKind))


def test_every_passage_but_work_is_a_gap():
    assert {*GAPS, "work"} == set(get_args(PassageKind))
    assert [kind for kind, traits in SEGMENTS.items() if traits.is_gap] == list(GAPS)


def test_the_pacer_can_draw_every_shape_of_the_table():
    assert set(SHAPES) == set(get_args(PacerShape)) == {traits.pacer for traits in SEGMENTS.values()}


@pytest.mark.parametrize("table", [WORK, SEGMENTS])
def test_a_kind_without_a_row_fails_and_says_where_to_add_it(table):
    with pytest.raises(UnknownKind, match=r'no kind "sway" in the table of leanbreath/score/kinds.py'):
        table["sway"]


@pytest.mark.parametrize(
    ("kind", "cyclic", "counted", "ahead", "seconds"),
    [
        ("breath", True, True, True, 24),
        ("rep", True, True, True, 12),
        ("beat", True, False, False, 24),
        ("hold", False, False, False, 24),
        ("time", False, False, False, 24),
        ("rest", False, False, False, 24),
    ],
)
def test_each_kind_has_its_own_look_ahead_and_restarts_at_a_repetition_only_if_it_has_any(
    kind, cyclic, counted, ahead, seconds
):
    traits = SEGMENTS[kind]
    assert (traits.is_cyclic, traits.is_counted) == (cyclic, counted)
    assert (traits.shows_lookahead, traits.lookahead_seconds) == (ahead, seconds)


@pytest.mark.parametrize(("kind", "noun"), [("breath", "breath"), ("rep", "rep"), ("beat", "step"), ("hold", "")])
def test_repetitions_are_called_what_a_runner_counts(kind, noun):
    assert SEGMENTS[kind].noun == noun


@pytest.mark.parametrize(
    ("kind", "text", "progress", "expected"),
    [("breath", "4-0-4-0 x 1", 0.5, 0.5), ("hold", "30s", 0.5, None), ("cadence", "120 for 5s", 0.5, None)],
)
def test_only_work_that_paces_the_breath_says_how_full_the_lungs_are(kind, text, progress, expected):
    level = WORK[kind].lung_level(KINDS[kind].notation.parse(text), "inhale", 1, progress)
    assert level == (expected if expected is None else pytest.approx(expected))


def test_work_that_is_counted_announces_its_last_repetition():
    lines = {kind: traits.last_line and traits.last_line(ENGLISH) for kind, traits in WORK.items()}
    counted = {kind: line for kind, line in lines.items() if line}
    assert counted == {"breath": "Last breath.", "reps": "Last one."}


@pytest.mark.parametrize(
    ("kind", "text", "words", "pace"),
    [
        ("breath", "4-0-6-2 x 8", {}, "in 4, out 6, wait 2"),
        ("breath", "3-0-4-0 to 4-1-6-0 x 8", {}, "from in 3, out 4 to in 4, hold 1, out 6"),
        ("reps", "10 @ 2s", {}, "2 s each"),
        ("reps", "8 @ 2-0-1", {}, "2 s, then 1 s"),
        ("reps", "8 @ 2-1-1.5", {}, "2 s, then hold 1 s, then 1.5 s"),
        ("reps", "8 @ 2-0-1", {"there": "forward", "back": "back"}, "forward 2 s, back 1 s"),
        ("reps", "8 @ 2-1-1.5", {"there": "open", "hold": "rest", "back": "close"}, "open 2 s, rest 1 s, close 1.5 s"),
        ("hold", "30s", {"hold": "stretch"}, ""),
        ("cadence", "172 for 60s", {}, ""),
    ],
)
def test_the_pace_of_repetitions_is_said_in_seconds(kind, text, words, pace):
    words = {name: ActionWord(word) for name, word in words.items()}
    assert pace_text(KINDS[kind].notation.parse(text), words) == pace
