"""The sound of a session: the same bits however it is split into blocks, and no edit touches what was delivered."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.score.speech import session_texts
from leanbreath.sound.mixer import mix, mix_score
from tests.score.making import frame, score, step
from tests.session.playing import Device, ready
from tests.sound.noises import KIT
from tests.strategies import fewer, routines

MOVES = st.sampled_from(["pause", "resume", "next", "back", "longer", "resume", "next"])
ACTS = st.lists(st.tuples(st.integers(1, 4 * RATE), st.none() | MOVES), min_size=1, max_size=12)
WAITS = st.none() | st.integers(0, 6 * RATE)
SCORE = score(step("A", "breath", "4-0-6-0 x 2"))


EVEN = replace(KIT, tones=dict.fromkeys(KIT.tones, np.ones((3 * RATE, 2), np.float32)), glides={})


def whole(timeline, first: int, count: int) -> np.ndarray:
    return mix(timeline.regions(first, count, KIT.tail), KIT, first, count)


def played_device(routine, acts, wait) -> Device:
    """Return a device that has taken a block before each key."""
    device = Device(compose(routine), wait)
    for count, move in [(100, "begin"), *acts]:
        device.take(count)
        if move:
            device.press(move)
    return device


@fewer
@given(routines(), ACTS, WAITS)
def test_no_key_changes_what_was_already_played(routine, acts, wait):
    device = played_device(routine, acts, wait)
    played = np.concatenate(device.blocks)
    assert np.array_equal(played, whole(device.timeline, 0, len(played)))


@fewer
@given(routines(), ACTS, WAITS)
def test_no_key_makes_the_ducking_of_tones_jump(routine, acts, wait):
    device = played_device(routine, acts, wait)
    said = {text: np.zeros(2 * RATE, np.int16) for text in session_texts(device.timeline.splices[0].score)}
    length = sum(len(block) for block in device.blocks)
    even, ducked = (
        mix(device.timeline.regions(0, length, 6 * RATE), replace(EVEN, speech=speech), 0, length)[:, 0]
        for speech in ({}, said)
    )
    gain = np.divide(ducked, even, out=np.full(length, np.nan, np.float32), where=even > 0)
    assert np.nanmax(np.abs(np.diff(gain)), initial=0) < 0.001


@fewer
@given(routines(), ACTS, WAITS, st.lists(st.integers(1, 3 * RATE), max_size=8))
def test_any_split_of_a_timeline_into_blocks_mixes_the_same_bits(routine, acts, wait, counts):
    timeline = played_device(routine, acts, wait).timeline
    total = sum(counts) + 480
    edges = [0, *np.cumsum(counts, dtype=int), total]
    blocks = [whole(timeline, int(a), int(b - a)) for a, b in pairwise(edges)]
    assert np.array_equal(np.concatenate(blocks), whole(timeline, 0, total))


@fewer
@given(routines(), st.integers(0, 9 * RATE), st.integers(0, 9 * RATE), st.sampled_from(["count_in", "play", "stop"]))
def test_an_edit_changes_no_frame_before_it(routine, at, place, edit):
    made = compose(routine)
    place = min(place, made.total - 1)
    before = ready(made).count_in(0, made, 0)
    more = (at, "paused", made, place) if edit == "stop" else (at, made, place)
    after = getattr(before, edit)(*more)
    assert np.array_equal(whole(before, 0, at), whole(after, 0, at))


@fewer
@given(routines(), st.integers(0, 9 * RATE), st.integers(0, 9 * RATE), st.sampled_from(["count_in", "play", "stop"]))
def test_an_edit_changes_no_speech_or_ducking_before_it(routine, at, place, edit):
    made = compose(routine)
    place = min(place, made.total - 1)
    before = ready(made).count_in(0, made, 0)
    after = getattr(before, edit)(*((at, "paused", made, place) if edit == "stop" else (at, made, place)))
    spoken = replace(EVEN, speech={text: np.full(RATE, 9_999, np.int16) for text in session_texts(made)})
    further = at + RATE  # what begins at the edit is in the same block
    one, two = (mix(timeline.regions(0, further, 6 * RATE), spoken, 0, further)[:at] for timeline in (before, after))
    assert np.array_equal(one, two)


@fewer
@given(routines())
def test_a_session_without_a_key_sounds_like_the_rendered_score(routine):
    made = compose(routine)
    assume(not made.stops)
    timeline = ready(made).count_in(0, made, 0)
    assert np.array_equal(whole(timeline, frame(3), made.total), mix_score(made, KIT, 0, made.total))


def test_the_last_sound_rings_out_as_in_the_rendered_score():
    timeline = ready(SCORE).count_in(0, SCORE, 0)
    rendered = mix_score(SCORE, KIT, SCORE.total, KIT.tail)
    assert rendered.any()
    assert np.array_equal(whole(timeline, frame(3) + SCORE.total, KIT.tail), rendered)


def test_a_sound_rings_out_into_a_pause():
    tone = KIT.tones["inhale"]
    cut = 1000
    timeline = ready(SCORE).count_in(0, SCORE, 0).stop(frame(3) + cut, "paused", SCORE, cut)
    rest = whole(timeline, frame(3) + cut, KIT.tail)
    assert np.array_equal(rest[: len(tone) - cut], tone[cut:])
    assert not rest[len(tone) - cut :].any()


def test_a_sound_rings_out_into_a_jump_and_its_count_in():
    tone, tick = KIT.tones["inhale"], KIT.tones["tick"]
    timeline = ready(SCORE).count_in(0, SCORE, 0).count_in(frame(3) + 1000, SCORE, frame(10))
    expected = tone[1000:].copy()
    expected[: len(tick)] += tick[: len(expected)]
    assert np.array_equal(whole(timeline, frame(3) + 1000, len(expected)), expected)


def test_a_pause_is_silent_once_everything_has_rung_out():
    timeline = ready(SCORE).count_in(0, SCORE, 0).stop(frame(4), "paused", SCORE, frame(1))
    assert not whole(timeline, frame(5), 10 * RATE).any()
