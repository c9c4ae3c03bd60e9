"""What a routine's inline drills and steps name must exist, as it must in a drill of the library."""

from pathlib import Path

import pytest

from tests.routine.reader.check_and_format import LINTER

ROUTINE = """routine: own
title: Own
steps:
  - title: A
    position: standing
    goal: awareness
    hold: 20s
    {own}
  - repeat: 2
    rest: 10s
    steps:
      - {{drill: march, {step}, ready: 8s}}
"""
FINE = {"own": "figure: bridge", "step": "time: 60s"}


def problems(**lines: str) -> list[tuple[int, str]]:
    text = ROUTINE.format(**{**FINE, **lines})
    return [(each.place.line, each.message) for each in LINTER.check_content(text.encode(), Path("own.yaml"))]


def test_names_that_exist_are_no_problem() -> None:
    fine = "figure: bridge\n    cautions: [dizziness]\n    instead: {dizziness: march}\n    sources: [S43]"
    assert problems(own=fine, step='allow: [LB005], because: "Slow."') == []


@pytest.mark.parametrize(
    ("own", "line", "said"),
    [
        ("figure: nowhere", 8, 'no pose "nowhere"'),
        ("instead: {dizziness: nothing}", 8, 'no drill "nothing"'),
        ("sources: [S43, S99]", 8, 'no source "S99"'),
        ('allow: [LB999]\n    because: "Why not."', 8, 'no training rule "LB999"'),
    ],
)
def test_a_name_in_an_inline_drill_that_does_not_exist_is_a_problem(own: str, line: int, said: str) -> None:
    assert (line, said) in problems(own=own)


def test_a_rule_that_does_not_exist_cannot_be_allowed_in_a_step() -> None:
    assert problems(step='allow: [LB998], because: "Why not."') == [(12, 'no training rule "LB998"')]


def test_a_rule_that_does_not_exist_cannot_be_allowed_in_a_drill() -> None:
    drill = b"drill: x\ntitle: X\ngoal: release\nposition: standing\nhold: 30s\nallow: [LB997]\nbecause: Because.\n"
    found = LINTER.check_content(drill, Path("x.yaml"))
    assert 'no training rule "LB997"' in [each.message for each in found]
