"""A pack of sounds is told all its mistakes at once, each at its place."""

import shutil
from pathlib import Path

import pytest

from leanbreath.authoring.sound_packs import pack_problems
from leanbreath.routine.library import bundled_folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(bundled_folder("sounds") / "warm", tmp_path / "warm")
    return tmp_path / "warm" / "pack.yaml"


def told(pack: Path, *changes: tuple[str, str]) -> list[str]:
    """Return the messages of a pack in which each text was changed."""
    text = pack.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    pack.write_text(text, "utf-8")
    return [problem.message for problem in pack_problems(pack)]


def test_a_bundled_pack_is_without_a_mistake(pack: Path) -> None:
    assert told(pack) == []


def test_every_mistake_of_a_pack_is_told_at_once(pack: Path) -> None:
    (pack.parent / "words.wav").write_text("no sound at all")
    changes = (("  half:", "  haf:"), ("end.wav", "end.oog"), ("tick.wav", "words.wav"), ("done.wav", "../done.wav"))
    found = told(pack, *changes)
    assert '"cues" cannot be "haf"' in found
    assert "can't read end.oog: No such file or directory" in found
    assert "../done.wav is outside the folder of this pack" in found
    assert any(message.startswith("can't read words.wav") for message in found)
    assert not any(message.startswith("no sound for") for message in found)


def test_a_cue_that_is_left_out_is_told(pack: Path) -> None:
    line = next(line for line in pack.read_text("utf-8").splitlines(keepends=True) if line.startswith("  step:"))
    assert told(pack, (line, "")) == ["no sound for step"]
