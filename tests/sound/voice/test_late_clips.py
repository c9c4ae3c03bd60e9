"""Clips that come while others are played: each has the room that the arrangement gave it."""

import numpy as np

from leanbreath.sound.voice.late_clips import LateClips


def clip(frames: int) -> np.ndarray:
    return np.ones(frames, np.int16)


def test_before_the_lines_are_arranged_every_clip_is_added():
    clips = LateClips()
    clips.add("One two.", clip(100))
    assert dict(clips).keys() == {"One two."} and len(clips) == 1 and clips.longest == 100


def test_a_late_line_may_be_a_fifth_longer_than_the_pace_of_the_others():
    clips = LateClips()
    clips.add("One two.", clip(40_000))  # 1.04 times the estimate of 38,400 frames
    lengths = clips.fix_lengths(["One two.", "Three.", "Four."])
    assert lengths == {"One two.": 40_000, "Three.": 24_000, "Four.": 24_000} and clips.longest == 40_000
    clips.add("Three.", clip(24_000))
    clips.add("Four.", clip(24_001))
    clips.add("Unknown.", clip(10))
    assert set(clips) == {"One two.", "Three."}


def test_without_any_line_the_pace_is_the_one_assumed_without_a_voice():
    assert LateClips().fix_lengths(["One two three."]) == {"One two three.": round(3 * 19_200 * 1.2)}


def test_another_voice_begins_anew_but_not_once_the_lines_are_arranged():
    clips = LateClips()
    clips.add("One.", clip(10))
    clips.clear()
    assert not clips
    clips.add("One.", clip(10))
    clips.fix_lengths(["One."])
    clips.clear()
    assert len(clips) == 1


def test_whoever_reads_sees_the_clips_there_were():
    clips = LateClips()
    clips.add("One.", clip(10))
    reading = iter(clips)
    clips.add("Two.", clip(10))
    assert list(reading) == ["One."]
