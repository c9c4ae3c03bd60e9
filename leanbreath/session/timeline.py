"""The timeline of a session: which score is played from which frame on, as splices; each edit makes a new timeline."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from leanbreath.score.count_in import RE_ENTRY_SECONDS, count_in
from leanbreath.score.edit import re_enter
from leanbreath.score.region import Region
from leanbreath.score.score import Cue, Score
from leanbreath.session.body_place import entry_seconds, is_in_place
from leanbreath.session.continuation import after_open_work, continuation, next_wait
from leanbreath.session.splice import Splice
from leanbreath.session.states import State


@dataclass(frozen=True)
class Timeline:
    """Splices in order; `wait` is how many frames a wait lasts when nobody can press a key, or None."""

    splices: tuple[Splice, ...]
    wait: int | None = None

    def at(self, device_frame: int) -> Splice:
        """Return the splice that is played at a device frame."""
        return self.splices[max(bisect_right(self.splices, device_frame, key=lambda splice: splice.at) - 1, 0)]

    def regions(self, first: int, count: int, tail: int) -> Iterator[Region]:
        """Yield what sounds in device frames `first` to `first + count`, where no sound is longer than `tail`."""
        for index, splice in enumerate(self.splices):
            following = self.splices[index + 1] if index + 1 < len(self.splices) else None
            if splice.at < first + count and (following is None or following.at + tail > first):
                region = splice.region(following, self.splices[index - 1] if index else None)
                if region:
                    yield region

    def cues(self, first: int, last: int) -> Iterator[tuple[int, Score, Cue]]:
        """Yield the cues that begin from device frame `first` to before `last`: the frame, the score and the cue."""
        for region in self.regions(first, last - first, tail=1):
            end = len(region.score.cues) if region.last is None else region.last
            for cue in region.score.cues[region.first : end]:
                if first <= cue.at + region.shift < last:
                    yield cue.at + region.shift, region.score, cue

    def wait_left(self, device_frame: int) -> int | None:
        """Return how many frames are left of a wait that ends by itself, with its count-in; None without one."""
        splice = self.at(device_frame)
        following = next((each for each in self.splices if each.at > device_frame), None)
        if splice.state != "waiting" or following is None:
            return None
        return following.at + following.count_in_left(following.at) - device_frame

    def next_change(self, device_frame: int) -> int | None:
        """Return the next device frame after `device_frame` at which a cue or a splice begins, or None."""
        splice = self.at(device_frame)
        following = next((each for each in self.splices if each.at > device_frame), None)
        after = [following.at] if following else []
        region = splice.region(following)
        if region is not None:
            index = max(region.score.cue_index(device_frame + 1 - region.shift), region.first)
            if index < (len(region.score.cues) if region.last is None else region.last):
                after.append(region.score.cues[index].at + region.shift)
        return min(after, default=None)

    def stop(self, at: int, state: State, score: Score, frame: int, wait: int = -1, elapsed: int = 0) -> "Timeline":
        """Return the timeline that stands still from device frame `at` on."""
        return self._with(at, (Splice(at, state, score, frame, wait=wait, elapsed=elapsed),))

    def count_in(
        self,
        at: int,
        score: Score,
        frame: int,
        seconds: int = RE_ENTRY_SECONDS,
        wait: int = -1,
        elapsed: int = 0,
        is_entry: bool = False,
    ) -> "Timeline":
        """Return the timeline that counts in from `at` on, then plays to the next wait after the one at index `wait`.

        Where a wait or the end comes at once there is nothing to count in. Open work continues after `elapsed` frames.
        `is_entry` says that the runner is not in place yet: then it lasts as long as the body needs, and the words.
        """
        if frame >= score.total or next_wait(score, frame, wait, frame) is not None:
            return self.play(at, score, frame, wait, elapsed)
        if is_entry and (frame or self.at(at).state != "preparing"):
            seconds = max(seconds, entry_seconds(self.splices, at, score, frame))
        lead = count_in(score, frame, seconds, is_entry)
        counting = Splice(at, "counting", score, frame, lead, wait, elapsed)
        return self._with(at, (counting, *self._path(at + lead.total, score, frame, wait, elapsed)))

    def play(self, at: int, score: Score, frame: int, wait: int = -1, elapsed: int = 0) -> "Timeline":
        """Return the timeline that plays on from `at` without a count-in."""
        return self._with(at, tuple(self._path(at, score, frame, wait, elapsed)))

    def resume(self, at: int) -> "Timeline":
        """Return the timeline that continues where it stands still: at once if the runner has begun there."""
        splice = self.at(at)
        score, frame = re_enter(splice.score, splice.score_frame)
        has_begun = splice.state != "waiting" and is_in_place(self.splices, at, splice.score_frame)
        is_entry = not has_begun or score.passage_span(score.at(splice.score_frame).passage)[0] == splice.score_frame
        return self.count_in(at, score, frame, wait=splice.wait, elapsed=splice.elapsed, is_entry=is_entry)

    def stand_still(self, at: int, state: State) -> "Timeline":
        """Return the timeline that stands still where it is; a wait that is interrupted begins again."""
        splice = self.at(at)
        reached = splice.wait - (splice.state == "waiting")
        return self.stop(at, state, splice.score, splice.score_frame_at(at), reached, splice.elapsed_at(at))

    def go_to(self, at: int, state: State, score: Score, frame: int) -> "Timeline":
        """Return the timeline that continues at another place; a wait that comes again after it stops there again."""
        splice = self.at(at)
        if (score, frame) == (splice.score, splice.score_frame_at(at)) and splice.state in ("playing", "open"):
            return self
        wait = score.index(frame) - 1 if frame < splice.score_frame_at(at) else splice.wait
        return self.enter(at, state, score, frame, wait)

    def enter(self, at: int, state: State, score: Score, frame: int, wait: int, elapsed: int = 0) -> "Timeline":
        """Return the timeline that counts in to a place if `state` is counting, and else stands still there."""
        if state == "counting":
            return self.count_in(at, score, frame, wait=wait, elapsed=elapsed, is_entry=True)
        return self.stop(at, state, score, frame, wait, elapsed)

    def end_open_work(self, at: int) -> "Timeline":
        """Return the timeline that ends the open work at `at`: a gap follows at once, other work after a count-in."""
        splice = self.at(at)
        end = splice.score.at(splice.score_frame).end
        return self._with(at, tuple(after_open_work(at, splice.score, end, splice.wait, self.wait)))

    def _path(self, at: int, score: Score, frame: int, wait: int, elapsed: int) -> Iterator[Splice]:
        return continuation(at, score, frame, wait, elapsed, self.wait)

    def _with(self, at: int, splices: tuple[Splice, ...]) -> "Timeline":
        return Timeline((*(splice for splice in self.splices if splice.at < at), *splices), self.wait)
