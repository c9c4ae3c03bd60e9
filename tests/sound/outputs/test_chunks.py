"""A chunk ends in a silence, and simpleaudio is refused where it would crash."""

import numpy as np
import pytest

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import simpleaudio
from leanbreath.sound.outputs.chunks import (
    GOOD_SILENCE_FRAMES,
    LONGEST_FRAMES,
    RESTART_FRAMES,
    SILENCE_FRAMES,
    can_restart,
    next_chunk,
)


class Drawn:
    """A source that is loud except in some ranges of frames."""

    def __init__(self, *silences: tuple[int, int]) -> None:
        self._silences = silences

    def heard_frame(self):
        return 0

    def version(self):
        return 0

    def stands_still(self, first):
        return False

    def mix(self, first, count):
        block = np.full((count, 2), 0.25, np.float32)
        for begin, end in self._silences:
            block[max(begin - first, 0) : max(end - first, 0)] = 0
        return block


@pytest.mark.parametrize("first", [0, 7 * RATE])
@pytest.mark.parametrize(
    ("silences", "expected"),
    [
        # within the first twenty seconds none counts, and of two good ones the first is taken
        ([(1, RATE), (31, GOOD_SILENCE_FRAMES), (41, 2 * GOOD_SILENCE_FRAMES)], 31),
        # a good one is worth waiting for
        ([(31, 500), (51, GOOD_SILENCE_FRAMES)], 51),
        # where there is none, the longest is taken
        ([(31, 500), (41, 600), (51, 400)], 41),
    ],
)
def test_a_chunk_ends_in_the_middle_of_the_first_good_silence_after_twenty_seconds_or_else_of_the_longest(
    first, silences, expected
):
    frames = {second: first + second * RATE for second, _ in silences}
    made = next_chunk(Drawn(*((frames[second], frames[second] + long) for second, long in silences)), first)
    half = dict(silences)[expected] // 2
    assert first + len(made) == frames[expected] + half and not made[-half:].any() and made[-half - 1].any()


def test_a_short_chunk_ends_in_the_longest_silence_of_the_first_block_that_has_one():
    assert len(next_chunk(Drawn((RATE, RATE + 100), (RATE // 2, RATE // 2 + 40)), 0, least=0)) == RATE + 50


@pytest.mark.parametrize(("silent", "expected"), [(RESTART_FRAMES, True), (RESTART_FRAMES - 1, False), (0, False)])
def test_a_chunk_that_begins_with_silence_can_be_restarted(silent, expected):
    made = next_chunk(Drawn((0, silent), (25 * RATE, 26 * RATE)), 0)
    assert can_restart(made) is expected


def test_a_silence_that_is_too_short_does_not_count_and_a_chunk_without_silence_is_cut_after_a_minute():
    assert len(next_chunk(Drawn((25 * RATE, 25 * RATE + SILENCE_FRAMES - 1)), 0)) == LONGEST_FRAMES


def test_a_chunk_holds_the_mix_in_16_bits():
    made = next_chunk(Drawn((25 * RATE, 26 * RATE)), 0)
    assert made.dtype == np.int16 and (made[: 25 * RATE] == 8_192).all()


@pytest.mark.parametrize(
    ("installed", "python", "expected"),
    [
        ({}, (3, 11), "simpleaudio is missing; install it with  pip install 'leanbreath[simpleaudio]'"),
        ({"simpleaudio": "1.0.4"}, (3, 11), ""),
        ({"simpleaudio-patched": "1.0.5"}, (3, 12), ""),
        ({"simpleaudio-patched": "1.0.5"}, (3, 11), ""),
        ({"simpleaudio": "1.0.4"}, (3, 12), "simpleaudio 1.0.4 crashes Python 3.12; replace it"),
        ({"simpleaudio": "1.0.4", "simpleaudio-patched": "1.0.5"}, (3, 13), "simpleaudio 1.0.4 crashes Python 3.13"),
    ],
)
def test_a_pair_that_crashes_is_refused_and_a_missing_package_is_named(installed, python, expected):
    reason = simpleaudio.unusable_reason(python, installed)
    assert reason.startswith(expected) and bool(reason) == bool(expected)
