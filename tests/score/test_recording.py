"""A recording introduces itself, needs neither keys nor a screen, and is else the routine as its cue sheet has it."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from leanbreath.routine.model import Wait
from leanbreath.score.phrases import Phrases
from leanbreath.score.recording import Recording, introduction_texts, recorded_introduction, recorded_score
from leanbreath.score.score import RATE, Score
from leanbreath.score.speech_pace import estimated_frames
from leanbreath.take_along.options import USUAL_WAIT
from tests.score.making import ALL, bundled_score, said, score, second, starts, step

WAIT = Fraction(10)
ROCK = step("Rock", "reps", "3 @ 2s")
SCREEN_OR_KEY = re.compile(
    r"\b(press|hit|tap|type|push) (space|enter|return|escape)\b|\b(space ?bar|keys?|keyboard|screen|button|click)\b",
    re.IGNORECASE,
)


@cache
def bundled(name: str, gap: int = 0) -> Score:
    return recorded_score(bundled_score(name), WAIT, Fraction(gap))


def recording(made: Score) -> Recording:
    return Recording(made, recorded_introduction(made, introduction_texts(made)))


def test_the_first_drill_is_announced_before_it_begins():
    made = recorded_score(score(ROCK), WAIT)
    assert (starts(made), second(made.total)) == ([5], 11)
    at, text = said(made)[0]
    assert at < 5 and text == "Rock. 3 reps."


def test_no_sound_of_the_routine_is_heard_during_the_introduction():
    introduction, routine = recording(recorded_score(score(ROCK), WAIT)).regions
    assert routine.begin == routine.shift == introduction.score.total


@pytest.mark.parametrize("name", ALL)
def test_nothing_that_leads_into_a_drill_runs_into_it(name):
    made = bundled(name)
    leads = [cue for cue in made.cues if cue.line and cue.line.lead is not None]
    assert not [cue for cue in made.unplaced if cue.line and cue.line.lead is not None]
    assert leads and all(cue.at + estimated_frames(cue.say) <= cue.line.deadline for cue in leads)


@pytest.mark.parametrize("name", ALL)
def test_after_its_introduction_a_recording_is_the_cue_sheet_to_the_frame(name):
    sheet, made = bundled_score(name), bundled(name)
    opening = len(made.passages) - len(sheet.passages)
    played = [each for each in made.segments if each.passage >= opening]
    shift = played[0].start
    for one, other in zip(played, sheet.segments, strict=True):
        assert (one.start - shift, one.kind, one.step, one.drill, one.side, one.rep, one.phase) == (
            (other.start, other.kind, other.step, other.drill, other.side, other.rep, other.phase)
        )
        shift += int(WAIT * RATE) if other.is_stop else 0
        assert one.end - shift == other.end


@pytest.mark.parametrize("name", ALL)
def test_no_line_of_a_recording_names_a_key_or_the_screen(name):
    made = recording(bundled(name, 10))
    cues = [cue for each in made.scores for cue in (*each.cues, *each.unplaced)]
    lines = {text for cue in cues for text in (cue.line.forms if cue.line else (cue.say,)) if text}
    assert len(lines) > 10 and [line for line in lines if SCREEN_OR_KEY.search(line)] == []


def test_words_about_keys_and_screens_would_be_found():
    for text in ("Press space to start.", "then press any key", "Look at the screen.", "Tap the button."):
        assert SCREEN_OR_KEY.search(text)
    assert not SCREEN_OR_KEY.search("Don't press the back flat. You need clear space.")


def test_the_introduction_says_what_it_is_how_long_what_is_needed_and_how_to_be_safe():
    assert introduction_texts(bundled("lean-lab-8")) == (
        "First lean lab. About 8 minutes.",
        "You need clear space and running shoes.",
        "Keep it easy. Stop on pain, dizziness or numbness.",
    )
    assert introduction_texts(score(ROCK))[0] == "Own. About 6 seconds."


def test_the_introduction_is_in_the_language_of_the_routine():
    german = Phrases(
        opening_line="{title}. Etwa {length}.",
        minutes=("eine Minute", "{number} Minuten"), you_need="Du brauchst {needs}.",
        needs={"shoes": "Laufschuhe", "space": "Platz"}, last_of_list="{others} und {last}",
        safety_reminder="Locker bleiben.",
    )  # fmt: skip
    made = replace(bundled_score("lean-lab-8"), title="Lehnlabor", phrases=german)
    assert introduction_texts(made) == (
        "Lehnlabor. Etwa 8 Minuten.",
        "Du brauchst Laufschuhe und Platz.",
        "Locker bleiben.",
    )


@pytest.mark.parametrize("name", ALL)
def test_the_introduction_is_short_and_over_before_the_routine_begins(name):
    made = recording(bundled(name))
    last = made.introduction.cues[-1]
    assert last.at + estimated_frames(last.say) < made.start == made.introduction.total <= 15 * RATE
    assert [region.shift for region in made.regions] == [0, made.start]
    assert made.total == made.start + made.routine.total


def test_a_wait_becomes_a_pause_that_says_how_long_it_is():
    made = recorded_score(score(ROCK, Wait("Go out. Press space when you're ready."), ROCK), Fraction(20))
    assert (11, "Go out. You have 20 seconds. Pause if you need longer.") in [(at, text) for at, text in said(made)]
    assert second(made.total) == 5 + 6 + 20 + 6


@pytest.mark.parametrize("name", ["pre-run-8", "pre-run-cold-morning"])
def test_a_wait_leaves_time_after_its_words(name):
    lines = said(recorded_score(bundled_score(name), USUAL_WAIT))
    (index,) = (index for index, (_, text) in enumerate(lines) if text.endswith("Pause if you need longer."))
    (at, text), (after, _) = lines[index : index + 2]
    assert after - at - estimated_frames(text) / RATE >= 10


def test_a_wait_lasts_no_longer_than_its_most():
    made = recorded_score(score(ROCK, Wait("Walk back.", Fraction(8)), ROCK), Fraction(20))
    assert "Walk back. You have 8 seconds. Pause if you need longer." in [text for _, text in said(made)]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("hold", "max", "Plank, as long as you can. 1 minute 30 seconds."),
        ("time", "open", "Plank. 1 minute 30 seconds."),
        ("reps", "10", "Plank, 10 reps at your own pace. 1 minute 30 seconds."),
    ],
)
def test_open_work_says_how_long_it_lasts(kind, text, words):
    made = recorded_score(score(step("Plank", kind, text), ROCK), WAIT)
    lines = [line for _, line in said(made)]
    assert lines[0] == words and "Next: Rock. 3 reps." in lines
    assert not made.stops
    (at,) = (at for at, line in said(made) if line == "Next: Rock. 3 reps.")
    ready = next(at for at in starts(made, "ready") if at)
    assert ready <= at < at + estimated_frames("Next: Rock. 3 reps.") / RATE <= starts(made)[1]
