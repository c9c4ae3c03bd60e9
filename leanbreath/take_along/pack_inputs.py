"""What packed files are made from, as a hash: as long as it stays the same, they needn't be made again.

Nothing is composed, spoken or mixed for it, so that a folder in which nothing changes costs little time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import leanbreath
from leanbreath.playback.audio_setup import load_phrases, pack_folder
from leanbreath.playback.safety_text import load_safety
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.take_along.lean_meter import pose_files
from leanbreath.take_along.options import Options
from leanbreath.userdata.settings import Settings, SoundSettings

PROGRAM = Path(leanbreath.__file__).parent

CODE = (".py", ".yaml", ".js", ".css", ".html", ".svg")
"""The suffixes of the program's own files; its version alone would miss what changes in a checkout."""

PACKAGES = (
    *("numpy", "soundfile", "mutagen"),
    *("fpdf2", "pymupdf-fonts", "uharfbuzz"),
    *("hibari-tts", "onnxruntime", "espeakng-loader", "piper-tts"),
)
"""What sound, cards and voices are made with."""

NOT_ASKED = ("audio", "library")
"""The options whose part in a file is told by sound and poses."""

HEARD = ("pack", "cues", "voice", "pace", "balance", "glide")
"""The settings of the sound that a file has; the others are about the device that plays it."""


@dataclass(frozen=True)
class PackInputs:
    """What all files of a run are made from: the program, the library, the settings and the options."""

    library: Library
    settings: Settings
    options: Options

    def of_routine(self, routine: Routine, suffix: str) -> str:
        """Return the hash of what a routine's file is made from: only a card has no sound, only a page keeps days."""
        asked = {
            each.name: getattr(self.options, each.name) for each in fields(self.options) if each.name not in NOT_ASKED
        }
        sound = "" if suffix == ".pdf" else self._sound
        days = repr(self.settings.day_starts) if suffix == ".html" else ""
        poses = dict.fromkeys(id for drill in routine.drills() for id in drill.poses)
        return _hash(self.program, self._words, suffix, repr(routine), repr(asked), sound, days, *self._poses(poses))

    def of_lean_meter(self) -> str:
        """Return the hash of what the lean meter is made from."""
        return _hash(self.program, *map(_content, pose_files()))

    def of_index(self, files: tuple[str, ...], routines: tuple[Routine, ...]) -> str:
        """Return the hash of what an index of some files of routines is made from."""
        return _hash(self.program, self._words, *files, *map(repr, routines))

    @cached_property
    def program(self) -> str:
        """The hash of our own code, and of the versions of the packages that it uses."""
        files = sorted(path for path in PROGRAM.rglob("*") if path.suffix in CODE)
        return _hash(leanbreath.__version__, *map(_installed, PACKAGES), *map(_content, files))

    @cached_property
    def _words(self) -> str:
        return _hash(self.settings.language, repr(load_phrases(self.settings.language)), *load_safety())

    @cached_property
    def _sound(self) -> str:
        sound, _ = self.options.audio.sound_settings(self.settings, datetime.min)
        files = sorted(path for path in pack_folder(sound.pack).rglob("*") if path.is_file())
        heard = repr([getattr(sound, name) for name in HEARD])
        return _hash(heard, *_model(sound), *(path.name for path in files), *map(_content, files))

    def _poses(self, ids: Iterable[str]) -> Iterator[str]:
        """Yield the content of each of some poses."""
        yield from (_content(path) for id in ids if (path := self.library.pose_files.get(id)))


def _hash(*parts: str) -> str:
    """Return one hash for some texts; each is hashed by itself, so that none runs into the next."""
    return sha256(
        "".join(sha256(part.encode("utf-8", "surrogatepass")).hexdigest() for part in parts).encode()
    ).hexdigest()


def _content(path: Path) -> str:
    """Return the hash of a file's content; empty if it can't be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _installed(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


def _model(sound: SoundSettings) -> Iterator[str]:
    """Yield what tells one model of a voice from another under the same name, if the voice has one."""
    if sound.voice.model:
        try:
            status = Path(sound.voice.model).expanduser().stat()
        except (OSError, RuntimeError):
            return
        yield f"{status.st_size} {status.st_mtime_ns}"
