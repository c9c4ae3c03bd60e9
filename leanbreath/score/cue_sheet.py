"""The cue sheet: a score as text to read and as data for other programs."""

from collections.abc import Iterator
from typing import Any

from leanbreath.score.announce import TEACHING
from leanbreath.score.count_in import outside_cues
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.score import RATE, Cue, Score, Segment
from leanbreath.score.time_format import format_milliseconds, format_total

SEGMENT_KEYS = ("start", "end", "kind", "step", "drill", "title", "side", "set", "rep", "round", "phase", "word")
CUE_KEYS = ("at", "kind", "sound", "say", "segment")


def data(score: Score) -> dict[str, Any]:
    """Return the cue sheet as plain data, in frames; absent things are None."""
    return {
        "routine": score.id,
        "rate": RATE,
        "total_frames": score.total,
        "total_seconds": score.total / RATE,
        "waits": score.waits,
        "segments": [_segment_data(segment) for segment in score.segments],
        "cues": [{key: getattr(cue, key) for key in CUE_KEYS} for cue in _all_cues(score)],
    }


def _all_cues(score: Score) -> tuple[Cue, ...]:
    """Return the cues of a score with the lines of its count-ins, which lie outside its time: the first before 0."""
    return tuple(sorted((*score.cues, *outside_cues(score)), key=lambda cue: (cue.at, cue.segment)))


def _segment_data(segment: Segment) -> dict[str, Any]:
    return {key: getattr(segment, key) for key in SEGMENT_KEYS} | {"open": segment.is_open}


def text(score: Score) -> Iterator[str]:
    """Yield the lines of the cue sheet: a segment at the margin, its cues below it."""
    waits = f", plus {score.waits} wait{'' if score.waits == 1 else 's'}" if score.waits else ""
    yield f"{score.title}: {format_total(score.total, score.is_estimate)}{waits}"
    cues = iter(_all_cues(score))
    cue = next(cues, None)
    while cue is not None and cue.at < 0:
        yield f"  {format_milliseconds(cue.at)}    {_cue_text(cue)}"
        cue = next(cues, None)
    for index, segment in enumerate(score.segments):
        yield f"{format_milliseconds(segment.start)}  {segment.step:<6} {segment_text(segment)}"
        while cue is not None and cue.segment <= index:
            yield f"  {format_milliseconds(cue.at)}    {_cue_text(cue)}"
            cue = next(cues, None)
    for cue in score.unplaced:
        if cue.line and cue.line.rank > TEACHING:  # teaching lines are optional
            yield f'no time to say "{cue.say}" at {format_milliseconds(cue.line.preferred).strip()}'


def _cue_text(cue: Cue) -> str:
    return f'say "{cue.say}"' if cue.say else f"{cue.kind} {cue.sound}"


def segment_text(segment: Segment, phrases: Phrases = ENGLISH) -> str:
    """Return a segment in words: what, which side, which round, set and rep, which phase."""
    parts = [phrases.what(segment.title, segment.side)]
    if segment.kind in ("ready", "switch"):
        parts.append(segment.kind)
    if segment.set is not None and segment.round is not None:
        parts.append(f"round {segment.round}")
    if segment.set is not None and segment.set > 1:
        parts.append(f"set {segment.set}")
    if segment.rep is not None:
        parts.append(f"{SEGMENTS[segment.kind].noun} {segment.rep}")
    if segment.word and segment.rep is not None:
        parts.append(", ".join(filter(None, (segment.word, segment.sub_word))).lower())
    about, seconds = "about " if segment.is_open else "", (segment.end - segment.start) / RATE
    is_wait = segment.kind == "wait" and not seconds
    return f"{' · '.join(parts)} ({'wait' if is_wait else f'{about}{round(seconds, 3):g} s'})"
