"""Chapters as other programs read them: by ffprobe, from a file and from the audiobook that ffmpeg makes of it."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from leanbreath.export.chapters import Chapter

TOLERANCE_MS = {".m4b": 50}
"""How far a conversion may move chapters: it cuts off what an encoder added before the sound."""

PADDING_MS = 50
"""How much longer than the sound a file may be, since encoders fill their last block."""


def read_chapters(path: Path) -> list[Chapter]:
    """Return the chapters of a file in the order in which they are stored."""
    command = ["ffprobe", "-v", "error", "-show_chapters", "-of", "json", str(path)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [
        Chapter(_milliseconds(each["start_time"]), _milliseconds(each["end_time"]), each["tags"]["title"])
        for each in json.loads(shown)["chapters"]
    ]


def read_covers(path: Path) -> list[tuple[str, int, int]]:
    """Return the pictures attached to a file: their format, width and height."""
    command = ["ffprobe", "-v", "error", "-show_streams", "-select_streams", "v", "-of", "json", str(path)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    streams = [each for each in json.loads(shown)["streams"] if each["disposition"]["attached_pic"]]
    return [(each["codec_name"], each["width"], each["height"]) for each in streams]


def _milliseconds(seconds: str) -> int:
    return round(float(seconds) * 1000)


def to_audiobook(path: Path) -> Path:
    """Convert a file as its users do, with its cover as it is; return the file with the chapters of an audiobook."""
    target = path.with_suffix(path.suffix + ".m4b")
    command = ["ffmpeg", "-v", "error", "-y", "-i", str(path), "-c:v", "copy", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def differences(path: Path, expected: Sequence[Chapter], end_ms: int) -> list[str]:
    """Return what is wrong with the chapters of a file; the last may end with the score or with the file, `end_ms`."""
    try:
        found, most = read_chapters(path), TOLERANCE_MS.get(path.suffix, 1)
    except subprocess.CalledProcessError as error:
        return [f"ffprobe can't read the file: {error.stderr.strip()}"]
    wrong = [] if len(found) == len(expected) else [f"{len(found)} chapters, not {len(expected)}"]
    for number, (one, other) in enumerate(zip(found, expected, strict=False)):
        is_last = number == len(expected) - 1
        follows = is_last or number + 1 >= len(found) or one.end_ms == found[number + 1].start_ms
        latest = end_ms + PADDING_MS if is_last else other.end_ms
        is_placed = abs(one.start_ms - other.start_ms) <= most and other.end_ms - most <= one.end_ms <= latest + most
        if one.title != other.title or not follows or not is_placed or one.start_ms >= one.end_ms:
            wrong.append(f"{one} where {other} belongs")
    return wrong
