"""Writes a file whole or not at all; every file that the program makes or changes goes through here.

It lies below all other parts, so that each of them can use it: the cache of sounds as well as the settings.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from leanbreath.file_errors import file_error
from leanbreath.routine.problems import InvalidRequest


def save(path: Path, content: str | bytes) -> None:
    """Write a file; raise `InvalidRequest` if that is impossible."""
    with errors_reported(path):
        write(path, content)


@contextmanager
def errors_reported(path: Path) -> Iterator[None]:
    """Raise `InvalidRequest` where a file or a folder can't be written, which says why and what to do about it."""
    try:
        yield
    except OSError as error:
        raise InvalidRequest(file_error("cannot write", path, error)) from error


def write(path: Path, content: str | bytes, sync: bool = True) -> None:
    """Write a file, and the folders it is in; raise `OSError` if that is impossible."""
    path.resolve().parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, sync=sync) as part:
        part.write_bytes(content.encode() if isinstance(content, str) else content)


@contextmanager
def replacing(path: Path, suffix: str = ".part", sync: bool = True) -> Iterator[Path]:
    """Yield a new file in the same folder that takes the place of `path` at the end, unless an error ends it.

    A link is followed, and a file that exists keeps its mode. With `sync`, the content is on the disk before it counts.
    """
    target = path.resolve()
    part = target.with_name(f".leanbreath-{os.urandom(8).hex()}{suffix}")
    part.touch(exist_ok=False)
    try:
        yield part
        if sync:
            _sync(part)
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def replacing_folder(folder: Path) -> Iterator[Path]:
    """Yield a new folder next to `folder` that takes its place at the end, unless an error ends it."""
    target = folder.resolve()
    part, old = (target.with_name(f".leanbreath-{os.urandom(8).hex()}{suffix}") for suffix in (".part", ".old"))
    part.mkdir()
    try:
        yield part
        for path in part.iterdir():
            _sync(path)
        if target.exists():
            target.replace(old)
        part.replace(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.replace(target)
        rmtree(part, ignore_errors=True)
        raise
    rmtree(old, ignore_errors=True)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
