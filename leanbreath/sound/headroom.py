"""Headroom: how far a whole score is turned down so that nothing clips, settled before it is played."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import Score
from leanbreath.score.speech import aloud
from leanbreath.sound.envelope import ATTACK, DUCKED
from leanbreath.sound.panning import loudest
from leanbreath.sound.sound_bank import SoundBank

GRID = 480
"""Peaks are added up in steps of 10 ms."""

CEILING = 0.5
"""Half of full scale is left to the volume under the runner's hand."""

UNDER_WORDS = DUCKED * np.float32(1.05)
"""How far tones are down from the step in which a line begins to the one after its end, in which they come back."""

Peaks = NDArray[np.float32]


def with_headroom(bank: SoundBank, score: Score) -> SoundBank:
    """Return the bank turned down as far as the loudest moment of a score asks for, or as it is."""
    highest = peak(score, bank)
    return replace(bank, gain=np.float32(CEILING / highest)) if highest > CEILING else bank


def peak(score: Score, bank: SoundBank) -> float:
    """Return a bound of the score's samples: what sounds at the same time is taken to peak at the same time."""
    size = (score.total + bank.tail) // GRID + 3
    tones, words = np.zeros(size, np.float32), np.zeros(size, np.float32)
    ducked = np.ones(size, np.float32)
    for cue in score.cues if score.density != "off" else ():
        if cue.sound is not None:
            _lay(tones, cue.at, _peaks(bank.tones[cue.sound]) * np.float32(loudest(cue, score)), np.add)
        if cue.say and cue.say in bank.speech and aloud(cue, score.density):
            line = bank.line(cue.say, 0, len(bank.speech[cue.say]))
            _lay(words, cue.at, _peaks(line), np.maximum)  # no two lines are said at once
            down = max(cue.at, ATTACK)  # a line at the very beginning does not find them down
            ducked[down // GRID : (cue.at + len(line)) // GRID + 2] = UNDER_WORDS
    tones += _glide_peak(score, bank)
    return float((tones * ducked + words).max(initial=0))


def _glide_peak(score: Score, bank: SoundBank) -> float:
    if not score.glides:
        return 0.0
    return max((10 ** (form.gain / 20) * (1 + sum(form.overtones)) for form in bank.glides.values()), default=0.0)


def _lay(grid: Peaks, at: int, peaks: Peaks, together: np.ufunc) -> None:
    part = grid[at // GRID : at // GRID + len(peaks)]
    together(part, peaks[: len(part)], out=part)


def _peaks(sound: NDArray[np.float32]) -> Peaks:
    """Return the peak of each step of a sound, of two steps next to each other, as it may begin between two."""
    padded = np.zeros((len(sound) // GRID + 1) * GRID, np.float32)
    padded[: len(sound)] = np.abs(sound).max(axis=1)
    steps = padded.reshape(-1, GRID).max(axis=1)
    return np.asarray(np.maximum(np.append(steps, 0), np.append(0, steps)), np.float32)
