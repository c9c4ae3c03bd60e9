"""Lines are spoken once and kept by their text, their engine and its voice; a cache that fails is done without."""

import wave

import numpy as np
import pytest

from leanbreath.sound.voice import NoVoice, Utterance
from leanbreath.sound.voice.speech import clips, kept_at

TEXTS = ("One.", "Two words.", "Three words more.")


class Counting:
    """An engine that hums as many tenths of a second as a text has letters, and counts what it is asked for."""

    def __init__(self, name: str = "hum") -> None:
        self.name, self.asked = name, []

    def speak(self, text: str) -> Utterance:
        self.asked.append(text)
        return Utterance(np.full(len(text) * 2_205, 0.3, np.float32), 22_050)


def test_each_text_is_spoken_once_and_told(tmp_path):
    engine, told = Counting(), []
    made = clips(TEXTS, engine, tmp_path, lambda *count: told.append(count))
    assert engine.asked == list(TEXTS) == list(made)
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert len(made["Two words."]) == pytest.approx(48_000, abs=3_000)


def test_what_was_spoken_before_is_not_spoken_again(tmp_path):
    first = clips(TEXTS, Counting(), tmp_path)
    engine = Counting()
    again = clips((*TEXTS, "Four."), engine, tmp_path)
    assert engine.asked == ["Four."]
    assert all(np.array_equal(first[text], again[text]) for text in TEXTS)


def test_another_voice_speaks_for_itself(tmp_path):
    clips(TEXTS, Counting("anna"), tmp_path)
    engine = Counting("bert")
    clips(TEXTS, engine, tmp_path)
    assert engine.asked == list(TEXTS)


def test_what_is_kept_is_a_wav_that_anything_can_play(tmp_path):
    made = clips(TEXTS[:1], engine := Counting(), tmp_path)
    with wave.open(str(kept_at("One.", engine, tmp_path))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (48_000, 1, 2)
        assert file.getnframes() == len(made["One."])
    assert [path.suffix for path in tmp_path.iterdir()] == [".wav"]


@pytest.mark.parametrize("raw", [b"", b"RIFF", b"\xff" * 999])
def test_a_kept_file_that_is_broken_is_spoken_anew(tmp_path, raw):
    made = clips(TEXTS, engine := Counting(), tmp_path)
    kept_at("One.", engine, tmp_path).write_bytes(raw)
    assert np.array_equal(clips(TEXTS, engine, tmp_path)["One."], made["One."])
    assert engine.asked == [*TEXTS, "One."]


@pytest.mark.parametrize("cache", [None, "a file"])
def test_without_a_place_to_keep_it_everything_is_spoken_each_time(tmp_path, cache):
    path = tmp_path / "cache" if cache else None
    if path:
        path.write_text(cache)
    engine = Counting()
    clips(TEXTS, engine, path)
    assert list(clips(TEXTS, engine, path)) == list(TEXTS)
    assert engine.asked == [*TEXTS, *TEXTS]


def test_a_text_without_a_word_is_left_out_and_the_others_are_said(tmp_path):
    class Literal(Counting):
        def speak(self, text):
            said = super().speak(text)
            return said if text != "…" else said._replace(samples=said.samples * 0)

    assert list(clips(("One.", "…", "Two."), Literal(), tmp_path)) == ["One.", "Two."]


def test_an_engine_that_fails_is_told():
    class Hoarse(Counting):
        def speak(self, text):
            raise NoVoice("it is hoarse")

    with pytest.raises(NoVoice, match="hoarse"):
        clips(TEXTS, Hoarse(), None)
