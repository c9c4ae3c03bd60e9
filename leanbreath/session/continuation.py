"""How a session continues by itself: through whatever has an end of its own, to where only a key leads further."""

from bisect import bisect_left
from collections.abc import Iterator

from leanbreath.score.count_in import RE_ENTRY_SECONDS, count_in, wait_prompt
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.open_work import open_work
from leanbreath.score.score import Score, frames
from leanbreath.session.body_place import seconds_after
from leanbreath.session.splice import Splice


def continuation(
    at: int, score: Score, frame: int, wait: int, elapsed: int = 0, wait_frames: int | None = None
) -> Iterator[Splice]:
    """Yield the splices from device frame `at` on, where a frame of the score is played.

    `wait` is the index of the last wait reached, `elapsed` how many frames of the open work at this frame were done.
    `wait_frames` is how long a wait lasts when nobody can press a key; open work is then as long as in the score.
    """
    while (stop := _next_stop(score, frame, wait, wait_frames)) is not None:
        segment = score.segments[stop]
        reached = max(segment.start, frame)
        if reached > frame:
            yield Splice(at, "playing", score, frame, wait=wait)
            at += reached - frame
        if segment.is_open:
            work = open_work(score, stop)
            yield Splice(at, "open", score, reached, work, wait, elapsed)
            at, frame, elapsed = at + work.total - elapsed, segment.end, 0
            lead = _after_open_work(score, frame, wait)
        else:
            prompt, length = wait_prompt(score, stop), _wait_length(score, stop, wait_frames)
            yield Splice(at, "waiting", score, reached, prompt, stop)
            if length is None:
                return
            frame, wait = reached, stop
            lead = None if _is_stop(score, frame, wait) else _entry(score, frame)
            at += max(length - (lead.total if lead else 0), prompt.total)
        if lead:
            yield Splice(at, "counting", score, frame, lead, wait)
            at += lead.total
    yield Splice(at, "playing", score, frame, wait=wait)
    yield Splice(at + score.total - frame, "over", score, score.total)


def after_open_work(at: int, score: Score, frame: int, wait: int, wait_frames: int | None = None) -> Iterator[Splice]:
    """Yield the splices from the end of open work on: a gap follows at once, other work after a count-in."""
    lead = _after_open_work(score, frame, wait)
    if lead:
        yield Splice(at, "counting", score, frame, lead, wait)
        at += lead.total
    yield from continuation(at, score, frame, wait, 0, wait_frames)


def _after_open_work(score: Score, frame: int, wait: int) -> Score | None:
    """Return the count-in after open work that ends at a frame, None where a gap, a wait or the end follows."""
    leads_to_work = not _is_stop(score, frame, wait) and not SEGMENTS[score.at(frame).kind].is_gap
    return _entry(score, frame) if leads_to_work else None


def _entry(score: Score, frame: int) -> Score:
    """Return the count-in that follows a wait or open work."""
    return count_in(score, frame, max(RE_ENTRY_SECONDS, seconds_after(score, frame)), is_entry=True)


def next_wait(score: Score, frame: int, after: int, until: int) -> int | None:
    """Return the index of the first wait from a frame to `until` that comes after the segment with index `after`."""
    for index in _stops_from(score, frame):
        if score.segments[index].start > until:
            break
        if index > after and score.segments[index].kind == "wait":
            return index
    return None


def _stops_from(score: Score, frame: int) -> tuple[int, ...]:
    """Return the stops of a score that end at a frame or later."""
    return score.stops[bisect_left(score.stops, frame, key=lambda index: score.segments[index].end) :]


def _is_stop(score: Score, frame: int, wait: int) -> bool:
    """Return whether a wait or the end comes at once at a frame."""
    return frame >= score.total or next_wait(score, frame, wait, frame) is not None


def _next_stop(score: Score, frame: int, wait: int, wait_frames: int | None) -> int | None:
    """Return the index of the next wait, or of the next open work if somebody can end it, from a frame on."""
    for index in _stops_from(score, frame):
        segment = score.segments[index]
        if segment.is_open:
            if wait_frames is None and segment.end > frame:
                return index
        elif index > wait and segment.start >= frame:
            return index
    return None


def _wait_length(score: Score, wait: int, wait_frames: int | None) -> int | None:
    """Return how many frames a wait lasts with the count-in after it; None if it lasts until a key is pressed."""
    most = score.passages[score.segments[wait].passage].most_seconds
    lengths = [each for each in (wait_frames, None if most is None else frames(most)) if each is not None]
    return min(lengths, default=None)
