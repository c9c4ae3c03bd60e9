"""Makes the bundled sound packs: `python -m leanbreath.sound.synth sounds` writes them again, bit for bit."""

import sys
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE

Mono = NDArray[np.float64]
Stereo = NDArray[np.float64]

D3, D4, A4, C5, E5, A5 = 146.83, 293.66, 440.0, 523.25, 659.26, 880.0
CS5 = 554.37


def seconds(length: float) -> Mono:
    """Return the time of each frame of a length."""
    return np.arange(round(length * RATE)) / RATE


def edged(sound: Mono, attack: float, release: float) -> Mono:
    """Return a sound with raised-cosine edges of the given seconds, so that it begins and ends without a click."""
    shaped = sound.copy()
    rise, fall = round(attack * RATE), round(release * RATE)
    shaped[:rise] *= (1 - np.cos(np.pi * np.arange(rise) / rise)) / 2
    shaped[-fall:] *= (1 + np.cos(np.pi * (np.arange(fall) + 1) / fall)) / 2
    return shaped


def glide(start: float, end: float, length: float, overtones: tuple[float, ...]) -> Mono:
    """Return a tone whose pitch moves from `start` to `end` Hz on a raised cosine, with the given overtone levels."""
    way = (1 - np.cos(np.pi * seconds(length) / length)) / 2
    phase = 2 * np.pi * np.cumsum(start * (end / start) ** way) / RATE
    return np.asarray(sum(level * np.sin(number * phase) for number, level in enumerate((1.0, *overtones), 1)))


def bell(pitch: float, length: float, decay: float) -> Mono:
    """Return a struck tone that dies away to a half every `decay` seconds."""
    time = seconds(length)
    partials = ((1.0, 1.0), (2.0, 0.35), (3.01, 0.12), (4.2, 0.05))
    tone = sum(
        level * np.sin(2 * np.pi * pitch * ratio * time) * 0.5 ** (time * ratio / decay) for ratio, level in partials
    )
    return edged(np.asarray(tone), 0.004, min(0.08, length / 3))


def melody(notes: tuple[tuple[float, float], ...], length: float, decay: float) -> Mono:
    """Return bells struck at (second, pitch), in `length` seconds."""
    line = np.zeros(round(length * RATE))
    for second, pitch in notes:
        first = round(second * RATE)
        note = bell(pitch, length - second, decay)
        line[first : first + len(note)] += note[: len(line) - first]
    return line


def inhale() -> Mono:
    """Return a rising tone that swells and brightens."""
    length = 0.9
    return edged(glide(D4, A4, length, (0.3, 0.18, 0.08)), 0.35, 0.25)


def exhale() -> Mono:
    """Return a falling tone that is there at once, round, and sinks away."""
    length = 1.1
    return edged(glide(A4, D4, length, (0.08,)), 0.03, 0.85)


def tick(pitch: float) -> Mono:
    """Return a short wooden knock."""
    time = seconds(0.06)
    knock = np.sin(2 * np.pi * pitch * time) * 0.5 ** (time / 0.008)
    return edged(knock, 0.001, 0.01)


def panned(sound: Mono, place: float, peak: float) -> Stereo:
    """Return a sound at a place from -1 (left) to 1 (right), at a peak level from 0 to 1."""
    angle = (place + 1) * np.pi / 4
    stereo = np.stack((sound * np.cos(angle), sound * np.sin(angle)), axis=1)
    return np.asarray(stereo * (peak / np.abs(stereo).max()))


WARM: dict[str, Callable[[], Stereo]] = {
    "inhale": lambda: panned(inhale(), 0.0, 0.30),
    "exhale": lambda: panned(exhale(), 0.0, 0.30),
    "hold": lambda: panned(edged(glide(A4, A4, 0.28, (0.1,)), 0.05, 0.2), 0.0, 0.18),
    "rest": lambda: panned(edged(glide(D3 * 2, D3 * 2, 0.28, (0.2,)), 0.05, 0.2), 0.0, 0.18),
    "tick": lambda: panned(tick(1200.0), 0.0, 0.22),
    "left": lambda: panned(tick(900.0), -0.7, 0.26),
    "right": lambda: panned(tick(1350.0), 0.7, 0.26),
    "start": lambda: panned(melody(((0.0, A4), (0.13, E5)), 0.7, 0.12), 0.0, 0.34),
    "half": lambda: panned(melody(((0.0, C5), (0.2, C5)), 0.7, 0.10), 0.0, 0.26),
    "switch": lambda: panned(melody(((0.0, E5), (0.15, A4), (0.30, E5)), 0.9, 0.12), 0.0, 0.34),
    "step": lambda: panned(melody(((0.0, E5),), 0.6, 0.14), 0.0, 0.32),
    "done": lambda: panned(melody(((0.0, E5), (0.16, A4)), 0.8, 0.14), 0.0, 0.32),
    "end": lambda: panned(melody(((0.0, A4), (0.22, CS5), (0.44, E5), (0.66, A5)), 2.4, 0.35), 0.0, 0.42),
}

PACKS = {"warm": WARM}


def write(path: Path, sound: Stereo) -> None:
    """Write a sound as 16-bit WAV."""
    samples = np.rint(np.clip(sound, -1, 1) * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def main(folder: Path) -> None:
    """Write every pack into its folder."""
    for name, sounds in PACKS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for cue, make in sounds.items():
            write(folder / name / f"{cue}.wav", make())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
