"""The README tells the truth: its commands run, its example passes, its tables name what there is."""

import re
from datetime import time
from pathlib import Path

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.cli import COMMANDS
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.session.keys import KEYS
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_file import read_settings
from tests.home import leanbreath
from tests.terminal import ROOT
from tests.userdata.sample import sample

README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(mark: str) -> str:
    """Return the code block that follows a mark."""
    found = re.search(rf"<!-- {re.escape(mark)} -->\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found, mark
    return found[1]


def test_the_example_routine_passes_the_check_and_runs(tmp_path):
    path = tmp_path / "my-warm-up.yaml"
    path.write_text(block("example my-warm-up.yaml"), encoding="utf-8")
    assert leanbreath(tmp_path, "check", str(path)).stdout == "1 file: no problems\n"
    run = leanbreath(tmp_path, "run", str(path), "--speed", "100")
    assert run.returncode == 0
    assert "Still breathing?" in run.stdout and "My warm-up: 4:16 of 4:16 done." in run.stdout


def test_the_advice_that_is_shown_is_what_check_says(tmp_path):
    lines = README.split("## Training rules")[1].split("```\n")[1].splitlines()
    step = lines[1].partition(" | ")[2]
    path = tmp_path / "my-warm-up.yaml"
    head = "routine: my-warm-up\ntitle: My warm-up\nfor: pre-run\nsteps:\n  - {drill: march, time: 60s}\n"
    path.write_text(f'{head}  - {{move: "To the wall.", time: 5s}}\n{step}\n')
    said = leanbreath(tmp_path, "check", "my-warm-up.yaml", folder=tmp_path).stdout.splitlines()
    first = said.index(lines[0])
    assert said[first : first + len(lines)] == lines


def test_the_settings_that_are_shown_change_the_rules(tmp_path):
    path = tmp_path / "leanbreath" / "settings.yaml"
    path.parent.mkdir()
    path.write_text(block("settings.yaml"))
    reading = read_settings(path, bundled_rules())
    assert reading.problems == ()
    changed = bundled_rules().with_overrides(reading.value.rules)
    assert (changed["LB002"].limit("longest"), changed["LB033"].severity) == (40, "off")


def test_the_drills_that_are_shown_are_done_in_the_place_of_others(tmp_path):
    path = tmp_path / "leanbreath" / "settings.yaml"
    path.parent.mkdir()
    path.write_text(block("instead"))
    assert "Half-kneeling breath, tucked" in leanbreath(tmp_path, "cues", "daily-12").stdout
    assert "Half-kneeling breath, tucked" in leanbreath(tmp_path, "show", "daily-12").stdout
    stands = leanbreath(tmp_path, "show", "daily-two-sets").stdout
    assert "Standing hip-flexor breath, left side · 4 breaths" in stands and "Half-kneeling" not in stands


def own_settings(folder: Path, text: str) -> Settings:
    path = folder / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    reading = read_settings(path, bundled_rules())
    assert reading.value is not None and reading.problems == ()
    return reading.value


def test_every_setting_is_shown_with_its_default_and_its_help():
    assert block("all settings") == sample(), "run: python -m tests.userdata.sample"


def test_the_settings_that_are_shown_are_the_defaults(tmp_path):
    assert own_settings(tmp_path, block("all settings")) == Settings()


def test_the_examples_of_settings_without_a_value_are_right(tmp_path):
    examples = re.sub(r"^( *)# (\w)", r"\1\2", block("all settings"), flags=re.MULTILINE)
    read = own_settings(tmp_path, examples)
    assert (read.sound.device, read.night.from_, read.night.to) == ("headset", time(21, 30), time(6, 0))
    assert (read.instead, read.rules["LB033"].severity) == ({"march": "easy-jog"}, "off")


def test_the_voices_that_are_shown_are_read(tmp_path):
    read = own_settings(tmp_path, block("voices"))
    assert read.sound_at(night=False).voice.command.startswith("piper ")
    assert read.sound_at(night=True).voice.name == "en-us"


def test_the_language_that_is_shown_is_read_and_said(tmp_path):
    (tmp_path / "leanbreath" / "phrases").mkdir(parents=True)
    (tmp_path / "leanbreath" / "phrases" / "de.yaml").write_text(block("phrases/de.yaml"), encoding="utf-8")
    (tmp_path / "leanbreath" / "settings.yaml").write_text("language: de\n")
    said = leanbreath(tmp_path, "run", "pre-run-6", "--speed", "100").stdout
    lines = ("Jetzt: Standing soft belly. 6 Atemzüge.", "Wechsel. Rechte Seite.", "Einatmen, 4")
    assert [line for line in lines if f"\n{line}\n" not in said] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_explains_itself(tmp_path, command):
    assert f"`leanbreath {command}" in README
    assert leanbreath(tmp_path, command, "--help").returncode == 0


def test_every_option_of_a_session_is_in_the_readme(tmp_path):
    options = re.findall(r"^ +(--[a-z-]+)", leanbreath(tmp_path, "run", "--help").stdout, re.MULTILINE)
    assert len(options) >= 7
    assert [option for option in options if f"`{option}" not in README] == []


def test_every_key_is_in_the_readme():
    table = README.split("## Keys")[1].split("## ")[0]
    assert [key.symbol for key in KEYS if key.symbol not in table] == []


def test_the_commands_at_the_top_are_those_of_a_fresh_machine():
    assert block("run").startswith("python3 -m venv .venv && .venv/bin/pip install '.[voice]' && ")
    assert block("tests").startswith("python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && ")
    assert "not sound_server and not node" in block("tests")


def part(title: str) -> str:
    """Return what stands below a title."""
    return README.split(f"## {title}\n")[1].split("\n## ")[0]


def test_what_comes_with_it_is_told_whole_and_nothing_else():
    library = Library((bundled_folder("drills"),))
    told = part("What comes with it")
    named = set(re.findall(r"`([a-z0-9-]+)`", told))
    kinds = (library.routine_files, library.plan_files, library.lesson_files)
    assert named >= {name for files in kinds for name in files}
    known = {name for files in (*kinds, library.assessment_files, library.drill_files) for name in files}
    assert named <= known
    assert f"{len(library.drill_files)} drills" in told and f"{len(library.assessment_files)} assessments" in told
    assert f"the {len(library.routine_files)} that come with it" in README
