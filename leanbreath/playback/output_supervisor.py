"""Sound for a session: pack, voice, mixer, fader and output put together, opened only when it is wanted."""

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from leanbreath.playback.audio_setup import PreparedAudio, prepare_audio
from leanbreath.score.score import Score
from leanbreath.session.clock import STEADY_SECONDS, DeviceClock
from leanbreath.session.session import PUSHED_EDIT_MARGIN, Session
from leanbreath.sound.fader import Fader
from leanbreath.sound.outputs import NoDevice, Output
from leanbreath.sound.stderr import restore_stderr
from leanbreath.userdata.log import append_to_log
from leanbreath.userdata.settings import SoundSettings

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank

RETRY_SECONDS = 0.25
"""How long to wait before a device that was lost is looked for again."""

ANSWER_SECONDS = 5.0
"""How long a sound system may take to open a device before the session begins without it."""

LET_GO_SECONDS = 2.0
"""How long one may take to close a device that was lost before another is looked for."""

END_SECONDS = 0.3
"""How long one may keep the program from ending; by itself it closes a device in 5 ms."""

AGAIN_SECONDS = 1.0
"""How much near-silence a device that is back is given at most."""


class SoundPlayer:
    """Plays a session through the output that is wished for; where there is none, it goes on looking for one.

    A sound system may hang, so what calls it, to open and to close, does so in a thread of its own that the program
    can end without. `played` says by what it was last played, `losses` how often that was lost.
    """

    def __init__(self, wish: SoundSettings, muted: bool = False, playing: bool = True) -> None:
        self._wish, self._playing = wish, playing and wish.output != "silent" and wish.cues != "off"
        self.fader = Fader(wish.volume, muted)
        self.device_clock: DeviceClock | None = None
        self.fault: Exception | None = None
        self.progress_text = ""
        self.losses = 0
        self.played = ""
        self._name = wish.output
        self._dry = 0
        self._output: Output | None = None
        self._silent = False
        self._begin: Callable[[], None] = lambda: None
        self._why = "the sound system does not answer"
        self._tried, self._closed, self._speechless = Event(), Event(), Event()
        self._speechless.set()
        self._search: Thread | None = None

    @property
    def underruns(self) -> int:
        """How often a device that played has run dry."""
        return self._dry + (self.device_clock.underruns if self.device_clock else 0)

    def open(self, session: Session) -> str:
        """Begin to play; return what there is to say about it."""
        if not self._playing:
            return ""
        if self._wish.output == "bell":
            self._silent = True
            return ""
        made = self._made(session.timeline.splices[0].score)
        if self._closed.is_set():
            return ""
        session.replace_arrangement(lambda _: made.score)
        self._begin = lambda: self._start(session, made.bank)
        return " ".join(filter(None, (self._opened(), made.notice)))

    def _made(self, score: Score) -> PreparedAudio:
        """Return a score as it is heard; the voice may say its lines for the first time, which takes a while."""
        self._speechless.clear()
        try:
            return prepare_audio(score, self._wish, told=self._tell, stopped=self._closed.is_set)
        finally:
            self.progress_text = ""
            self._speechless.set()

    def _opened(self) -> str:
        """Look for a device; return why there is none, as far as that is known soon."""
        self._look()
        self._tried.wait(ANSWER_SECONDS + float(self._wish.pre_roll))
        if self._output is not None or self.fault is not None:
            return ""
        self._silent = True
        return f"No sound: {self._why}. The session runs without."

    def _start(self, session: Session, bank: "SoundBank") -> None:
        """Start an output; numpy and the audio library are first needed, and imported, here."""
        from leanbreath.playback.mixer_source import SessionSource
        from leanbreath.sound.outputs.choice import started

        pre_roll = float(self._wish.pre_roll)
        pre_roll = min(pre_roll, AGAIN_SECONDS) if self.losses else pre_roll
        clock = DeviceClock(settle_seconds=max(pre_roll, STEADY_SECONDS))
        source = SessionSource(session, bank, clock, self.fader, self._broken)
        output = started(self._name, self._wish.device, pre_roll, source)
        clock.opened_at = monotonic()
        if self._closed.is_set():
            output.close()
            return
        if output.held_seconds is not None:
            clock.latency_seconds = output.held_seconds
            self.device_clock = clock
        else:
            session.edit_margin = PUSHED_EDIT_MARGIN
        self._output, self._name, self.played, self._silent = output, output.name, output.about, False

    def _broken(self, error: Exception) -> None:
        self.fault = error

    @property
    def needs_bell(self) -> bool:
        """Whether only the terminal's bell is left to be heard."""
        return self._silent and not self.fader.muted

    def _tell(self, number: int, numbers: int) -> None:
        """Tell in tenths how far the voice is; where it is soon done, nobody sees it."""
        self.progress_text = f"The voice says its lines for the first time: {10 * number // numbers * 10} %"

    @property
    def follows_session(self) -> bool:
        """Whether an output plays that follows the session's own time."""
        return self._output is not None and self.device_clock is None

    def is_lost(self, now: float) -> bool:
        """Return whether what played has broken off."""
        if self.device_clock is not None:
            return self.device_clock.is_lost(now)
        return self._output is not None and self._output.failed

    def reopen(self) -> None:
        """Let a device that was lost go, and try to open one again in the background."""
        self.losses += 1
        self._look(self._taken())

    def _look(self, lost: Output | None = None) -> None:
        self._search = Thread(target=self._looking, args=(lost,), name="looking for sound", daemon=True)
        self._search.start()

    def _looking(self, lost: Output | None) -> None:
        """Close what was lost, and try until there is a device; what goes wrong but at first may be right again."""
        if lost is not None:
            _in_a_thread(lost.close).join(LET_GO_SECONDS)
        told = ""
        while not self._closed.is_set():
            try:
                self._begin()
                return
            except NoDevice as reason:
                self._why = str(reason)
            except Exception as error:
                if not self._tried.is_set():
                    self.fault = error
                    return
                if told != (told := f"no sound, by a fault of ours: {error!r}"):
                    append_to_log(told)
            finally:
                self._tried.set()
            self._closed.wait(RETRY_SECONDS)

    def _taken(self) -> Output | None:
        """Take the output, if there is one, out of the session."""
        if self.device_clock is not None:
            self._dry += self.device_clock.underruns
        output, self._output, self.device_clock = self._output, None, None
        return output

    def close(self) -> None:
        """Stop playing."""
        self._closed.set()
        output = self._taken()
        end = monotonic() + END_SECONDS
        self._speechless.wait(END_SECONDS)
        for thread in (self._search, _in_a_thread(output.close) if output else None):
            if thread is not None:
                thread.join(max(end - monotonic(), 0))
        restore_stderr()

    def louder(self) -> None:
        """Go one step up."""
        self.fader.louder()

    def quieter(self) -> None:
        """Go one step down."""
        self.fader.quieter()

    def mute(self) -> None:
        """Mute, or bring the sound back."""
        self.fader.mute()

    def volume_text(self) -> str:
        """Return the volume in words."""
        if self._output is None:
            return "No sound"
        return "Muted" if self.fader.muted else f"Volume {self.fader.volume_db:+d} dB"


def _in_a_thread(action: Callable[[], None]) -> Thread:
    thread = Thread(target=action, daemon=True)
    thread.start()
    return thread
