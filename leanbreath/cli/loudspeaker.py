"""Sound for a session: pack, mixer, fader and output put together, opened only when it is wanted."""

from time import monotonic
from typing import Literal

from leanbreath.routine.library import bundled
from leanbreath.session.clock import DeviceClock, SilentClock
from leanbreath.session.session import Session
from leanbreath.sound.fader import Fader
from leanbreath.sound.outputs import NoDevice, Output

OutputName = Literal["auto", "miniaudio", "silent"]
PACK = "warm"


class Loudspeaker:
    """Plays a session through the chosen output, or lets it run silently where there is none."""

    def __init__(self, output: OutputName, speed: float, muted: bool) -> None:
        self._name, self._speed = output, speed
        self._fader = Fader(muted=muted)
        self._output: Output | None = None
        self.fault: Exception | None = None

    def open(self, session: Session) -> str:
        """Begin to play; return why there is no sound, where there is none and it was wanted."""
        if self._name == "silent" or self._speed != 1.0:
            session.clock = SilentClock(monotonic(), self._speed)
            return ""
        clock = DeviceClock()
        before = session.clock
        try:
            self._play(session, clock)
        except NoDevice as reason:
            session.clock = before
            return f"No sound: {reason}. The session runs without."
        return ""

    def _play(self, session: Session, clock: DeviceClock) -> None:
        """Start the output; numpy and the audio library are first needed, and imported, here."""
        from leanbreath.sound.mix import Block, longest, mix
        from leanbreath.sound.outputs.miniaudio import Miniaudio
        from leanbreath.sound.pack import load

        sounds = load(bundled("sounds") / PACK)
        ring = longest(sounds)

        def fill(count: int) -> Block:
            timeline, first = session.handed(clock, count, monotonic())
            try:
                return self._fader.apply(mix(timeline.takes(first, count, ring), sounds, first, count))
            except Exception as error:
                self.fault = error
                raise

        output = Miniaudio()
        output.start(fill)
        clock.held = output.held_seconds
        session.clock = clock
        self._output = output

    def close(self) -> None:
        """Stop playing."""
        if self._output is not None:
            self._output.close()
            self._output = None

    def louder(self) -> None:
        """Go one step up."""
        self._fader.louder()

    def quieter(self) -> None:
        """Go one step down."""
        self._fader.quieter()

    def mute(self) -> None:
        """Mute, or bring the sound back."""
        self._fader.mute()

    def level(self) -> str:
        """Return the volume in words."""
        if self._output is None:
            return "No sound"
        return "Muted" if self._fader.muted else f"Volume {self._fader.volume_db:+d} dB"
