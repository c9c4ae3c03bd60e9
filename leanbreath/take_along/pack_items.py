"""Files packed into a folder: only what has changed is made again, and what is no longer wanted is removed."""

import tempfile
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from leanbreath.playback.interrupts import interruptible
from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.folder_lock import locked
from leanbreath.take_along.packed_folder import PackedFolder, State

INDEX = "index.html"


class Item(NamedTuple):
    """A file to pack: its name, the hash of all that it is made from, and what finds out how to make it.

    `maker` returns what writes the file to a path; it raises `InvalidRequest` if a package for that is missing.
    """

    name: str
    inputs: str
    maker: Callable[[], Callable[[Path], object]]


class Pack(NamedTuple):
    """What became of each file, and what is missing and why."""

    states: Mapping[str, State]
    missing: tuple[str, ...] = ()

    @property
    def kept(self) -> tuple[str, ...]:
        """The files that are no longer packed, but have been changed by somebody."""
        return tuple(name for name, state in self.states.items() if state == "kept")


def pack_items(path: Path, items: Sequence[Item], index: Callable[[Set[str]], Item]) -> Pack:
    """Pack files into a folder, then the index of those that are there, and remove what was packed else.

    Raise `InvalidRequest` if that is impossible; what was written until then is whole, and the next run continues.
    """
    _make_folder(path)
    with interruptible(), locked(path):
        folder = PackedFolder(path)
        folder.require_free({INDEX, *(item.name for item in items)})
        folder.remove_left_overs()
        missing = [reason for item in items if (reason := _pack(folder, item))]
        packed = {item.name for item in items} & set(folder.manifest.files)
        _pack(folder, index(packed))
        for name in sorted({*folder.manifest.files} - packed - {INDEX}):
            folder.remove(name)
        return Pack(folder.states, tuple(dict.fromkeys(missing)))


def _pack(folder: PackedFolder, item: Item) -> str:
    """Write a file that isn't as it should be; return why it can't be made here, if it can't."""
    if folder.is_current(item.name, item.inputs):
        folder.keep(item.name)
        return ""
    try:
        make = item.maker()
    except InvalidRequest as reason:
        folder.keep(item.name)
        return str(reason)
    folder.require_writable()
    folder.put(item.name, _made(item.name, make), item.inputs)
    return ""


def _made(name: str, make: Callable[[Path], object]) -> bytes:
    """Return the content of a file that is made elsewhere, so that it can be compared before it takes its place."""
    with _staging() as staging:
        make(Path(staging) / name)
        return (Path(staging) / name).read_bytes()


def _staging() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="leanbreath-", ignore_cleanup_errors=True)
    except OSError as error:
        raise InvalidRequest(f"no temporary file can be written ({error.strerror}); set TMPDIR to a folder") from error


def _make_folder(path: Path) -> None:
    """Make a folder in one that exists: a path whose upper folders are missing is more likely a mistake."""
    if path.is_dir():
        return
    try:
        path.mkdir()
    except FileNotFoundError as error:
        raise InvalidRequest(f"no folder {path.parent}; make it first, or choose another") from error
    except OSError as error:
        raise InvalidRequest(f"cannot make {path}: {error.strerror}; choose another folder") from error
