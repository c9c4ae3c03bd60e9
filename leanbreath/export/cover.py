"""The cover picture of an audio file: a figure and the title below it, drawn in pixels, as PNG.

The figure engine's shapes are drawn with numpy and stored with the standard library: nothing else is needed, and the
same figure gives the same bytes everywhere.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import product
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from leanbreath.figure.camera import Camera
from leanbreath.figure.letters import LETTER_HEIGHT, LINE_GAP, STROKE_RADIUS, is_drawable, letters_width, line_strokes
from leanbreath.figure.pose_scene import Shot, extent, scene_layers
from leanbreath.figure.scan_conversion import capsule_spans
from leanbreath.figure.shapes import Capsule, Layer
from leanbreath.figure.svg import COLOURS, EDGED
from leanbreath.unsafe_characters import without_unsafe

SIZE, SAMPLES = 600, 4
"""The width and height in pixels, and how many samples lie in a pixel, across and down."""

MARGIN, BAND = 30, 150
"""Around figure and title, and the height of the band with the title, in pixels."""

LARGEST_LETTER = 6.0
"""The most pixels in a unit of the grid on which letters are drawn."""

EDGE = 1.2
"""How many centimetres of background set a body off from what lies behind it."""

PAPER, INK, TITLE = "#f6f3ec", "#23405e", "#ffffff"

Pixels = NDArray[np.float32]


def cover(shot: Shot | None, title: str) -> bytes:
    """Return a picture of a shot, if there is any, with a title; letters without strokes are left out."""
    picture = np.empty((SIZE, SIZE, 3), np.float32)
    picture[:] = _colour(PAPER)
    if shot:
        camera = _camera(shot)
        for layer in scene_layers(shot):
            _draw_layer(picture, layer, camera)
    picture[SIZE - BAND :] = _colour(INK)
    _draw_title(picture, title)
    return _png(np.rint(picture).astype(np.uint8))


def _camera(shot: Shot) -> Camera:
    """Return the camera that shows a shot above the band, as large as it fits, standing on its edge."""
    left, low, right, high = extent(shot.pose, shot.mirrored)
    width, height = SIZE - 2 * MARGIN, SIZE - BAND - 2 * MARGIN
    scale = min(width / (right - left), height / (high - low))
    below = BAND + MARGIN + (height - (high - low) * scale) / 2
    return Camera((left + right) / 2, low - below / scale, scale * SAMPLES, SIZE * SAMPLES, SIZE * SAMPLES)


def _draw_layer(picture: Pixels, layer: Layer, camera: Camera) -> None:
    if layer.tag in EDGED:
        _paint(picture, layer.shapes, camera, PAPER, EDGE)
    _paint(picture, layer.shapes, camera, COLOURS[layer.tag])


def _draw_title(picture: Pixels, title: str) -> None:
    lines, scale = _title_lines(title)
    if lines:
        low = -BAND / 2 / scale - (len(lines) * (LETTER_HEIGHT + LINE_GAP) - LINE_GAP) / 2
        camera = Camera(0.0, low, scale * SAMPLES, SIZE * SAMPLES, SIZE * SAMPLES)
        strokes = [stroke for place, line in enumerate(lines) for stroke in line_strokes(line, place)]
        _paint(picture, strokes, camera, TITLE)


def _title_lines(title: str) -> tuple[Sequence[str], float]:
    """Return a title in lines, and the pixels in a unit of their grid: those lines in which it is the largest."""
    plain = normalize("NFKD", without_unsafe(title)).upper()
    words = ["".join(letter for letter in word if is_drawable(letter)) for word in plain.split()]
    choices = [_wrapped([word for word in words if word], count) for count in (1, 2, 3)]
    return max(((lines, _scale(lines)) for lines in choices), key=lambda choice: choice[1])


def _wrapped(words: Sequence[str], count: int) -> Sequence[str]:
    """Return words in about so many lines of much the same length."""
    lines: list[str] = []
    width = len(" ".join(words)) / count
    for word in words:
        if lines and len(lines[-1]) + len(word) / 2 < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _scale(lines: Sequence[str]) -> float:
    if not lines:
        return 0.0
    across = (SIZE - 2 * MARGIN) / max(map(letters_width, lines))
    down = (BAND - MARGIN) / (len(lines) * (LETTER_HEIGHT + LINE_GAP) - LINE_GAP + 2 * STROKE_RADIUS)
    return min(across, down, LARGEST_LETTER)


def _paint(picture: Pixels, shapes: Iterable[Capsule], camera: Camera, colour: str, more: float = 0.0) -> None:
    """Paint shapes, each `more` centimetres wider, over a picture."""
    spans = [span for shape in shapes for span in capsule_spans(shape, camera, more, SAMPLES / 2)]
    if not spans:
        return
    top, bottom = min(row for row, *_ in spans) // SAMPLES, max(row for row, *_ in spans) // SAMPLES + 1
    mask = np.zeros(((bottom - top) * SAMPLES, camera.width), np.uint8)
    for row, left, right in spans:
        mask[row - top * SAMPLES, max(round(left), 0) : max(round(right), 0)] = 1
    counts = sum(mask[row::SAMPLES, column::SAMPLES] for row, column in product(range(SAMPLES), repeat=2))
    covered = np.asarray(counts, np.float32)[..., None] / SAMPLES**2
    picture[top:bottom] += covered * (_colour(colour) - picture[top:bottom])


def _colour(text: str) -> Pixels:
    return np.array([int(text[at : at + 2], 16) for at in (1, 3, 5)], np.float32)


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Return pixels as PNG: a header, rows without a filter, an end."""
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
