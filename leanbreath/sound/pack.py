"""Sound packs: a folder with `pack.yaml` and a sound for each cue."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from leanbreath.routine.problems import Place, Problem, Problems
from leanbreath.routine.reader import read_form
from leanbreath.score.score import Sound
from leanbreath.sound.decode import Unplayable, decoded
from leanbreath.sound.pack_file import GlideForm, PackForm, SoundForm
from leanbreath.sound.sound_bank import SoundBank, Sounds


@dataclass(frozen=True)
class Pack:
    """A pack as it is played: its sounds by cue, its glides by phase, and its form."""

    form: PackForm
    tones: Sounds
    glides: Mapping[str, GlideForm]

    @property
    def bank(self) -> SoundBank:
        """What plays a score with this pack and without a voice."""
        return SoundBank(self.tones, self.glides)


def load(folder: Path, cache: Path | None = None) -> Pack:
    """Return a pack; raise `Problems` with every mistake in it; `cache` is a folder for what has to be converted."""
    form = _form(folder)
    tones: dict[str, NDArray[np.float32]] = {}
    problems: list[Problem] = []
    for cue, sound in form.cues.items():
        try:
            tones[cue] = _at_gain(decoded(folder / sound.file, cache), form.gain + sound.gain)
        except Unplayable as error:
            fix = "name a WAV, FLAC, MP3 or Ogg Vorbis file of at most 30 seconds"
            problems.append(Problem(Place(str(folder / sound.file)), f"this sound cannot be read: {error}", fix))
    if problems:
        raise Problems(problems)
    glides: dict[str, GlideForm] = {phase: _glide(each, form.gain) for phase, each in form.glides.items()}
    return Pack(form, tones, glides)


def _form(folder: Path) -> PackForm:
    path = folder / "pack.yaml"
    reading = read_form(path, PackForm)
    if reading.value is None or reading.problems:
        raise Problems(reading.problems)
    form: PackForm = reading.value
    missing = [cue for cue in get_args(Sound) if cue not in form.cues]
    if missing:
        raise Problems([Problem(Place(str(path)), f"no sound for {', '.join(missing)}", "name a file for each cue")])
    outside = [sound for sound in form.cues.values() if not _inside(folder, sound)]
    if outside:
        message = f"{outside[0].file} leads out of the folder of this pack"
        raise Problems([Problem(Place(str(path)), message, "keep the sounds beside pack.yaml")])
    return form


def _inside(folder: Path, sound: SoundForm) -> bool:
    try:
        return (folder / sound.file).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):  # too long to be a name: it is told when it is opened
        return True


def _at_gain(sound: NDArray[np.float32], decibels: float) -> NDArray[np.float32]:
    if not decibels:
        return sound
    louder = sound * np.float32(10 ** (decibels / 20))
    louder.setflags(write=False)
    return louder


def _glide(form: GlideForm, decibels: float) -> GlideForm:
    return GlideForm(low=form.low, high=form.high, gain=form.gain + decibels, overtones=form.overtones)
