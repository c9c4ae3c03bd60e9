"""The sound of a session: its audio, and a device that is opened, lost and found again."""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from leanbreath.playback import output_health
from leanbreath.playback.audio_preparation import AudioPreparation
from leanbreath.playback.device_search import DeviceSearch, start_thread
from leanbreath.playback.output_supervisor import LOOKING, RINGING, SOUNDLESS, Event, State, first_state, next_state
from leanbreath.playback.playing_line import is_line_playing
from leanbreath.playback.time_source import TimeLimits
from leanbreath.score.arrange import arrange
from leanbreath.score.score import Score
from leanbreath.score.speakable import ENGLISH_ID
from leanbreath.session.clock import DRAWING_SECONDS, DeviceClock
from leanbreath.session.session import Session
from leanbreath.sound.outputs import NoDevice, Output
from leanbreath.sound.stderr import restore_stderr
from leanbreath.sound.volume import Fader
from leanbreath.userdata.log import append_to_log
from leanbreath.userdata.settings import SoundSettings

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank

RETURN_PRE_ROLL_SECONDS = 1.0
"""How much near-silence a device is given at most after it was lost."""

NO_ANSWER = "the sound system isn't responding"

Opened = tuple[Output, DeviceClock | None]
"""An output that plays, with its clock if it sets the pace."""


class SoundPlayer:
    """Plays a session; a sound system may hang, so it is called in threads that the program can end without.

    `fault` is an internal error in one of them. `description` says by what it was last played, `losses` how often a
    device was lost.
    """

    def __init__(
        self,
        settings: SoundSettings,
        is_muted: bool = False,
        is_on: bool = True,
        limits: TimeLimits | None = None,
        now: Callable[[], float] = monotonic,
        language: str = ENGLISH_ID,
    ) -> None:
        self._settings, self._limits, self._now = settings, limits or TimeLimits(), now
        self.state: State = first_state(is_on and settings.cues != "off", settings.output)
        self.fader = Fader(settings.volume, is_muted)
        self.device_clock: DeviceClock | None = None
        self.fault: Exception | None = None
        self.losses = 0
        self.description = ""
        self._output_name = settings.output
        self._offset_milliseconds = settings.offset
        self._past_underruns = 0
        self._output: Output | None = None
        self._open_device: Callable[[State], Opened] | None = None
        self._bank: SoundBank | None = None
        self._reason = NO_ANSWER
        self._last_error = ""
        self._lock, self._preparing = Lock(), Lock()
        self._preparation = AudioPreparation(settings, language, self._limits.voice)
        self._search = DeviceSearch(self._try_to_open, lambda: self.state in LOOKING, self._limits)

    @property
    def progress_text(self) -> str:
        """How far the voice is, while it says its lines for the first time."""
        return self._preparation.progress_text

    @property
    def underruns(self) -> int:
        """How often a device ran dry."""
        return self._past_underruns + output_health.underruns(self._output, self.device_clock)

    @property
    def needs_bell(self) -> bool:
        """Whether only the terminal's bell can be heard."""
        return self.state in RINGING and not self.fader.muted

    @property
    def follows_session(self) -> bool:
        """Whether an output plays that follows the session's own time."""
        return self._output is not None and self.device_clock is None

    @property
    def offset_milliseconds(self) -> int:
        """How much later sound is heard than the computer says; where a device sets the pace, it can be changed."""
        return self._offset_milliseconds

    @offset_milliseconds.setter
    def offset_milliseconds(self, milliseconds: int) -> None:
        self._offset_milliseconds = milliseconds
        if clock := self.device_clock:
            clock.offset_seconds = milliseconds / 1000 - DRAWING_SECONDS

    def is_lost(self, now: float) -> bool:
        """Return whether the device that played is lost."""
        return output_health.is_lost(self._output, self.device_clock, now)

    def open(self, session: Session) -> str:
        """Begin to play a session; return a notice for the runner, or an empty text."""
        if self._report("prepare") != "preparing":
            return ""
        try:
            notice = self._prepare(session, lambda bank: self._open_first(session, bank))
        except ImportError as error:
            return self._without_packages(error)
        if self._preparation.is_cancelled:
            return ""
        return " ".join(filter(None, (self._first_notice(), notice)))

    def prepare_again(self, session: Session) -> None:
        """Say what a session says since it got another score, before it begins; without sound, nothing is said."""
        if self._bank is not None:
            self._prepare(session, lambda bank: None)

    def _prepare(self, session: Session, on_tones: "Callable[[SoundBank], None]") -> str:
        """Give a session its audio, and return a notice about it; one preparation waits for the one before."""
        with self._preparing:
            score = session.timeline.splices[0].score
            audio = self._preparation.prepare(score, on_tones)
            if self._preparation.is_cancelled:
                return ""
            self._bank = audio.bank
            session.replace_score(lambda now: audio.score if now is score else _arranged(now, audio.score))
            if audio.speech is not None:
                audio.speech.follow(lambda text: is_line_playing(session, text, self._now()))
            return audio.notice

    def reopen(self) -> None:
        """Close a lost device, and look for one in the background."""
        self.losses += 1
        output = self._take_output()
        self._report("lost")
        self._look_for_device(output)

    def close(self) -> None:
        """Stop playing, without waiting long for a sound system that hangs."""
        self._preparation.cancel()
        self._search.stop()
        self._report("close")
        output = self._take_output()
        end = monotonic() + self._limits.exit
        self._preparation.wait(self._limits.exit)
        for thread in (self._search.thread, start_thread(output.close) if output else None):
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
        """Mute, or unmute."""
        self.fader.mute()

    def volume_text(self) -> str:
        """Return the volume in words."""
        if self._output is None:
            return "No sound"
        return "Muted" if self.fader.muted else f"Volume {self.fader.volume_db:+d} dB"

    def _report(self, event: Event) -> State:
        """Take an event into account, and return the state it leads to."""
        with self._lock:
            self.state = next_state(self.state, event)
            return self.state

    def _report_fault(self, error: Exception) -> None:
        """Report an error in the audio thread."""
        if self._report("fault") == "failed":
            self.fault = error

    def _report_error(self, error: Exception) -> None:
        """Report an error while a device is opened; in a later try it is only logged, once in a row."""
        if self._report("error") == "failed":
            self.fault = error
        elif repr(error) != self._last_error:
            self._last_error = repr(error)
            append_to_log(f"no sound, internal error: {error!r}")

    def _without_packages(self, error: ImportError) -> str:
        """Leave the session without sound, as without a device; return the notice."""
        self._reason = (
            f"a package is missing or broken ({str(error).strip().splitlines()[0]}); install leanbreath again"
        )
        self._report("open")
        self._report("no_device")
        return self._no_sound()

    def _no_sound(self) -> str:
        return f"No sound: {self._reason}. The session runs without it."

    def _first_notice(self) -> str:
        """Wait until a device is open; return why there is none, as far as that is known soon."""
        if not self._search.wait_for_answer(self._limits.answer + float(self._settings.pre_roll)):
            self._report("timed_out")
        return self._no_sound() if self.state in SOUNDLESS else ""

    def _look_for_device(self, lost: Output | None = None) -> None:
        self._last_error = ""
        self._search.begin(lost)

    def _try_to_open(self) -> bool:
        """Try to open a device, report what comes of it, and return whether one is open."""
        assert self._open_device is not None
        try:
            opened = self._open_device(self.state)
        except NoDevice as reason:
            self._reason = str(reason)
            self._report("no_device")
        except Exception as error:
            self._report_error(error)
        else:
            self._adopt(*opened)
            return True
        return False

    def _open_first(self, session: Session, bank: "SoundBank") -> None:
        """Begin to look for a device, which plays near-silence while the voice gets ready."""
        self._bank = bank
        self._open_device = lambda state: self._open(session, state)
        if self._report("open") == "opening":
            self._look_for_device()

    def _present_bank(self) -> "SoundBank":
        """Return the bank to mix with: that of the tones, then that of the whole session."""
        assert self._bank is not None
        return self._bank

    def _open(self, session: Session, state: State) -> Opened:
        """Open an output; after a loss it is given less near-silence first."""
        from leanbreath.playback.session_output import open_session_output  # here, since it imports numpy

        pre_roll = float(self._settings.pre_roll)
        pre_roll = min(pre_roll, RETURN_PRE_ROLL_SECONDS) if state == "lost" else pre_roll
        name, device, offset = self._output_name, self._settings.device, self._offset_milliseconds / 1000
        return open_session_output(
            session, self._present_bank, self.fader, name, device, pre_roll, offset, self._now, self._report_fault
        )

    def _adopt(self, output: Output, clock: DeviceClock | None) -> None:
        """Play by an output that has opened; one that opened too late is closed."""
        with self._lock:
            self.state = next_state(self.state, "opened")
            is_playing = self.state == "playing"
            if is_playing:
                self.device_clock, self._output = clock, output
                self._output_name, self.description = output.name, output.description
        if not is_playing:
            output.close()

    def _take_output(self) -> Output | None:
        """Take the output, if there is one, out of the session."""
        with self._lock:
            self._past_underruns += output_health.underruns(self._output, self.device_clock)
            output, self._output, self.device_clock = self._output, None, None
            return output


def _arranged(score: Score, like: Score) -> Score:
    """Return a score, changed while another was prepared, with its lines where the same voice says them."""
    return arrange(score, dict(like.spoken), like.density)
