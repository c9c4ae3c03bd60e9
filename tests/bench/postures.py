"""What is explained before count one: the bundled routines in each voice, and at the estimated pace of speech."""

from collections.abc import Iterator
from typing import NamedTuple

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.arrange import arrange
from leanbreath.score.compose import compose
from leanbreath.score.score import Cue, Score
from leanbreath.score.speech import score_texts
from leanbreath.score.speech_pace import spoken_frames
from leanbreath.sound.voice import VoiceUnavailable
from leanbreath.sound.voice.choice import voice_engines
from leanbreath.sound.voice.speech import speech_clips
from leanbreath.sound.voice_settings import VoiceEngine, VoiceSettings
from tests.bench.table import Row

VOICES: tuple[VoiceEngine, ...] = ("hibari", "espeak")
MOST_SHORTENED = 5


class Lines(NamedTuple):
    """The lines that go wrong, each after its routine."""

    late: tuple[str, ...]
    dropped: tuple[str, ...]
    shortened: tuple[str, ...]


def rows() -> list[Row]:
    """Return a row for each voice that is installed, and one for the estimate."""
    library = Library((bundled_folder("drills"),))
    routines = (library.routine(name).value for name in library.routine_files)
    scores = [compose(routine) for routine in routines if routine]
    found = [_row("2.5 words a second and 0.3 s a pause", scores, {})]
    for voice in VOICES:
        try:
            found.append(_row(voice, scores, _lengths(voice, scores)))
        except VoiceUnavailable as reason:
            print(f"{voice}: {reason}")
    return found


def _lengths(voice: VoiceEngine, scores: list[Score]) -> dict[str, int]:
    """Return how many frames a voice takes for each line of the routines, at pace 1.0."""
    texts = dict.fromkeys(text for score in scores for text in score_texts(score))
    [engine, *_] = voice_engines(VoiceSettings(engine=voice))
    return {text: len(clip) for text, clip in speech_clips(texts, engine, None).clips.items()}


def _row(voice: str, scores: list[Score], lengths: dict[str, int]) -> Row:
    each = [_lines(arrange(score, lengths), lengths) for score in scores]
    late, dropped, shortened = (tuple(line for lines in each for line in lines[place]) for place in range(3))
    for kind, lines in (("late", late), ("dropped", dropped), ("shortened", shortened)):
        for line in lines:
            print(f"{voice}: {kind}: {line}")
    return Row(
        f"postures explained in {len(scores)} routines, {voice}",
        f"{len(late)} after count one; {len(dropped)} lines dropped, {len(shortened)} shortened",
        f"0; 0 and at most {MOST_SHORTENED}",
        not late and not dropped and len(shortened) <= MOST_SHORTENED,
    )


def _lines(score: Score, lengths: dict[str, int]) -> Lines:
    said = [cue for cue in score.cues if cue.line and not cue.line.is_audio_only]
    late = (cue for cue in said if _end(cue, lengths) > _count_one(score, cue))
    return Lines(
        tuple(_told(score, late)),
        tuple(_told(score, (cue for cue in score.unplaced if cue.line and not cue.line.is_audio_only))),
        tuple(_told(score, (cue for cue in said if cue.line and cue.say != cue.line.text))),
    )


def _end(cue: Cue, lengths: dict[str, int]) -> int:
    return cue.at + spoken_frames(cue.say or "", lengths)


def _count_one(score: Score, cue: Cue) -> int:
    """Return when the work begins that a line leads into; for any other line, the end."""
    leads = cue.line is not None and cue.line.lead is not None
    return (cue.line.deadline or 0) if leads and cue.line else score.total * 2


def _told(score: Score, cues: Iterator[Cue]) -> Iterator[str]:
    return (f'{score.id}: "{cue.line.text if cue.line else cue.say}"' for cue in cues)
