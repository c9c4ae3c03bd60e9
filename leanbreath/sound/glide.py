"""The tone that glides with the breath: pitch, loudness and brightness follow the pacer's own curve."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE, Glide
from leanbreath.sound.pack_file import GlideForm

Mono = NDArray[np.float32]

CHUNK = RATE // 2
"""A glide is made in pieces of this many frames, always whole, so that any block cut from them has the same bits."""

EDGE_SECONDS = 0.15
FAINTEST = 0.35
"""How loud the tone is where the breath is out, as a share of where it is in."""

PLACE = 0.4
"""How far to its side, from 0 to 1, the breath of a sided drill is heard."""


def glide(form: GlideForm, way: Glide, first: int, count: int) -> Mono:
    """Return frames `first` to `first + count` of a glide, counted from its start; all of them lie within it."""
    length = way.end - way.start
    pieces = []
    while count > 0:
        index, skipped = divmod(first, CHUNK)
        piece = _chunk(form, way.phase, length, index)[skipped : skipped + count]
        pieces.append(piece)
        first, count = first + len(piece), count - len(piece)
    return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)


def places(way: Glide) -> tuple[np.float32, np.float32]:
    """Return how loud a glide is on the left and on the right."""
    place = {"left": -PLACE, "right": PLACE, None: 0.0}[way.side]
    angle = (place + 1) * np.pi / 4
    return np.float32(np.cos(angle)), np.float32(np.sin(angle))


@lru_cache(maxsize=64)
def _chunk(form: GlideForm, phase: str, length: int, index: int) -> Mono:
    """Return a whole piece of a glide.

    With the pitch even in Hz along a raised cosine, the phase of the sine is known at every frame by itself.
    """
    frame = np.arange(index * CHUNK, (index + 1) * CHUNK)
    way = frame / length
    risen = way / 2 - np.sin(np.pi * way) / (2 * np.pi)
    level = (1 - np.cos(np.pi * way)) / 2
    if phase == "exhale":
        risen, level = way - risen, 1 - level
    turns = 2 * np.pi * (length / RATE) * (form.low * way + (form.high - form.low) * risen)
    tone = np.sin(turns)
    for number, share in enumerate(form.overtones, 2):
        tone += share * level * np.sin(number * turns)
    loudness = 10 ** (form.gain / 20) * (FAINTEST + (1 - FAINTEST) * level)
    chunk = (tone * loudness * _edges(frame, length)).astype(np.float32)
    chunk.setflags(write=False)
    return chunk


def _edges(frame: NDArray[np.int_], length: int) -> NDArray[np.float64]:
    """Return raised-cosine edges, silent from the end of the glide on."""
    edge = min(EDGE_SECONDS * RATE, length / 4)
    near = np.clip(np.minimum(frame, length - frame) / edge, 0, 1)
    return np.asarray((1 - np.cos(np.pi * near)) / 2)
