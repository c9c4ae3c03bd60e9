"""A file is written whole or not at all, and nothing is left beside it."""

import os
from pathlib import Path
from threading import Thread

import pytest

from leanbreath.atomic_write import replacing, save, write
from leanbreath.routine.problems import InvalidRequest


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_the_folders_it_is_in(tmp_path):
    write(tmp_path / "a" / "b" / "x.yaml", "naïve\n")
    assert (tmp_path / "a" / "b" / "x.yaml").read_bytes() == "naïve\n".encode()
    assert names(tmp_path / "a" / "b") == ["x.yaml"]


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path):
    write(tmp_path / "x", b"old")
    with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "x") as part:
        part.write_bytes(b"half of the ne")
        raise KeyboardInterrupt
    assert (tmp_path / "x").read_bytes() == b"old" and names(tmp_path) == ["x"]


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path):
    write(tmp_path / "x", b"old")
    with replacing(tmp_path / "x", ".flac") as part:
        part.write_bytes(b"new")
        assert part.suffix == ".flac" and part.parent == tmp_path
        assert (tmp_path / "x").read_bytes() == b"old"
    assert (tmp_path / "x").read_bytes() == b"new" and names(tmp_path) == ["x"]


def test_a_link_stays_a_link(tmp_path):
    write(tmp_path / "real", b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_file_keeps_its_mode_and_a_new_one_has_that_of_any_new_file(tmp_path):
    (tmp_path / "plain").touch()
    write(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
    (tmp_path / "new").chmod(0o640)
    write(tmp_path / "new", b"again")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_many_writers_of_one_file_leave_one_of_their_contents(tmp_path):
    contents = [bytes([number]) * 50_000 for number in range(8)]
    threads = [Thread(target=write, args=(tmp_path / "x", content)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "x").read_bytes() in contents and names(tmp_path) == ["x"]


def test_a_file_that_cannot_be_written_is_an_invalid_request(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(InvalidRequest, match=r"cannot write .*file/x: "):
        save(tmp_path / "file" / "x", "text")
