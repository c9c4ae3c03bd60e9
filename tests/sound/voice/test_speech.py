"""Lines are spoken once and kept by their text, their engine and its voice; a cache that fails is done without."""

import wave
from collections.abc import Iterator

import numpy as np
import pytest

from leanbreath.sound.voice import Utterance, VoiceUnavailable
from leanbreath.sound.voice.speech import cache_path, speech_clips

TEXTS = ("One.", "Two words.", "Three words more.")


class Counting:
    """An engine that hums as many tenths of a second as a text has letters, and counts what it is asked for."""

    def __init__(self, name: str = "hum") -> None:
        self.name, self.asked = name, []

    def speak(self, text: str) -> Utterance:
        self.asked.append(text)
        return Utterance(np.full(len(text) * 2_205, 0.3, np.float32), 22_050)


def test_each_text_is_spoken_once_and_reported(tmp_path):
    engine, told = Counting(), []
    made = speech_clips(
        TEXTS, engine, tmp_path, on_progress=lambda *count: told.append((*count, len(engine.asked)))
    ).clips
    assert engine.asked == list(TEXTS) == list(made)
    assert told == [(0, 3, 0), (1, 3, 1), (2, 3, 2), (3, 3, 3)]
    assert len(made["Two words."]) == pytest.approx(48_000, abs=3_000)


def test_what_was_spoken_before_is_not_spoken_again(tmp_path):
    first = speech_clips(TEXTS, Counting(), tmp_path).clips
    engine = Counting()
    again = speech_clips((*TEXTS, "Four."), engine, tmp_path).clips
    assert engine.asked == ["Four."]
    assert all(np.array_equal(first[text], again[text]) for text in TEXTS)


def test_another_voice_has_clips_of_its_own(tmp_path):
    speech_clips(TEXTS, Counting("anna"), tmp_path)
    engine = Counting("bert")
    speech_clips(TEXTS, engine, tmp_path)
    assert engine.asked == list(TEXTS)


def test_a_cached_clip_is_an_ordinary_wav_file(tmp_path):
    made = speech_clips(TEXTS[:1], engine := Counting(), tmp_path).clips
    with wave.open(str(cache_path("One.", engine, tmp_path))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (48_000, 1, 2)
        assert file.getnframes() == len(made["One."])
    assert [path.suffix for path in tmp_path.iterdir()] == [".wav"]


def broken(raw: bytes) -> Iterator[bytes]:
    """Yield what may have become of a file: nothing, a part, other bytes, and each bit of its head turned over."""
    yield from (b"", b"RIFF", b"\xff" * 999, raw[:-1], raw + b"x")
    for bit in range(44 * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        yield bytes(flipped)


def test_a_damaged_clip_is_spoken_again(tmp_path):
    made = speech_clips(["One."], engine := Counting(), tmp_path).clips["One."]
    path = cache_path("One.", engine, tmp_path)
    for number, raw in enumerate(broken(path.read_bytes()), 2):
        path.write_bytes(raw)
        assert np.array_equal(speech_clips(["One."], engine, tmp_path).clips["One."], made)
        assert engine.asked == ["One."] * number


@pytest.mark.parametrize("cache", [None, "a file"])
def test_without_a_cache_everything_is_spoken_each_time(tmp_path, cache):
    path = tmp_path / "cache" if cache else None
    if path:
        path.write_text(cache)
    engine = Counting()
    speech_clips(TEXTS, engine, path)
    assert list(speech_clips(TEXTS, engine, path).clips) == list(TEXTS)
    assert engine.asked == [*TEXTS, *TEXTS]


def test_a_text_without_words_is_left_out_and_the_others_are_spoken(tmp_path):
    class Literal(Counting):
        def speak(self, text):
            said = super().speak(text)
            return said if text != "…" else said._replace(samples=said.samples * 0)

    assert list(speech_clips(("One.", "…", "Two."), Literal(), tmp_path).clips) == ["One.", "Two."]


class Hoarse(Counting):
    """An engine that fails at some lines, by their numbers."""

    def __init__(self, *fails: int) -> None:
        super().__init__()
        self._fails = fails

    def speak(self, text):
        said = super().speak(text)
        if len(self.asked) in self._fails:
            raise VoiceUnavailable(f"it is hoarse at {len(self.asked)}")
        return said


MANY = tuple("abcdefghij")


@pytest.mark.parametrize(
    ("fails", "unsaid", "reason"),
    [((), "", ""), ((3,), "c", "it is hoarse at 3"), ((2, 3, 5, 6, 9), "bcefi", "it is hoarse at 9")],
)
def test_a_line_that_fails_is_left_out_and_counted(tmp_path, fails, unsaid, reason):
    made = speech_clips(MANY, engine := Hoarse(*fails), tmp_path)
    assert "".join(made.clips) == "".join(each for each in MANY if each not in unsaid)
    assert (made.failed_count, made.reason, len(engine.asked)) == (len(unsaid), reason, 10)


@pytest.mark.parametrize(("fails", "asked"), [((1,), 1), ((1, 2, 3), 1), ((4, 5, 6), 6), ((2, 4, 5, 6), 6)])
def test_a_voice_that_fails_at_once_or_three_times_in_a_row_is_given_up(tmp_path, fails, asked):
    with pytest.raises(VoiceUnavailable, match=f"hoarse at {asked}"):
        speech_clips(MANY, engine := Hoarse(*fails), tmp_path)
    assert len(engine.asked) == asked


def test_one_line_that_always_fails_leaves_cached_lines_intact(tmp_path):
    speech_clips(MANY[:-1], Hoarse(), tmp_path)
    made = speech_clips(MANY, Hoarse(1), tmp_path)
    assert (len(made.clips), made.failed_count) == (9, 1)


def test_nothing_more_is_spoken_once_it_is_cancelled(tmp_path):
    engine = Counting()
    made = speech_clips(MANY, engine, tmp_path, is_cancelled=lambda: len(engine.asked) == 4)
    assert list(made.clips) == list(MANY[:4]) == engine.asked


def test_an_engine_never_receives_what_no_argument_can_hold(tmp_path):
    speech_clips(["A\0B", "C\ud800D"], engine := Counting(), tmp_path)
    assert engine.asked == ["AB", "CD"]


def test_a_text_is_spoken_in_words_and_cached_by_them(tmp_path):
    made = speech_clips(["Hold 10s.", "Hold 10 s.", "💪"], engine := Counting(), tmp_path).clips
    assert engine.asked == ["Hold 10 seconds."] and list(made) == ["Hold 10s.", "Hold 10 s."]
    assert [cache_path("Hold 10 seconds.", engine, tmp_path)] == list(tmp_path.iterdir())


def test_another_language_is_spoken_as_it_is_written(tmp_path):
    speech_clips(["10s"], engine := Counting(), tmp_path, "de")
    assert engine.asked == ["10s"]


def test_lines_beyond_the_limit_count_as_failed(tmp_path, monkeypatch):
    monkeypatch.setattr("leanbreath.sound.voice.speech.MOST_LINES", 2)
    made = speech_clips(TEXTS, Counting(), tmp_path)
    assert (list(made.clips), made.failed_count) == (list(TEXTS[:2]), 1)
    assert "at most 2 different lines" in made.reason
