"""A voice in a process of its own: it ends with the session, and whatever goes wrong in it is a message."""

import sys
import textwrap

import pytest

from leanbreath.score.score import RATE
from leanbreath.sound.voice import VoiceUnavailable
from leanbreath.sound.voice import process as process_module
from leanbreath.sound.voice.process import ProcessVoice

MODULE = """
import os, sys, time
import numpy as np
from leanbreath.sound.voice import Utterance, VoiceUnavailable

def load(**options):
    if "fails" in options:
        raise VoiceUnavailable("it has no file")
    print("printed by a library")
    os.system("echo printed by a program")
    def speak(text):
        if text == "die":
            os._exit(3)
        if text == "raise":
            raise KeyError("a bug")
        if text == "hang":
            time.sleep(30)
        if text == "refuse":
            raise VoiceUnavailable("not this one")
        if text == "garbage":
            os.write(3, b"no answer" * 9)
        samples = np.full(len(text) * 240, 0.25, np.float32)
        return Utterance(samples * (os.nice(0) if text == "priority" else 1), 24_000)
    return speak
"""


@pytest.fixture
def voice(tmp_path, monkeypatch):
    """Return a voice of a module of the test's own, which ends with the test."""
    (tmp_path / "a_voice.py").write_text(textwrap.dedent(MODULE))
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    made = ProcessVoice("a voice 1", "A voice", "a_voice", {})
    yield made
    made.close()


def test_a_text_comes_back_as_sound_at_the_mixers_rate_whatever_a_library_prints(voice):
    said = voice.speak("Grüße, 日本")
    assert said.rate == RATE and len(said.samples) == 9 * 480
    assert said.samples[2_000] == pytest.approx(0.25, abs=0.01)
    assert len(voice.speak("Two").samples) == 3 * 480


def test_it_runs_below_the_priority_of_screen_and_sound(voice):
    assert voice.speak("priority").samples.max() > 1


def test_a_process_ends_when_it_is_closed_and_the_next_text_starts_another(voice):
    voice.speak("One")
    first = voice._worker.process
    voice.close()
    assert first.poll() is not None
    assert len(voice.speak("One").samples) and voice._worker.process.pid != first.pid


def test_a_text_that_is_refused_leaves_the_voice_as_it_is(voice):
    with pytest.raises(VoiceUnavailable, match=r"^not this one$"):
        voice.speak("refuse")
    assert len(voice.speak("One").samples)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("die", "A voice ended with code 3"),
        ("raise", "A voice ended with code 1: KeyError: 'a bug'"),
        ("x" * 5_001, "A voice says at most 5,000 characters in a line"),
    ],
)
def test_a_process_that_fails_says_how(voice, text, reason):
    with pytest.raises(VoiceUnavailable) as raised:
        voice.speak(text)
    assert str(raised.value).startswith(reason)
    assert len(voice.speak("One").samples)


def test_a_process_that_hangs_is_ended(voice, monkeypatch):
    voice.speak("One")
    process = voice._worker.process
    monkeypatch.setattr(process_module, "LINE_SECONDS", 0.2)
    with pytest.raises(VoiceUnavailable, match=r"A voice took longer than 0\.2 seconds for a line"):
        voice.speak("hang")
    assert process.poll() is not None


def test_a_process_that_is_killed_says_so(voice):
    voice.speak("One")
    voice._worker.process.kill()
    voice._worker.process.wait()
    with pytest.raises(VoiceUnavailable, match="A voice ended with code -9"):
        voice.speak("Two")


def test_a_voice_that_cannot_be_loaded_says_why(voice, tmp_path):
    broken = ProcessVoice("b", "A voice", "a_voice", {"fails": True})
    with pytest.raises(VoiceUnavailable, match=r"^it has no file$"):
        broken.speak("One")
    missing = ProcessVoice("c", "A voice", "no_such_voice", {})
    with pytest.raises(VoiceUnavailable, match="No module named 'no_such_voice'"):
        missing.speak("One")


def test_what_is_no_answer_ends_the_process(voice):
    with pytest.raises(VoiceUnavailable, match=r"A voice (gave no sound|ended with code 1)"):
        voice.speak("garbage")


def test_nothing_is_imported_from_the_folder_the_user_is_in(voice, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "json.py").write_text("raise SystemExit('imported from here')")
    monkeypatch.chdir(tmp_path / "here")
    assert len(voice.speak("One").samples)


def test_it_ends_by_itself_when_the_program_is_killed(voice):
    voice.speak("One")
    process = voice._worker.process
    process.stdin.close()
    assert process.wait(5) == 0
