"""A splice of a session: which score is played from which device frame on, and in which state."""

from bisect import bisect_left
from dataclasses import dataclass

from leanbreath.score.region import Region
from leanbreath.score.score import Score
from leanbreath.score.snapshot import line_at
from leanbreath.session.states import State


@dataclass(frozen=True)
class Splice:
    """From device frame `at` on, `score` is played from `score_frame` while the state is playing, else `interlude`.

    `score` is the routine's own. `interlude` is a count-in or the prompt at a wait, played from its frame 0, or open
    work, played from frame `elapsed`: how much of it was done before. `wait` is the index of the segment of `score`
    that is the last wait reached, -1 before the first.
    """

    at: int
    state: State
    score: Score
    score_frame: int
    interlude: Score | None = None
    wait: int = -1
    elapsed: int = 0

    def score_frame_at(self, device_frame: int) -> int:
        """Return the frame of the routine's score at a device frame; open work never reaches its end in the score."""
        passed = max(device_frame - self.at, 0)
        if self.state == "open":
            return min(self.score_frame + passed, self.score.at(self.score_frame).end - 1)
        return self.score_frame + (passed if self.state == "playing" else 0)

    def elapsed_at(self, device_frame: int) -> int:
        """Return how many frames of the open work here, if any, were done by a device frame."""
        return self.elapsed + (max(device_frame - self.at, 0) if self.state == "open" else 0)

    def count_in_left(self, device_frame: int) -> int:
        """Return how many frames of a count-in are left at a device frame; 0 in any other state."""
        counting = self.interlude if self.state == "counting" else None
        return counting.total - (device_frame - self.at) if counting else 0

    def line_at(self, device_frame: int) -> str:
        """Return the line of its interlude at a device frame, or an empty text; that of a wait stays."""
        if self.interlude is None:
            return ""
        if self.state == "waiting":
            return next((cue.say for cue in self.interlude.cues if cue.say), "")
        frame = self.elapsed_at(device_frame) if self.state == "open" else max(device_frame - self.at, 0)
        return line_at(self.interlude, frame)

    def leads_to(self, following: "Splice | None") -> bool:
        """Return whether the splice that follows plays on from the frame that this one reaches."""
        if following is None or self.state != following.state or self.state not in ("playing", "open"):
            return False
        reached = self.score_frame_at(following.at), self.elapsed_at(following.at)
        return (following.score_frame, following.elapsed) == reached

    def region(self, following: "Splice | None", before: "Splice | None" = None) -> Region | None:
        """Return the cues that begin in this splice, before the splice that follows.

        A cue on the frame at which the routine is over is played; at any other end it is not. Words that are being said
        continue where only the score is replaced under them.
        """
        score = self.score if self.state == "playing" else self.interlude
        if score is None:
            return None
        start = self.score_frame if self.state == "playing" else self.elapsed if self.state == "open" else 0
        last = None
        if following is not None and following.state != "over":
            last = bisect_left(score.cues, start + following.at - self.at, key=lambda cue: cue.at)
        end = None if last is None or following is None else following.at
        fade_out_at = None if self.leads_to(following) else end
        continues = before is not None and before.leads_to(self)
        return Region(score, self.at - start, score.cue_index(start), last, self.at, end, fade_out_at, continues)
