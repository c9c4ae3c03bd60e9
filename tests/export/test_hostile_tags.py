"""Tags hold every text without what controls a terminal, in each format."""

from pathlib import Path

import pytest
from mutagen import File

from leanbreath.export.chapters import Chapter
from leanbreath.export.formats import FORMATS
from leanbreath.export.tags import write_tags
from leanbreath.unsafe_characters import UNSAFE
from tests.export.making import render_to, short_score
from tests.hostile import MARK, SHORT, hostile


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    folder, score = tmp_path_factory.mktemp("tags"), hostile(short_score(), SHORT)
    files = {suffix: folder / f"x{suffix}" for suffix in FORMATS}
    for path in files.values():
        render_to(score, path)
        write_tags(path, SHORT, SHORT, [Chapter(0, 1000, SHORT), Chapter(1000, 2000, SHORT)])
    return files


@pytest.mark.parametrize("suffix", FORMATS)
def test_tags_keep_what_is_harmless_and_drop_the_rest(files: dict[str, Path], suffix: str) -> None:
    texts = _texts(File(files[suffix]).tags)
    assert len(texts) >= 4 and all(text.startswith(f"{MARK}[b]") for text in texts)
    assert [text for text in texts if UNSAFE.search(text)] == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_escape_sequence_is_anywhere_in_a_file(files: dict[str, Path], suffix: str) -> None:
    assert b"\x1b]52" not in files[suffix].read_bytes()


def _texts(tags: object) -> list[str]:
    """Return every text of ID3 tags, with those inside chapters, or of Vorbis comments."""
    if hasattr(tags, "getall"):
        frames = [*tags.values(), *(frame for chapter in tags.getall("CHAP") for frame in chapter.sub_frames.values())]
        return [str(text) for frame in frames for text in getattr(frame, "text", ())]
    return [value for key, value in tags if MARK in value or key.upper() in ("TITLE", "COMMENT")]
