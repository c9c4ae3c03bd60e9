"""Headroom: one gain for a whole score, chosen before it plays, so that nothing clips."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import Score
from leanbreath.score.speech import is_spoken
from leanbreath.sound.ducking import ATTACK, DUCKED
from leanbreath.sound.panning import peak_gain
from leanbreath.sound.sound_bank import SoundBank

GRID = 480
"""Peaks are summed in steps of 10 ms."""

CEILING = 0.5
"""Half of full scale stays free for the volume keys."""

DUCKED_BOUND = DUCKED * np.float32(1.05)
"""A bound of the tones' gain from the step in which a line begins to the one after its end."""

Peaks = NDArray[np.float32]


def with_headroom(bank: SoundBank, *scores: Score) -> SoundBank:
    """Return the bank turned down as far as the loudest moment of some scores needs."""
    highest = max(peak_bound(score, bank) for score in scores)
    return replace(bank, gain=np.float32(CEILING / highest)) if highest > CEILING else bank


def peak_bound(score: Score, bank: SoundBank) -> float:
    """Return an upper bound of the score's samples: sounds that overlap are assumed to peak together."""
    size = (score.total + bank.tail) // GRID + 3
    tones, words = np.zeros(size, np.float32), np.zeros(size, np.float32)
    ducked = np.ones(size, np.float32)
    peaks = {sound: _peaks(tone) for sound, tone in bank.tones.items()}
    for cue in score.cues if score.density != "off" else ():
        if cue.sound is not None:
            _add_peaks(tones, cue.at, peaks[cue.sound] * np.float32(peak_gain(cue, score)), np.add)
        if cue.say and cue.say in bank.speech and is_spoken(cue, score.density):
            line = bank.spoken_line(cue.say, 0, len(bank.speech[cue.say]))
            _add_peaks(words, cue.at, _peaks(line), np.maximum)  # lines never overlap
            down = max(cue.at, ATTACK)  # a line at the very start has no time to duck them
            ducked[down // GRID : (cue.at + len(line)) // GRID + 2] = DUCKED_BOUND
    tones += _glide_peak(score, bank)
    return float((tones * ducked + words).max(initial=0))


def _glide_peak(score: Score, bank: SoundBank) -> float:
    if not score.glides:
        return 0.0
    return max((10 ** (form.gain / 20) * (1 + sum(form.overtones)) for form in bank.glides.values()), default=0.0)


def _add_peaks(grid: Peaks, at: int, peaks: Peaks, combine: np.ufunc) -> None:
    part = grid[at // GRID : at // GRID + len(peaks)]
    combine(part, peaks[: len(part)], out=part)


def _peaks(sound: NDArray[np.float32]) -> Peaks:
    """Return the peak of each step of a sound, over two neighbouring steps, as a sound may start between two."""
    padded = np.zeros((len(sound) // GRID + 1) * GRID, np.float32)
    padded[: len(sound)] = np.maximum(np.abs(sound[:, 0]), np.abs(sound[:, -1]))
    steps = padded.reshape(-1, GRID).max(axis=1)
    return np.asarray(np.maximum(np.append(steps, 0), np.append(0, steps)), np.float32)
