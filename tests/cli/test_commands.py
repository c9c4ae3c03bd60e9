"""Commands as a user types them: what they print where, and the exit code."""

import json
from pathlib import Path

import pytest

from leanbreath.routine.library import bundled_folder
from tests.home import at_terminal, leanbreath

TIMED = "tests/timed_routines/pre-run-6.yaml"
TOTALS = {"pre-run-6": 388, "daily-12": 706, "desk-reset-4": 263, "post-run-10": 625}
"""Added up by hand."""


def test_list_names_every_routine_with_its_length(tmp_path):
    listed = json.loads(leanbreath(tmp_path, "list", "--json").stdout)
    found = {row["id"]: row["seconds"] for row in listed}
    assert set(found) == {path.stem for path in (bundled_folder("drills") / "routines").glob("*.yaml")}
    assert {name: found[name] for name in TOTALS} == TOTALS


def test_list_groups_routines_by_kind(tmp_path):
    kinds = [row["for"] for row in json.loads(leanbreath(tmp_path, "list", "--json").stdout)]
    assert list(dict.fromkeys(kinds)) == ["pre-run", "daily", "desk-reset", "post-run", "lean-lab", "any"]
    assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)


def test_list_can_be_filtered_by_kind(tmp_path):
    lines = leanbreath(tmp_path, "list", "--for", "pre-run").stdout.splitlines()
    found = [line.split()[:2] for line in lines]
    assert ["pre-run-6", "6:28"] in found
    assert {name for name, _ in found} == {
        *("pre-run-easy", "pre-run-6", "pre-run-8", "pre-fast-run-8", "pre-run-cold-morning"),
    }


def test_cues_as_data_hold_the_whole_score(tmp_path):
    plan = json.loads(leanbreath(tmp_path, "cues", TIMED, "--json").stdout)
    assert (plan["routine"], plan["rate"], plan["total_frames"]) == ("pre-run-6", 48_000, 384 * 48_000)
    assert plan["segments"][-1]["end"] == plan["total_frames"]


def test_cues_prints_every_cue_with_its_time(tmp_path):
    lines = leanbreath(tmp_path, "cues", TIMED).stdout.splitlines()
    assert lines[0] == "Six-minute lean primer: 6:24"
    assert "    1:59.000    tone start" in lines
    assert lines[-1].strip().startswith("6:24.000")


@pytest.mark.parametrize("name", ["march", "fall-forward-start"])
def test_show_describes_a_drill(tmp_path, name):
    shown = leanbreath(tmp_path, "show", name).stdout
    assert all(part in shown for part in ("Set-up", "Cues", "Mistakes", "Evidence", f"({name})"))


def test_show_lists_the_steps_of_a_routine_with_their_times(tmp_path):
    shown = leanbreath(tmp_path, "show", TIMED).stdout
    assert "1:59  4     Ankle rocks at the wall, left side · 10 reps" in shown
    assert "Needs: shoes, space, wall" in shown


def test_show_gives_the_cautions_and_sources_of_a_routine(tmp_path):
    take_care, _, rest_on = leanbreath(tmp_path, "show", TIMED).stdout.partition("Take care")[2].partition("Sources")
    assert "recent calf strain: Wait until walking is pain-free." in take_care
    assert take_care.count("a risk of falling") == 1
    assert [line.split(":")[0] for line in rest_on.split("\n")[1:4]] == ["  - S02", "  - S03", "  - S10"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("eight-weeks", ("8 weeks", "Week 5: build · hold 30 seconds x 2", "5 x daily-two-sets, fitted to 12 minutes")),
        (
            "eight-weeks",
            ("Week 2: ramp", "lean: wall-lean-hold, 15 seconds", "before a run: pre-run-6, fitted to 5 minutes"),
        ),
        ("maintenance", ("1 week, repeating", "2 x daily-12", "Before every run: pre-run-6")),
        (
            "knee-to-wall-cm",
            (
                "Knee to wall (assessment knee-to-wall-cm)",
                "pass: 10 cm or more",
                "limited: anything else",
                "Thresholds (part-sourced)",
                "S77: ",
            ),
        ),
        ("grip-release", ("borderline: Partly.", "Thresholds (default)")),
        ("breath-rate", ("pass: 8 to 16 breaths", "it isn't graded")),
        (
            "seated-rotation-deg",
            ("limited: anything else, or sides 10 apart", "A change counts if it is at least 10 degrees."),
        ),
        ("calves", ("# Calves", "## When not to", "(`leanbreath run focus-calves`)", "\n1. ")),
    ],
)
def test_show_describes_plans_assessments_and_lessons(tmp_path, name, parts):
    shown = leanbreath(tmp_path, "show", name).stdout
    assert [part for part in parts if part not in shown] == []
    assert json.loads(leanbreath(tmp_path, "show", name, "--json").stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "pre-run6"), 'no routine "pre-run6"; did you mean "pre-run-6"?'),
        (
            ("run", "glute-bridge"),
            '"glute-bridge" is a drill, not a routine; leanbreath show glute-bridge describes it',
        ),
        (("cues", "eight-weeks"), '"eight-weeks" is a plan, not a routine'),
        (("cues", "nowhere.yaml"), "the file cannot be read: No such file or directory"),
        (("show", "marhc"), 'no routine, drill, plan, assessment or lesson "marhc"; did you mean "march"?'),
        (("run", "pre-run-6", "--from", "99", "--plain"), 'no step "99"; steps: 1, 2, 3'),
        (("check", "nowhere"), "no file or folder nowhere"),
    ],
)
def test_an_invalid_request_is_explained_on_stderr_with_code_1(tmp_path, arguments, said):
    result = leanbreath(tmp_path, *arguments)
    assert (result.returncode, result.stdout) == (1, "")
    assert said in result.stderr


DRILL = """\
drill: own
title: Own
goal: awareness
position: standing
reps: 4 @ 2s
figure: rise
allow: [LB065]
because: Mine.
"""
POSE = 'pose: rise\nabout: "A hand rises."\nframes:\n  - {near-leg: {foot: 14 0}}\n  - {near-arm: {shoulder: 120}}\n'
PLAN = "plan: weeks\ntitle: Weeks\nweeks:\n  - phase: maintain\n    sessions:\n      - {routine: does, times: 2}\n"
CHECK = (
    (bundled_folder("drills") / "assessments" / "grip-release.yaml")
    .read_text("utf-8")
    .replace("assessment: grip-release", "assessment: grip")
)
KINDS = {
    "own.yaml": DRILL,
    "rise.yaml": POSE,
    "does.yaml": "routine: does\ntitle: Does it\nsteps:\n  - {drill: own}\n",
    "weeks.yaml": PLAN,
    "grip.yaml": CHECK,
    "phrases/de.yaml": 'next: "Dann: {what}. {dose}."\n',
    "pack.yaml": "pack: chimes\n",
    "stray.yaml": "services: {web: 1}\n",
}


@pytest.fixture
def kinds(tmp_path):
    """Return a folder with a file of each kind, beside each other and in no library."""
    folder = tmp_path / "kinds"
    for name, text in KINDS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("show", "own.yaml"), "Own (own)"),
        (("show", "does.yaml"), "Does it (does)"),
        (("show", "weeks.yaml"), "2 x does"),
        (("show", "grip.yaml"), "(assessment grip)"),
        (("figure", "own.yaml"), "A hand rises."),
        (("figure", "rise.yaml"), "A hand rises."),
        (("cues", "does.yaml"), "Does it: 0:08"),
        (("run", "does.yaml", "--plain", "--speed", "100"), "0:08 of drills done"),
        (("check", "does.yaml"), "1 file: no problems"),
        (("check", "own.yaml", "rise.yaml", "weeks.yaml", "grip.yaml"), "4 files: no problems"),
        (("check", "phrases/de.yaml"), "1 file: no problems"),
    ],
)
def test_a_file_is_used_by_its_kind_and_may_name_files_in_its_folder(tmp_path, kinds, arguments, part):
    result = leanbreath(tmp_path, *arguments, folder=kinds)
    assert (result.returncode, result.stderr) == (0, "")
    assert part in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "own.yaml"), "own.yaml is a drill, not a routine; leanbreath show own.yaml describes it"),
        (("cues", "weeks.yaml"), "weeks.yaml is a plan, not a routine; leanbreath show weeks.yaml describes it"),
        (("run", "rise.yaml"), "rise.yaml is a pose, not a routine; leanbreath figure rise.yaml draws it"),
        (("show", "rise.yaml"), "rise.yaml is a pose; leanbreath figure rise.yaml draws it"),
        (("show", "half-kneel"), '"half-kneel" is a pose; leanbreath figure half-kneel draws it'),
        (("figure", "does.yaml"), "does.yaml is a routine; leanbreath show does.yaml describes it"),
        (("show", "pack.yaml"), "pack.yaml is a sound pack; leanbreath check pack.yaml checks it"),
        (("cues", "phrases/de.yaml"), "de.yaml is a phrases file, not a routine"),
        (("run", "stray.yaml"), "stray.yaml:1:1: this is not a leanbreath file; start it with"),
    ],
)
def test_a_file_of_another_kind_is_explained_in_one_line(tmp_path, kinds, arguments, said):
    result = leanbreath(tmp_path, *arguments, folder=kinds)
    assert (result.returncode, result.stdout) == (1, "")
    assert said in result.stderr and len(result.stderr.splitlines()) <= 3


def test_a_folder_is_checked_as_one(tmp_path, kinds):
    (kinds / "pack.yaml").unlink()
    (kinds / "stray.yaml").unlink()
    assert leanbreath(tmp_path, "check", str(kinds)).stdout == "6 files: no problems\n"


def test_cues_are_in_the_language_of_the_settings_and_its_mistakes_are_reported(tmp_path):
    home = tmp_path / "leanbreath"
    (home / "phrases").mkdir(parents=True)
    (home / "settings.yaml").write_text("language: de\n")
    missing = leanbreath(tmp_path, "cues", "pre-run-6")
    assert missing.returncode == 1 and 'the language "de", but there is no file' in missing.stderr
    (home / "phrases" / "de.yaml").write_text('next: "Dann: {what}. {doze}."\n')
    broken = leanbreath(tmp_path, "cues", "pre-run-6")
    assert broken.returncode == 1 and 'de.yaml:1:7: unknown placeholder {doze} in "next"' in broken.stderr
    checked = leanbreath(tmp_path, "check")
    assert checked.returncode == 1 and 'de.yaml:1:7: unknown placeholder {doze} in "next"' in checked.stdout
    (home / "phrases" / "de.yaml").write_text('next: "Dann: {what}. {dose}."\n')
    assert 'say "Dann: Ankle rocks' in leanbreath(tmp_path, "cues", "pre-run-6").stdout


def test_poses_are_listed_with_their_descriptions(tmp_path):
    rows = json.loads(leanbreath(tmp_path, "list", "--poses", "--json").stdout)
    assert [row["id"] for row in rows] == sorted(
        path.stem for path in (bundled_folder("drills") / "poses").glob("*.yaml")
    )
    assert all(row["about"] and row["whose"] == "leanbreath" for row in rows)
    assert leanbreath(tmp_path, "list", "--poses").stdout.startswith(f"{rows[0]['id']} ")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("  - {drill: zzz}\n", "… (leanbreath list --drills shows them all)"),
        ("  - {include: zzz}\n", "… (leanbreath list shows them all)"),
        ("  - {drill: March in place}\n", "write drill: march"),
    ],
)
def test_an_unknown_name_is_answered_with_the_command_that_lists_names(tmp_path, lines, said):
    (tmp_path / "own.yaml").write_text(f"routine: own\ntitle: Own\nsteps:\n{lines}")
    assert said in leanbreath(tmp_path, "check", str(tmp_path / "own.yaml")).stdout
    assert said in leanbreath(tmp_path, "cues", str(tmp_path / "own.yaml")).stderr


def test_prose_is_folded_at_a_terminal_and_not_in_a_pipe(tmp_path):
    piped = leanbreath(tmp_path, "show", "half-kneel-breath").stdout
    assert max(map(len, piped.splitlines())) > 80
    terminal = at_terminal(tmp_path, "show", "half-kneel-breath", columns=60, rows=90)
    try:
        terminal.end()
        shown = [line.rstrip() for line in terminal.screen()]
    finally:
        terminal.kill()
    assert " ".join(" ".join(shown).split()) == " ".join(piped.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("rnu",),
        ("list", "--for", "sleep"),
        ("run",),
        ("run", "pre-run-6", "--wait", "soon"),
        ("run", "pre-run-6", "--speed", "0"),
        ("--what",),
    ],
)
def test_wrong_use_of_the_command_line_exits_with_2(tmp_path, arguments):
    result = leanbreath(tmp_path, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_a_misspelt_command_is_answered_with_the_nearest(tmp_path):
    assert 'no command "rnu"; did you mean "run"?' in leanbreath(tmp_path, "rnu").stderr


def bad_routine(folder: Path) -> str:
    path = folder / "bad.yaml"
    path.write_text('routine: bad\ntitle: "Bad"\nsteps:\n  - {drill: marhc}\n  - {drill: march, tme: 60s}\n')
    return str(path)


@pytest.mark.parametrize("command", [("check",), ("run",), ("cues",), ("show",)])
def test_every_mistake_is_shown_with_its_line_and_a_mark_under_its_place(tmp_path, command):
    path = bad_routine(tmp_path)
    result = leanbreath(tmp_path, *command, path)
    assert result.returncode == 1
    said = result.stdout.removesuffix("1 file: 2 errors\n") if command == ("check",) else result.stderr
    assert said.splitlines() == [
        f'{path}:4:13: no drill "marhc"; did you mean "march"?',
        "  4 |   - {drill: marhc}",
        "    |             ^",
        f'{path}:5:20: unknown key "tme"; did you mean "time"?',
        "  5 |   - {drill: march, tme: 60s}",
        "    |                    ^",
    ]


def test_check_without_a_path_reads_everything_there_is(tmp_path):
    result = leanbreath(tmp_path, "check")
    assert result.returncode == 0
    drills = bundled_folder("drills")
    files = [path for name in ("*.yaml", "*/*.md") for path in drills.rglob(name) if path.parent != drills]
    assert result.stdout == f"{len(files)} files: no problems\n"


def test_a_note_on_a_bundled_file_is_shown_when_the_file_is_named(tmp_path):
    (tmp_path / "leanbreath").mkdir()
    settings = "rules: {LB033: {severity: info, limits: {longest: 5m}}}\n"
    (tmp_path / "leanbreath" / "settings.yaml").write_text(settings)
    told = leanbreath(tmp_path, "check", str(bundled_folder("drills") / "routines" / "daily-12.yaml")).stdout
    assert "info LB033" in told and told.endswith("1 file: 1 note\n")


def test_a_broken_drill_of_yours_does_not_affect_the_rest(tmp_path):
    drills = tmp_path / "leanbreath" / "drills"
    (drills / "library").mkdir(parents=True)
    (drills / "routines").mkdir()
    (drills / "library" / "broken.yaml").write_text("drill: [")
    (drills / "routines" / "mine.yaml").write_text("routine: mine\ntitle: Mine\nsteps:\n  - {drill: broken}\n")
    result = leanbreath(tmp_path, "list", "--json")
    listed = {row["id"] for row in json.loads(result.stdout)}
    assert set(TOTALS) < listed and "mine" not in listed
    assert "broken.yaml:1:9" in result.stderr and "mine.yaml:4:13" in result.stderr


def test_choosing_unknown_drills_is_reported_and_changes_nothing(tmp_path):
    path = tmp_path / "leanbreath" / "settings.yaml"
    path.parent.mkdir()
    path.write_text("instead: {half-kneel-breath: half-kneel-tuck, marhc: jog}\n")
    result = leanbreath(tmp_path, "cues", "daily-12")
    assert (result.returncode, "Half-kneeling breath" in result.stdout) == (0, True)
    assert f"{path}:1:30: no drill" in result.stderr
    assert 'no drill "half-kneel-tuck"; did you mean' in result.stderr
    assert 'no drill "marhc"; did you mean "march"?' in result.stderr


def test_choosing_a_more_demanding_drill_is_reported_where_it_applies(tmp_path):
    path = tmp_path / "leanbreath" / "settings.yaml"
    path.parent.mkdir()
    path.write_text("instead: {march: fall-forward-start}\n")
    warning = f"{path}:1:18: warning: fall-forward-start is for lean-skill and of safety class 2"
    assert warning in leanbreath(tmp_path, "cues", "pre-run-6").stderr
    assert "warning" not in leanbreath(tmp_path, "cues", "daily-12").stderr
    checked = leanbreath(tmp_path, "check", "--strict")
    assert checked.returncode == 1 and warning in checked.stdout


def test_a_file_name_cannot_steer_the_terminal(tmp_path):
    path = tmp_path / "a\x1b[31mred.yaml"
    path.write_text("routine: x\n")
    assert "\x1b" not in leanbreath(tmp_path, "check", str(path)).stderr


def test_history_of_a_new_diary_says_how_to_start(tmp_path):
    assert leanbreath(tmp_path, "history").stdout == "No sessions yet. Start with: leanbreath warmup\n"


def test_a_file_that_is_not_a_diary_is_set_aside_and_named(tmp_path):
    folder, content = tmp_path / "leanbreath", "not a database at all, but long enough to be one" * 30
    folder.mkdir()
    (folder / "diary.sqlite3").write_text(content)
    result = leanbreath(tmp_path, "history")
    assert (result.returncode, result.stdout) == (0, "No sessions yet. Start with: leanbreath warmup\n")
    [aside] = folder.glob("diary.damaged-*.sqlite3")
    assert f"the diary was damaged (file is not a database); it is kept as {aside}, and a new one" in result.stderr
    assert aside.read_text() == content
    assert leanbreath(tmp_path, "history").stderr == ""


def test_without_a_terminal_the_program_alone_prints_its_help(tmp_path):
    result = leanbreath(tmp_path)
    assert result.returncode == 0
    assert "warmup" in result.stdout and "history" in result.stdout


def test_output_cut_off_by_a_pipe_is_not_an_error(tmp_path):
    import subprocess

    from tests.home import PROGRAM, environment
    from tests.terminal import ROOT

    command = f"{' '.join(PROGRAM)} cues tests/timed_routines/daily-12.yaml | head -1"
    result = subprocess.run(
        ["bash", "-c", command], env=environment(tmp_path), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.stdout, result.stderr) == ("Home session for low belly and hips: 11:34\n", "")


@pytest.mark.parametrize("command", ["run", "watch"])
@pytest.mark.parametrize("speed", ["nan", "inf", "0", "1e9"])
def test_a_speed_is_a_number_within_its_range(tmp_path, command, speed):
    result = leanbreath(tmp_path, command, "drills/routines/daily-12.yaml", "--speed", speed)
    assert result.returncode == 2 and "--speed" in result.stderr
