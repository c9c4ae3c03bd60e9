"""A stretch ends where it is silent, and simpleaudio is refused where it would crash."""

import numpy as np
import pytest

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import simpleaudio
from leanbreath.sound.outputs.chunks import GOOD, LEAD, MOST, QUIET, begins_silent, stretch


class Drawn:
    """A source that is loud but for some places, given in frames."""

    def __init__(self, *silences: tuple[int, int]) -> None:
        self._silences = silences

    def pull(self, count):
        raise AssertionError

    def heard(self):
        return 0

    def version(self):
        return 0

    def mixed(self, first, count):
        block = np.full((count, 2), 0.25, np.float32)
        for begin, end in self._silences:
            block[max(begin - first, 0) : max(end - first, 0)] = 0
        return block


@pytest.mark.parametrize("first", [0, 7 * RATE])
@pytest.mark.parametrize(
    ("silences", "expected"),
    [
        # within the first twenty seconds none counts, and of two good ones the first is taken
        ([(1, RATE), (31, GOOD), (41, 2 * GOOD)], 31),
        # a good one is worth waiting for
        ([(31, 500), (51, GOOD)], 51),
        # where there is none, the longest is taken
        ([(31, 500), (41, 600), (51, 400)], 41),
    ],
)
def test_a_stretch_ends_in_the_middle_of_a_good_silence_after_twenty_seconds_or_else_the_longest(
    first, silences, expected
):
    frames = {second: first + second * RATE for second, _ in silences}
    made = stretch(Drawn(*((frames[second], frames[second] + long) for second, long in silences)), first)
    half = dict(silences)[expected] // 2
    assert first + len(made) == frames[expected] + half and not made[-half:].any() and made[-half - 1].any()


def test_one_that_is_to_be_short_ends_in_the_first_silence_there_is_and_that_in_the_longest():
    assert len(stretch(Drawn((RATE, RATE + 100), (RATE // 2, RATE // 2 + 40)), 0, least=0)) == RATE + 50


@pytest.mark.parametrize(("silent", "expected"), [(LEAD, True), (LEAD - 1, False), (0, False)])
def test_a_stretch_that_begins_silent_can_be_begun_once_more(silent, expected):
    made = stretch(Drawn((0, silent), (25 * RATE, 26 * RATE)), 0)
    assert begins_silent(made) is expected


def test_a_silence_too_short_is_none_and_what_is_never_silent_is_cut_after_a_minute():
    assert len(stretch(Drawn((25 * RATE, 25 * RATE + QUIET - 1)), 0)) == MOST


def test_a_stretch_holds_what_the_mixer_gives_in_16_bits():
    made = stretch(Drawn((25 * RATE, 26 * RATE)), 0)
    assert made.dtype == np.int16 and (made[: 25 * RATE] == 8_192).all()


@pytest.mark.parametrize(
    ("installed", "python", "told"),
    [
        ({}, (3, 11), "simpleaudio is missing; install it with  pip install 'leanbreath[simpleaudio]'"),
        ({"simpleaudio": "1.0.4"}, (3, 11), ""),
        ({"simpleaudio-patched": "1.0.5"}, (3, 12), ""),
        ({"simpleaudio-patched": "1.0.5"}, (3, 11), ""),
        ({"simpleaudio": "1.0.4"}, (3, 12), "simpleaudio 1.0.4 crashes Python 3.12; replace it"),
        ({"simpleaudio": "1.0.4", "simpleaudio-patched": "1.0.5"}, (3, 13), "simpleaudio 1.0.4 crashes Python 3.13"),
    ],
)
def test_the_pair_that_crashes_is_refused_and_what_is_missing_is_told(installed, python, told):
    reason = simpleaudio.missing(python, installed)
    assert reason.startswith(told) and bool(reason) == bool(told)
