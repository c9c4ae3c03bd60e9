"""Writes the bundled sound packs again, bit for bit: `python -m leanbreath.sound.synth sounds`."""

import sys
import wave
from pathlib import Path

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.synth.packs import PACKS, sounds
from leanbreath.sound.synth.tones import Stereo


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
    for name, timbre in PACKS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for cue, sound in sounds(timbre).items():
            write(folder / name / f"{cue}.wav", sound)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
