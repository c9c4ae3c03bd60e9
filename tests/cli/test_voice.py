"""A voice that hangs, fails or is missing delays nobody, and only its own lines are missing."""

import os
import re
import sys
from pathlib import Path

import pytest
import soundfile

from tests.cli.test_sound import energy, settings, short
from tests.home import at_terminal, leanbreath, short_routine

HANGS = "import time; time.sleep(30)"


def command(home: Path, code: str) -> Path:
    """Let the voice be a Python program."""
    program = home / "voice.py"
    program.write_text(code)
    return settings(home, f"sound: {{voice: {{engine: command, command: '{sys.executable} {program} {{file}}'}}}}")


@pytest.mark.parametrize("plain", [True, False], ids=["lines", "screen"])
def test_a_hanging_voice_does_not_keep_the_runner_from_leaving_and_is_cleaned_up(tmp_path, plain):
    os.mkfifo(tmp_path / "pipe")
    pipe = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    command(tmp_path, f"pipe = open({str(tmp_path / 'pipe')!r}, 'w')\n{HANGS}\npipe.write('alive')")
    terminal = at_terminal(tmp_path, "run", short_routine(tmp_path), "--at-once", *["--plain"] * plain)
    terminal.wait_for("Preparing the voice: 0 %")
    terminal.send("q")
    terminal.wait_for("End the session?")
    terminal.send("y")
    assert terminal.end(5) == 0
    os.set_blocking(pipe, True)
    assert os.read(pipe, 9) == b""
    os.close(pipe)


def test_a_missing_voice_and_a_missing_device_are_both_reported(tmp_path):
    settings(tmp_path, "sound: {voice: {engine: command, command: 'no-such-program {file}'}}")
    terminal = at_terminal(tmp_path, "run", short_routine(tmp_path), "--plain", "--at-once")
    terminal.wait_for(lambda: "Hold still." in terminal.text())
    terminal.send("\x03")
    terminal.end()
    assert "No sound: no sound device was found. The session runs without it." in terminal.text()
    assert "No voice: the program no-such-program was not found. Tones only." in terminal.text()


def test_lines_that_could_not_be_spoken_are_counted_and_the_others_are_spoken(tmp_path):
    program = "import sys, wave\nif 'Breathe' in sys.stdin.read(): sys.exit('too many vowels')\n"
    hum = "file.setnchannels(1); file.setsampwidth(2); file.setframerate(48000)\n"
    write = f"with wave.open(sys.argv[1], 'wb') as file:\n    {hum}    file.writeframes((b'\\0\\x40\\0\\xc0') * 9999)\n"
    command(tmp_path, program + write)
    path = tmp_path / "x.wav"
    done = leanbreath(tmp_path, "render", short(tmp_path), "-o", str(path))
    assert done.returncode == 0
    assert re.search(r"[12] of \d+ lines could not be said: .* ended with code 1: too many vowels\.", done.stderr)
    assert "preparing the voice" in done.stderr and energy(soundfile.read(path)[0], 0.1, 0.3) > 0
