"""What there is to play sound with: outputs, voices, sound packs and the user's files, each tried and described."""

import platform
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from threading import Event, Thread
from typing import Any, NamedTuple

from leanbreath import __version__
from leanbreath.bounded_read import read_last_bytes
from leanbreath.playback.diary_report import diary_report
from leanbreath.playback.folder_diagnostics import encoding_row, folder_rows
from leanbreath.playback.sound_player import NO_ANSWER
from leanbreath.playback.time_source import TimeLimits
from leanbreath.playback.voice_diagnostics import voice_rows
from leanbreath.routine.problems import Problems
from leanbreath.score.score import RATE
from leanbreath.sound.outputs import NoDevice, Output, OutputName
from leanbreath.sound.outputs.choice import FALLBACKS
from leanbreath.sound.stderr import restore_stderr
from leanbreath.userdata.library import pack_folders
from leanbreath.userdata.paths import cache_folder, diary_file, log_file, settings_file
from leanbreath.userdata.settings import SoundSettings

LOG_LINES, LOG_BYTES = 3, 1_000_000

REPORT_SECONDS = 3.0
"""A device that says what is heard has said so by then, even if it was asleep."""

CONNECT = "connect headphones or a loudspeaker"
FIXES = {"Linux": f"start a sound server (PipeWire or PulseAudio) or {CONNECT}"}
"""What makes a device available, by platform."""


class Trial(NamedTuple):
    """Whether an output works, and a description of it or the reason why not."""

    works: bool
    description: str


UNANSWERED = Trial(False, NO_ANSWER)


def try_outputs(sound: SoundSettings) -> dict[OutputName, Trial]:
    """Open each output and close it again; if one hangs, the next would block the whole program."""
    trials: dict[OutputName, Trial] = {}
    attempts: dict[OutputName, Callable[[], Trial]] = {
        "pulseaudio": lambda: _try_pulseaudio(sound),
        "miniaudio": lambda: _try_miniaudio(sound),
        "simpleaudio": _try_simpleaudio,
    }
    for name, trial in attempts.items():
        trials[name] = UNANSWERED if UNANSWERED in trials.values() else _try_in_time(trial)
    return {
        **trials,
        "bell": Trial(True, "the terminal's bell, rung when a step starts or ends"),
        "silent": Trial(False, "no sound, only the screen"),
    }


def reason_for_silence(sound: SoundSettings, outputs: Mapping[OutputName, Trial]) -> str:
    """Return why the settings play nothing, and what to do about it; an empty text if they play."""
    chosen = [outputs[name] for name in FALLBACKS.get(sound.output, (sound.output,))]
    if any(trial.works for trial in chosen):
        return ""
    return f"{chosen[0].description}; {FIXES.get(platform.system(), CONNECT)}"


def report_lines(
    sound: SoundSettings,
    outputs: Mapping[OutputName, Trial],
    language: str,
    others: Mapping[str, Callable[[], str]],
) -> Iterator[str]:
    """Yield a description of everything there is, line by line; `others` are described after what is the user's."""
    yield f"leanbreath {__version__}, Python {platform.python_version()}, {platform.system()}"
    yield from _section("Outputs", {name: partial(str, trial.description) for name, trial in outputs.items()})
    yield f"  {'offset':<12} {sound.offset} ms; leanbreath doctor --sync finds it by ear"
    yield from _section("Voice", voice_rows(sound, language))
    yield from _section("Packs", {name: partial(_pack, name) for name in pack_folders()})
    yield from _section("Files", {"render": _render})
    yield from _section("System", {**folder_rows(), "output": encoding_row})
    yield from _section(
        "Yours", {"settings": _settings, "diary": lambda: diary_report(diary_file()), "log": _log, **others}
    )


def _section(title: str, rows: Mapping[Any, Callable[[], str]]) -> Iterator[str]:
    yield title
    for name, row in rows.items():
        first, *more = row().splitlines()
        yield f"  {name:<12} {first}"
        yield from (f"  {'':<12} {line}" for line in more)


def _try_in_time(trial: Callable[[], Trial]) -> Trial:
    """Return the result of a trial, or that there was no answer in time."""
    results = [UNANSWERED]
    thread = Thread(target=lambda: results.insert(0, trial()), daemon=True)
    thread.start()
    thread.join(TimeLimits.answer)
    restore_stderr()
    return results[0]


class _SilentSource:
    """A source of near-silence, to try an output with; `latency_frames` is what the device says it holds."""

    def __init__(self) -> None:
        self.latency_frames = 0
        self.is_heard = Event()
        self._pulled = 0

    def pull(self, count: int) -> Any:
        from leanbreath.sound.comfort_noise import comfort_noise

        self._pulled += count
        return comfort_noise(count)

    def note_heard(self, frame: int) -> None:
        if frame:
            self.latency_frames = self._pulled - frame
            self.is_heard.set()

    def stands_still(self, first: int) -> bool:
        return True

    def heard_frame(self) -> int:
        return 0

    def version(self) -> object:
        return 0

    def mix(self, first: int, count: int) -> Any:
        return self.pull(count)


def _try_pulseaudio(sound: SoundSettings) -> Trial:
    from leanbreath.sound.outputs.pulseaudio import PulseAudio, device_names

    try:
        return Trial(
            True, f"{_opened(PulseAudio(sound.device), _SilentSource())}\ndevices: {', '.join(device_names())}"
        )
    except NoDevice as reason:
        return Trial(False, str(reason))


def _try_miniaudio(sound: SoundSettings) -> Trial:
    try:
        from leanbreath.sound.outputs.miniaudio import Miniaudio, device_names

        return Trial(True, f"{_opened(Miniaudio(sound.device))}\ndevices: {', '.join(device_names())}")
    except NoDevice as reason:
        return Trial(False, str(reason))


def _try_simpleaudio() -> Trial:
    from leanbreath.sound.outputs.simpleaudio import Simpleaudio

    try:
        return Trial(True, _opened(Simpleaudio()))
    except NoDevice as reason:
        return Trial(False, str(reason))


def _opened(output: Output, source: _SilentSource | None = None) -> str:
    """Return by what an output plays, and how much later it is heard if there is a source that is told."""
    output.start(source or _SilentSource())
    is_heard = source is not None and source.is_heard.wait(REPORT_SECONDS)
    output.close()
    later = f", heard {source.latency_frames * 1000 // RATE} ms later" if source and is_heard else ""
    return f"plays ({output.description}{later})"


def _pack(name: str) -> str:
    from leanbreath.sound.pack import load_pack

    try:
        form = load_pack(pack_folders()[name], cache_folder() / "sounds").form
    except Problems as problems:
        return f"has a mistake: {problems.problems[0].message}"
    return f"{form.title}; licence {form.licence}"


def _render() -> str:
    missing = [name for name in ("soundfile", "mutagen") if find_spec(name) is None]
    return "ready to write audio files" if not missing else "missing; install it with  pip install 'leanbreath[render]'"


def _settings() -> str:
    return str(settings_file()) if settings_file().exists() else f"none yet; they would be in {settings_file()}"


def _log() -> str:
    """Return where the log is, and its last lines about sound."""
    try:
        lines = read_last_bytes(log_file(), LOG_BYTES).decode(errors="replace").splitlines()
    except OSError:
        return f"{log_file()} (empty)"
    about_sound = [line for line in lines if " sound by " in line]
    return "\n".join((str(log_file()), *about_sound[-LOG_LINES:]))
