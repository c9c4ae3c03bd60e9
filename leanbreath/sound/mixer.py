"""The mixer: any frames of any regions, from nothing but its arguments."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.region import Region
from leanbreath.score.score import Cue, Score
from leanbreath.score.speech import aloud
from leanbreath.sound.envelope import ATTACK, FADE, Ducking, duck, edges
from leanbreath.sound.glide import glide
from leanbreath.sound.glide import places as glide_places
from leanbreath.sound.panning import places
from leanbreath.sound.sound_bank import SoundBank

Block = NDArray[np.float32]


def mix(regions: Iterable[Region], bank: SoundBank, first: int, count: int) -> Block:
    """Return frames `first` to `first + count` of what the regions sound like: float32, shape (count, 2).

    Each sample is the sum of the same sounds in the same order however the frames are split, and each gain depends on
    its frame alone, so that blocks mixed one by one equal the whole, bit for bit.
    """
    block = np.zeros((count, 2), dtype=np.float32)
    regions = [region for region in regions if region.score.density != "off"]
    for region in regions:
        _add_tones(block, region, bank, first)
    for region in regions:
        _add_glides(block, region, bank, first)
    lines = [line for region in regions for line in _lines(region, bank, first, count)]
    gain = duck([line.ducking for line in lines], first, count)
    if gain is not None:
        block *= gain[:, None]
    for line in lines:
        if line.said:
            _say(
                block, bank, line.text, line.at - first, None if line.fade_out_at is None else line.fade_out_at - first
            )
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
            _lay(block, bank.tones[cue.sound], at - first, places(cue, region.score))


class _Spoken(NamedTuple):
    """A line from frame `at` on, cut off at `fade_out_at`; one not `said` was about to start when its region ended."""

    text: str
    at: int
    fade_out_at: int | None
    ducking: Ducking
    said: bool = True


def _lines(region: Region, bank: SoundBank, first: int, count: int) -> Iterator[_Spoken]:
    """Yield the lines whose words, or whose ducking, reach into a block."""
    if not bank.speech:
        return
    for at, cue in _cues(region, first - bank.speech_tail + 1, first + count + ATTACK):
        if _heard(cue, region, bank):
            assert cue.say is not None
            begin = at - ATTACK if region.continues else max(at - ATTACK, region.begin)
            yield _Spoken(cue.say, at, region.fade_out_at, Ducking(begin, _end(at + len(bank.speech[cue.say]), region)))
    yield from _unsaid(region, bank)


def _heard(cue: Cue, region: Region, bank: SoundBank) -> bool:
    return bool(cue.say) and cue.say in bank.speech and aloud(cue, region.score.density)


def _end(end: int, region: Region) -> int:
    return end if region.fade_out_at is None else min(end, region.fade_out_at + FADE)


def _unsaid(region: Region, bank: SoundBank) -> Iterator[_Spoken]:
    """Yield the lines for which tones had begun to go down as a region ended: they come back from there."""
    if region.end is None or region.last is None:
        return
    for cue in region.score.cues[region.last :]:
        at = cue.at + region.shift
        if at >= region.end + ATTACK:
            return
        if _heard(cue, region, bank):
            assert cue.say is not None
            yield _Spoken(cue.say, at, region.fade_out_at, Ducking(at - ATTACK, region.end), said=False)


def _add_glides(block: Block, region: Region, bank: SoundBank, first: int) -> None:
    """Add the glides of a region; where it begins or ends within one, that fades."""
    glides = region.score.glides if bank.glides else ()
    head = max(first, region.begin)
    tail = first + len(block) if region.end is None else min(first + len(block), region.end + FADE)
    index = bisect_right(glides, head - region.shift, key=lambda glide: glide.end)
    for way in glides[index:]:
        start, end = max(way.start + region.shift, head), min(way.end + region.shift, tail)
        if way.start + region.shift >= tail or (region.end is not None and way.start + region.shift >= region.end):
            break
        if start < end and way.phase in bank.glides:
            tone = glide(bank.glides[way.phase], way, start - region.shift - way.start, end - start)
            begun = region.begin if way.start + region.shift < region.begin else None
            gain = edges(begun, region.end, start, end - start)
            tone = tone if gain is None else tone * gain
            left, right = glide_places(way)
            block[start - first : end - first, 0] += tone * left
            block[start - first : end - first, 1] += tone * right


def _lay(block: Block, sound: Block, at: int, sides: Block | None) -> None:
    """Add a sound to a block, from frame `at` of the block on, which may lie before it."""
    head, tail = max(at, 0), min(at + len(sound), len(block))
    if head < tail:
        part = sound[head - at : tail - at]
        block[head:tail] += part if sides is None else part * sides


def _say(block: Block, bank: SoundBank, text: str, at: int, fade_out_at: int | None) -> None:
    """Add a spoken line to a block, from frame `at` of the block on; it fades from `fade_out_at` on."""
    head, tail = max(at, 0), min(at + len(bank.speech[text]), len(block))
    if head < tail:
        line = bank.line(text, head - at, tail - at)
        gain = edges(None, fade_out_at, head, tail - head)
        block[head:tail] += line if gain is None else line * gain[:, None]
