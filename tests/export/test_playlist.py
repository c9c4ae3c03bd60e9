"""Playlists and the names of the files in them, whatever their titles are."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.export.chapters import Piece
from leanbreath.export.playlist import entries_of, file_names, playlist
from leanbreath.score.score import RATE
from tests.hostile import SHORT


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("March in place", "01 March in place.mp3"),
        ("Rocks, left side · Round 1 of 2", "01 Rocks, left side · Round 1 of 2.mp3"),
        ("That was the lab. Run on, easy.", "01 That was the lab. Run on, easy.mp3"),
        ("../../etc/passwd", "01 .. .. etc passwd.mp3"),
        ('a<b>:"c"/\\|?*#%d', "01 a b c d.mp3"),
        ("two\nlines\tand\x1b[31m\u202e", "01 two lines and[31m.mp3"),
        ("Hu\u0308fte", "01 H\u00fcfte.mp3"),
        ("Run\u200bfast\u00a0now", "01 Run fast now.mp3"),
        ("...", "01.mp3"),
        ("CON", "01 CON.mp3"),
        ("", "01.mp3"),
    ],
)
def test_a_file_name_is_safe_on_every_system(title, name):
    assert file_names([title], ".mp3") == (name,)


@settings(max_examples=40)
@given(st.lists(st.text(), min_size=1, max_size=12), st.sampled_from([".mp3", ".opus"]))
def test_names_are_all_different_short_and_in_order(titles, suffix):
    names = file_names(titles, suffix)
    assert len({name.casefold() for name in names}) == len(titles) and sorted(names) == list(names)
    for name in names:
        assert len(name.encode()) <= 140 and not set(name) & set('<>:"/\\|?*\n\r\0')
        assert Path(name).name == name and name.endswith(suffix) and not name.startswith((".", "#", " "))


def test_many_names_stay_in_order():
    names = file_names(["x"] * 120, ".mp3")
    assert (names[0], names[119]) == ("001 x.mp3", "120 x.mp3") and sorted(names) == list(names)


def test_a_playlist_has_titles_lengths_and_names():
    made = playlist("Lab", [Piece(0, 5 * RATE, "March, easy"), Piece(5 * RATE, 65 * RATE, "Lean")], ["1.mp3", "2.mp3"])
    assert made.splitlines() == [
        "#EXTM3U",
        "# Made by leanbreath.",
        "#PLAYLIST:Lab",
        "#EXTINF:5,March, easy",
        "1.mp3",
        "#EXTINF:60,Lean",
        "2.mp3",
    ]


@pytest.mark.parametrize("title", [SHORT, "a\nhttp://evil.example/x.mp3", "a\r#EXTINF:1,b", "\u2028x"])
def test_no_title_adds_a_line_to_a_playlist(title):
    lines = playlist(title, [Piece(0, RATE, title)], ["1.mp3"]).splitlines()
    assert len(lines) == 5 and [line for line in lines if not line.startswith("#")] == ["1.mp3"]


@pytest.mark.parametrize(
    ("content", "entries"),
    [
        (playlist("A", [Piece(0, RATE, "x")], ["01 x.mp3"]).encode(), ("01 x.mp3",)),
        (b"#EXTM3U\nmine.mp3\n", ()),
        (b"\xff\xfe", ()),
        (None, ()),
    ],
)
def test_only_a_playlist_of_leanbreath_says_which_files_are_its_own(tmp_path, content, entries):
    if content is not None:
        (tmp_path / "x.m3u8").write_bytes(content)
    assert entries_of(tmp_path / "x.m3u8") == entries
