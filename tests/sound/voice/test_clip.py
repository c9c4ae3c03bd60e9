"""What an engine said becomes a clip: trimmed, at one level, at the mixer's rate, without a click."""

import numpy as np
import pytest

from leanbreath.score.score import RATE
from leanbreath.sound.voice import EmptyUtterance, Utterance
from leanbreath.sound.voice.clip import LEVEL_DB, PEAK, make_clip


def spoken(rate: int, before: float, seconds: float, after: float, level: float = 0.5) -> Utterance:
    """Return a tone between two silences, as something that was said."""
    tone = level * np.sin(2 * np.pi * 300 * np.arange(round(seconds * rate)) / rate)
    silences = np.zeros(round(before * rate)), np.zeros(round(after * rate))
    return Utterance(np.concatenate((silences[0], tone, silences[1])).astype(np.float32), rate)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_a_clip_is_trimmed_and_has_the_mixers_rate(rate):
    made = make_clip(spoken(rate, 0.3, 1.0, 0.7))
    assert made.dtype == np.int16 and made.ndim == 1
    assert len(made) == pytest.approx(1.04 * RATE, abs=0.01 * RATE)
    strength = np.abs(np.fft.rfft(made * np.hanning(len(made)), 4 * RATE))
    assert strength.argmax() / 4 == pytest.approx(300, abs=1)


@pytest.mark.parametrize("level", [0.001, 0.05, 0.9])
def test_loud_and_soft_voices_come_to_one_level(level):
    made = make_clip(spoken(RATE, 0, 1, 0, level)) / 32_768
    middle = made[RATE // 4 : RATE * 3 // 4]
    assert 20 * np.log10(np.sqrt(np.mean(middle**2))) == pytest.approx(LEVEL_DB, abs=0.6)


def test_a_voice_with_peaks_stays_under_the_ceiling():
    samples = np.full(RATE, 0.15, np.float32)
    samples[::4_000] = 1.0
    made = make_clip(Utterance(samples, RATE))
    assert np.abs(made).max() / 32_768 == pytest.approx(PEAK, abs=0.001)


def test_a_clip_begins_and_ends_without_a_click():
    made = np.abs(make_clip(Utterance(np.full(RATE, 0.5, np.float32), RATE)).astype(int))
    assert made[0] == made[-1] == 0 and np.abs(np.diff(made)).max() < 0.02 * made.max()


@pytest.mark.parametrize("count", [0, 500])
def test_a_silent_utterance_is_an_error(count):
    with pytest.raises(EmptyUtterance, match="spoke no sound"):
        make_clip(Utterance(np.zeros(count, np.float32), 22_050))
