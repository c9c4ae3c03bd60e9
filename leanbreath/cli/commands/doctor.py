"""`leanbreath doctor`: what there is to hear with, what is missing and how to get it, and every sound once."""

import platform
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from importlib.util import find_spec
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from leanbreath import __version__
from leanbreath.cli.errors import report_outcome
from leanbreath.cli.options import played_options
from leanbreath.cli.report import print_lines, print_message
from leanbreath.playback.audio_setup import AudioOptions, check_pack
from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.interrupts import interruptible
from leanbreath.playback.runner import run_session
from leanbreath.playback.sound_player import NO_ANSWER, SoundPlayer
from leanbreath.playback.timing import TimeLimits
from leanbreath.presentation.terminal_text import escaped
from leanbreath.routine.problems import Problems
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import SessionController
from leanbreath.session.session import Session
from leanbreath.sound.outputs import NoDevice, Output, OutputName
from leanbreath.sound.outputs.choice import FALLBACKS
from leanbreath.sound.stderr import restore_stderr
from leanbreath.userdata.library import pack_folders
from leanbreath.userdata.paths import diary_file, log_file, settings_file
from leanbreath.userdata.settings import SoundSettings
from leanbreath.userdata.settings_file import load_settings

if TYPE_CHECKING:
    from leanbreath.sound.voice import Engine

LAST_LINES = 3

CONNECT = "connect a headset or a loudspeaker"
HELP = {"Linux": f"start a sound server (PipeWire or PulseAudio) or {CONNECT}"}
"""What brings a device, by the system."""


@click.command()
@click.option("--play/--no-play", default=True, help="Play every sound once, or only tell what is there.")
@played_options
def doctor(play: bool, **wishes: Any) -> int:
    """Tell what there is to hear with and what is missing, and play every cue and the voice."""
    wish, _ = AudioOptions(**wishes).sound_settings(load_settings(), datetime.now())
    check_pack(wish.pack)
    outputs = tried(wish)
    for line in told(wish, outputs):
        click.echo(escaped(line))
    if not play:
        return 0
    if wish.output == "silent" or wish.cues == "off":
        print_message("playback is disabled in your settings: the output is silent, or cues are off")
        return 0
    if missing := unheard(wish, outputs):
        print_message(f"nothing can be played: {missing}")
        return 1
    return _play(wish)


class Tried(NamedTuple):
    """Whether something does what it is for, and what there is to say about it."""

    works: bool
    words: str


HANGS = Tried(False, NO_ANSWER)


def tried(wish: SoundSettings) -> dict[OutputName, Tried]:
    """Return how it went to open each output; where the first hangs, the second would stop the whole program."""
    first = _in_time(lambda: _miniaudio(wish))
    return {
        "miniaudio": first,
        "simpleaudio": first if first == HANGS else _simpleaudio(),
        "bell": Tried(True, "the terminal's, rung when a step begins or ends"),
        "silent": Tried(False, "the session is only shown"),
    }


def _in_time(opened: Callable[[], Tried]) -> Tried:
    """Return how it went to open an output, as far as that is known soon."""
    found = [HANGS]
    thread = Thread(target=lambda: found.insert(0, opened()), daemon=True)
    thread.start()
    thread.join(TimeLimits.answer)
    restore_stderr()
    return found[0]


def unheard(wish: SoundSettings, outputs: Mapping[OutputName, Tried]) -> str:
    """Return why nothing can be heard as it is wished and what would help, or an empty text."""
    wished = [outputs[name] for name in FALLBACKS.get(wish.output, (wish.output,))]
    if any(each.works for each in wished):
        return ""
    help = HELP.get(platform.system(), CONNECT)
    return f"{wished[0].words}; {help}, or let the bell of the terminal do, with  --output bell"


def told(wish: SoundSettings, outputs: Mapping[OutputName, Tried]) -> Iterator[str]:
    """Yield what there is, line by line."""
    yield f"leanbreath {__version__}, Python {platform.python_version()}, {platform.system()}"
    yield from _table("Outputs", {name: partial(str, each.words) for name, each in outputs.items()})
    yield from _table("Voice", {"yours": lambda: _yours(wish), "espeak": lambda: _espeak(wish), "system": _system})
    yield from _table("Packs", {name: partial(_pack, name) for name in pack_folders()})
    yield from _table("Files", {"render": _render})
    yield from _table("Yours", {"settings": _settings, "diary": lambda: str(diary_file()), "log": _log})


def _table(title: str, rows: Mapping[Any, Callable[[], str]]) -> Iterator[str]:
    yield title
    for name, row in rows.items():
        first, *more = row().splitlines()
        yield f"  {name:<12} {first}"
        yield from (f"  {'':<12} {line}" for line in more)


class _Silence:
    """Nothing to play, to try whether it could be."""

    def pull(self, count: int) -> Any:
        from leanbreath.sound.comfort_noise import comfort_noise

        return comfort_noise(count)

    def stands_still(self, first: int) -> bool:
        return True

    def heard_frame(self) -> int:
        return 0

    def version(self) -> object:
        return 0

    def mix(self, first: int, count: int) -> Any:
        return self.pull(count)


def _miniaudio(wish: SoundSettings) -> Tried:
    from leanbreath.sound.outputs.miniaudio import Miniaudio, device_names

    try:
        return Tried(True, f"{_opened(Miniaudio(wish.device))}\ndevices: {', '.join(device_names())}")
    except NoDevice as reason:
        return Tried(False, str(reason))


def _simpleaudio() -> Tried:
    from leanbreath.sound.outputs.simpleaudio import Simpleaudio

    try:
        return Tried(True, _opened(Simpleaudio()))
    except NoDevice as reason:
        return Tried(False, str(reason))


def _opened(output: Output) -> str:
    output.start(_Silence())
    output.close()
    return f"plays ({output.description})"


def _yours(wish: SoundSettings) -> str:
    """Return what comes of the voice that is wished for: its name, and whether it speaks."""
    from leanbreath.sound.voice import VoiceUnavailable
    from leanbreath.sound.voice.choice import voice_engine

    try:
        voice = voice_engine(wish.voice)
        return _spoken(voice, voice.name)
    except VoiceUnavailable as reason:
        return f"{wish.voice.engine}: {reason}"


def _espeak(wish: SoundSettings) -> str:
    from leanbreath.sound.voice import VoiceUnavailable
    from leanbreath.sound.voice.espeak import EspeakVoice

    try:
        return _spoken(EspeakVoice(wish.voice.name), f'the voice "{wish.voice.name}"')
    except VoiceUnavailable as reason:
        return str(reason)


def _spoken(voice: "Engine", name: str) -> str:
    from leanbreath.sound.voice.clip import make_clip

    make_clip(voice.speak("One."))
    return f"{name} speaks"


def _system() -> str:
    from leanbreath.sound.voice import VoiceUnavailable
    from leanbreath.sound.voice.command import system_voice

    try:
        return f"is there ({system_voice().name})"
    except VoiceUnavailable as reason:
        return str(reason)


def _pack(name: str) -> str:
    from leanbreath.sound.pack import load_pack
    from leanbreath.userdata.paths import cache_folder

    try:
        form = load_pack(pack_folders()[name], cache_folder() / "sounds").form
    except Problems as problems:
        return f"has a mistake: {problems.problems[0].message}"
    return f"{form.title}; licence {form.licence}"


def _render() -> str:
    missing = [name for name in ("soundfile", "mutagen") if find_spec(name) is None]
    return "audio files can be written" if not missing else "missing; install it with  pip install 'leanbreath[render]'"


def _settings() -> str:
    return str(settings_file()) if settings_file().exists() else f"none yet; they would be in {settings_file()}"


def _log() -> str:
    """Return where the log is, and what it last said about sound."""
    try:
        lines = log_file().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return f"{log_file()}, with nothing in it"
    sound = [line for line in lines if " sound by " in line]
    return "\n".join((str(log_file()), *sound[-LAST_LINES:]))


def _play(wish: SoundSettings) -> int:
    """Play every sound once, and tell how it went."""
    from leanbreath.lines import run_lines
    from leanbreath.score.sound_check import sound_check

    sound = SoundPlayer(wish)
    session = Session(sound_check(), SilentClock(monotonic()))
    controller = SessionController(session, sound, lambda *_: None)
    with interruptible():
        show = partial(run_lines, controller, "Every sound", lambda line: print_lines([line]))
        code = report_outcome(run_session(controller, DiaryRecorder(None), show), with_notices=False)
    if sound.description:
        click.echo(f"Played by {sound.description}: {sound.underruns} underruns, lost {sound.losses} times.")
    elif wish.output != "bell":
        print_message("nothing was heard")
    return code
