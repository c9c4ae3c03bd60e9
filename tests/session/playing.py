"""Sessions driven by numbers: on a device that takes blocks on demand, or by themselves."""

from dataclasses import dataclass, field
from typing import Any

from leanbreath.score.score import RATE, Score
from leanbreath.session.clock import DeviceClock, SilentClock
from leanbreath.session.session import Session
from leanbreath.session.splice import Splice
from leanbreath.session.timeline import Timeline
from leanbreath.sound.mixer import Block, mix
from tests.sound.noises import KIT

AHEAD = 1 + RATE // 50
"""How many frames after a key a session without a device reacts."""

PLAY = (AHEAD + 5 * RATE + 0.25) / RATE
"""The second in which a session that began at 0 plays its first frame, after five seconds of count-in."""


def key(seconds: float) -> float:
    """Return when to press a key so that it takes effect so many seconds into the score."""
    return PLAY + seconds - AHEAD / RATE


@dataclass
class Device:
    """A session on a device without latency; `blocks` is all that it took."""

    score: Score
    wait: int | None = None
    now: float = 0.0
    start: int = 0
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = DeviceClock(latency_seconds=0.0)
        self.session = Session(self.score, SilentClock(self.now), self.start, self.wait)
        self.clock.deliver(0, self.now)
        self.session.follow_device(self.clock, self.now)

    @property
    def timeline(self) -> Timeline:
        return self.session.timeline

    def take(self, count: int) -> None:
        timeline, first = self.session.deliver(self.clock, count, self.now)
        assert first is not None
        self.blocks.append(mix(timeline.regions(first, count, KIT.tail), KIT, first, count))
        self.now += count / RATE

    def press(self, move: str) -> bool:
        return self.session.move(move, self.now)


def silent(score: Score, wait: int | None = None, start: int = 0, **more: Any) -> Session:
    """Return a session that runs by itself from second 0."""
    return Session(score, SilentClock(0.0), start, wait, **more)


def begun(score: Score, wait: int | None = None, start: int = 0, **more: Any) -> Session:
    """Return a session that began at second 0, and so plays from second `PLAY` on."""
    session = silent(score, wait, start, **more)
    assert session.move("begin", 0)
    return session


def ready(score: Score, wait: int | None = None) -> Timeline:
    """Return the timeline of a session that has not begun."""
    return Timeline((Splice(0, "preparing", score, 0),), wait)


def states(timeline: Timeline) -> list[tuple[float, str, float]]:
    """Return the splices of a timeline: when, in which state, and where in the score; in seconds."""
    return [(round(each.at / RATE, 4), each.state, round(each.score_frame / RATE, 4)) for each in timeline.splices]


def heard(timeline: Timeline, first: float, last: float, kinds=("tone", "tick")) -> list[tuple[float, str]]:
    """Return the cues that begin in some seconds of a timeline, and when."""
    found = timeline.cues(round(first * RATE), round(last * RATE))
    return [(round(at / RATE, 4), cue.sound or cue.say) for at, _, cue in found if cue.kind in kinds]
