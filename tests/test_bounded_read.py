"""Reading never waits and never takes more than it is allowed, whatever a path leads to."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from leanbreath.bounded_read import NotAFile, read_bytes, read_last_bytes
from leanbreath.sound.cache import read_cached
from leanbreath.sound.sound_file import Unplayable, read_sound

MOST = 10


def bind(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


NOT_FILES: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a terminal": lambda path: path.symlink_to("/dev/tty"),
    "a folder": Path.mkdir,
    "a socket": bind,
}


@pytest.mark.parametrize("make", NOT_FILES.values(), ids=NOT_FILES)
@pytest.mark.parametrize("read", [read_bytes, read_last_bytes])
def test_anything_but_a_file_is_refused_at_once(tmp_path: Path, make: Callable[[Path], object], read) -> None:
    make(tmp_path / "x")
    with pytest.raises((NotAFile, FileNotFoundError)):
        read(tmp_path / "x", MOST)


@pytest.mark.parametrize("make", NOT_FILES.values(), ids=NOT_FILES)
def test_a_sound_that_is_no_file_is_unplayable(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "x.wav")
    with pytest.raises(Unplayable):
        read_sound(tmp_path / "x.wav")
    assert read_cached(tmp_path / "x.wav") == b""


@pytest.mark.parametrize("size", [0, 3, MOST, MOST + 1, 5_000])
def test_at_most_one_byte_too_many_is_read(tmp_path: Path, size: int) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"ab" * size)
    assert read_bytes(path, MOST) == path.read_bytes()[: MOST + 1]
    assert read_last_bytes(path, MOST) == path.read_bytes()[-MOST:]


@pytest.mark.parametrize("name", ["nowhere", "null\0", "x" * 5_000])
def test_a_name_without_a_file_is_an_error_of_the_system(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError):
        read_bytes(tmp_path / name, MOST)
