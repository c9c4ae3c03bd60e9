"""Tags hold every text without what controls a terminal, in each format."""

from pathlib import Path

import pytest

from leanbreath.export.chapters import Chapter
from leanbreath.export.formats import FORMATS
from leanbreath.export.tags import Tags, Track, write_tags
from leanbreath.unsafe_characters import UNSAFE, without_unsafe
from tests.export.making import render_to, short_score, tag_texts
from tests.hostile import SHORT, hostile


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    folder, score = tmp_path_factory.mktemp("tags"), hostile(short_score(), SHORT)
    files = {suffix: folder / f"x{suffix}" for suffix in FORMATS}
    for path in files.values():
        render_to(score, path)
        chapters = (Chapter(0, 1000, SHORT), Chapter(1000, 2000, SHORT))
        write_tags(path, Tags(SHORT, SHORT, chapters=chapters, track=Track(1, 2, SHORT)))
    return files


@pytest.mark.parametrize("suffix", FORMATS)
def test_tags_keep_what_is_harmless_and_drop_the_rest(files: dict[str, Path], suffix: str) -> None:
    texts = tag_texts(files[suffix])
    assert sum(text == without_unsafe(SHORT) for text in texts) >= 4
    assert [text for text in texts if UNSAFE.search(text)] == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_escape_sequence_is_anywhere_in_a_file(files: dict[str, Path], suffix: str) -> None:
    assert b"\x1b]52" not in files[suffix].read_bytes()
