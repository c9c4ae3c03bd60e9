"""Each training rule on a file that breaks it: what is said and where stands beside the file."""

import re
from pathlib import Path

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from tests.advice.files import BAD, PARTNERED, examined, said

FILES = sorted(BAD.rglob("*.yaml"))
BESIDE = {
    "lb003-hip-flexors-bear-more": {"LB001"},
    "lb010-lb013-two-breaths-a-minute-with-holds": {"LB018"},
    "lb012-a-very-long-hold": {"LB011", "LB013", "LB018"},
    "lb013-a-hold-without-its-caution": {"LB011", "LB050"},
}
"""The rules a file cannot but break beside the ones of its name; lines without room (LB062) are notes anywhere."""


@pytest.fixture
def partnered(tmp_path: Path) -> Path:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "partnered.yaml").write_text(PARTNERED)
    return tmp_path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_that_breaks_a_rule_is_told_so_at_its_place(path: Path, partnered: Path) -> None:
    assert [said(problem) for problem in examined(path, partnered)] == path.with_suffix(".txt").read_text().splitlines()


def named(path: Path) -> set[str]:
    return {rule.replace("lb", "LB") for rule in re.findall(r"lb0\d\db?", path.stem)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_rules_of_its_name_are_broken_and_no_others(path: Path, partnered: Path) -> None:
    broken = {problem.rule for problem in examined(path, partnered)}
    assert broken - {"LB062"} == (named(path) | BESIDE.get(path.stem, set())) - {"LB062"}
    assert named(path) <= broken


def test_every_rule_has_a_file_that_breaks_it() -> None:
    assert set(bundled_rules().by_id) == {rule for path in FILES for rule in named(path)}
