"""The lines of a session: no voice delays it, a voice that fails is replaced, and a late line never begins midway."""

from threading import Event

import numpy as np
import pytest

from leanbreath.playback.session_speech import SessionSpeech
from leanbreath.sound.voice import Utterance, VoiceUnavailable

LINES = ("One.", "Two.", "Three.", "Four.")


class Voice:
    """An engine that says each line by its number, waits for `gate` from the third on, and fails from `fails` on."""

    def __init__(self, name: str = "a", fails: int = 99, gate: Event | None = None) -> None:
        self.name, self._fails, self._gate = name, fails, gate
        self.asked: list[str] = []
        self.is_closed = False

    def speak(self, text: str) -> Utterance:
        self.asked.append(text)
        if self._gate and len(self.asked) > 2:
            self._gate.wait(10)
        if len(self.asked) >= self._fails:
            raise VoiceUnavailable(f"{self.name} is hoarse")
        return Utterance(np.full(4_800, 0.3, np.float32), 48_000)

    def close(self) -> None:
        self.is_closed = True


def nothing(number: int, count: int) -> None:
    """Show no progress."""


def never() -> bool:
    return False


def until_it_ends(speech: SessionSpeech) -> None:
    assert speech._has_ended.wait(10)


def test_every_line_is_ready_where_there_is_time(tmp_path):
    voice = Voice()
    speech = SessionSpeech(LINES, [voice], tmp_path, "en")
    speech.speak(nothing, never, None)
    assert tuple(speech.clips) == LINES and speech.notice == "" and voice.is_closed and not speech.is_going_on


def test_a_voice_that_fails_is_replaced_for_all_lines_with_one_notice(tmp_path):
    first, second = Voice("Anna", fails=2), Voice("Bert")
    speech = SessionSpeech(LINES, [first, second], None, "en")
    speech.speak(nothing, never, 10)
    assert second.asked == list(LINES) and len(speech.clips) == 4 and first.is_closed and second.is_closed
    assert speech.notice == "Another voice speaks: Anna is hoarse."


def test_without_a_voice_the_best_ones_reason_is_told(tmp_path):
    speech = SessionSpeech(LINES, [Voice("Anna", fails=1), Voice("Bert", fails=1)], None, "en")
    speech.speak(nothing, never, 10)
    assert not speech.clips and speech.notice == "No voice: Anna is hoarse. Tones only."


def test_lines_that_are_not_ready_in_time_come_later_if_they_fit(tmp_path):
    gate = Event()
    speech = SessionSpeech((*LINES, "Go."), [Voice(gate=gate)], tmp_path, "en")
    speech.speak(nothing, never, 0.3)
    assert speech.is_going_on and "joins in soon" in speech.notice and len(speech.clips) == 2
    lengths = speech.clips.fix_lengths((*LINES, "Go."))
    assert lengths["One."] == 4_800 < lengths["Three."] <= speech.clips.longest
    gate.set()
    until_it_ends(speech)
    assert set(speech.clips) == {*LINES, "Go."}


def test_a_session_waits_only_for_the_lines_it_needs(tmp_path):
    gate = Event()
    speech = SessionSpeech(LINES, [Voice(gate=gate)], tmp_path, "en", needed=2)
    speech.speak(nothing, never, 10)
    assert set(speech.clips) == {"One.", "Two."} and speech.notice == "" and speech.is_going_on
    gate.set()
    until_it_ends(speech)
    assert set(speech.clips) == set(LINES)


def test_a_late_line_is_held_back_while_it_would_begin_in_the_middle(tmp_path, monkeypatch):
    monkeypatch.setattr("leanbreath.playback.session_speech.RETRY_SECONDS", 0.01)
    gate, said, asked = Event(), Event(), Event()

    def is_playing(text: str) -> bool:
        asked.set()
        return text == "Three." and not said.is_set()

    speech = SessionSpeech(LINES, [Voice(gate=gate)], tmp_path, "en")
    speech.speak(nothing, never, 0.3)
    speech.clips.fix_lengths(LINES)
    speech.follow(is_playing)
    gate.set()
    until_it_ends(speech)
    assert asked.wait(10) and set(speech.clips) == {"One.", "Two.", "Four."}
    said.set()
    speech._thread.join(10)
    assert set(speech.clips) == set(LINES)


def test_leaving_stops_the_voice_after_its_line(tmp_path):
    gate, left = Event(), Event()
    voice = Voice(gate=gate)
    speech = SessionSpeech(LINES, [voice], None, "en")
    speech.speak(nothing, left.is_set, 0.3)
    left.set()
    gate.set()
    speech._thread.join(10)
    assert voice.asked == ["One.", "Two.", "Three."] and voice.is_closed


def test_an_internal_error_is_loud(tmp_path):
    class Broken(Voice):
        def speak(self, text):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        SessionSpeech(LINES, [Broken()], None, "en").speak(nothing, never, 10)
