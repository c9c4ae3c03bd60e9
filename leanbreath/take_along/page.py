"""A routine as a web page of one file, which plays it with sound and figures wherever there is a browser."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from leanbreath.atomic_write import save
from leanbreath.authoring.figures import load_figures
from leanbreath.export.web.page_data import DiaryFields, page_data
from leanbreath.export.web.page_sound import encode_sound, sound_frames
from leanbreath.export.web.page_timeline import page_texts, page_timeline
from leanbreath.export.web.page_wording import page_wording
from leanbreath.export.web.routine_page import routine_page
from leanbreath.playback.audio_setup import PreparedAudio, load_phrases, prepare_audio
from leanbreath.playback.interrupts import interruptible
from leanbreath.playback.safety_text import load_safety
from leanbreath.presentation.breath_finder_text import own_breath_text
from leanbreath.presentation.preparation_card import preparation_card
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from leanbreath.score.own_breath import with_own_breath
from leanbreath.score.score import Score
from leanbreath.session.timeline import Timeline
from leanbreath.sound.headroom import with_headroom
from leanbreath.sound.sound_bank import SoundBank
from leanbreath.take_along.options import Options, Report
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_file import load_settings


def write_page(routine: Routine, path: Path, options: Options, report: Report) -> tuple[Path, ...]:
    """Write a routine to a web page."""
    settings = load_settings()
    written = compose(routine, phrases=load_phrases(settings.language))
    score = with_own_breath(written, options.own_breath)
    breath = own_breath_text(options.own_breath, score is not written) if options.own_breath else ""
    with interruptible():
        prepared = _prepare(page_wording(score), settings, options, report)
        timeline = page_timeline(prepared.score)
        bank = with_headroom(prepared.bank, *_scores(timeline))
        data = _data(routine, timeline, breath, settings, options)
        with closing(_written(path, timeline, bank, data, settings.language)) as frames_written:
            report.progress(routine.title, frames_written)
    return (path,)


def _prepare(score: Score, settings: Settings, options: Options, report: Report) -> PreparedAudio:
    sound, _ = options.audio.sound_settings(settings, datetime.now())
    texts = page_texts(replace(score, density=sound.cues))
    prepared = prepare_audio(score, sound, settings.language, False, report.speech, more_lines=texts)
    if prepared.notice:
        report.message(prepared.notice)
    return prepared


def _scores(timeline: Timeline) -> Iterator[Score]:
    """Yield every score that is played: the routine's, its count-ins, prompts and open work."""
    yield timeline.splices[-1].score
    yield from (splice.interlude for splice in timeline.splices if splice.interlude)


def _data(routine: Routine, timeline: Timeline, breath: str, settings: Settings, options: Options) -> dict[str, Any]:
    card = preparation_card(routine, timeline.splices[-1].score, load_safety(), breath=breath)
    session = {
        "source": routine.id,
        "kind": routine.kind,
        "fit_seconds": _seconds(options.fit),
        "breath_seconds": _seconds(options.own_breath),
    }
    figures = load_figures(options.library, routine.named_drills())
    return page_data(timeline, card, figures, DiaryFields(session, f"{settings.day_starts:%H:%M}"))


def _written(
    path: Path, timeline: Timeline, bank: SoundBank, data: dict[str, Any], language: str
) -> Generator[int, None, None]:
    """Write the page; yield the frames of its sound in all, then those encoded after each block."""
    yield sound_frames(timeline, bank)
    sound = yield from encode_sound(timeline, bank)
    save(path, routine_page(data, sound, language))


def _seconds(length: Any) -> float | None:
    return None if length is None else float(length)
