"""Each training rule with a file that breaks it; the expected problems are next to the file."""

import re
from pathlib import Path

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from tests.advice.files import BAD, PARTNERED, as_text, check

FILES = sorted(BAD.rglob("*.yaml"))
ALSO_BROKEN = {
    "lb003-hip-flexors-tolerate-more": {"LB001"},
    "lb010-lb013-two-breaths-a-minute-with-holds": {"LB018"},
    "lb012-a-very-long-hold": {"LB011", "LB013", "LB018"},
    "lb020-lb022-from-the-floor-to-falling-at-once": {"LB026"},
    "lb022-on-the-knees-in-no-time": {"LB026"},
    "lb063-rounds-without-a-rest": {"LB026"},
    "lb013-a-hold-without-its-caution": {"LB011", "LB050"},
}
"""Rules that a file must break too; lines without time (LB062) are notes in any file."""


@pytest.fixture
def with_partner(tmp_path: Path) -> Path:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "partnered.yaml").write_text(PARTNERED)
    return tmp_path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_rule_is_reported_at_its_place(path: Path, with_partner: Path) -> None:
    assert [as_text(problem) for problem in check(path, with_partner)] == path.with_suffix(
        ".txt"
    ).read_text().splitlines()


def rules_in_name(path: Path) -> set[str]:
    return {rule.replace("lb", "LB") for rule in re.findall(r"lb0\d\db?", path.stem)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_breaks_the_rules_in_its_name_and_no_others(path: Path, with_partner: Path) -> None:
    broken = {problem.rule for problem in check(path, with_partner)}
    assert broken - {"LB062"} == (rules_in_name(path) | ALSO_BROKEN.get(path.stem, set())) - {"LB062"}
    assert rules_in_name(path) <= broken


def test_every_rule_has_a_file_that_breaks_it() -> None:
    assert set(bundled_rules().by_id) == {rule for path in FILES for rule in rules_in_name(path)}
