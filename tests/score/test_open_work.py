"""Open work: in the score as long as it is expected, in a session as long as it may last."""

from fractions import Fraction

import pytest

from leanbreath.routine.author_cue import AuthorCue, CueTime
from leanbreath.routine.model import Rest
from leanbreath.score import cue_sheet
from leanbreath.score.open_work import open_work
from leanbreath.score.score import RATE
from leanbreath.score.speech import session_texts
from tests.score.making import read, said, score, second, sounds, step, told


def steps(text: str):
    return score(*read(f"routine: own\ntitle: Own\nsteps:\n{text}").steps)


HELD = steps("""
  - {title: Plank, hold: max, expect: 40s, most: 70s}
  - {title: Squats, reps: 10, expect: 30s, ready: 6s, cues: [{at: 5s, say: "Easy."}]}
  - {title: Shake, time: open, most: 50s, ready: 6s}
""")


def test_the_score_lays_open_work_out_as_long_as_it_is_expected():
    assert [(second(each.start), second(each.end), each.kind) for each in HELD.segments if each.is_open] == [
        (0, 40, "hold"), (46, 76, "time"), (82, 107, "time"),
    ]  # fmt: skip
    assert (second(HELD.total), HELD.is_estimate) == (107, True)


def test_totals_that_contain_open_work_say_about():
    assert next(cue_sheet.text(HELD)) == "Own: about 1:47"
    assert next(cue_sheet.text(score(step("A", "hold", "20s")))) == "Own: 0:20"


def test_the_cue_sheet_says_which_segments_are_open():
    found = cue_sheet.data(HELD)["segments"]
    assert [each["open"] for each in found] == [True, False, True, False, True]
    assert "Squats (about 30 s)" in "\n".join(cue_sheet.text(HELD))


def test_nothing_in_the_score_is_about_the_middle_or_the_last():
    assert "half" not in [sound for _, sound in sounds(HELD)]
    assert not {"Halfway.", "Last one."} & {text for _, text in said(HELD)}


def test_open_work_is_announced_by_how_long_it_lasts():
    texts = [text for _, text in told(HELD)]
    assert texts[1] == "Plank. As long as you can."
    assert {"Next: Squats. 10 reps at your own pace.", "Next: Shake. Until you're done."} <= set(texts)


def test_sets_of_open_work_are_announced_in_english():
    sets = score(step("Plank", "hold", "max", sets=3, rest="9s"))
    assert told(sets)[1][1] == "Plank. 3 sets, each as long as you can."


def test_nothing_is_announced_while_open_work_lasts():
    long = score(step("Plank", "hold", "max"), Rest(Fraction(9)), step("Wall lean march", "hold", "20s"))
    assert [at for at, text in said(long) if text.startswith("Next")] == [pytest.approx(91, abs=2)]
    none = score(step("Plank", "hold", "max"), step("March", "hold", "20s"))
    assert not [text for _, text in said(none) if "March" in text]


def test_straight_after_open_work_the_count_in_says_what_comes():
    made = score(step("Plank", "hold", "max"), step("March", "hold", "20s"))
    assert (90, "March. 20 seconds.") in told(made)


def played(index: int = 0, made=HELD):
    return open_work(made, made.stops[index])


def test_a_session_plays_open_work_for_as_long_as_it_may_last():
    assert [second(played(index).total) for index in range(3)] == [70, 180, 50]
    assert [second(each.end) for each in played().segments] == [70]


def test_its_last_three_seconds_before_the_most_tick_and_nothing_marks_its_half():
    assert sounds(played()) == [(0, "start"), (67, "tick"), (68, "tick"), (69, "tick")]


def test_it_says_how_to_end_it_and_how_long_it_has_lasted():
    assert said(played(2)) == [(0, "Press space when you're done."), (30, "30 seconds.")]


def test_it_leaves_the_announcement_of_the_first_work_to_the_count_in():
    assert said(played())[0] == (0, "Press space when you're done.")
    assert (-3.9, "Plank. As long as you can.") in told(HELD)


def test_it_says_the_lines_of_the_author_at_their_times_also_beyond_what_is_expected():
    cues = (
        AuthorCue(at=CueTime(None, Fraction(5)), say="Easy."),
        AuthorCue(at=CueTime(None, Fraction(100)), say="On."),
    )
    made = score(Rest(Fraction(9)), step("Squats", "reps", "10", cues=cues))
    assert {(5, "Easy."), (100, "On.")} <= set(said(played(0, made)))
    assert (109, "On.") not in said(made)  # after the 90 s that are expected


def test_a_line_at_the_start_is_said_before_it_and_not_in_it():
    start = (AuthorCue(at=CueTime("start"), say="Hips high."),)
    with_gap = score(Rest(Fraction(20)), step("Plank", "hold", "max", cues=start))
    without = score(step("March", "hold", "9s"), step("Plank", "hold", "max", cues=start))
    for made, begins in ((with_gap, 20), (without, 9)):
        assert "Hips high." not in [text for _, text in said(played(0, made))]
        assert [at < begins for at, text in said(made) if text == "Hips high."] == [True]


def test_how_to_end_it_is_said_once_in_a_step():
    sets = score(step("Plank", "hold", "max", sides="each", switch="5s", sets=2, rest="9s"))
    told = [any(text.startswith("Press") for _, text in said(played(index, sets))) for index in range(4)]
    assert told == [True, False, False, False]


def test_a_voice_is_asked_for_every_line_of_open_work():
    assert {"Press space when you're done.", "30 seconds.", "Easy."} <= set(session_texts(HELD))
    assert played(1).total == 180 * RATE
