"""Sound for a session: pack, voice, mixer, fader and output put together, opened only when it is wanted."""

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from leanbreath.cli.hearing import Heard, heard
from leanbreath.session.clock import STEADY_SECONDS, DeviceClock
from leanbreath.session.session import FOLLOWED_MARGIN, Session
from leanbreath.settings import Hearing
from leanbreath.sound.fader import Fader
from leanbreath.sound.outputs import NoDevice, Output

if TYPE_CHECKING:
    from leanbreath.sound.kit import Kit
    from leanbreath.sound.mix import Block

RETRY_SECONDS = 0.25
"""How long to wait before a device that was lost is looked for again."""


class Loudspeaker:
    """Plays a session through the output that is wished for; where there is none, it goes on looking for one.

    `played` says by what it was last played, `losses` how often that was lost.
    """

    def __init__(self, wish: Hearing, muted: bool = False, playing: bool = True) -> None:
        self._wish, self._playing = wish, playing and wish.output != "silent" and wish.cues != "off"
        self.fader = Fader(wish.volume, muted)
        self.device: DeviceClock | None = None
        self.fault: Exception | None = None
        self.progress = ""
        self.losses = 0
        self.played = ""
        self._dry = 0
        self._output: Output | None = None
        self._silent = False
        self._begin: Callable[[], None] = lambda: None
        self._closed = Event()
        self._search: Thread | None = None

    @property
    def underruns(self) -> int:
        """How often a device that played has run dry."""
        return self._dry + (self.device.dry if self.device else 0)

    def open(self, session: Session) -> str:
        """Begin to play; return what there is to say about it."""
        if not self._playing:
            return ""
        if self._wish.output == "bell":
            self._silent = True
            return ""
        made: Heard = heard(session.timeline.splices[0].main, self._wish, told=self._tell)
        self.progress = ""
        session.rearrange(lambda _: made.score)
        self._begin = lambda: self._start(session, made.kit)
        try:
            self._begin()
        except NoDevice as reason:
            self._silent = True
            self._look_again()
            return f"No sound: {reason}. The session runs without."
        return made.notice

    def _start(self, session: Session, kit: "Kit") -> None:
        """Start an output; numpy and the audio library are first needed, and imported, here."""
        from leanbreath.sound.outputs.choice import started

        pre_roll = 0.0 if self.losses else float(self._wish.pre_roll)
        clock = DeviceClock(ahead=max(pre_roll, STEADY_SECONDS), opened=monotonic())
        output = started(self._wish.output, self._wish.device, pre_roll, _Source(self, session, kit, clock))
        if self._closed.is_set():
            output.close()
            return
        if output.held_seconds is not None:
            clock.held = output.held_seconds
            self.device = clock
        else:
            session.margin = FOLLOWED_MARGIN
        self._output, self.played, self._silent = output, output.about, False

    @property
    def bell(self) -> bool:
        """Whether only the terminal's bell is left to be heard."""
        return self._silent and not self.fader.muted

    def _tell(self, number: int, numbers: int) -> None:
        """Tell in tenths how far the voice is; where it is soon done, nobody sees it."""
        self.progress = f"The voice says its lines for the first time: {10 * number // numbers * 10} %"

    @property
    def follows(self) -> bool:
        """Whether an output plays that follows the session's own time."""
        return self._output is not None and self.device is None

    def lost(self, now: float) -> bool:
        """Return whether what played has broken off."""
        if self.device is not None:
            return self.device.lost(now)
        return self._output is not None and self._output.failed

    def reopen(self) -> None:
        """Let a device that was lost go, and try to open one again in the background."""
        self.losses += 1
        self._let_go()
        self._look_again()

    def _look_again(self) -> None:
        if self._search is None or not self._search.is_alive():
            self._search = Thread(target=self._looking, name="looking for sound", daemon=True)
            self._search.start()

    def _looking(self) -> None:
        while not self._closed.wait(RETRY_SECONDS):
            try:
                self._begin()
            except NoDevice:
                continue
            except Exception as error:
                self.fault = error
            return

    def _let_go(self) -> None:
        if self.device is not None:
            self._dry += self.device.dry
        output, self._output, self.device = self._output, None, None
        if output is not None:
            output.close()

    def close(self) -> None:
        """Stop playing."""
        self._closed.set()
        if self._search is not None:
            self._search.join(timeout=1)
        self._let_go()

    def louder(self) -> None:
        """Go one step up."""
        self.fader.louder()

    def quieter(self) -> None:
        """Go one step down."""
        self.fader.quieter()

    def mute(self) -> None:
        """Mute, or bring the sound back."""
        self.fader.mute()

    def level(self) -> str:
        """Return the volume in words."""
        if self._output is None:
            return "No sound"
        return "Muted" if self.fader.muted else f"Volume {self.fader.volume_db:+d} dB"


class _Source:
    """The session's time line, mixed for an output; a fault in the audio thread is kept for the main one."""

    def __init__(self, owner: Loudspeaker, session: Session, kit: "Kit", clock: DeviceClock) -> None:
        from leanbreath.sound.mix import mix
        from leanbreath.sound.whisper import whisper

        self._owner, self._session, self._kit, self._clock = owner, session, kit, clock
        self._mix, self._whisper = mix, whisper
        self._seen: tuple[object, float] = (None, 1.0)
        self._version = 0

    def pull(self, count: int) -> "Block":
        """Return the next frames: near-silence until the device has joined the session."""
        try:
            timeline, first = self._session.handed(self._clock, count, monotonic())
            if first is None:
                return self._whisper(count)
            takes = timeline.takes(first, count, self._kit.ring)
            return self._owner.fader.apply(self._mix(takes, self._kit, first, count))
        except Exception as error:
            self._owner.fault = error
            raise

    def heard(self) -> int:
        """Return the frame that is to be heard now."""
        return self._session.clock.heard(monotonic())

    def version(self) -> int:
        """Return a number that grows when the time line, or the volume, is another."""
        seen = self._session.timeline, self._owner.fader.gain
        if seen[0] is not self._seen[0] or seen[1] != self._seen[1]:
            self._seen = seen
            self._version += 1
        return self._version

    def mixed(self, first: int, count: int) -> "Block":
        """Return any frames of the time line, at the volume of now."""
        try:
            takes = self._session.timeline.takes(first, count, self._kit.ring)
            mixed = self._mix(takes, self._kit, first, count)
        except Exception as error:
            self._owner.fault = error
            raise
        return self._owner.fader.at_volume(mixed)
