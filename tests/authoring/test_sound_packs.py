"""All mistakes of a sound pack are reported at once, each at its place."""

import shutil
from pathlib import Path

import pytest

from leanbreath.authoring.sound_packs import pack_problems
from leanbreath.routine.library import bundled_folder
from leanbreath.routine.reader import read_file_as
from leanbreath.sound.pack_file import PackForm


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(bundled_folder("sounds") / "warm", tmp_path / "warm")
    return tmp_path / "warm" / "pack.yaml"


def messages_of(pack: Path, *changes: tuple[str, str]) -> list[str]:
    """Return the messages of a pack in which each text was changed."""
    text = pack.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    pack.write_text(text, "utf-8")
    return [problem.message for problem in pack_problems(read_file_as(pack, PackForm), pack.parent)]


def test_a_bundled_pack_has_no_problems(pack: Path) -> None:
    assert messages_of(pack) == []


def test_all_mistakes_of_a_pack_are_reported_at_once(pack: Path) -> None:
    (pack.parent / "words.wav").write_text("no sound at all")
    changes = (("  half:", "  haf:"), ("end.wav", "end.oog"), ("tick.wav", "words.wav"), ("done.wav", "../done.wav"))
    found = messages_of(pack, *changes)
    assert '"cues" cannot be "haf"' in found
    assert "can't read end.oog: No such file or directory" in found
    assert "../done.wav is outside the folder of this pack" in found
    assert any(message.startswith("can't read words.wav") for message in found)
    assert not any(message.startswith("no sound for") for message in found)


def test_a_missing_cue_is_reported(pack: Path) -> None:
    line = next(line for line in pack.read_text("utf-8").splitlines(keepends=True) if line.startswith("  step:"))
    assert messages_of(pack, (line, "")) == ["no sound for step"]
