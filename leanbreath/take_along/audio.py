"""A routine as an audio file or a folder of them, with the same cues as a session."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from leanbreath.export.audio_file import write_audio_file
from leanbreath.export.audio_folder import audio_paths, require_own_folder, write_audio_folder
from leanbreath.export.tags import Tags
from leanbreath.playback.audio_setup import load_phrases, prepare_audio
from leanbreath.playback.interrupts import interruptible
from leanbreath.playback.safety_text import load_safety
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from leanbreath.score.own_breath import with_own_breath
from leanbreath.score.recording import Recording, introduction_texts, recorded_introduction, recorded_score
from leanbreath.score.score import Score
from leanbreath.take_along.cover_shot import cover_shot
from leanbreath.take_along.options import Options, Report
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_file import load_settings

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank


class PreparedRecording(NamedTuple):
    """A recording, and the sounds and words that play it."""

    recording: Recording
    bank: "SoundBank"


def write_audio(routine: Routine, path: Path, options: Options, report: Report) -> tuple[Path, ...]:
    """Write a routine to an audio file in the format of its suffix, or to a folder of that name."""
    settings, folder = load_settings(), path.with_suffix("")
    if options.split:
        require_own_folder(folder)
    score = with_own_breath(compose(routine, phrases=load_phrases(settings.language)), options.own_breath)
    with interruptible():
        recording, bank = prepare_recording(score, settings, options, report)
        tags = _tags(options.library, routine, score, settings.language)
        if options.split:
            suffix = path.suffix.lower()
            written = write_audio_folder(recording, bank, folder, suffix, tags)
            paths = audio_paths(recording, folder, suffix)
        else:
            written, paths = write_audio_file(recording, bank, path, tags), (path,)
        with closing(written):
            report.progress(score.title, written)
    return paths


def prepare_recording(score: Score, settings: Settings, options: Options, report: Report) -> PreparedRecording:
    """Return what is heard: all words are said first, since gaps and introduction last as long as their words."""
    from leanbreath.sound.headroom import with_headroom

    sound, _ = options.audio.sound_settings(settings, datetime.now())
    draft = recorded_score(score, options.timed_wait, options.gap)
    texts = introduction_texts(draft)
    made = prepare_audio(draft, sound, settings.language, False, report.speech, more_lines=texts)
    if made.notice:
        report.message(made.notice)
    spoken = replace(score, spoken=made.score.spoken, density=made.score.density)
    routine = recorded_score(spoken, options.timed_wait, options.gap)
    is_said = all(text in made.bank.speech for text in texts)
    recording = Recording(routine, recorded_introduction(routine, texts) if is_said else None)
    return PreparedRecording(recording, with_headroom(made.bank, *recording.scores))


def _tags(library: Library, routine: Routine, score: Score, language: str) -> Tags:
    from leanbreath.export.cover import cover

    picture = cover(cover_shot(library, routine, score), score.title)
    return Tags(score.title, "\n".join((score.phrases.safety, *load_safety())), language, cover=picture)
