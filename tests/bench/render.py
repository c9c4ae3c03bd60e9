"""What rendering costs, whether a file holds what is played live, and whether every tone is where the sheet says."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import numpy as np
import soundfile
from numpy.typing import NDArray

from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.routine.library import bundled_folder
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.sound.mixer import mix
from leanbreath.sound.pack import load_pack
from leanbreath.sound.pcm import to_pcm16
from leanbreath.take_along.audio import prepare_recording
from leanbreath.take_along.options import Options
from leanbreath.userdata.settings import Settings
from tests.bench.sound import value
from tests.bench.table import Row

NAME = "daily-12"
TIMES = 3
LIVE = 1_920
"""The block in which a device asks for frames."""


def cost(folder: Path) -> tuple[Row, Row, Row]:
    """Render `daily-12` with its voice, once to fill the cache and then to measure."""
    path = folder / "daily.wav"
    _render(path, folder)
    times, peaks = zip(*(_render(path, folder) for _ in range(TIMES)), strict=True)
    routine = compose(value(NAME))
    seconds, second = routine.total / RATE, sorted(times)[TIMES // 2]
    os.environ["XDG_CACHE_HOME"] = str(folder)
    recording, bank = prepare_recording(routine, Settings(), Options(AudioOptions()), print)
    samples = soundfile.read(path, dtype="int16")[0]
    wrong = sum(
        not np.array_equal(
            samples[first : first + LIVE],
            to_pcm16(mix(recording.regions, bank, first, min(LIVE, len(samples) - first))),
        )
        for first in range(0, len(samples), LIVE)
    )
    speed = f"{second:.2f} s, the whole command: {seconds / second:,.0f} times real time"
    return (
        Row(f"render {NAME} to WAV, voice cached", speed, "≥ 500 times", seconds / second >= 500),
        Row("memory of that", f"{max(peaks):.0f} MB at its peak", "≤ 120 MB", max(peaks) <= 120),
        Row("against blocks of the live mixer", f"{wrong} of {len(samples) // LIVE} blocks differ", "0", wrong == 0),
    )


def _render(path: Path, folder: Path, *options: str) -> tuple[float, float]:
    """Render, and return the seconds and megabytes it took."""
    command = [sys.executable, "-m", "leanbreath", "render", NAME, "-o", str(path), *options]
    code = f"import subprocess, resource; subprocess.run({command!r}, check=True, capture_output=True); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    begun = perf_counter()
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True)
    return perf_counter() - begun, int(done.stdout) / 1024


def onsets(folder: Path) -> Row:
    """Find each tone of the sheet in a file of tones by cross-correlation with the pack's own sounds."""
    path = folder / "tones.wav"
    _render(path, folder, "--cues", "tones", "--no-glide")
    samples = soundfile.read(path, dtype="float32")[0]
    command = [sys.executable, "-m", "leanbreath", "cues", NAME, "--json"]
    sheet = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    wished: dict[int, list[str]] = {}
    for cue in sheet["cues"]:
        if cue["sound"]:
            wished.setdefault(cue["at"], []).append(cue["sound"])
    tones = load_pack(bundled_folder("sounds") / "warm").tones
    away = [abs(_found(samples, at, sum_of([tones[each] for each in names])) - at) for at, names in wished.items()]
    text = f"{sum(each <= 1 for each in away)} of {len(away)} found, {max(away)} frames away at most"
    return Row("tones in a file, by cross-correlation", text, "all, ≤ 1 frame", max(away) <= 1)


def sum_of(sounds: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Return sounds that begin together as one."""
    whole = np.zeros((max(map(len, sounds)), 2), np.float32)
    for sound in sounds:
        whole[: len(sound)] += sound
    return whole


def _found(samples: NDArray[np.float32], at: int, sound: NDArray[np.float32]) -> int:
    """Return where around a frame a sound is most like the samples."""
    low, head = max(at - RATE // 20, 0), sound[: RATE // 10]
    part = samples[low : at + RATE // 20 + len(head)]
    match = sum(np.correlate(part[:, side], head[:, side], "valid") for side in (0, 1))
    size = np.sqrt(sum(np.convolve(part[:, side] ** 2, np.ones(len(head)), "valid") for side in (0, 1)))
    return low + int(np.argmax(match / np.maximum(size, 1e-6)))


def rows() -> list[Row]:
    """Measure everything about files."""
    with tempfile.TemporaryDirectory() as folder:
        return [*cost(Path(folder)), onsets(Path(folder))]
