"""Where a preview is and how fast it moves; the time is an argument."""

from dataclasses import dataclass, replace

from leanbreath.score.score import RATE, Score


@dataclass(frozen=True)
class Playhead:
    """A frame of a score, the speed, and since when it moves; `since` is None while it is paused."""

    frame: int = 0
    speed: float = 1.0
    since: float | None = None

    @property
    def is_moving(self) -> bool:
        """Whether it plays."""
        return self.since is not None

    def at(self, now: float, score: Score) -> int:
        """Return the frame it has reached."""
        moved = 0.0 if self.since is None else (now - self.since) * self.speed * RATE
        return min(self.frame + int(moved), score.total)

    def moved_to(self, frame: int, now: float) -> "Playhead":
        """Return it at another frame, playing if it was."""
        return replace(self, frame=frame, since=now if self.is_moving else None)

    def toggled(self, now: float, score: Score) -> "Playhead":
        """Return it paused if it was playing, else playing; at the end it starts again."""
        frame = self.at(now, score)
        if self.is_moving:
            return Playhead(frame, self.speed)
        return Playhead(0 if frame >= score.total else frame, self.speed, now)

    def at_speed(self, speed: float, now: float, score: Score) -> "Playhead":
        """Return it with another speed."""
        return Playhead(self.at(now, score), speed, now if self.is_moving else None)
