"""The mixer: any frames of any takes, from nothing but its arguments."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leanbreath.score.score import Cue, Score
from leanbreath.score.speech import aloud
from leanbreath.score.take import Take
from leanbreath.sound.envelope import ATTACK, FADE, Ducking, duck, edges
from leanbreath.sound.glide import glide
from leanbreath.sound.glide import places as glide_places
from leanbreath.sound.kit import Kit
from leanbreath.sound.places import places

Block = NDArray[np.float32]


def mix(takes: Iterable[Take], kit: Kit, first: int, count: int) -> Block:
    """Return frames `first` to `first + count` of what the takes sound like: float32, shape (count, 2).

    Each sample is the sum of the same sounds in the same order however the frames are split, and each gain depends on
    its frame alone, so that blocks mixed one by one equal the whole, bit for bit.
    """
    block = np.zeros((count, 2), dtype=np.float32)
    takes = [take for take in takes if take.score.density != "off"]
    for take in takes:
        _add_tones(block, take, kit, first)
    for take in takes:
        _add_glides(block, take, kit, first)
    lines = [line for take in takes for line in _lines(take, kit, first, count)]
    gain = duck([line.ducking for line in lines], first, count)
    if gain is not None:
        block *= gain[:, None]
    for line in lines:
        if line.said:
            _say(block, kit, line.text, line.at - first, None if line.hush is None else line.hush - first)
    return block if kit.gain == 1 else block * kit.gain


def mix_score(score: Score, kit: Kit, first: int, count: int) -> Block:
    """Return frames `first` to `first + count` of a whole score."""
    return mix((Take(score),), kit, first, count)


def _cues(take: Take, first: int, last: int) -> Iterator[tuple[int, Cue]]:
    """Yield the cues of a take that begin from frame `first` to before `last`, with their frames."""
    cues = take.score.cues
    index = max(bisect_right(cues, first - take.shift - 1, key=lambda cue: cue.at), take.first)
    end = len(cues) if take.last is None else take.last
    while index < end and cues[index].at + take.shift < last:
        yield cues[index].at + take.shift, cues[index]
        index += 1


def _add_tones(block: Block, take: Take, kit: Kit, first: int) -> None:
    for at, cue in _cues(take, first - kit.tone_ring + 1, first + len(block)):
        if cue.sound is not None:
            _lay(block, kit.tones[cue.sound], at - first, places(cue, take.score))


class _Spoken(NamedTuple):
    """A line from frame `at` on, broken off at `hush`; one that is not `said` was about to be, when its take ended."""

    text: str
    at: int
    hush: int | None
    ducking: Ducking
    said: bool = True


def _lines(take: Take, kit: Kit, first: int, count: int) -> Iterator[_Spoken]:
    """Yield the lines whose words, or whose ducking, reach into a block."""
    if not kit.speech:
        return
    for at, cue in _cues(take, first - kit.speech_ring + 1, first + count + ATTACK):
        if _heard(cue, take, kit):
            assert cue.say is not None
            begin = at - ATTACK if take.continues else max(at - ATTACK, take.begin)
            yield _Spoken(cue.say, at, take.hush, Ducking(begin, _end(at + len(kit.speech[cue.say]), take)))
    yield from _unsaid(take, kit)


def _heard(cue: Cue, take: Take, kit: Kit) -> bool:
    return bool(cue.say) and cue.say in kit.speech and aloud(cue, take.score.density)


def _end(end: int, take: Take) -> int:
    return end if take.hush is None else min(end, take.hush + FADE)


def _unsaid(take: Take, kit: Kit) -> Iterator[_Spoken]:
    """Yield the lines for which tones had begun to go down as a take ended: they come back from there."""
    if take.end is None or take.last is None:
        return
    for cue in take.score.cues[take.last :]:
        at = cue.at + take.shift
        if at >= take.end + ATTACK:
            return
        if _heard(cue, take, kit):
            assert cue.say is not None
            yield _Spoken(cue.say, at, take.hush, Ducking(at - ATTACK, take.end), said=False)


def _add_glides(block: Block, take: Take, kit: Kit, first: int) -> None:
    """Add the glides of a take; where it begins or ends within one, that fades."""
    glides = take.score.glides if kit.glides else ()
    head = max(first, take.begin)
    tail = first + len(block) if take.end is None else min(first + len(block), take.end + FADE)
    index = bisect_right(glides, head - take.shift, key=lambda glide: glide.end)
    for way in glides[index:]:
        start, end = max(way.start + take.shift, head), min(way.end + take.shift, tail)
        if way.start + take.shift >= tail or (take.end is not None and way.start + take.shift >= take.end):
            break
        if start < end and way.phase in kit.glides:
            tone = glide(kit.glides[way.phase], way, start - take.shift - way.start, end - start)
            begun = take.begin if way.start + take.shift < take.begin else None
            gain = edges(begun, take.end, start, end - start)
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


def _say(block: Block, kit: Kit, text: str, at: int, hush: int | None) -> None:
    """Add a spoken line to a block, from frame `at` of the block on; it fades from `hush` on."""
    head, tail = max(at, 0), min(at + len(kit.speech[text]), len(block))
    if head < tail:
        line = kit.line(text, head - at, tail - at)
        gain = edges(None, hush, head, tail - head)
        block[head:tail] += line if gain is None else line * gain[:, None]
