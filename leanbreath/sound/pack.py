"""Sound packs: a folder with `pack.yaml` and a WAV for each cue."""

import wave
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from leanbreath.routine.problems import Place, Problem, Problems
from leanbreath.routine.reader import read_form
from leanbreath.score.score import RATE, Sound
from leanbreath.sound.form import PackForm

Sounds = Mapping[str, NDArray[np.float32]]
"""Each cue's sound: float32, shape (frames, 2), at 48 000 frames a second."""


def load(folder: Path) -> Sounds:
    """Return the sounds of a pack; raise `Problems` with every mistake in it."""
    path = folder / "pack.yaml"
    reading = read_form(path, PackForm)
    if reading.value is None or reading.problems:
        raise Problems(reading.problems)
    form = reading.value
    missing = [cue for cue in get_args(Sound) if cue not in form.cues]
    if missing:
        raise Problems(
            [Problem(Place(str(path)), f"no sound for {', '.join(missing)}", "name a WAV file for each cue")]
        )
    outside = [name for name in form.cues.values() if not _inside(folder / name, folder)]
    if outside:
        message = f"{outside[0]} leads out of the folder of this pack"
        raise Problems([Problem(Place(str(path)), message, "keep the sounds beside pack.yaml")])
    return {cue: _wav(folder / name) for cue, name in form.cues.items()}


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):  # too long to be a name: it is told when it is opened
        return True


def _wav(path: Path) -> NDArray[np.float32]:
    try:
        with wave.open(str(path), "rb") as file:
            kept = (file.getframerate(), file.getsampwidth(), file.getnchannels())
            raw = file.readframes(file.getnframes())
            if len(raw) != file.getnframes() * kept[1] * kept[2]:
                raise EOFError("it breaks off")
    except (OSError, wave.Error, EOFError) as error:
        raise Problems(
            [Problem(Place(str(path)), f"this sound cannot be read: {error}", "make it a WAV file")]
        ) from error
    if kept != (RATE, 2, 2):
        raise Problems(
            [
                Problem(
                    Place(str(path)),
                    f"{kept[0]} Hz, {kept[1] * 8} bit, {kept[2]} channels",
                    "make it 48000 Hz, 16 bit, stereo",
                )
            ]
        )
    samples = np.frombuffer(raw, dtype="<i2").reshape(-1, 2)
    sound = (samples / np.float32(32768)).astype(np.float32)
    sound.setflags(write=False)
    return sound
