"""The time line of a session: which score is played from which frame on, as splices; each edit makes a new line."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from leanbreath.score.count_in import RE_ENTRY_SECONDS, count_in, wait_prompt
from leanbreath.score.region import Region
from leanbreath.score.score import Cue, Score
from leanbreath.session.states import State


@dataclass(frozen=True)
class Splice:
    """From device frame `at` on, `sound` is played from its frame 0, or `main` from `place` while the state is playing.

    `main` is the routine's own score, and `place` the frame of it at which the runner stands; `wait` is the index of
    the wait in it that is over or stood at, -1 before the first.
    """

    at: int
    state: State
    main: Score
    place: int
    sound: Score | None = None
    wait: int = -1

    def frame(self, device: int) -> int:
        """Return the frame of the main score that belongs to a device frame."""
        return self.place + max(device - self.at, 0) if self.state == "playing" else self.place

    def leads_to(self, following: "Splice | None") -> bool:
        """Return whether the one that follows plays on from where this one has come to."""
        both = following is not None and self.state == following.state == "playing"
        return both and following is not None and following.place == self.frame(following.at)

    def region(self, following: "Splice | None", before: "Splice | None" = None) -> Region | None:
        """Return the cues that begin in this splice, before the one that follows.

        What falls on the frame at which the routine is over is played; at any other end it is not begun. Words go on
        where only the score is exchanged under them.
        """
        score = self.main if self.state == "playing" else self.sound
        if score is None:
            return None
        start = self.place if self.state == "playing" else 0
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

    def at(self, device: int) -> Splice:
        """Return the splice that is played at a device frame."""
        return self.splices[max(bisect_right(self.splices, device, key=lambda splice: splice.at) - 1, 0)]

    def regions(self, first: int, count: int, ring: int) -> Iterator[Region]:
        """Yield what sounds in device frames `first` to `first + count`, where no sound rings longer than `ring`."""
        for index, splice in enumerate(self.splices):
            following = self.splices[index + 1] if index + 1 < len(self.splices) else None
            if splice.at < first + count and (following is None or following.at + ring > first):
                region = splice.region(following, self.splices[index - 1] if index else None)
                if region:
                    yield region

    def cues(self, first: int, last: int) -> Iterator[tuple[int, Score, Cue]]:
        """Yield the cues that begin from device frame `first` to before `last`: the frame, the score and the cue."""
        for region in self.regions(first, last - first, ring=1):
            end = len(region.score.cues) if region.last is None else region.last
            for cue in region.score.cues[region.first : end]:
                if first <= cue.at + region.shift < last:
                    yield cue.at + region.shift, region.score, cue

    def next_change(self, device: int) -> int | None:
        """Return the next device frame after `device` at which a cue or a splice begins, or None."""
        splice = self.at(device)
        following = next((each for each in self.splices if each.at > device), None)
        after = [following.at] if following else []
        region = splice.region(following)
        if region is not None:
            index = max(region.score.cue_index(device + 1 - region.shift), region.first)
            if index < (len(region.score.cues) if region.last is None else region.last):
                after.append(region.score.cues[index].at + region.shift)
        return min(after, default=None)

    def stand(self, at: int, state: State, main: Score, place: int, wait: int = -1) -> "Timeline":
        """Return the line that stands still from `at` on."""
        return self._with(at, (Splice(at, state, main, place, wait=wait),))

    def count_in(self, at: int, main: Score, place: int, seconds: int = RE_ENTRY_SECONDS, wait: int = -1) -> "Timeline":
        """Return the line that counts in from `at` on and then plays to the next wait after the one at index `wait`."""
        if place >= main.total or _next_wait(main, place, wait, place) is not None:
            return self.play(at, main, place, wait)
        lead = count_in(main, place, seconds)
        counting = Splice(at, "counting", main, place, lead, wait)
        return self._with(at, (counting, *self._play(at + lead.total, main, place, wait)))

    def play(self, at: int, main: Score, place: int, wait: int = -1) -> "Timeline":
        """Return the line that plays on from `at` without a count-in."""
        return self._with(at, tuple(self._play(at, main, place, wait)))

    def _with(self, at: int, splices: tuple[Splice, ...]) -> "Timeline":
        return Timeline((*(splice for splice in self.splices if splice.at < at), *splices), self.wait)

    def _play(self, at: int, main: Score, place: int, wait: int) -> Iterator[Splice]:
        """Yield the splices from playing to the next stop, and past it where waits have a length."""
        while (stop := _next_wait(main, place, wait, main.total)) is not None:
            frame = main.segments[stop].start
            if frame > place:
                yield Splice(at, "playing", main, place, wait=wait)
            at += frame - place
            yield Splice(at, "waiting", main, frame, wait_prompt(main, stop), stop)
            if self.wait is None:
                return
            place, wait = frame, stop
            lead = count_in(main, place)
            at += max(self.wait - lead.total, wait_prompt(main, stop).total)
            if place < main.total:
                yield Splice(at, "counting", main, place, lead, wait)
                at += lead.total
        yield Splice(at, "playing", main, place, wait=wait)
        yield Splice(at + main.total - place, "over", main, main.total)


def _next_wait(main: Score, place: int, after: int, until: int) -> int | None:
    """Return the index of the first wait from frame `place` to `until` that comes after the segment `after`."""
    waits = (index for index, segment in enumerate(main.segments) if segment.kind == "wait" and index > after)
    return next((index for index in waits if place <= main.segments[index].start <= until), None)
