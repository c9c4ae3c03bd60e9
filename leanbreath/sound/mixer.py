"""The mixer: any frames of any regions, from its arguments alone."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.region import Region
from leanbreath.score.score import Cue, Score
from leanbreath.score.speech import is_spoken
from leanbreath.sound.ducking import ATTACK, Ducking, ducking_gain
from leanbreath.sound.fade import FADE, fade_gain
from leanbreath.sound.glide import glide_tone
from leanbreath.sound.glide import stereo_gains as glide_gains
from leanbreath.sound.panning import stereo_gains
from leanbreath.sound.sound_bank import SoundBank

Block = NDArray[np.float32]


def mix(regions: Iterable[Region], bank: SoundBank, first: int, count: int) -> Block:
    """Return frames `first` to `first + count` of the regions' sound: float32, shape (count, 2).

    Each sample is the sum of the same sounds in the same order however the frames are split, and each gain depends on
    its frame alone, so blocks mixed one by one equal the whole, bit for bit.
    """
    block = np.zeros((count, 2), dtype=np.float32)
    regions = [region for region in regions if region.score.density != "off"]
    for region in regions:
        _add_tones(block, region, bank, first)
    for region in regions:
        _add_glides(block, region, bank, first)
    lines = [line for region in regions for line in _lines(region, bank, first, count)]
    gain = ducking_gain([line.ducking for line in lines], first, count)
    if gain is not None:
        block *= gain[:, None]
    for line in lines:
        if line.is_spoken:
            _add_speech(block, bank, line, first)
    return block if bank.gain == 1 else block * bank.gain


def mix_score(score: Score, bank: SoundBank, first: int, count: int) -> Block:
    """Return frames `first` to `first + count` of a whole score."""
    return mix((Region(score),), bank, first, count)


def _cues(region: Region, first: int, last: int) -> Iterator[tuple[int, Cue]]:
    """Yield the cues of a region that begin from frame `first` to before `last`, with their frames."""
    cues = region.score.cues
    index = max(bisect_right(cues, first - region.shift - 1, key=lambda cue: cue.at), region.first)
    end = len(cues) if region.last is None else region.last
    while index < end and cues[index].at + region.shift < last:
        yield cues[index].at + region.shift, cues[index]
        index += 1


def _add_tones(block: Block, region: Region, bank: SoundBank, first: int) -> None:
    for at, cue in _cues(region, first - bank.tone_tail + 1, first + len(block)):
        if cue.sound is not None:
            _add_tone(block, bank.tones[cue.sound], at - first, stereo_gains(cue, region.score))


class _Line(NamedTuple):
    """A line that starts at frame `at` and fades out at `fade_out_at`.

    A line that `is_spoken` no more ended with its region before it began; it only ducks the tones.
    """

    text: str
    at: int
    fade_out_at: int | None
    ducking: Ducking
    is_spoken: bool = True


def _lines(region: Region, bank: SoundBank, first: int, count: int) -> Iterator[_Line]:
    """Yield the lines whose words or ducking reach into a block."""
    if not bank.speech:
        return
    for at, cue in _cues(region, first - bank.speech_tail + 1, first + count + ATTACK):
        if _is_line(cue, region, bank):
            assert cue.say is not None
            begin = at - ATTACK if region.continues else max(at - ATTACK, region.begin)
            yield _Line(
                cue.say, at, region.fade_out_at, Ducking(begin, _ducking_end(at + len(bank.speech[cue.say]), region))
            )
    yield from _cut_lines(region, bank)


def _is_line(cue: Cue, region: Region, bank: SoundBank) -> bool:
    return bool(cue.say) and cue.say in bank.speech and is_spoken(cue, region.score.density)


def _ducking_end(end: int, region: Region) -> int:
    return end if region.fade_out_at is None else min(end, region.fade_out_at + FADE)


def _cut_lines(region: Region, bank: SoundBank) -> Iterator[_Line]:
    """Yield the lines that were about to start when a region ended: the tones recover from there."""
    if region.end is None or region.last is None:
        return
    for cue in region.score.cues[region.last :]:
        at = cue.at + region.shift
        if at >= region.end + ATTACK:
            return
        if _is_line(cue, region, bank):
            assert cue.say is not None
            yield _Line(cue.say, at, region.fade_out_at, Ducking(at - ATTACK, region.end), is_spoken=False)


def _add_glides(block: Block, region: Region, bank: SoundBank, first: int) -> None:
    """Add the glides of a region; a glide that it enters or leaves fades."""
    glides = region.score.glides if bank.glides else ()
    head = max(first, region.begin)
    tail = first + len(block) if region.end is None else min(first + len(block), region.end + FADE)
    index = bisect_right(glides, head - region.shift, key=lambda each: each.end)
    for glide in glides[index:]:
        start, end = max(glide.start + region.shift, head), min(glide.end + region.shift, tail)
        if glide.start + region.shift >= tail or (region.end is not None and glide.start + region.shift >= region.end):
            break
        if start < end and glide.phase in bank.glides:
            tone = glide_tone(bank.glides[glide.phase], glide, start - region.shift - glide.start, end - start)
            begun = region.begin if glide.start + region.shift < region.begin else None
            gain = fade_gain(begun, region.end, start, end - start)
            tone = tone if gain is None else tone * gain
            left, right = glide_gains(glide)
            block[start - first : end - first, 0] += tone * left
            block[start - first : end - first, 1] += tone * right


def _add_tone(block: Block, sound: Block, at: int, sides: Block | None) -> None:
    """Add a sound that starts at frame `at` of a block, which may lie before it."""
    head, tail = max(at, 0), min(at + len(sound), len(block))
    if head < tail:
        part = sound[head - at : tail - at]
        block[head:tail] += part if sides is None else part * sides


def _add_speech(block: Block, bank: SoundBank, line: _Line, first: int) -> None:
    """Add a spoken line to a block that starts at frame `first`."""
    at = line.at - first
    head, tail = max(at, 0), min(at + len(bank.speech[line.text]), len(block))
    if head < tail:
        samples = bank.spoken_line(line.text, head - at, tail - at)
        gain = fade_gain(None, None if line.fade_out_at is None else line.fade_out_at - first, head, tail - head)
        block[head:tail] += samples if gain is None else samples * gain[:, None]
