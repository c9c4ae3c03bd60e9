"""`leanbreath checkup` without questions: what is given, what is wrong with it, and what it prints."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from leanbreath.cli.commands.checkup import checkup
from tests.coach.bundled import WORKED_EXAMPLE
from tests.home import environment, leanbreath

SAVED_LEAN = Path(__file__).parent.parent / "export" / "web" / "lean-result.json"
EXAMPLE = [part for text in WORKED_EXAMPLE.split() for part in ("--set", text)]


def test_the_worked_example_is_printed_as_data_with_the_points_and_drills_of_the_sheet(tmp_path):
    found = json.loads(leanbreath(tmp_path, "checkup", *EXAMPLE, "--json").stdout)
    points = [(each["limiter"], each["points"]) for each in found["limiters"]]
    assert points[:4] == [("calves", 3), ("hip-flexors", 3), ("lower-abdomen", 2), ("lean-skill", 2)]
    assert {number for _, number in points[4:]} == {0}
    assert found["drills"][:3] == ["soleus-wall-stretch", "ankle-rock-wall", "half-kneel-hip-flexor"]
    assert set(found["drills"][3:]) == {"standing-soft-belly", "wall-lean-hold", "fall-forward-start"}
    assert (found["routine"], found["plan"], found["changes"]) == ("focus-calves", None, [])
    grades = {each["assessment"]: each["grade"] for each in found["results"]}
    assert grades["knee-to-wall-cm"] == grades["bed-edge-thigh-deg"] == grades["sit-hours"] == "limited"
    assert (grades["ktw-asymmetry-cm"], grades["breath-hand"], grades["breath-rate"]) == ("borderline",) * 2 + (None,)
    calves = found["limiters"][0]
    assert sum(term["points"] for term in calves["terms"]) == calves["points"]
    assert calves["terms"][0]["values"] == [7.0, 9.5]


def test_what_was_given_is_kept_and_a_repeat_says_what_changed(tmp_path):
    leanbreath(tmp_path, "checkup", "--set", "knee-to-wall-cm=7/9.5", "--set", "sit-hours=9")
    found = json.loads(leanbreath(tmp_path, "checkup", "--json").stdout)
    assert {each["assessment"] for each in found["results"]} == {"knee-to-wall-cm", "ktw-asymmetry-cm", "sit-hours"}
    assert found["changes"] == []  # a correction on the same day would be none


def test_a_file_of_results_takes_each_form_of_two_sides(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "knee-to-wall-cm: 7/9.5\nbed-edge-thigh-deg: [-6, '2']\nstraight-knee-calf-deg: {left: 22, right: 30°}\n"
        "first-step-lean: seat-back\nhands-low: true\nsit-hours: 7,5\n"
    )
    found = json.loads(leanbreath(tmp_path, "checkup", "--from", str(file), "--json").stdout)
    values = {each["assessment"]: each["values"] or each["answer"] for each in found["results"]}
    assert values["bed-edge-thigh-deg"] == [-6, 2] and values["straight-knee-calf-deg"] == [22, 30]
    assert (values["sit-hours"], values["first-step-lean"], found["reports"]) == (
        [7.5],
        "seat-back",
        {"hands-low": "yes"},
    )


MISTAKES = """\
knee-to-wall-cm: 7/95
first-step-lean: seat-bak
gripp-release: yes
ktw-asymmetry-cm: 2
sit-hours: {often: 3}
bed-edge-thigh-deg: 5
"""


def test_every_mistake_in_a_file_has_its_place_and_its_fix_and_nothing_is_kept(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(MISTAKES)
    result = leanbreath(tmp_path, "checkup", "--from", str(file))
    lines = [line.removeprefix(f"{file}:") for line in result.stderr.splitlines() if line.startswith(str(file))]
    assert lines == [
        '1:18: 95 cm can\'t be right for "Knee to wall"; did you mean 9.5?',
        '2:18: "seat-bak" is no answer here; did you mean "seat-back"? choose from pelvis-first, seat-back, together',
        '3:1: no assessment "gripp-release"; did you mean "grip-release"?',
        '4:19: "ktw-asymmetry-cm" is computed; give knee-to-wall-cm instead',
        "5:12: this is no result; write a value such as 7/9.5, or the id of an answer",
        "6:21: this needs both sides; type left, then right, such as 7/9.5",
    ]
    assert result.returncode == 1
    assert json.loads(leanbreath(tmp_path, "checkup", "--json").stdout)["results"] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "there are no results in this file"),
        ("- knee-to-wall-cm\n", "there are no results in this file"),
        ("sit-hours: 9\nsit-hours: 8\n", 'duplicate key "sit-hours"'),
    ],
)
def test_a_file_that_holds_something_else_is_a_mistake(tmp_path, text, message):
    file = tmp_path / "mine.yaml"
    file.write_text(text)
    result = leanbreath(tmp_path, "checkup", "--from", str(file))
    assert result.returncode == 1 and message in result.stderr


def test_a_result_of_the_lean_meter_is_kept_once_and_compared_by_what_its_taps_allow(tmp_path):
    for _ in range(2):
        leanbreath(tmp_path, "checkup", "--from", str(SAVED_LEAN))
    again = ("checkup", "--set", "video-lean-deg=9.2/7.5 ± 2/2")
    changes = json.loads(leanbreath(tmp_path, *again, "--json").stdout)["changes"]
    assert [each["since_first"]["real"] for each in changes] == [[False, True]]  # the first left needs 2.3
    exported = leanbreath(tmp_path, "diary", "export").stdout
    events = [json.loads(line) for line in exported.splitlines()[1:]]
    assert [(each["values"], each["real_changes"]) for each in events] == [([7, 5.5], [2.3, 2]), ([9.2, 7.5], [2, 2])]
    assert (events[0]["at"], events[0]["at_day"]) == ("2026-03-01T07:30:00+01:00", "2026-03-01")
    file, other = tmp_path / "exported.jsonl", tmp_path / "other"
    file.write_text(exported)
    other.mkdir()
    leanbreath(other, "diary", "import", str(file))
    assert leanbreath(other, "diary", "export").stdout == exported


def test_results_come_from_standard_input_too(tmp_path, monkeypatch):
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    arguments = ["--from", "-", "--json"]
    result = CliRunner().invoke(checkup, arguments, input=SAVED_LEAN.read_text("utf-8"), standalone_mode=False)
    assert json.loads(result.stdout)["results"][0]["values"] == [7, 5.5]
    result = CliRunner().invoke(checkup, arguments, input="sit-hours: ten\n", standalone_mode=False)
    assert str(result.exception).startswith("standard input:1:12: ")


def test_a_mistake_on_the_command_line_names_the_nearest_id_or_answer(tmp_path):
    result = leanbreath(
        tmp_path, "checkup", "--set", "bed-edg=2/6", "--set", "sit-hours", "--set", "knee-to-wall-cm=x/9"
    )
    assert result.returncode == 1
    assert 'No assessment "bed-edg". Did you mean "bed-edge-trig"?' in result.stderr
    assert "There is no value. Write sit-hours=VALUE" in result.stderr
    assert 'knee-to-wall-cm: "x" isn\'t a number of cm. Type it in digits.' in result.stderr


def test_without_a_terminal_it_asks_line_by_line_and_ends_with_the_input(tmp_path):
    result = leanbreath(tmp_path, "checkup", "--short")
    assert result.returncode == 0
    assert "1 of 8: Knee to wall" in result.stdout and "No results yet." in result.stdout
