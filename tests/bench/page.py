"""What a routine's page costs, and whether its times are those of the cue sheet and its sound is where they say."""

import json
import os
import re
import subprocess
import sys
import tempfile
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from leanbreath.routine.library import bundled_folder
from leanbreath.sound.pack import load_pack
from tests.bench.table import Row

NAME = "pre-run-6"
TIMES = 3
MEGABYTE = 1e6


def rows() -> list[Row]:
    """Render the page with its voice, once to fill the cache and then to measure; then one of tones alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "warmup.html"
        _render(path, folder)
        seconds = sorted(_render(path, folder) for _ in range(TIMES))[TIMES // 2]
        page, sheet = _data(path), _sheet(folder)
        size = path.stat().st_size / MEGABYTE
        total = page["total"] - sheet["total_frames"]
        return [
            Row(f"{NAME} as a page with voice", f"{size:.2f} MB", "≤ 3 MB", size <= 3),
            Row("written, voice cached", f"{seconds:.1f} s, the whole command", "≤ 6 s", seconds <= 6),
            Row("its total against `cues`", f"{total} frames", "0", total == 0),
            _segments(page, sheet),
            _tones(folder, sheet),
        ]


def _render(path: Path, folder: Path, *options: str) -> float:
    """Render, and return the seconds it took."""
    begun = perf_counter()
    _run(folder, "render", NAME, "-o", str(path), *options)
    return perf_counter() - begun


def _run(folder: Path, *arguments: str) -> str:
    homes = {f"XDG_{each}_HOME": str(folder) for each in ("CACHE", "CONFIG", "DATA")}
    command = [sys.executable, "-m", "leanbreath", *arguments]
    return subprocess.run(command, env={**os.environ, **homes}, check=True, capture_output=True, text=True).stdout


def _data(path: Path) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', path.read_text())
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def _sheet(folder: Path) -> dict[str, Any]:
    sheet: dict[str, Any] = json.loads(_run(folder, "cues", NAME, "--json"))
    return sheet


def _segments(page: dict[str, Any], sheet: dict[str, Any]) -> Row:
    """Compare the start of each segment of the page with that on the cue sheet."""
    starts = []
    for each in page["segments"]:
        passage = page["passages"][each["passage"]]
        starts += [] if each["kind"] == "count-in" else [passage["time"] + each["at"] - passage["at"]]
    wrong = sum(one != other["start"] for one, other in zip(starts, sheet["segments"], strict=True))
    return Row("its segments against `cues`", f"{wrong} of {len(starts)} at another frame", "0", wrong == 0)


def _tones(folder: Path, sheet: dict[str, Any]) -> Row:
    """Find each tone of the sheet in the decoded sound, by cross-correlation with the pack's own sounds."""
    path = folder / "tones.html"
    _render(path, folder, "--cues", "tones", "--no-glide")
    page = _data(path)
    samples, rate = soundfile.read(BytesIO(b64decode(page["sound"]["base64"])), dtype="float32")
    lead = next(each["at"] for each in page["passages"] if each["time"] == 0)
    tones, ratio = load_pack(bundled_folder("sounds") / "warm").bank.tones, page["rate"] // rate
    cues: dict[int, list[str]] = {}
    for cue in sheet["cues"]:
        if cue["sound"] and cue["at"] >= 0:
            cues.setdefault(cue["at"], []).append(cue["sound"])
    away = []
    for at, names in cues.items():
        place = (at + lead) // ratio
        away.append(abs(_found(samples, place, _sum([tones[each][::ratio] for each in names])) - place) / rate * 1000)
    text = f"{len(away)} tones, {max(away):.2f} ms away at most"
    return Row("tones in its decoded sound", text, "≤ 10 ms", max(away) <= 10)


def _sum(sounds: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Return sounds that begin together as one."""
    whole = np.zeros((max(map(len, sounds)), 2), np.float32)
    for sound in sounds:
        whole[: len(sound)] += sound
    return whole


def _found(samples: NDArray[np.float32], at: int, sound: NDArray[np.float32]) -> int:
    """Return where around a frame a sound is most like the samples."""
    head, near = sound[:2_400], 1_200
    low = max(at - near, 0)
    part = samples[low : at + near + len(head)]
    match = sum(np.correlate(part[:, side], head[:, side], "valid") for side in (0, 1))
    size = np.sqrt(sum(np.convolve(part[:, side] ** 2, np.ones(len(head)), "valid") for side in (0, 1)))
    return low + int(np.argmax(match / np.maximum(size, 1e-3)))
