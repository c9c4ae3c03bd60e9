"""The timeline of a session: which score is played from which frame on, as splices; each edit makes a new timeline."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from leanbreath.score.count_in import RE_ENTRY_SECONDS, count_in, wait_prompt
from leanbreath.score.region import Region
from leanbreath.score.score import Cue, Score, frames
from leanbreath.session.states import State


@dataclass(frozen=True)
class Splice:
    """From device frame `at` on, `score` is played from `score_frame` while the state is playing, else `interlude`.

    `score` is the routine's own, `interlude` a count-in or the prompt at a wait, played from its frame 0. `wait` is the
    index of the segment of `score` that is the last wait reached, -1 before the first.
    """

    at: int
    state: State
    score: Score
    score_frame: int
    interlude: Score | None = None
    wait: int = -1

    def score_frame_at(self, device_frame: int) -> int:
        """Return the frame of the routine's score at a device frame."""
        return self.score_frame + (max(device_frame - self.at, 0) if self.state == "playing" else 0)

    def count_in_left(self, device_frame: int) -> int:
        """Return how many frames of a count-in are left at a device frame; 0 in any other state."""
        counting = self.interlude if self.state == "counting" else None
        return counting.total - (device_frame - self.at) if counting else 0

    @property
    def line(self) -> str:
        """The line said by its interlude, or an empty text."""
        cues = self.interlude.cues if self.interlude else ()
        return next((cue.say for cue in cues if cue.say), "")

    def leads_to(self, following: "Splice | None") -> bool:
        """Return whether the splice that follows plays on from the frame that this one reaches."""
        if following is None or not self.state == following.state == "playing":
            return False
        return following.score_frame == self.score_frame_at(following.at)

    def region(self, following: "Splice | None", before: "Splice | None" = None) -> Region | None:
        """Return the cues that begin in this splice, before the splice that follows.

        A cue on the frame at which the routine is over is played; at any other end it is not. Words that are being said
        continue where only the score is replaced under them.
        """
        score = self.score if self.state == "playing" else self.interlude
        if score is None:
            return None
        start = self.score_frame if self.state == "playing" else 0
        last = None
        if following is not None and following.state != "over":
            last = bisect_left(score.cues, start + following.at - self.at, key=lambda cue: cue.at)
        end = None if last is None or following is None else following.at
        fade_out_at = None if self.leads_to(following) else end
        continues = before is not None and before.leads_to(self)
        return Region(score, self.at - start, score.cue_index(start), last, self.at, end, fade_out_at, continues)


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

    def stop(self, at: int, state: State, score: Score, frame: int, wait: int = -1) -> "Timeline":
        """Return the timeline that stands still from device frame `at` on."""
        return self._with(at, (Splice(at, state, score, frame, wait=wait),))

    def count_in(
        self, at: int, score: Score, frame: int, seconds: int = RE_ENTRY_SECONDS, wait: int = -1
    ) -> "Timeline":
        """Return the timeline that counts in from `at` on, then plays to the next wait after the one at index `wait`.

        Where a wait or the end comes at once there is nothing to count in.
        """
        if frame >= score.total or next_wait(score, frame, wait, frame) is not None:
            return self.play(at, score, frame, wait)
        lead = count_in(score, frame, seconds)
        counting = Splice(at, "counting", score, frame, lead, wait)
        return self._with(at, (counting, *self._play(at + lead.total, score, frame, wait)))

    def play(self, at: int, score: Score, frame: int, wait: int = -1) -> "Timeline":
        """Return the timeline that plays on from `at` without a count-in."""
        return self._with(at, tuple(self._play(at, score, frame, wait)))

    def _with(self, at: int, splices: tuple[Splice, ...]) -> "Timeline":
        return Timeline((*(splice for splice in self.splices if splice.at < at), *splices), self.wait)

    def _play(self, at: int, score: Score, frame: int, wait: int) -> Iterator[Splice]:
        """Yield the splices from playing to the next stop, and past it where waits have a length."""
        while (stop := next_wait(score, frame, wait, score.total)) is not None:
            wait_frame = score.segments[stop].start
            if wait_frame > frame:
                yield Splice(at, "playing", score, frame, wait=wait)
            at += wait_frame - frame
            prompt = wait_prompt(score, stop)
            yield Splice(at, "waiting", score, wait_frame, prompt, stop)
            length = self._wait_length(score, stop)
            if length is None:
                return
            frame, wait = wait_frame, stop
            lead = count_in(score, frame)
            at += max(length - lead.total, prompt.total)
            if frame < score.total and next_wait(score, frame, wait, frame) is None:
                yield Splice(at, "counting", score, frame, lead, wait)
                at += lead.total
        yield Splice(at, "playing", score, frame, wait=wait)
        yield Splice(at + score.total - frame, "over", score, score.total)

    def _wait_length(self, score: Score, wait: int) -> int | None:
        """Return how many frames a wait lasts with the count-in after it; None if it lasts until a key is pressed."""
        most = score.passages[score.segments[wait].passage].most_seconds
        lengths = [each for each in (self.wait, None if most is None else frames(most)) if each is not None]
        return min(lengths, default=None)


def next_wait(score: Score, frame: int, after: int, until: int) -> int | None:
    """Return the index of the first wait from a frame to `until` that comes after the segment with index `after`."""
    waits = (index for index, segment in enumerate(score.segments) if segment.kind == "wait" and index > after)
    return next((index for index in waits if frame <= score.segments[index].start <= until), None)
