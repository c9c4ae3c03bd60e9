"""The README tells the truth: its commands run, its example passes, its tables name what there is."""

import re
from datetime import time
from pathlib import Path

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.cli.commands import COMMANDS
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.session.keys import KEYS
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_file import read_settings
from tests.home import leanbreath
from tests.pages.code_block import code_block
from tests.terminal import ROOT
from tests.userdata.sample import sample

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_routine_passes_the_check_and_runs(tmp_path):
    path = tmp_path / "my-warm-up.yaml"
    path.write_text(code_block(README, "example my-warm-up.yaml"), encoding="utf-8")
    assert leanbreath(tmp_path, "check", str(path)).stdout == "1 file: no problems\n"
    run = leanbreath(tmp_path, "run", str(path), "--speed", "100")
    assert run.returncode == 0
    assert "Still breathing?" in run.stdout and "My warm-up: 3:52 of drills done." in run.stdout


def test_the_substitute_in_the_settings_chapter_takes_over_in_every_routine(tmp_path):
    path = tmp_path / "leanbreath" / "settings.yaml"
    path.parent.mkdir()
    path.write_text(re.search(r"`(instead: \{.*?\})`", README)[1])
    shown = leanbreath(tmp_path, "show", "daily-two-sets").stdout
    assert "Standing hip-flexor breath, left side · 4 breaths" in shown and "Half-kneeling hip" not in shown


def own_settings(folder: Path, text: str) -> Settings:
    path = folder / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    reading = read_settings(path, bundled_rules())
    assert reading.value is not None and reading.problems == ()
    return reading.value


def test_every_setting_is_shown_with_its_default_and_its_help():
    assert code_block(README, "all settings") == sample(), "run: python -m tests.userdata.sample"


def test_the_settings_that_are_shown_are_the_defaults(tmp_path):
    assert own_settings(tmp_path, code_block(README, "all settings")) == Settings()


def test_the_examples_of_settings_without_a_value_are_right(tmp_path):
    examples = re.sub(r"^( *)# (\w)", r"\1\2", code_block(README, "all settings"), flags=re.MULTILINE)
    read = own_settings(tmp_path, examples)
    assert (read.sound.device, read.night.from_, read.night.to) == ("headset", time(21, 30), time(6, 0))
    assert (read.instead, read.rules["LB033"].severity) == ({"march": "easy-jog"}, "off")


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


def test_the_commands_at_the_top_need_only_python_and_activate_the_environment():
    activated = "python3 -m venv .venv && . .venv/bin/activate && pip install"
    assert code_block(README, "run") == f"{activated} '.[voice]' && leanbreath warmup\n"
    assert code_block(README, "tests") == f"{activated} -e '.[test]' && python -m pytest\n"


def part(title: str) -> str:
    """Return what stands below a title."""
    return README.split(f"## {title}\n")[1].split("\n## ")[0]


def test_the_readme_names_everything_that_comes_with_it_and_nothing_else():
    library = Library((bundled_folder("drills"),))
    chapter = part("What comes with it")
    named = set(re.findall(r"`([a-z0-9-]+)`", chapter))
    kinds = (library.routine_files, library.plan_files, library.lesson_files)
    assert named >= {name for files in kinds for name in files}
    known = {name for files in (*kinds, library.assessment_files, library.drill_files) for name in files}
    assert named <= known
    assert f"{len(library.drill_files)} drills" in chapter and f"{len(library.assessment_files)} assessments" in chapter
    assert f"Its {len(library.routine_files)} routines" in README


def test_the_readme_is_short():
    assert len(README.splitlines()) < 250
