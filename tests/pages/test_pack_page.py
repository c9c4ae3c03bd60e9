"""The page of sounds: its examples are read and used, and its tables hold every key and every cue."""

import re
from dataclasses import fields
from typing import get_args

from leanbreath.routine.reader import read_file_as
from leanbreath.score.score import Sound
from leanbreath.sound.pack_file import GlideForm, PackForm
from leanbreath.userdata.settings_file import read_settings
from tests.home import leanbreath
from tests.pages.code_block import code_block
from tests.pages.format_page import ticked
from tests.terminal import ROOT

PAGE = (ROOT / "sounds" / "README.md").read_text(encoding="utf-8")
TABLES = [part.split("\n\n")[0] for part in re.split(r"^(?=\| (?:key|cue))", PAGE, flags=re.MULTILINE)[1:]]


def first_cells(table: str) -> list[str]:
    return [key for row in table.splitlines()[2:] for key in ticked(row.split("|")[1])]


def test_the_example_pack_is_read_and_names_every_cue(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(code_block(PAGE, "pack.yaml"), encoding="utf-8")
    reading = read_file_as(path, PackForm)
    assert reading.problems == ()
    assert sorted(reading.value.cues) == sorted(get_args(Sound))


def test_the_tables_hold_every_key_and_every_cue_once_and_no_other():
    cues, pack, glide = TABLES
    assert sorted(first_cells(pack)) == sorted(each.name for each in fields(PackForm))
    assert sorted(first_cells(glide)) == sorted(each.name for each in fields(GlideForm))
    assert sorted(first_cells(cues)) == sorted(get_args(Sound))


def test_the_example_voices_are_read(tmp_path):
    path = tmp_path / "settings.yaml"
    path.write_text(code_block(PAGE, "voices"), encoding="utf-8")
    reading = read_settings(path)
    assert reading.problems == () and reading.value is not None
    day, night = reading.value.sound_at(night=False), reading.value.sound_at(night=True)
    assert (day.voice.engine, day.voice.model, day.pace) == ("piper", "~/voices/en_GB-alba-medium.onnx", 0.9)
    assert night.voice.engine == "command" and night.voice.command.endswith("{file}") and night.pace == 0.9


def test_the_example_language_is_read_and_spoken(tmp_path):
    (tmp_path / "leanbreath" / "phrases").mkdir(parents=True)
    (tmp_path / "leanbreath" / "phrases" / "de.yaml").write_text(code_block(PAGE, "phrases/de.yaml"), encoding="utf-8")
    (tmp_path / "leanbreath" / "settings.yaml").write_text("language: de\n")
    said = leanbreath(tmp_path, "run", "tests/timed_routines/pre-run-6.yaml", "--speed", "100").stdout
    lines = ("Jetzt: Standing soft belly. 6 Atemzüge.", "Seitenwechsel. Rechts.", "Einatmen, 4")
    assert [line for line in lines if f"\n{line}\n" not in said] == []
