"""The cue sheet: the documented keys and values as data, and lines to read as text."""

import json
from fractions import Fraction

import pytest
from hypothesis import given

from leanbreath.routine.model import Move, Wait
from leanbreath.score import cue_sheet
from leanbreath.score.compose import compose
from tests.score.making import NAMES, bundled_score, score, step, timed_score
from tests.strategies import few, routines

KEYS = ["start", "end", "kind", "step", "drill", "title", "side", "set", "rep", "round", "phase", "word", "open"]
KINDS = {"breath", "hold", "rep", "beat", "time", "ready", "move", "switch", "rest", "wait"}
SOUNDS = {
    "inhale", "hold", "exhale", "rest", "tick", "start", "half", "switch", "step", "done", "left", "right", "end",
}  # fmt: skip
PHASES = {"inhale", "hold", "exhale", "rest", "there", "back"}


@pytest.mark.parametrize("name", NAMES)
def test_the_cue_sheet_has_the_documented_keys(name):
    data = cue_sheet.data(bundled_score(name))
    assert list(data) == ["routine", "rate", "total_frames", "total_seconds", "waits", "segments", "cues"]
    assert all(list(segment) == KEYS for segment in data["segments"])
    assert all(list(cue) == ["at", "kind", "sound", "say", "segment"] for cue in data["cues"])


@pytest.mark.parametrize("name", NAMES)
def test_the_cue_sheet_names_its_routine_and_total(name):
    data = cue_sheet.data(timed_score(name))
    assert (data["routine"], data["rate"], data["waits"]) == (name, 48_000, 0)
    assert data["total_seconds"] * 48_000 == data["total_frames"] == data["segments"][-1]["end"]


@few
@given(routines())
def test_every_segment_has_documented_values(routine):
    data = cue_sheet.data(compose(routine))
    named = {name for step in routine.steps for name in names_of(step)}
    for segment in data["segments"]:
        assert segment["kind"] in KINDS and segment["side"] in ("left", "right", None)
        assert segment["phase"] is None or segment["phase"] in PHASES | named
        assert all(number is None or number >= 1 for number in (segment["set"], segment["rep"]))
        assert all(part.isdigit() and int(part) > 0 for part in segment["step"].split("."))


def names_of(step) -> set[str]:
    inner = getattr(step, "steps", ())
    phases = getattr(getattr(step, "work", None), "phases", ())
    return {name for each in inner for name in names_of(each)} | {part.name for part in phases}


@few
@given(routines())
def test_every_cue_has_documented_values(routine):
    data = cue_sheet.data(compose(routine))
    for cue in data["cues"]:
        assert cue["kind"] in ("tone", "tick", "say")
        assert (cue["kind"] == "say") == (cue["sound"] is None) == (cue["say"] is not None)
        assert cue["sound"] is None or cue["sound"] in SOUNDS
        assert 0 <= cue["segment"] < len(data["segments"])


def test_the_cue_sheet_is_plain_json():
    data = cue_sheet.data(bundled_score("pre-run-6"))
    assert json.loads(json.dumps(data)) == data


SCORE = score(
    step("Rock", "reps", "2 @ 1-0-1", sides="each", switch="4s"),
    Move("To the wall.", Fraction(9, 2)),
    Wait("Press space."),
    step("Belly", "hold", "20s", sets=2, rest="5s"),
)


def test_the_text_has_a_line_for_each_segment_and_each_cue():
    lines = list(cue_sheet.text(SCORE))
    assert len(lines) == 1 + len(SCORE.segments) + len(SCORE.cues) + 4
    assert lines[0] == "Own: 1:01, plus 1 wait"
    assert lines[1:3] == ['   -0:05.000    say "Get ready."', '   -0:03.900    say "Rock, left side. 2 reps."']
    assert lines[3] == "  0:00.000  1      Rock, left side · rep 1 (1 s)"
    assert lines[4] == "    0:00.000    tone start"


@pytest.mark.parametrize(
    "line",
    [
        "  0:04.000  1      Rock, right side · switch (4 s)",
        "  0:11.000  1      Rock, right side · rep 2 (1 s)",
        "  0:12.000  2      To the wall. (4.5 s)",
        "  0:16.500  3      Press space. (wait)",
        '    0:16.500    say "Let\'s go."',
        '    0:16.500    say "Belly. 2 sets of 20 seconds."',
        "  0:16.500  4      Belly (20 s)",
        "  0:36.500  4      Rest (5 s)",
        "  0:41.500  4      Belly · set 2 (20 s)",
        "    1:01.500    tone end",
    ],
)
def test_the_text_gives_title_side_set_and_length(line):
    assert line in list(cue_sheet.text(SCORE))
