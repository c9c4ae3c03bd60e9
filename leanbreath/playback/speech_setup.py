"""The lines of a session, said by the first voice that can."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from leanbreath.userdata.paths import cache_folder
from leanbreath.userdata.settings import SoundSettings

if TYPE_CHECKING:
    from leanbreath.sound.voice.speech import SpeechClips

Progress = Callable[[int, int], None]


def speak_lines(
    lines: tuple[str, ...],
    settings: SoundSettings,
    language: str,
    on_progress: Progress,
    is_cancelled: Callable[[], bool],
) -> "tuple[SpeechClips | None, str]":
    """Return the lines as a voice says them, or None without a voice, and a notice about what is missing."""
    from leanbreath.sound.voice import VoiceUnavailable
    from leanbreath.sound.voice.choice import voice_engines
    from leanbreath.sound.voice.speech import speech_clips

    reasons: list[str] = []
    try:
        for engine in voice_engines(settings.voice, settings.pace, language):
            try:
                with closing(engine):
                    spoken = speech_clips(lines, engine, cache_folder() / "voice", language, on_progress, is_cancelled)
            except VoiceUnavailable as reason:
                reasons.append(str(reason))
            else:
                return spoken, " ".join(_notices(spoken, lines, reasons))
    except VoiceUnavailable as reason:
        reasons.append(str(reason))
    return None, f"No voice: {reasons[0]}. Tones only."


def _notices(spoken: "SpeechClips", lines: Iterable[str], reasons: list[str]) -> Iterator[str]:
    """Yield which lines were not said, and why it is not the best voice that speaks."""
    if reasons:
        yield f"Another voice speaks today: {reasons[0]}."
    if spoken.failed_count:
        yield f"{spoken.failed_count} of {len(tuple(lines))} lines could not be said: {spoken.reason}."
