"""Free slots for spoken lines: one for a line by itself, or several in a row for the lines that lead into work."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from leanbreath.score.score import RATE, Cue, Line
from leanbreath.score.speech_pace import FRAMES_A_PAUSE, spoken_frames

TIME_TO_MOVE = 4 * RATE
"""How long before work the lines that lead into it end, if their gap is long enough."""


class Slot(NamedTuple):
    """When a line is said, and in which form."""

    cue: Cue
    start: int
    text: str


Taken = Sequence[tuple[int, int]]
"""The times that are not free, in order: the first frame and the frame after the last."""


def line_slot(cue: Cue, taken: Taken, lengths: Mapping[str, int]) -> Slot | None:
    """Return the slot of a line: nearest before its preferred frame, in full if it fits, else in a shorter form."""
    line = _line(cue)
    for text in line.forms:
        length = spoken_frames(text, lengths)
        latest = line.preferred if line.deadline is None else min(line.preferred, line.deadline - length)
        start = _last_free(latest, line.earliest, length, taken)
        if start >= line.earliest:
            return Slot(cue, start, text)
        if line.max_delay:
            start = _first_free(line.preferred, length, taken)
            if start <= line.preferred + line.max_delay:
                return Slot(cue, start, text)
    return None


def lead_slots(cues: Sequence[Cue], taken: Taken, lengths: Mapping[str, int]) -> list[Slot]:
    """Return the slots of the lines that lead into some work, without those for which there is no time at all.

    They are said in their gap, shortened if need be; else from the tail of what is before it, if that may be talked
    over; else they run into the work.
    """
    first, end = _line(cues[0]).preferred, _line(cues[0]).deadline
    assert end is not None
    each_form = list(_shortened([_line(cue).forms for cue in cues]))
    for texts in each_form if first < end else ():
        if slots := _in_gap(cues, texts, taken, lengths):
            return slots
    for texts in each_form[-1:] if first < end else each_form:
        if slots := _up_to(end, cues, texts, taken, lengths):
            return slots
    return list(_late(cues, each_form[-1], taken, lengths))


def _shortened(forms: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the texts of some lines: first all in full, then one more of them shortened, from the first on."""
    chosen = [0] * len(forms)
    yield tuple(form[0] for form in forms)
    for index, form in enumerate(forms):
        for number in range(1, len(form)):
            chosen[index] = number
            yield tuple(each[number] for each, number in zip(forms, chosen, strict=True))


def _in_gap(cues: Sequence[Cue], texts: Sequence[str], taken: Taken, lengths: Mapping[str, int]) -> list[Slot]:
    """Return the slots of lines within their gap: early enough to move, with a pause between two if there is time."""
    first, end = _line(cues[0]).preferred, _line(cues[0]).deadline
    assert end is not None
    total = sum(spoken_frames(text, lengths) for text in texts) + (len(texts) - 1) * FRAMES_A_PAUSE
    for start, pause in ((end - total - TIME_TO_MOVE, FRAMES_A_PAUSE), (first, FRAMES_A_PAUSE), (first, 0)):
        slots = _from(max(start, first), pause, cues, texts, taken, lengths)
        if slots[-1].start + spoken_frames(slots[-1].text, lengths) <= end:
            return slots
    return []


def _from(
    start: int, pause: int, cues: Sequence[Cue], texts: Sequence[str], taken: Taken, lengths: Mapping[str, int]
) -> list[Slot]:
    """Return the first free slots from a frame on, one after the other."""
    slots: list[Slot] = []
    for cue, text in zip(cues, texts, strict=True):
        length = spoken_frames(text, lengths)
        slots.append(Slot(cue, _first_free(start, length, taken), text))
        start = slots[-1].start + length + pause
    return slots


def _up_to(end: int, cues: Sequence[Cue], texts: Sequence[str], taken: Taken, lengths: Mapping[str, int]) -> list[Slot]:
    """Return the last free slots up to a frame, one before the other; none if one of them would be too early."""
    slots: list[Slot] = []
    for cue, text in zip(reversed(cues), reversed(texts), strict=True):
        length, earliest = spoken_frames(text, lengths), _line(cue).earliest
        end = _last_free(end - length, earliest, length, taken)
        if end < earliest:
            return []
        slots.append(Slot(cue, end, text))
    return slots[::-1]


def _late(cues: Sequence[Cue], texts: Sequence[str], taken: Taken, lengths: Mapping[str, int]) -> Iterator[Slot]:
    """Yield the slots of lines for which their gap is too short; the last of them run into the work."""
    for slot in _from(_line(cues[0]).earliest, 0, cues, texts, taken, lengths):
        line = _line(slot.cue)
        if line.deadline is not None and slot.start <= line.deadline + line.max_delay:
            yield slot


def _line(cue: Cue) -> Line:
    assert cue.line is not None
    return cue.line


def _last_free(start: int, earliest: int, length: int, taken: Taken) -> int:
    """Return the last frame, `start` or before, from which `length` frames are free."""
    for index in range(bisect_left(taken, (start + length,)) - 1, -1, -1):
        first, end = taken[index]
        if end <= start or start < earliest:
            break
        start = first - length
    return start


def _first_free(start: int, length: int, taken: Taken) -> int:
    """Return the first frame, `start` or after, from which `length` frames are free."""
    for index in range(max(bisect_left(taken, (start,)) - 1, 0), len(taken)):
        first, end = taken[index]
        if first >= start + length:
            break
        if end > start:
            start = end
    return start
