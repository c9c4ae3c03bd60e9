"""The lines of a session, said in a thread by the first voice that can; those that come late are heard from then on."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING

from leanbreath.userdata.log import append_to_log

if TYPE_CHECKING:
    from leanbreath.sound.voice import Engine
    from leanbreath.sound.voice.clip import Clip
    from leanbreath.sound.voice.speech import SpeechClips

Progress = Callable[[int, int], None]

POLL_SECONDS = 0.05

RETRY_SECONDS = 0.5
"""How long a late line waits that would begin in the middle."""


class SessionSpeech:
    """Says the lines of a session with the first of some engines that can.

    The first ones are needed, the others only if a key leads to them. `clips` are those that are ready; `notice` says
    what is missing, and why.
    """

    def __init__(
        self,
        lines: tuple[str, ...],
        engines: "Iterable[Engine]",
        cache: Path | None,
        language: str,
        needed: int | None = None,
    ) -> None:
        from leanbreath.sound.voice.late_clips import LateClips  # here, since it imports numpy

        self.clips, self.notice = LateClips(), ""
        self._lines, self._engines, self._cache, self._language = lines, engines, cache, language
        self._needed, self._missing = lines[:needed], 0
        self._is_playing: Callable[[str], bool] = lambda text: False
        self._held: dict[str, Clip] = {}
        self._is_ready, self._has_ended = Event(), Event()
        self._thread: Thread | None = None
        self._fault: Exception | None = None

    def speak(self, on_progress: Progress, is_cancelled: Callable[[], bool], seconds: float | None) -> None:
        """Say the lines.

        After some seconds, or once those that are needed are said, return and say the others in the background.
        """
        if seconds is None:
            self._speak(on_progress, is_cancelled)
            return
        self._thread = Thread(target=self._speak_in_thread, args=(on_progress, is_cancelled), daemon=True)
        self._thread.start()
        end = monotonic() + seconds
        while not self._is_ready.wait(POLL_SECONDS) and not is_cancelled() and monotonic() < end:
            pass
        if self._fault:
            raise self._fault
        if not self._is_ready.is_set():
            self.notice = self.notice or "The voice is still getting ready. It joins in soon."

    @property
    def is_going_on(self) -> bool:
        """Whether lines are still being said in the background."""
        return self._thread is not None and not self._has_ended.is_set()

    def follow(self, is_playing: Callable[[str], bool]) -> None:
        """Hold back a late line while it is being said, since it would begin in the middle."""
        self._is_playing = is_playing

    def _speak_in_thread(self, on_progress: Progress, is_cancelled: Callable[[], bool]) -> None:
        try:
            self._speak(on_progress, is_cancelled)
            self._has_ended.set()
            self._is_ready.set()
            while self._held and not is_cancelled():
                sleep(RETRY_SECONDS)
                self._release()
        except Exception as error:
            self._fault = error
            append_to_log(f"no voice, internal error: {error!r}")
        finally:
            self._has_ended.set()
            self._is_ready.set()

    def _speak(self, on_progress: Progress, is_cancelled: Callable[[], bool]) -> None:
        """Say the lines with the first voice that doesn't fail."""
        from leanbreath.sound.voice import VoiceUnavailable
        from leanbreath.sound.voice.speech import speech_clips

        reasons: list[str] = []
        try:
            for engine in self._engines:
                try:
                    with closing(engine):
                        note = partial(self._note_progress, on_progress)
                        spoken = speech_clips(
                            self._lines, engine, self._cache, self._language, self._add, note, is_cancelled
                        )
                except VoiceUnavailable as reason:
                    reasons.append(str(reason))
                    self.clips.clear()
                else:
                    self.notice = " ".join(self._notices(spoken, reasons))
                    return
        except VoiceUnavailable as reason:
            reasons.append(str(reason))
        self.notice = f"No voice: {reasons[0]}. Tones only."

    def _notices(self, spoken: "SpeechClips", reasons: list[str]) -> Iterator[str]:
        if reasons:
            yield f"Another voice speaks: {reasons[0]}."
        if spoken.failed_count:
            yield f"{spoken.failed_count} of {len(self._lines)} lines could not be said: {spoken.reason}."

    def _note_progress(self, on_progress: Progress, number: int, count: int) -> None:
        """Pass on how many of how many new lines are said, and note when all that are needed are."""
        if not number:
            self._missing = sum(text not in self.clips for text in self._needed)
        if number >= self._missing:
            self._is_ready.set()
        on_progress(number, count)

    def _add(self, text: str, clip: "Clip") -> None:
        self._held[text] = clip
        self._release()

    def _release(self) -> None:
        """Let the lines be heard that would not begin in the middle."""
        for text in [text for text in self._held if not self._is_playing(text)]:
            self.clips.add(text, self._held.pop(text))
