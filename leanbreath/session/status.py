"""The status of a session: what a player shows at a frame of its timeline."""

from dataclasses import dataclass, replace

from leanbreath.score.phrases import Phrases
from leanbreath.score.score import RATE, Score
from leanbreath.score.snapshot import Snapshot, snapshot_at
from leanbreath.session.states import State
from leanbreath.session.timeline import Timeline


@dataclass(frozen=True)
class Status:
    """What a player shows: the state, a snapshot of the score, the seconds left of a count-in, and the line said.

    `wait_left` is how many frames are left of a wait that ends by itself, `most` how many frames open work lasts at
    most; None in any other state.
    """

    state: State
    snapshot: Snapshot
    count_in_seconds: int
    line: str
    device_frame: int
    score: Score
    wait_left: int | None = None
    most: int | None = None

    @property
    def phrases(self) -> Phrases:
        """The words of its language."""
        return self.score.phrases


def status_at(timeline: Timeline, device_frame: int) -> Status:
    """Return what to show at a device frame of a timeline."""
    splice = timeline.at(device_frame)
    wait = splice.wait if splice.state == "waiting" else None
    snapshot = snapshot_at(splice.score, splice.score_frame_at(device_frame), wait)
    seconds = -(-splice.count_in_left(device_frame) // RATE)
    most = splice.interlude.total if splice.state == "open" and splice.interlude else None
    if most is not None:
        snapshot = replace(snapshot, elapsed=splice.elapsed_at(device_frame))
    line, wait_left = splice.line_at(device_frame) or snapshot.line, timeline.wait_left(device_frame)
    return Status(splice.state, snapshot, seconds, line, device_frame, splice.score, wait_left, most)
