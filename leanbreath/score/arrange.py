"""The arrangement of spoken lines: each finds a free slot, early enough to be heard whole and never over another."""

from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from leanbreath.score.score import Cue, Density, Score
from leanbreath.score.slots import Slot, lead_slots, line_slot
from leanbreath.score.speech_pace import spoken_frames


def arrange(score: Score, spoken: Mapping[str, int] | None = None, density: Density | None = None) -> Score:
    """Return the score with its lines moved so that no two overlap; `spoken` maps texts to frames.

    No line is said across a wait, where the session stops. Lines stay in the same place at every density.
    """
    lengths = dict(score.spoken) if spoken is None else dict(spoken)
    waits = [segment.start for segment in score.segments if segment.is_stop]
    lines = [cue for cue in (*score.cues, *score.unplaced) if cue.line]
    arranged, unplaced = arrange_lines(lines, lengths, waits)
    cues = (*(cue for cue in score.cues if not cue.line), *(_with_segment(score, cue) for cue in arranged))
    return replace(
        score,
        cues=tuple(sorted(cues, key=_order)),
        unplaced=tuple(unplaced),
        spoken=tuple(sorted(lengths.items())),
        density=density or score.density,
    )


def arrange_lines(
    lines: Iterable[Cue], lengths: Mapping[str, int], barriers: Iterable[int] = ()
) -> tuple[list[Cue], list[Cue]]:
    """Return the lines that found a slot and those that did not; none is said across one of the `barriers`.

    Lines of high rank go first; within a rank those that cannot move go first, then the later ones. Those that lead
    into the same work go together.
    """
    arranged: list[Cue] = []
    unplaced: list[Cue] = []
    taken: list[tuple[int, int]] = sorted((barrier, barrier) for barrier in barriers)
    for _, group in groupby(sorted(lines, key=_priority), key=_group):
        cues = list(group)
        slots = _slots(cues, taken, lengths)
        placed = {id(slot.cue) for slot in slots}
        for cue, start, text in slots:
            insort(taken, (start, start + spoken_frames(text, lengths)))
            arranged.append(cue._replace(at=start, say=text))
        unplaced += (cue for cue in cues if id(cue) not in placed)
    return arranged, sorted(unplaced, key=_order)


def _slots(cues: list[Cue], taken: list[tuple[int, int]], lengths: Mapping[str, int]) -> list[Slot]:
    """Return the slots of the lines of a group; a line that leads into no work is a group of its own."""
    if cues[0].line and cues[0].line.lead is not None:
        return lead_slots(cues, taken, lengths)
    slot = line_slot(cues[0], taken, lengths)
    return [slot] if slot else []


def _order(cue: Cue) -> tuple[int, int]:
    return cue.at, cue.segment


def _priority(cue: Cue) -> tuple[object, ...]:
    line = cue.line
    assert line is not None
    leads = line.lead is not None
    order = (leads, -(line.deadline or 0), line.lead) if leads else (leads, line.earliest < line.preferred)
    return -line.rank, *order, -line.preferred, line.forms


def _group(cue: Cue) -> object:
    """Return what the lines of a group have in common."""
    line = cue.line
    assert line is not None
    return ("lead", line.deadline) if line.lead is not None else id(cue)


def _with_segment(score: Score, cue: Cue) -> Cue:
    """Return a moved line with the segment it now lies in; at an edge it keeps the segment it belongs to."""
    segment = score.segments[cue.segment]
    return cue if segment.start <= cue.at <= segment.end else cue._replace(segment=score.index(cue.at))
