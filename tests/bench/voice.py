"""The voices: how soon all lines of a routine are there, how well they are understood, and which find no time.

The recogniser is `pocketsphinx`, whose model is in its wheel. It is simple: what it misses, a tired runner may miss.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import numpy as np

from leanbreath.score.arrange import arrange
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE, Score
from leanbreath.score.speakable import speakable
from leanbreath.score.speech import score_texts, session_texts
from leanbreath.sound.resampling import resample
from leanbreath.sound.voice import Engine
from leanbreath.sound.voice.clip import Clip
from leanbreath.sound.voice.espeak import EspeakVoice
from leanbreath.sound.voice.hibari import hibari_voice
from leanbreath.sound.voice.speech import speech_clips
from leanbreath.userdata.library import load_library
from tests.bench.table import Row
from tests.home import PROGRAM
from tests.soundserver import sound_server
from tests.terminal import Terminal

ROUTINE = "daily-12"
SECONDS = 5.0
LINES, LEAST_WORDS = 40, 4
BEST_ERROR_RATE = 0.45
MOST_SHORTENED = 5
RECOGNISER_RATE = 16_000

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def rows() -> list[Row]:
    """Measure a cold start, the error rates of a recogniser, and the lines without time."""
    with TemporaryDirectory() as folder, closing(hibari_voice()) as hibari:
        espeak, cache_ = EspeakVoice(), Path(folder)
        return [cold_start(), *understood(hibari, espeak, cache_), *placed(hibari, espeak, cache_)]


def cold_start() -> Row:
    """Return how long it takes from a command to its count-in and to its last line, where nothing is in the cache."""
    lines = {speakable(text) for text in session_texts(_scores()[ROUTINE])}
    with sound_server("pulseaudio") as server:
        folder = server.folder / "leanbreath" / "voice"
        began = monotonic()
        terminal = Terminal([*PROGRAM, "run", ROUTINE, "--plain", "--at-once"], server.environment)
        terminal.wait_for(lambda: len(list(folder.glob("*.wav"))) >= len(lines), 60)
        ready = monotonic() - began
        shown, counted = (_second_of(terminal, text) - began for text in (b"Preparing the voice", b"Get ready"))
        terminal.kill()
    measured = f"{counted:.1f} s, all {len(lines)} lines after {ready:.1f} s; told after {shown:.1f} s"
    what = f"{ROUTINE}, command to count-in, nothing cached"
    return Row(what, measured, f"≤ {SECONDS:g} s, all lines", max(counted, ready) <= SECONDS)


def _second_of(terminal: Terminal, text: bytes) -> float:
    """Return the second at which a text came to a terminal."""
    terminal.wait_for(lambda: text in b"".join(block for _, block in terminal.chunks), 60)
    sizes = np.cumsum([len(block) for _, block in terminal.chunks])
    place = b"".join(block for _, block in terminal.chunks).index(text)
    return terminal.chunks[int(np.searchsorted(sizes, place, side="right"))][0]


def understood(hibari: Engine, espeak: Engine, folder: Path) -> Iterator[Row]:
    """Yield the share of words that a recogniser gets wrong, on the same lines."""
    lines = _some_lines()
    rates = [_error_rate(speech_clips(lines, engine, folder).clips) for engine in (hibari, espeak)]
    reached = rates[0] <= BEST_ERROR_RATE and rates[0] < rates[1] / 2
    measured = f"Hibari {rates[0]:.2f}, eSpeak {rates[1]:.2f}"
    yield Row(f"word error rate, {len(lines)} lines", measured, f"≤ {BEST_ERROR_RATE}, < half of eSpeak's", reached)


def placed(hibari: Engine, espeak: Engine, folder: Path) -> Iterator[Row]:
    """Yield how many lines of all routines are dropped or shortened, for each voice."""
    for name, engine in (("Hibari", hibari), ("eSpeak", espeak)):
        found = [(id, *each) for id, score in _scores().items() for each in _misplaced(score, engine, folder)]
        for id, what, text in found:
            print(f"{name}: {id}: {what}: {text}")
        dropped, shortened = (sum(what == kind for _, what, _ in found) for kind in ("dropped", "shortened"))
        reached = not dropped and shortened <= MOST_SHORTENED
        yield Row(
            f"lines of {len(_scores())} routines without time, {name}",
            f"{dropped} dropped, {shortened} shortened",
            f"0, ≤ {MOST_SHORTENED}",
            reached,
        )


def _misplaced(score: Score, engine: Engine, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the lines of a score that a voice can't say in full; those that only teach a sound may be dropped."""
    clips = speech_clips(score_texts(score), engine, folder).clips
    arranged = arrange(score, {text: len(clip) for text, clip in clips.items()})
    yield from (("dropped", cue.say or "") for cue in arranged.unplaced if cue.line and not cue.line.is_audio_only)
    yield from (
        ("shortened", f"{cue.line.text} -> {cue.say}") for cue in arranged.cues if cue.line and cue.say != cue.line.text
    )


@cache
def _scores() -> dict[str, Score]:
    library = load_library()
    found = {id: library.routine(id).value for id in sorted(library.routine_files)}
    return {id: compose(routine) for id, routine in found.items() if routine}


def _some_lines() -> tuple[str, ...]:
    """Return lines of all routines, evenly chosen among those of some words."""
    every = dict.fromkeys(text for score in _scores().values() for text in score_texts(score))
    long = [text for text in every if len(text.split()) >= LEAST_WORDS]
    return tuple(long[round(index * (len(long) - 1) / (LINES - 1))] for index in range(LINES))


def _error_rate(clips: dict[str, Clip]) -> float:
    """Return how many words are wrong, missing or too many in what a recogniser hears, for each word said."""
    from pocketsphinx import Decoder

    wrong = said = 0
    for text, clip in clips.items():
        decoder = Decoder(samprate=RECOGNISER_RATE, loglevel="FATAL")  # anew, since it adapts to what it heard before
        samples = resample(clip.astype(np.float32), RATE, RECOGNISER_RATE)
        decoder.start_utt()
        decoder.process_raw(np.pad(samples, 4_000).astype("<i2").tobytes(), full_utt=True)
        decoder.end_utt()
        heard = decoder.hyp().hypstr if decoder.hyp() else ""
        expected, found = words(speakable(text)), words(heard)
        wrong += _distance(expected, found)
        said += len(expected)
    return wrong / said


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, numbers as words, without punctuation."""
    spelled = re.sub(r"\d+", lambda found: number_words(int(found[0])), text.lower().replace("’", "'"))
    return re.findall(r"[a-z]+(?:'[a-z]+)?", spelled)


def number_words(number: int) -> str:
    """Return a number below a thousand in words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f" {ONES[number % 10]}" if number % 10 else "")
    return f"{ONES[number // 100]} hundred" + (f" {number_words(number % 100)}" if number % 100 else "")


def _distance(expected: list[str], found: list[str]) -> int:
    """Return the fewest words to change, add or remove."""
    row = list(range(len(found) + 1))
    for index, word in enumerate(expected, 1):
        previous, row = row, [index]
        for (diagonal, above), other in zip(pairwise(previous), found, strict=True):
            row.append(min(diagonal + (word != other), above + 1, row[-1] + 1))
    return row[-1]
