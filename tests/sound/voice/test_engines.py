"""The engines: eSpeak NG as it is, and commands that write what they say."""

import os
import resource
import sys

import numpy as np
import pytest

from leanbreath.score.speech import session_texts
from leanbreath.sound.voice import VoiceUnavailable
from leanbreath.sound.voice.choice import voice_engines
from leanbreath.sound.voice.clip import make_clip
from leanbreath.sound.voice.command import CommandVoice, in_powershell, system_voice
from leanbreath.sound.voice.espeak import EspeakVoice
from leanbreath.sound.voice.hibari import hibari_voice
from leanbreath.sound.voice_settings import VoiceSettings
from tests.quick_cases import quick_values
from tests.score.making import NAMES, bundled_score

WRITES = """
import sys, wave
target = sys.argv[1] if len(sys.argv) > 1 else sys.stdout.buffer
words = sys.argv[2] if len(sys.argv) > 2 else sys.stdin.read()
with wave.open(target, "wb") as file:
    file.setnchannels(1); file.setsampwidth(2); file.setframerate(16000)
    file.writeframes((b"\\x00\\x40" + b"\\x00\\xc0") * 800 * len(words.split()))
"""


@pytest.mark.parametrize("name", quick_values(NAMES, "desk-reset-4"))
def test_espeak_speaks_every_line_near_the_pace_assumed_without_a_voice(name):
    voice = EspeakVoice()
    lines = session_texts(bundled_score(name))
    pace = [len(make_clip(voice.speak(line))) / 48_000 / (len(line.split()) / 2.5) for line in lines]
    assert 0.7 < np.median(pace) < 1.1 and max(pace) < 2


def test_a_longer_line_takes_longer_and_a_line_can_hold_any_letters():
    voice = EspeakVoice()
    short, long = (
        len(voice.speak(text).samples) for text in ("Breathe.", "Breathe into the front of that hip. Größe, 日本.")
    )
    assert long > 2 * short


def test_an_unknown_espeak_voice_is_answered_with_known_ones():
    with pytest.raises(VoiceUnavailable, match='no voice "klingon-x"; name one such as en, en-us or de'):
        EspeakVoice("klingon-x").speak("Hello.")


@pytest.mark.parametrize(
    "arguments", [["{file}"], [], ["{file}", "{text}"]], ids=["file and input", "input and output", "file and text"]
)
def test_a_command_speaks_the_text_it_receives(tmp_path, arguments):
    program = tmp_path / "speaks.py"
    program.write_text(WRITES)
    said = CommandVoice([sys.executable, str(program), *arguments]).speak("Four words are said.")
    assert len(said.samples) / said.rate == pytest.approx(0.4, abs=0.02)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import sys; sys.exit('no model')", "ended with code 1: no model"),
        ("pass", "wrote no sound"),
        ("import sys; sys.stdout.write('hello')", "wrote no sound"),
    ],
)
def test_a_command_that_fails_says_why(code, told):
    with pytest.raises(VoiceUnavailable, match=told):
        CommandVoice([sys.executable, "-c", code]).speak("Hello.")


def test_a_missing_command_is_named():
    with pytest.raises(VoiceUnavailable, match="the program no-such-program was not found"):
        CommandVoice(["no-such-program", "{file}"]).speak("Hello.")


@pytest.mark.parametrize("platform", ["darwin", "win32"])
@pytest.mark.parametrize(("voice", "expected"), [("Anna", True), ("en", False), ("de-at", False), ("", False)])
def test_a_system_voice_is_chosen_by_name_or_left_to_the_system_by_language(platform, voice, expected):
    made = system_voice(voice, platform=platform)
    assert made.name == f"system {platform} {voice} 1"
    assert any("{file}" in part for part in made.command)
    chosen = "$voice.SelectVoice('Anna'); " if platform == "win32" else "-v Anna "
    assert (chosen in " ".join(made.command)) is expected


def test_a_system_without_a_voice_says_so():
    with pytest.raises(VoiceUnavailable, match="no voice of its own"):
        system_voice(platform="linux")


@pytest.mark.parametrize(
    ("text", "expected"),
    [(r"C:\Users\Ann\said.wav", r"C:\Users\Ann\said.wav"), (r"O'Brien", "O''Brien"), ("O’Brien", "O’’Brien")],
)
def test_paths_and_names_are_quoted_safely_for_powershell(text, expected):
    assert in_powershell(text) == expected
    assert f"SelectVoice('{expected}')" in " ".join(system_voice(text, platform="win32").command)


def test_a_command_receives_its_file_in_its_own_quoting(tmp_path):
    program = tmp_path / "speaks.py"
    program.write_text("import sys\n" + WRITES.replace("sys.argv[1]", "sys.argv[1].strip('<>')"))
    quoting = CommandVoice([sys.executable, str(program), "{file}"], quote=lambda path: f"<{path}>")
    assert len(quoting.speak("Four words are said.").samples)


def test_a_command_that_hangs_is_killed_with_its_children_and_named(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    pipe = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    script = f"exec 3>{tmp_path}/pipe; (sleep 5; echo alive >&3) & wait"
    with pytest.raises(VoiceUnavailable) as told:
        CommandVoice(["sh", "-c", script], seconds=0.5).speak("Hello.")
    assert str(told.value) == "sh took longer than 0.5 seconds for a line"
    os.set_blocking(pipe, True)
    assert os.read(pipe, 9) == b""  # nobody is left who could write
    os.close(pipe)


def names(form: VoiceSettings, language: str = "en") -> list[str]:
    return [engine.name.split()[0] for engine in voice_engines(form, language=language)]


@pytest.mark.usefixtures("hibari")
@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("en", "en", ["hibari", "espeak-ng"]),
        ("en-us", "en-gb", ["hibari", "espeak-ng"]),
        ("de", "de", ["espeak-ng"]),
        ("de", "en", ["espeak-ng"]),
        ("en", "de", ["espeak-ng"]),
    ],
)
def test_the_best_voice_that_speaks_the_language_comes_first(name, language, expected):
    assert names(VoiceSettings(name=name), language) == expected


def test_without_hibari_the_best_voice_is_espeak():
    assert names(VoiceSettings()) == ["espeak-ng"]


@pytest.mark.usefixtures("hibari")
def test_a_pace_changes_every_engine_that_has_one():
    assert hibari_voice(pace=0.9).name.endswith(" heart 0.9") and EspeakVoice("en", 0.8).name == "espeak-ng en 128"
    said = [len(EspeakVoice("en", pace).speak("Soft low belly, long low back.").samples) for pace in (0.8, 1.0, 1.2)]
    assert said[0] > 1.1 * said[1] > 1.2 * said[2]
    assert "-r 140 " in " ".join(system_voice("", 0.8, "darwin").command)
    assert "$voice.Rate = 2;" in " ".join(system_voice("", 1.2, "win32").command)


def test_the_engine_of_the_settings_is_the_only_one():
    assert names(VoiceSettings(engine="espeak", name="de")) == ["espeak-ng"]


def test_a_command_from_the_settings_is_split_as_a_shell_would():
    [made] = voice_engines(VoiceSettings(engine="command", command="piper --model 'my voice.onnx' -f {file}"))
    assert made.name == "command piper --model 'my voice.onnx' -f '{file}'"


def test_a_voice_that_is_off_is_unavailable():
    with pytest.raises(VoiceUnavailable):
        list(voice_engines(VoiceSettings(engine="off")))


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_command_that_never_stops_printing_is_killed_in_little_memory(stream):
    endless = f"import sys\nwhile True: sys.{stream}.write('x' * 100_000)"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(VoiceUnavailable, match=r"wrote more than 50,000,000 bytes|took longer than 0\.5 seconds"):
        CommandVoice([sys.executable, "-c", endless], seconds=0.5).speak("Hello.")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_a_command_whose_file_never_ends_is_killed_before_the_disk_is_full(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    endless = "import sys\nwith open(sys.argv[1], 'wb') as file:\n while True: file.write(bytes(1_000_000))"
    with pytest.raises(VoiceUnavailable, match="wrote more than 50,000,000 bytes"):
        CommandVoice([sys.executable, "-c", endless, "{file}"]).speak("Hello.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("part", ["no\0such", "{text}"])
def test_a_command_that_cannot_be_started_says_why(part):
    with pytest.raises(VoiceUnavailable, match=r"could not be started: embedded null byte"):
        CommandVoice([sys.executable, "-c", part]).speak("Hel\0lo.")


@pytest.mark.parametrize("arguments", [[], ["{file}"]])
def test_a_command_that_reads_nothing_is_not_waited_for(tmp_path, arguments):
    program = tmp_path / "speaks.py"
    program.write_text(WRITES.replace("sys.stdin.read()", "'four words for you'"))
    said = CommandVoice([sys.executable, str(program), *arguments], seconds=20).speak("word " * 100_000)
    assert len(said.samples) / said.rate == pytest.approx(0.4, abs=0.02)
