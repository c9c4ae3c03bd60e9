"""Voices that are programs: the system's own, and any that a command line can name."""

import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from leanbreath.score.score import RATE
from leanbreath.sound.decode import Unplayable, decoded
from leanbreath.sound.voice import NoVoice, Utterance

TIMEOUT_SECONDS = 60

SAPI = (
    "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.SetOutputToWaveFile('{file}'); [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice.Speak([Console]::In.ReadToEnd()); $voice.Dispose()"
)

SYSTEM: dict[str, tuple[str, ...]] = {
    "darwin": ("say", "-o", "{file}", "--file-format=WAVE", "--data-format=LEI16@48000", "--", "{text}"),
    "win32": ("powershell", "-NoProfile", "-NonInteractive", "-Command", SAPI),
}
"""The voice of each system that has one, by `sys.platform`."""


class Command:
    """Speaks by a command: `{file}` in it is the WAV to write, `{text}` the words, which come on standard input else.

    A command without `{file}` writes its WAV to standard output.
    """

    def __init__(self, command: Sequence[str], name: str = "") -> None:
        self._command = tuple(command)
        self.name = name or f"command {shlex.join(command)}"

    def speak(self, text: str) -> Utterance:
        """Return a text as sound."""
        with tempfile.TemporaryDirectory(prefix="leanbreath-") as folder:
            path = Path(folder) / "said.wav"
            said = self._run(text, path)
            if not any("{file}" in part for part in self._command):
                path.write_bytes(said)
            try:
                samples = decoded(path)
            except Unplayable as error:
                raise NoVoice(f"{self._command[0]} wrote no sound: {error}") from error
        return Utterance(samples.mean(axis=1), RATE)

    def _run(self, text: str, path: Path) -> bytes:
        """Run the command; return what it wrote to standard output."""
        parts = [part.replace("{file}", str(path)).replace("{text}", text) for part in self._command]
        on_input = not any("{text}" in part for part in self._command)
        try:
            done = subprocess.run(  # noqa: S603 - the user's own command, without a shell
                parts,
                input=text.encode() if on_input else b"",
                capture_output=True,
                timeout=TIMEOUT_SECONDS,
                check=False,
            )
        except FileNotFoundError:
            raise NoVoice(f"there is no program {parts[0]}") from None
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoVoice(f"{parts[0]} could not speak: {error}") from error
        if done.returncode:
            told = done.stderr.decode(errors="replace").strip().splitlines()
            raise NoVoice(f"{parts[0]} ended with code {done.returncode}{': ' + told[-1] if told else ''}")
        return done.stdout


def system(platform: str = sys.platform) -> Command:
    """Return the voice of the system; raise `NoVoice` where it has none of its own."""
    if platform not in SYSTEM:
        raise NoVoice("this system has no voice of its own")
    return Command(SYSTEM[platform], f"system {platform}")
