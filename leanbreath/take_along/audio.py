"""A routine as an audio file, with the same cues as a session."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from leanbreath.export.audio_file import write_audio_file
from leanbreath.playback.audio_setup import load_phrases, prepare_audio
from leanbreath.playback.interrupts import interruptible
from leanbreath.playback.safety_text import load_safety
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.opening_gap import with_opening_gap
from leanbreath.score.own_breath import with_own_breath
from leanbreath.take_along.options import Options, Report
from leanbreath.userdata.settings_file import load_settings


def write_audio(routine: Routine, path: Path, options: Options, report: Report) -> tuple[Path, ...]:
    """Write a routine to an audio file in the format of its suffix."""
    settings = load_settings()
    composed = with_own_breath(compose(routine, phrases=load_phrases(settings.language)), options.own_breath)
    score = with_opening_gap(with_timed_waits(composed, options.wait))
    sound, _ = options.audio.sound_settings(settings, datetime.now())

    def announce_speech(number: int, count: int) -> None:
        if not number:
            report.message(f"preparing the voice: {count} new lines")

    with interruptible():
        prepared = prepare_audio(score, sound, settings.language, has_keys=False, on_progress=announce_speech)
        if prepared.notice:
            report.message(prepared.notice)
        comment = "\n".join((score.phrases.safety, *load_safety()))
        with closing(write_audio_file(prepared.score, prepared.bank, path, comment, settings.language)) as written:
            report.progress(prepared.score.title, written)
    return (path,)
