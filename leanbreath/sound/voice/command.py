"""Voices that are programs: the system's own, and any that a command line can name."""

import atexit
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from leanbreath.score.score import RATE
from leanbreath.sound.decode import Unplayable, decoded
from leanbreath.sound.voice import NoVoice, Utterance

LINE_SECONDS = 10
"""How long a line may take."""

SAPI = (
    "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; {choice}"
    "$voice.SetOutputToWaveFile('{{file}}'); [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice.Speak([Console]::In.ReadToEnd()); $voice.Dispose()"
)

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
"""What names a language, such as `en` or `de-at`; a voice of a system has a name such as `Anna`."""


class Command:
    """Speaks by a command: `{file}` in it is the WAV to write, `{text}` the words, which come on standard input else.

    A command without `{file}` writes its WAV to standard output; `quoted` writes a path as the command takes it.
    A line may take so many `seconds`.
    """

    def __init__(
        self,
        command: Sequence[str],
        name: str = "",
        quoted: Callable[[str], str] = str,
        seconds: float = LINE_SECONDS,
    ) -> None:
        self.command, self._quoted, self._seconds = tuple(command), quoted, seconds
        self.name = name or f"command {shlex.join(command)}"

    def speak(self, text: str) -> Utterance:
        """Return a text as sound."""
        with tempfile.TemporaryDirectory(prefix="leanbreath-") as folder:
            path = Path(folder) / "said.wav"
            said = self._run(text, path)
            if not any("{file}" in part for part in self.command):
                path.write_bytes(said)
            try:
                samples = decoded(path)
            except Unplayable as error:
                raise NoVoice(f"{self.command[0]} wrote no sound: {error}") from error
        return Utterance(samples.mean(axis=1), RATE)

    def _run(self, text: str, path: Path) -> bytes:
        """Run the command; return what it wrote to standard output."""
        file = self._quoted(str(path))
        parts = [part.replace("{file}", file).replace("{text}", text) for part in self.command]
        on_input = not any("{text}" in part for part in self.command)
        try:
            with _running(parts) as process:
                said, errors = process.communicate(text.encode() if on_input else b"", self._seconds)
        except FileNotFoundError:
            raise NoVoice(f"there is no program {parts[0]}") from None
        except subprocess.TimeoutExpired:
            raise NoVoice(f"{parts[0]} took longer than {self._seconds:g} seconds for a line") from None
        except OSError as error:
            raise NoVoice(f"{parts[0]} could not speak: {error.strerror or error}") from error
        if process.returncode:
            told = errors.decode(errors="replace").strip().splitlines()
            raise NoVoice(f"{parts[0]} ended with code {process.returncode}{': ' + told[-1] if told else ''}")
        return said


@contextmanager
def _running(parts: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command; where it is not waited for to its end, or the program ends, end it with all it has started."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(  # noqa: S603 - the user's own command, without a shell
        parts, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True
    )

    def end() -> None:
        with suppress(OSError):  # it has ended
            os.killpg(process.pid, signal.SIGKILL) if os.name == "posix" else process.kill()

    atexit.register(end)
    try:
        with process:
            try:
                yield process
            except BaseException:
                end()
                raise
    finally:
        atexit.unregister(end)


def system(voice: str = "", platform: str = sys.platform) -> Command:
    """Return the voice of the system, or another of its voices by its name; raise `NoVoice` where it has none.

    Which of its voices speaks a language is left to the system.
    """
    own = not voice or LANGUAGE.fullmatch(voice) is not None
    name = f"system {platform} {voice}"
    if platform == "darwin":
        chosen = () if own else ("-v", voice)
        said = ("-o", "{file}", "--file-format=WAVE", "--data-format=LEI16@48000", "--", "{text}")
        return Command(("say", *chosen, *said), name)
    if platform == "win32":
        choice = "" if own else f"$voice.SelectVoice('{in_powershell(voice)}'); "
        script = SAPI.format(choice=choice)
        return Command(("powershell", "-NoProfile", "-NonInteractive", "-Command", script), name, in_powershell)
    raise NoVoice("this system has no voice of its own")


def in_powershell(text: str) -> str:
    """Return a text as it stands between the single quotes of PowerShell, which takes curly ones for such."""
    return re.sub("['\u2018\u2019\u201a\u201b]", r"\g<0>\g<0>", text)
