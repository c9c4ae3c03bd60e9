"""What can be made again is kept whole or not at all, and not for ever."""

import os
from threading import Thread

import pytest

from leanbreath.sound.cache import LARGEST_BYTES, UNUSED_SECONDS, prune, read_cached, write_cached

NOW = 2_000_000_000.0
DAY = 24 * 3600


def test_a_cached_file_is_found_and_no_partial_file_remains(tmp_path):
    write_cached(tmp_path / "a" / "x", b"one")
    assert read_cached(tmp_path / "a" / "x") == b"one"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["x"]
    assert read_cached(tmp_path / "y") == read_cached(None) == b""


def test_many_writers_of_the_same_file_do_not_disturb_each_other(tmp_path):
    made = [bytes([number]) * 100_000 for number in range(8)]
    threads = [Thread(target=lambda raw=raw: [write_cached(tmp_path / "x", raw) for _ in range(50)]) for raw in made]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert read_cached(tmp_path / "x") in (b"", *made)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    write_cached(tmp_path / "file" / "x", b"one")
    write_cached(None, b"one")
    (tmp_path / "folder").mkdir()
    write_cached(tmp_path / "folder", b"one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize(("days", "expected"), [(0, True), (179, True), (181, False)])
def test_files_unused_for_half_a_year_are_removed(tmp_path, days, expected):
    write_cached(tmp_path / "x", b"one")
    os.utime(tmp_path / "x", (NOW - days * DAY,) * 2)
    prune(tmp_path, NOW)
    assert (tmp_path / "x").exists() is expected


def test_reading_a_file_marks_it_as_used(tmp_path):
    write_cached(tmp_path / "x", b"one")
    os.utime(tmp_path / "x", (0, 0))
    read_cached(tmp_path / "x")
    prune(tmp_path)
    assert (tmp_path / "x").exists() and UNUSED_SECONDS == 180 * DAY


def test_beyond_the_size_limit_the_least_recently_used_go(tmp_path):
    for day, name in enumerate("abc"):
        (tmp_path / name).touch()
        os.truncate(tmp_path / name, LARGEST_BYTES // 2)
        os.utime(tmp_path / name, (NOW + day,) * 2)
    prune(tmp_path, NOW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "c"]
    prune(tmp_path / "nowhere")
