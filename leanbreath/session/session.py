"""The transport: a score under way, moved on by a clock and by what the runner asks for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from threading import Lock

from leanbreath.score.edit import ScorePosition, lengthen, next_step, other_side, re_enter, repeat_step
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import RATE, Score
from leanbreath.score.snapshot import Snapshot, snapshot_at
from leanbreath.score.substitution import current_work, drill_name, previous_painless_step, substitute_drill
from leanbreath.session.clock import Clock, DeviceClock, SilentClock
from leanbreath.session.progress import Done, account, played
from leanbreath.session.states import Move, State, after
from leanbreath.session.summary import summary
from leanbreath.session.timeline import Splice, Timeline

COUNT_IN_SECONDS = 5
LONGER_SECONDS = Fraction(10)
MARGIN = RATE // 50
"""How far past what was handed over an edit begins, so that the audio thread cannot overtake it."""

FOLLOWED_MARGIN = RATE // 8
"""The same for an output that follows the session's time, and has to mix the edit first."""


@dataclass(frozen=True)
class Status:
    """What a performer shows: the state, the moment of the score, and the seconds left of a count-in."""

    state: State
    moment: Snapshot
    counting: int
    said: str
    device: int
    score: Score

    @property
    def phrases(self) -> Phrases:
        """The words of its language."""
        return self.score.phrases


class Session:
    """A score being performed; every method may be called from the main thread, `handed` from the audio thread too.

    `instead` tells what is done in the place of a drill that hurts, by its name; `hurt` holds the names of such.
    """

    def __init__(
        self,
        score: Score,
        clock: Clock,
        start: int = 0,
        wait: int | None = None,
        instead: Callable[[str], tuple[Passage, ...]] = lambda _: (),
    ) -> None:
        self.clock = clock
        self.hurt: tuple[str, ...] = ()
        self._instead = instead
        self.margin = MARGIN
        self._lock = Lock()
        self._timeline = Timeline((Splice(0, "preparing", score, start),), wait)

    @property
    def timeline(self) -> Timeline:
        """The time line as it is now."""
        return self._timeline

    @property
    def begun(self) -> bool:
        """Whether it has begun to count in."""
        return len(self._timeline.splices) > 1

    @property
    def phrases(self) -> Phrases:
        """The words of its language."""
        return self._timeline.splices[0].main.phrases

    def handed(self, clock: DeviceClock, count: int, now: float) -> tuple[Timeline, int | None]:
        """Note that a device takes `count` frames; return the line to mix them from and the first, if it has joined."""
        with self._lock:
            return self._timeline, clock.deliver(count, now)

    def join(self, device: DeviceClock, now: float) -> None:
        """Let a device set the pace from what is heard now on, without a jump in time."""
        with self._lock:
            device.join(self.clock.heard(now), now)
            self.clock = device

    def part(self, now: float, speed: float = 1.0, frame: int | None = None) -> None:
        """Let time go on by itself, from what is heard now or from a frame."""
        with self._lock:
            clock = self.clock
            self.clock = SilentClock(now, speed, clock.heard(now) if frame is None else frame)
            if isinstance(clock, DeviceClock):
                clock.leave()

    def rearrange(self, arranged: Callable[[Score], Score]) -> None:
        """Put another arrangement of the same score into a session that has not begun."""
        with self._lock:
            [first] = self._timeline.splices
            self._timeline = Timeline((replace(first, main=arranged(first.main)),), self._timeline.wait)

    def status(self, now: float) -> Status:
        """Return what there is to show."""
        device = self.clock.heard(now)
        splice = self._timeline.at(device)
        gone = (device - splice.at) if splice.sound else 0
        left = splice.sound.total - gone if splice.state == "counting" and splice.sound else 0
        moment = snapshot_at(splice.main, splice.frame(device), splice.wait if splice.state == "waiting" else None)
        return Status(splice.state, moment, -(-left // RATE), _said(splice) or moment.line, device, splice.main)

    def place(self, now: float) -> int:
        """Return the frame of the score that the runner has come to."""
        device = self.clock.heard(now)
        return self._timeline.at(device).frame(device)

    def over(self, now: float) -> bool:
        """Return whether the routine has been heard to its end."""
        return self._timeline.at(self.clock.heard(now)).state == "over"

    def account(self, now: float) -> tuple[Done, ...]:
        """Return what was done up to what is heard."""
        return account(self._timeline, self.clock.heard(now), self.hurt)

    def summary(self, now: float) -> tuple[str, ...]:
        """Return in words what was done up to what is heard."""
        heard = self.clock.heard(now)
        main = self._timeline.splices[-1].main
        return tuple(summary(main, played(self._timeline, heard), account(self._timeline, heard, self.hurt)))

    def move(self, move: Move, now: float) -> bool:
        """Make a move, if the state it meets allows it; return whether it was made."""
        made = False
        hurts = ""

        def edit(timeline: Timeline, at: int) -> Timeline:
            nonlocal made, hurts
            splice = timeline.at(at)
            state = after(splice.state, move)
            made = state is not None
            if move == "hurts" and state:
                work = current_work(splice.main, splice.frame(at))
                hurts = drill_name(work) if work else ""
                return self._left_out(timeline, at, splice, state, hurts)
            if move == "back" and state:
                back = previous_painless_step(splice.main, splice.frame(at), self.hurt)
                return _gone(timeline, at, splice, state, back)
            return _edited(timeline, at, splice, move, state) if state else timeline

        self._edit(edit, now)
        if hurts:
            self.hurt = (*self.hurt, hurts)
        return made

    def _left_out(self, timeline: Timeline, at: int, splice: Splice, state: State, hurts: str) -> Timeline:
        """Return the line without a drill that hurts; what comes in its place must not be one that hurt before."""
        substitute = self._instead(hurts)
        if substitute and drill_name(substitute[0]) in self.hurt:
            substitute = ()
        return _gone(timeline, at, splice, state, substitute_drill(splice.main, splice.frame(at), substitute))

    def _edit(self, edit: Callable[[Timeline, int], Timeline], now: float) -> None:
        """Replace the line past what was handed over; again and further ahead, where the device was faster."""
        margin = self.margin
        while True:
            at = self.clock.edge(now) + margin
            margin *= 2
            edited = edit(self._timeline, at)
            with self._lock:
                if self.clock.edge(now) <= at:
                    self._timeline = edited
                    return


def _said(splice: Splice) -> str:
    cues = splice.sound.cues if splice.sound else ()
    return next((cue.say for cue in cues if cue.say), "")


def _edited(timeline: Timeline, at: int, splice: Splice, move: Move, state: State) -> Timeline:
    """Return the line after a move that leads to `state`."""
    main, place = splice.main, splice.frame(at)
    if move == "begin":
        return timeline.count_in(at, main, place, COUNT_IN_SECONDS, main.index(place) - 1 if place else -1)
    if move == "go" or (move == "next" and splice.state == "waiting"):
        return timeline.count_in(at, *re_enter(main, place), wait=splice.wait)
    if move == "longer":
        return _lengthened(timeline, at, splice, *lengthen(main, place, LONGER_SECONDS))
    if move in STEPS:
        return _gone(timeline, at, splice, state, STEPS[move](main, place))
    return timeline.stand(at, state, main, place, splice.wait)


STEPS: dict[Move, Callable[[Score, int], ScorePosition]] = {
    "next": next_step,
    "repeat": repeat_step,
    "switch": other_side,
}
"""The moves that go somewhere else in the score."""


def _gone(timeline: Timeline, at: int, splice: Splice, state: State, to: ScorePosition) -> Timeline:
    """Return the line that has gone to another place; a wait that comes again there is waited at again."""
    main, place = to
    if to == (splice.main, splice.frame(at)) and splice.state == "playing":
        return timeline
    wait = main.index(place) - 1 if place < splice.frame(at) else splice.wait
    if state == "counting":
        return timeline.count_in(at, main, place, wait=wait)
    return timeline.stand(at, state, main, place, wait)


def _lengthened(timeline: Timeline, at: int, splice: Splice, main: Score, place: int) -> Timeline:
    if splice.state == "playing":
        return timeline.play(at, main, place, splice.wait)
    if splice.state == "counting":
        return timeline.count_in(at, main, place, wait=splice.wait)
    return timeline.stand(at, splice.state, main, place, splice.wait)
