"""The cover of an audio file: a figure and a title as PNG, which files hold and give back."""

import struct
import zlib
from base64 import b64decode
from pathlib import Path

import numpy as np
import pytest
from mutagen import File
from mutagen.flac import Picture

from leanbreath.export.cover import BAND, INK, PAPER, SIZE, TITLE, cover
from leanbreath.export.formats import FORMATS
from leanbreath.export.tags import Tags, write_tags
from leanbreath.figure.pose_scene import lean_of
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.take_along.cover_shot import cover_shot
from tests.export.making import bundled_score, render_to, short_score
from tests.routine.snippets import value_of

LIBRARY = Library((bundled_folder("drills"),))


def shot_of(name):
    return cover_shot(LIBRARY, value_of(LIBRARY.routine(name)), bundled_score(name))


def pixels(png: bytes):
    """Return the pixels of a PNG whose rows have no filter, after the check of every chunk."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        content = png[at + 8 : at + 8 + size]
        assert struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0] == zlib.crc32(name + content)
        chunks[name], at = content, at + 12 + size
    assert struct.unpack(">IIBBBBB", chunks[b"IHDR"]) == (SIZE, SIZE, 8, 2, 0, 0, 0)
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(SIZE, 1 + 3 * SIZE)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(SIZE, SIZE, 3)


def colour(text: str) -> tuple[int, ...]:
    return tuple(int(text[at : at + 2], 16) for at in (1, 3, 5))


def count(area, text: str) -> int:
    return int((area == colour(text)).all(axis=2).sum())


def test_a_cover_shows_a_figure_above_its_title():
    png = cover(shot_of("pre-run-6"), "Six-minute lean primer")
    figure, band = np.split(pixels(png), [SIZE - BAND])
    assert 0.6 < count(figure, PAPER) / figure[..., 0].size < 0.97
    assert 0.02 < count(band, TITLE) / band[..., 0].size < 0.5 and count(band, INK) > band[..., 0].size / 2
    margins = np.concatenate([figure[:, :20].reshape(-1, 3), figure[:, -20:].reshape(-1, 3)])
    assert {tuple(each) for each in margins.tolist()} == {colour(PAPER)}
    assert cover(shot_of("pre-run-6"), "Six-minute lean primer") == png


@pytest.mark.parametrize(
    ("title", "is_drawn"),
    [("Übung 1", True), ("髋部", False), ("", False), ("\x1b\x00", False), ("x" * 300, True), ("word " * 80, True)],
)
def test_a_title_is_drawn_with_the_letters_there_are_within_its_band(title, is_drawn):
    figure, band = np.split(pixels(cover(None, title)), [SIZE - BAND])
    assert bool(count(band, INK) < band[..., 0].size) == is_drawn and count(figure, PAPER) == figure[..., 0].size
    for edge in (band[:3], band[-3:], band[:, :3], band[:, -3:]):
        assert count(edge, INK) == edge[..., 0].size


@pytest.mark.parametrize(
    ("name", "pose"), [("lean-lab-8", "fall-lean"), ("pre-run-6", "fall-lean"), ("quiet-evening", "constructive-rest")]
)
def test_the_figure_is_that_of_the_lean_or_else_of_the_longest_drill(name, pose):
    assert shot_of(name).pose.pose == pose


def test_the_figure_of_a_lean_is_at_its_farthest():
    assert lean_of(shot_of("lean-lab-8"))[1] > 10


def test_a_body_is_set_off_from_what_lies_behind_it(monkeypatch):
    set_off = count(pixels(cover(shot_of("pre-run-6"), "")), PAPER)
    monkeypatch.setattr("leanbreath.export.cover.EDGED", ())
    assert count(pixels(cover(shot_of("pre-run-6"), "")), PAPER) < set_off


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_gives_its_cover_back(tmp_path: Path, suffix: str) -> None:
    path, png = tmp_path / f"x{suffix}", cover(None, "Title")
    render_to(short_score(), path)
    write_tags(path, Tags("Title", cover=png))
    file = File(path)
    if suffix in (".mp3", ".wav"):
        (picture,) = file.tags.getall("APIC")
    elif suffix == ".flac":
        (picture,) = file.pictures
    else:
        picture = Picture(b64decode(*file["metadata_block_picture"]))
    assert (bytes(picture.data), picture.mime, int(picture.type)) == (png, "image/png", 3)
    if suffix not in (".mp3", ".wav"):
        assert (picture.width, picture.height, picture.depth) == (SIZE, SIZE, 24)
