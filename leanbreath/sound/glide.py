"""The tone that glides with the breath: pitch, loudness and brightness follow the pacer's curve."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import RATE, Glide
from leanbreath.sound.easing import raised_cosine
from leanbreath.sound.pack_file import GlideForm

Mono = NDArray[np.float32]

CHUNK = RATE // 2
"""Glides are synthesised in whole chunks of this many frames, so any block cut from them has the same bits."""

EDGE_SECONDS = 0.15
FAINTEST = 0.35
"""The loudness with empty lungs as a share of the loudness with full lungs."""

PAN = 0.4
"""How far to its side, from 0 to 1, the breath of a sided drill is panned."""


def glide_tone(form: GlideForm, glide: Glide, first: int, count: int) -> Mono:
    """Return frames `first` to `first + count` of a glide, counted from its start; all of them lie within it."""
    length = glide.end - glide.start
    pieces = []
    while count > 0:
        index, skipped = divmod(first, CHUNK)
        piece = _chunk(form, glide.phase, length, index)[skipped : skipped + count]
        pieces.append(piece)
        first, count = first + len(piece), count - len(piece)
    return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)


def stereo_gains(glide: Glide) -> tuple[np.float32, np.float32]:
    """Return the gains of a glide on the left and on the right."""
    pan = {"left": -PAN, "right": PAN, None: 0.0}[glide.side]
    angle = (pan + 1) * np.pi / 4
    return np.float32(np.cos(angle)), np.float32(np.sin(angle))


@lru_cache(maxsize=64)
def _chunk(form: GlideForm, phase: str, length: int, index: int) -> Mono:
    """Return one whole chunk of a glide.

    The pitch in Hz follows a raised cosine, so the phase of the sine has a closed form at every frame.
    """
    frame = np.arange(index * CHUNK, (index + 1) * CHUNK)
    position = frame / length
    risen = position / 2 - np.sin(np.pi * position) / (2 * np.pi)
    level = raised_cosine(position)
    if phase == "exhale":
        risen, level = position - risen, 1 - level
    turns = 2 * np.pi * (length / RATE) * (form.low * position + (form.high - form.low) * risen)
    tone = np.sin(turns)
    for number, share in enumerate(form.overtones, 2):
        tone += share * level * np.sin(number * turns)
    loudness = 10 ** (form.gain / 20) * (FAINTEST + (1 - FAINTEST) * level)
    chunk = (tone * loudness * _edge_gain(frame, length)).astype(np.float32)
    chunk.setflags(write=False)
    return chunk


def _edge_gain(frame: NDArray[np.int_], length: int) -> NDArray[np.float64]:
    """Return soft edges at both ends of a glide, and silence after it."""
    edge = min(EDGE_SECONDS * RATE, length / 4)
    near = np.clip(np.minimum(frame, length - frame) / edge, 0, 1)
    return raised_cosine(near)
