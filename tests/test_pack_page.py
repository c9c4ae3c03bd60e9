"""The page of sound packs: its example is read, and its tables hold every key and every cue."""

import re
from dataclasses import fields
from typing import get_args

from leanbreath.routine.reader import read_form
from leanbreath.score.score import Sound
from leanbreath.sound.pack_file import GlideForm, PackForm
from tests.format_page import ticked
from tests.terminal import ROOT

PAGE = (ROOT / "sounds" / "README.md").read_text(encoding="utf-8")
TABLES = [part.split("\n\n")[0] for part in re.split(r"^(?=\| (?:key|cue))", PAGE, flags=re.MULTILINE)[1:]]


def first_cells(table: str) -> list[str]:
    return [key for row in table.splitlines()[2:] for key in ticked(row.split("|")[1])]


def test_the_example_is_read_and_names_every_cue(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(re.search(r"<!-- pack.yaml -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)[1], encoding="utf-8")
    reading = read_form(path, PackForm)
    assert reading.problems == ()
    assert sorted(reading.value.cues) == sorted(get_args(Sound))


def test_the_tables_hold_every_key_and_every_cue_once_and_no_other():
    pack, glide, cues = TABLES
    assert sorted(first_cells(pack)) == sorted(each.name for each in fields(PackForm))
    assert sorted(first_cells(glide)) == sorted(each.name for each in fields(GlideForm))
    assert sorted(first_cells(cues)) == sorted(get_args(Sound))
