"""`leanbreath doctor`: what there is to hear with, what is missing and how to get it, and every sound once."""

import platform
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from importlib.util import find_spec
from time import monotonic
from typing import Any

import click

from leanbreath import __version__
from leanbreath.cli.folders import diary_file, log_file, pack_folders, settings, settings_file
from leanbreath.cli.hearing import Wishes, check_pack, played_options
from leanbreath.cli.keeper import Keeper
from leanbreath.cli.loudspeaker import Loudspeaker
from leanbreath.cli.performing import performed
from leanbreath.cli.report import escaped
from leanbreath.routine.problems import Problems
from leanbreath.session.clock import SilentClock
from leanbreath.session.performance import Performance
from leanbreath.session.session import Session
from leanbreath.settings import Hearing
from leanbreath.sound.outputs import NoDevice

LAST_LINES = 3


@click.command()
@click.option("--play/--no-play", default=True, help="Play every sound once, or only tell what is there.")
@played_options
def doctor(play: bool, **wishes: Any) -> int:
    """Tell what there is to hear with and what is missing, and play every cue and the voice."""
    wish, _ = Wishes(**wishes).hearing(settings(), datetime.now())
    check_pack(wish.pack)
    for line in told(wish):
        click.echo(escaped(line))
    return _play(wish) if play else 0


def told(wish: Hearing) -> Iterator[str]:
    """Yield what there is, line by line."""
    yield f"leanbreath {__version__}, Python {platform.python_version()}, {platform.system()}"
    yield from _table("Outputs", {"miniaudio": lambda: _miniaudio(wish), "simpleaudio": _simpleaudio})
    yield from _table("Voice", {"espeak": lambda: _espeak(wish), "system": _system})
    yield from _table("Packs", {name: partial(_pack, name) for name in pack_folders()})
    yield from _table("Files", {"render": _render})
    yield from _table("Yours", {"settings": _settings, "diary": lambda: str(diary_file()), "log": _log})


def _table(title: str, rows: dict[str, Callable[[], str]]) -> Iterator[str]:
    yield title
    for name, row in rows.items():
        first, *more = row().splitlines()
        yield f"  {name:<12} {first}"
        yield from (f"  {'':<12} {line}" for line in more)


class _Silence:
    """Nothing to play, to try whether it could be."""

    def pull(self, count: int) -> Any:
        from leanbreath.sound.whisper import whisper

        return whisper(count)

    def heard(self) -> int:
        return 0

    def version(self) -> object:
        return 0

    def mixed(self, first: int, count: int) -> Any:
        return self.pull(count)


def _miniaudio(wish: Hearing) -> str:
    from leanbreath.sound.outputs.miniaudio import Miniaudio, devices

    try:
        output = Miniaudio(wish.device)
        output.start(_Silence())
        output.close()
        return f"plays ({output.about})\ndevices: {', '.join(devices())}"
    except NoDevice as reason:
        return f"{reason}; is a sound server running, or a headset connected?"


def _simpleaudio() -> str:
    from leanbreath.sound.outputs.simpleaudio import installed, missing

    return missing(sys.version_info[:2], installed()) or "is installed"


def _espeak(wish: Hearing) -> str:
    from leanbreath.sound.voice import NoVoice
    from leanbreath.sound.voice.espeak import Espeak

    try:
        Espeak(wish.voice.name).speak("one")
    except NoVoice as reason:
        return str(reason)
    return f'speaks, with the voice "{wish.voice.name}"'


def _system() -> str:
    from leanbreath.sound.voice import NoVoice
    from leanbreath.sound.voice.command import system

    try:
        return f"is there ({system().name})"
    except NoVoice as reason:
        return str(reason)


def _pack(name: str) -> str:
    from leanbreath.cli.folders import cache_folder
    from leanbreath.sound.pack import load

    try:
        form = load(pack_folders()[name], cache_folder() / "sounds").form
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


def _play(wish: Hearing) -> int:
    """Play every sound once, and tell how it went."""
    from leanbreath.score.trial import trial

    sound = Loudspeaker(wish)
    session = Session(trial(), SilentClock(monotonic()))
    code = performed(Performance(session, sound, lambda *_: None), "Every sound", Keeper(None))
    if sound.played:
        click.echo(f"Played by {sound.played}: {sound.underruns} underruns, lost {sound.losses} times.")
    else:
        print("Nothing was heard.", file=sys.stderr)
    return code
