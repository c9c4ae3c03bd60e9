"""A brief routine for recorded tests, what it should sound like, and how to find that in a recording."""

import sys
from pathlib import Path

import numpy as np

from leanbreath.playback.audio_setup import prepare_audio
from leanbreath.score.score import RATE, Score
from leanbreath.session.moves import COUNT_IN_SECONDS
from leanbreath.session.splice import Splice
from leanbreath.session.timeline import Timeline
from leanbreath.sound.mixer import mix
from leanbreath.sound.pcm import to_pcm16
from leanbreath.userdata.settings import SoundSettings

BRIEF = """\
routine: brief
title: Brief
steps:
  - {title: Stand, hold: 8s, sides: each, switch: 4s}
  - {title: Breathe, breath: 2-1-2-0 x 2}
  - {title: Rock, reps: 4 @ 1s}
"""


def brief(folder: Path) -> Path:
    path = folder / "brief.yaml"
    path.write_text(BRIEF)
    return path


def played(score: Score, count: int, hearing: SoundSettings) -> np.ndarray:
    """Return the mix of a score with its count-in, as signed 16-bit samples."""
    made = prepare_audio(score, hearing)
    before = Timeline((Splice(0, "preparing", made.score, 0),))
    timeline = before.count_in(0, made.score, 0, COUNT_IN_SECONDS, is_entry=True)
    return to_pcm16(mix(timeline.regions(0, count, made.bank.tail), made.bank, 0, count))


def first_sound(samples: np.ndarray) -> int:
    """Return the first frame that is louder than the near-silence that wakes a headset."""
    return int(np.argmax(np.abs(samples.astype(int)).max(axis=1) > 1))


def from_first_sound(samples: np.ndarray) -> np.ndarray:
    """Return the samples from the first that is louder than the near-silence that wakes a headset."""
    return samples[first_sound(samples) :]


def difference(samples: np.ndarray, meant: np.ndarray) -> str:
    """Return where and how a recording differs from what was meant; an empty text if it doesn't."""
    wrong = np.any(samples != meant[: len(samples)], axis=1)
    if not wrong.any():
        return ""
    first = int(wrong.argmax())
    silent = int(np.argmax(samples[first:].any(axis=1)))
    after = samples[first + silent :][: RATE // 10]
    moved = next((n for n in range(4 * RATE) if np.array_equal(after, meant[first + n :][: len(after)])), None)
    return f"{wrong.sum()} frames differ, from {first} on; {silent} silent ones, then {moved} frames later in the mix"


def command(path: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "leanbreath", "run", str(path), "--at-once", *options]


def onsets(samples: np.ndarray, sound: np.ndarray) -> list[int]:
    """Return the frames at which a sound begins, by comparing sample for sample."""
    meant = to_pcm16(sound)[:, 0].astype(int)
    loud = int(np.argmax(np.abs(meant)))
    places = np.flatnonzero(samples[:, 0] == meant[loud]) - loud
    return [
        int(at)
        for at in places
        if at >= 0 and np.array_equal(samples[at : at + len(meant), 0], meant[: len(samples) - at])
    ]


def loud(samples: np.ndarray) -> np.ndarray:
    """Return the seconds in which something can be heard."""
    return np.flatnonzero(np.abs(samples.astype(int)).max(axis=1) > 100) / RATE


def _offset_after_edge(samples: np.ndarray, window: np.ndarray, first: int, offset: int) -> int | None:
    """Return how far into the recording a chunk lies that begins within a window; None if none does.

    Two chunks may sound together, or leave a gap, for up to a hundredth of a second.
    """
    here, most = samples[first + offset :][: len(window)], RATE // 100
    edge = int(np.argmin(here == window)) + most
    rest = window[edge:]
    starts = (first + offset + edge + shift for shift in range(-most, most + 1))
    found = (at for at in starts if len(rest) > most and np.array_equal(samples[at : at + len(rest)], rest))
    return next((at - first - edge for at in found), None)


def chunk_offsets(samples: np.ndarray, meant: np.ndarray) -> list[int]:
    """Return how far into the recording each distinct tenth of a second lies; all must be found."""
    found: list[int] = []
    wide = samples[:, 0].astype(float)
    for first in range(0, len(meant) - RATE // 10, RATE // 2):
        window = meant[first : first + RATE // 10, 0]
        if np.abs(window).max() < 500 or first + RATE > len(samples):
            continue
        places = [first + shift for shift in dict.fromkeys(found)] or range(0)
        if any(np.array_equal(samples[at : at + len(window), 0], window) for at in places):
            continue
        if found and (next_offset := _offset_after_edge(samples[:, 0], window, first, found[-1])) is not None:
            found.append(next_offset)
            continue
        near = max(first + (found[-1] if found else 0) - RATE // 4, 0)
        part = wide[near : near + (RATE if found else 20 * RATE)]
        size = len(part) + len(window)
        match = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(window, size)), size)
        at = near + int(match[: len(part) - len(window)].argmax())
        assert np.array_equal(samples[at : at + len(window), 0], window), first / RATE
        found.append(at - first)
    return found
