"""Hibari: the same samples each time, its files where they belong, and nothing ever downloaded."""

import socket
import urllib.request
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from leanbreath.sound.voice import VoiceUnavailable
from leanbreath.sound.voice.clip import make_clip
from leanbreath.sound.voice.hibari import hibari_voice, load

MODEL = Path(find_spec("hibari").origin).parent / "assets" / "hibari.onnx"

pytestmark = pytest.mark.usefixtures("hibari")


@pytest.fixture
def offline(tmp_path, monkeypatch):
    """Let every way to the network fail, in a folder without voices."""

    def refuse(*args, **kwargs):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))


def test_a_text_has_the_same_samples_each_time_whatever_was_said_before(offline):
    speak = load("heart", str(MODEL), 1.0)
    first, other, again = (make_clip(speak(text)) for text in ("Soft low belly.", "Halfway.", "Soft low belly."))
    assert np.array_equal(first, again) and len(other) < len(first)


@pytest.mark.slow
def test_another_process_says_the_same_and_a_pace_changes_the_length():
    voices = [hibari_voice(pace=pace) for pace in (1.0, 1.0, 0.8, 1.2)]
    one, two, slow, fast = (make_clip(voice.speak("Soft low belly, long low back.")) for voice in voices)
    for voice in voices:
        voice.close()
    assert np.array_equal(one, two) and len(slow) > 1.15 * len(one) > 1.3 * len(fast)


@pytest.mark.parametrize(("name", "file"), [("emma", "bf_emma.int8.onnx"), ("en-gb", "bf_emma.int8.onnx")])
def test_a_voice_without_its_file_says_where_to_put_it(offline, tmp_path, name, file):
    with pytest.raises(VoiceUnavailable) as raised:
        hibari_voice(name)
    message = str(raised.value)
    assert f'the voice "emma" has no file {tmp_path / file}; download https://' in message
    assert message.endswith(f"/{file} and put it there") and list(tmp_path.iterdir()) == []


def test_a_voice_with_its_file_is_used(offline, tmp_path):
    (tmp_path / "bf_emma.int8.onnx").write_bytes(b"")
    assert hibari_voice("en-gb", 0.9).name.endswith(" emma 0.9")


def test_a_file_that_is_no_voice_is_reported(offline, tmp_path):
    (tmp_path / "bf_emma.int8.onnx").write_bytes(b"no model")
    voice = hibari_voice("emma")
    with pytest.raises(VoiceUnavailable, match=r"Hibari ended with code 1: .*"):
        voice.speak("Hello.")
    voice.close()


def test_an_unknown_voice_is_answered_with_the_known_ones():
    with pytest.raises(VoiceUnavailable, match='Hibari has no voice "anna"; name one of heart, emma, fenrir'):
        hibari_voice("anna")
