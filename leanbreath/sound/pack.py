"""Sound packs: a folder with `pack.yaml` and a sound for each cue."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from leanbreath.routine.problems import Place, Problem, Problems
from leanbreath.routine.reader import read_file_as
from leanbreath.score.score import Sound
from leanbreath.sound.pack_file import GlideForm, PackForm, SoundForm
from leanbreath.sound.sound_bank import SoundBank, Sounds
from leanbreath.sound.sound_file import Unplayable, read_sound


@dataclass(frozen=True)
class Pack:
    """A loaded pack: its sounds by cue, its glides by phase, and its description."""

    form: PackForm
    tones: Sounds
    glides: Mapping[str, GlideForm]

    @property
    def bank(self) -> SoundBank:
        """The sound bank of this pack, without a voice."""
        return SoundBank(self.tones, self.glides)


def load_pack(folder: Path, cache: Path | None = None) -> Pack:
    """Return a pack; `cache` is a folder for converted sounds. Raise `Problems` with every mistake in it."""
    form = _form(folder)
    tones: dict[str, NDArray[np.float32]] = {}
    problems: list[Problem] = []
    for cue, sound in form.cues.items():
        try:
            tones[cue] = _with_gain(read_sound(folder / sound.file, cache), form.gain + sound.gain)
        except Unplayable as error:
            fix = "name a WAV, FLAC, MP3 or Ogg Vorbis file of at most 30 seconds"
            problems.append(Problem(Place(str(folder / sound.file)), f"can't read this sound: {error}", fix))
    if problems:
        raise Problems(problems)
    glides: dict[str, GlideForm] = {phase: _glide_with_gain(each, form.gain) for phase, each in form.glides.items()}
    return Pack(form, tones, glides)


def _form(folder: Path) -> PackForm:
    path = folder / "pack.yaml"
    reading = read_file_as(path, PackForm)
    if reading.value is None or reading.problems:
        raise Problems(reading.problems)
    form: PackForm = reading.value
    missing = [cue for cue in get_args(Sound) if cue not in form.cues]
    if missing:
        raise Problems([Problem(Place(str(path)), f"no sound for {', '.join(missing)}", "name a file for each cue")])
    outside = [sound for sound in form.cues.values() if not _inside(folder, sound)]
    if outside:
        message = f"{outside[0].file} is outside this pack's folder"
        raise Problems([Problem(Place(str(path)), message, "put the sounds next to pack.yaml")])
    return form


def _inside(folder: Path, sound: SoundForm) -> bool:
    try:
        return (folder / sound.file).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):  # too long to be a name: opening it reports that
        return True


def _with_gain(sound: NDArray[np.float32], decibels: float) -> NDArray[np.float32]:
    if not decibels:
        return sound
    scaled = sound * np.float32(10 ** (decibels / 20))
    scaled.setflags(write=False)
    return scaled


def _glide_with_gain(form: GlideForm, decibels: float) -> GlideForm:
    return GlideForm(low=form.low, high=form.high, gain=form.gain + decibels, overtones=form.overtones)
