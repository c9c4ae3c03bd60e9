"""The preparation of a session's audio, which may take a while: the voice may say its lines for the first time."""

from collections.abc import Callable
from threading import Event as Signal
from typing import TYPE_CHECKING

from leanbreath.playback.audio_setup import PreparedAudio, prepare_audio
from leanbreath.score.score import Score
from leanbreath.userdata.settings import SoundSettings

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank


class AudioPreparation:
    """Prepares audio for at most so many `seconds`; `progress_text` says how far the voice is."""

    def __init__(self, settings: SoundSettings, language: str, seconds: float) -> None:
        self._settings, self._language, self._seconds = settings, language, seconds
        self.progress_text = ""
        self._is_cancelled, self._is_done = Signal(), Signal()
        self._is_done.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether nothing that is prepared will be played."""
        return self._is_cancelled.is_set()

    def prepare(self, score: Score, on_tones: "Callable[[SoundBank], None]") -> PreparedAudio:
        """Return a score as it is played; `on_tones` receives the bank without the voice as soon as it is there."""
        self._is_done.clear()
        try:
            return prepare_audio(
                score,
                self._settings,
                self._language,
                on_progress=self._show_progress,
                is_cancelled=self._is_cancelled.is_set,
                seconds=self._seconds,
                on_tones=on_tones,
            )
        finally:
            self.progress_text = ""
            self._is_done.set()

    def cancel(self) -> None:
        """End early, at the next line of the voice."""
        self._is_cancelled.set()

    def wait(self, seconds: float) -> None:
        """Wait until nothing is being prepared, or for so many seconds."""
        self._is_done.wait(seconds)

    def _show_progress(self, number: int, count: int) -> None:
        """Show in quarters how far the voice is."""
        self.progress_text = f"Preparing the voice: {4 * number // count * 25} %"
