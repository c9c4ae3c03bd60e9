"""Voices that are programs: the system's own, and any command line."""

import re
import shlex
import sys
import tempfile
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path

from leanbreath.child_process import ChildFailed, ChildTooSlow, Limits, run_child
from leanbreath.score.score import RATE
from leanbreath.sound.sound_file import LARGEST_BYTES, Unplayable, read_sound
from leanbreath.sound.voice import Utterance, VoiceUnavailable

LINE_SECONDS = 10
"""The longest that a line may take."""

SAPI = (
    "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; {choice}"
    "$voice.SetOutputToWaveFile('{{file}}'); [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice.Speak([Console]::In.ReadToEnd()); $voice.Dispose()"
)

SAY_WORDS_A_MINUTE = 175
"""The pace of `say` on macOS, unless it is given another."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
"""The name of a language, such as `en` or `de-at`; voices of a system have names such as `Anna`."""


class CommandVoice:
    """Speaks by a command: `{file}` stands for the WAV file to write and `{text}` for the words.

    A command without `{text}` reads the words from standard input, one without `{file}` writes its WAV to standard
    output. `quote` turns a path into the command's own notation; a line may take `seconds`.
    """

    def __init__(
        self,
        command: Sequence[str],
        name: str = "",
        quote: Callable[[str], str] = str,
        seconds: float = LINE_SECONDS,
    ) -> None:
        self.command, self._quote, self._seconds = tuple(command), quote, seconds
        self.name = name or f"command {shlex.join(command)}"

    def speak(self, text: str) -> Utterance:
        """Return a text as sound."""
        with tempfile.TemporaryDirectory(prefix="leanbreath-") as folder:
            path = Path(folder) / "speech.wav"
            output = self._run(text, path)
            if not any("{file}" in part for part in self.command):
                path.write_bytes(output)
            try:
                samples = read_sound(path)
            except Unplayable as error:
                raise VoiceUnavailable(f"{self.command[0]} wrote no sound: {error}") from error
        return Utterance(samples.mean(axis=1), RATE)

    def close(self) -> None:
        """Do nothing: its program ends with each line."""

    def _run(self, text: str, path: Path) -> bytes:
        """Run the command; return what it wrote to standard output."""
        file = self._quote(str(path))
        parts = [part.replace("{file}", file).replace("{text}", text) for part in self.command]
        on_input = not any("{text}" in part for part in self.command)
        limits = Limits(self._seconds, LARGEST_BYTES)
        try:
            return run_child(parts, text.encode() if on_input else b"", limits, path)
        except ChildTooSlow as slow:
            raise VoiceUnavailable(f"{slow} for a line") from slow
        except ChildFailed as failed:
            raise VoiceUnavailable(str(failed)) from failed


def system_voice(voice: str = "", pace: float = 1.0, platform: str = sys.platform) -> CommandVoice:
    """Return the system's voice, or another of its voices by name; raise `VoiceUnavailable` if it has none.

    The system chooses the voice that speaks a language.
    """
    is_default = not voice or LANGUAGE.fullmatch(voice) is not None
    name = f"system {platform} {voice} {pace:g}"
    if platform == "darwin":
        chosen = [] if is_default else ["-v", voice]
        chosen += [] if pace == 1 else ["-r", str(round(SAY_WORDS_A_MINUTE * pace))]
        output = ("-o", "{file}", "--file-format=WAVE", "--data-format=LEI16@48000", "--", "{text}")
        return CommandVoice(("say", *chosen, *output), name)
    if platform == "win32":
        choice = "" if is_default else f"$voice.SelectVoice('{in_powershell(voice)}'); "
        choice += "" if pace == 1 else f"$voice.Rate = {round(10 * log(pace, 3))}; "
        script = SAPI.format(choice=choice)
        return CommandVoice(("powershell", "-NoProfile", "-NonInteractive", "-Command", script), name, in_powershell)
    raise VoiceUnavailable("this system has no voice of its own")


def in_powershell(text: str) -> str:
    """Return a text escaped for PowerShell's single quotes, which include the curly ones."""
    return re.sub("['\u2018\u2019\u201a\u201b]", r"\g<0>\g<0>", text)
