"""Checks the files of authors, as `leanbreath check` does."""

from pathlib import Path

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.linter import Linter
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.problems import Problem

BAD = Path(__file__).parent / "bad"
PARTNERED = """\
routine: partnered
title: With a partner
steps:
  - title: Lean on a partner
    goal: lean-skill
    safety-class: 3
    needs: [partner, space]
    cautions: [fall-risk]
    hold: 10s
"""


def check(path: Path, *folders: Path) -> tuple[Problem, ...]:
    """Return the problems of a file, by the bundled rules."""
    return Linter(Library((bundled_folder("drills"), *folders)), bundled_rules()).check_file(path)


def as_text(problem: Problem) -> str:
    """Return a problem as the author reads it, without the path."""
    fix = f"; {problem.fix}" if problem.fix else ""
    where = f"{problem.place.line}:{problem.place.column}"
    return f"{where}: {problem.severity} {problem.rule}: {problem.message}{fix}"
