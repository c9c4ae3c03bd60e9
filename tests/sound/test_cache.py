"""What can be made again is kept whole or not at all, and not for ever."""

import os
from threading import Thread

import pytest

from leanbreath.sound.cache import LARGEST, UNUSED_SECONDS, keep, kept, prune

NOW = 2_000_000_000.0
DAY = 24 * 3600


def test_what_is_kept_is_found_and_nothing_else_is_left(tmp_path):
    keep(tmp_path / "a" / "x", b"one")
    assert kept(tmp_path / "a" / "x") == b"one"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["x"]
    assert kept(tmp_path / "y") == kept(None) == b""


def test_many_who_keep_the_same_at_once_do_not_disturb_each_other(tmp_path):
    made = [bytes([number]) * 100_000 for number in range(8)]
    threads = [Thread(target=lambda raw=raw: [keep(tmp_path / "x", raw) for _ in range(50)]) for raw in made]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert kept(tmp_path / "x") in (b"", *made)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_where_nothing_can_be_kept_nothing_is(tmp_path):
    (tmp_path / "file").write_text("in the way")
    keep(tmp_path / "file" / "x", b"one")
    keep(None, b"one")
    (tmp_path / "folder").mkdir()
    keep(tmp_path / "folder", b"one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize(("days", "expected"), [(0, True), (179, True), (181, False)])
def test_what_was_not_used_for_half_a_year_goes(tmp_path, days, expected):
    keep(tmp_path / "x", b"one")
    os.utime(tmp_path / "x", (NOW - days * DAY,) * 2)
    prune(tmp_path, NOW)
    assert (tmp_path / "x").exists() is expected


def test_what_is_used_is_young_again(tmp_path):
    keep(tmp_path / "x", b"one")
    os.utime(tmp_path / "x", (0, 0))
    kept(tmp_path / "x")
    prune(tmp_path)
    assert (tmp_path / "x").exists() and UNUSED_SECONDS == 180 * DAY


def test_of_more_than_there_is_room_for_the_longest_unused_goes(tmp_path):
    for day, name in enumerate("abc"):
        (tmp_path / name).touch()
        os.truncate(tmp_path / name, LARGEST // 2)
        os.utime(tmp_path / name, (NOW + day,) * 2)
    prune(tmp_path, NOW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "c"]
    prune(tmp_path / "nowhere")
