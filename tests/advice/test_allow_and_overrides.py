"""Rules that an author allows to be broken, and rules that a user overrides."""

from pathlib import Path

import pytest

from leanbreath.advice.apply_rules import drill_findings, routine_findings
from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.advice.placed_routine import place_routine
from leanbreath.userdata.settings_file import read_settings
from tests.advice.files import BAD
from tests.home import leanbreath
from tests.routine.snippets import drill_file, routine_file, value_of

STEP = "{drill: standing-soft-belly, breath: 8-9-8-8 x 3"
ALLOW = 'because: "On purpose."'


def rules_of(steps: str, head: str = "") -> set[str]:
    routine = value_of(routine_file(f"routine: x\ntitle: X\n{head}steps:\n{steps}"))
    return {each.rule for each in routine_findings(place_routine(routine), bundled_rules())}


def test_a_step_allows_only_the_rules_it_names() -> None:
    assert rules_of(f"  - {STEP}}}\n") == {"LB010", "LB013", "LB018"}
    assert rules_of(f"  - {STEP}, allow: [LB010, LB018], {ALLOW}}}\n") == {"LB013"}


def test_what_a_routine_allows_holds_for_all_its_steps() -> None:
    assert rules_of(f"  - {STEP}}}\n", f"allow: [LB010, LB013]\n{ALLOW}\n") == {"LB018"}


def test_a_drill_allows_rules_in_its_own_file() -> None:
    text = "drill: x\ntitle: X\ngoal: awareness\nposition: standing\nhold: 20s\n"
    findings = [
        {each.rule for each in drill_findings(value_of(drill_file(text + more)), bundled_rules())}
        for more in ("", f"allow: [LB065]\n{ALLOW}\n")
    ]
    assert findings == [{"LB065"}, set()]


def test_any_step_of_a_finding_can_allow_it() -> None:
    left = "  - {drill: ankle-rock-wall, sides: left, reps: 8 @ 2s%s}\n"
    right = "  - {drill: ankle-rock-wall, sides: right, reps: 6 @ 2s}\n  - {drill: micro-ankle-lean}\n"
    assert "LB005" in rules_of(left % "" + right)
    assert "LB005" not in rules_of(left % f", allow: [LB005], {ALLOW}" + right)


def settings(folder: Path, text: str):
    path = folder / "settings.yaml"
    path.write_text(text)
    return read_settings(path, bundled_rules())


def test_without_a_settings_file_the_rules_are_the_bundled_ones(tmp_path: Path) -> None:
    reading = read_settings(tmp_path / "none.yaml", bundled_rules())
    assert reading.problems == () and bundled_rules().with_overrides(reading.value.rules) == bundled_rules()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules:\n  LB999: {severity: off}\n", '2:3: no rule "LB999"'),
        ("rules:\n  LB002: {limits: {longst: 40s}}\n", '2:20: LB002 has no limit "longst"; did you mean "longest"?'),
        ("rules:\n  LB002: {severity: of}\n", '"severity" cannot be "of"; did you mean "off"?'),
        ("rules:\n  LB002: {limits: {longest: much}}\n", "is not a limit; write a number or a length"),
        ("rulez: {}\n", 'unknown key "rulez"; did you mean "rules"?'),
    ],
)
def test_a_mistake_in_the_settings_has_its_place_and_fix(tmp_path: Path, text: str, said: str) -> None:
    (problem,) = settings(tmp_path, text).problems
    assert said in str(problem)


LONG = BAD / "routines" / "lb002-one-long-hold-before-a-run.yaml"


@pytest.mark.parametrize(
    ("change", "strict", "code", "summary"),
    [
        ("{}", False, 0, "1 file: 1 warning"),
        ("{}", True, 1, "1 file: 1 warning"),
        ("{severity: error}", False, 1, "1 file: 1 error"),
        ("{severity: info}", True, 0, "1 file: 1 note"),
        ("{severity: off}", True, 0, "1 file: no problems"),
        ("{limits: {longest: 40s}}", True, 0, "1 file: no problems"),
    ],
)
def test_settings_change_what_check_says(tmp_path: Path, change: str, strict: bool, code: int, summary: str) -> None:
    path = tmp_path / "leanbreath" / "settings.yaml"
    path.parent.mkdir()
    path.write_text(f"rules:\n  LB002: {change}\n")
    result = leanbreath(tmp_path, "check", str(LONG), *(["--strict"] if strict else []))
    assert (result.returncode, result.stdout.splitlines()[-1]) == (code, summary)


def test_check_reports_invalid_settings(tmp_path: Path) -> None:
    path = tmp_path / "leanbreath" / "settings.yaml"
    path.parent.mkdir()
    path.write_text("rules:\n  LB002: {severity: of}\n")
    result = leanbreath(tmp_path, "check")
    assert result.returncode == 1 and f"{path}:2:" in result.stderr
