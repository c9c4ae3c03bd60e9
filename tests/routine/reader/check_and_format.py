"""Everything the program does with an author's file, in one call."""

from pathlib import Path

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.formatter import format_text
from leanbreath.authoring.linter import Linter
from leanbreath.presentation.problem_text import problem_lines
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.reader import file_kind, read_drill

LINTER = Linter(Library((bundled_folder("drills"),)), bundled_rules())


def check_and_format(raw: bytes, path: Path) -> int:
    """Check a text, print its problems, and format it if it has no error; return the number of problems."""
    problems = LINTER.check_content(raw, path)
    for problem in problems:
        for line in problem_lines(problem, with_reason=False):
            assert line.isprintable()
    if not any(problem.severity == "error" and not problem.why for problem in problems):
        _check_formatting(raw, path)
    return len(problems)


def _check_formatting(raw: bytes, path: Path) -> None:
    text = format_text(raw.decode("utf-8-sig"))
    assert format_text(text) == text
    assert _value(text.encode(), path) == _value(raw, path)


def _value(raw: bytes, path: Path) -> object:
    drill = file_kind(raw, str(path)) == "drill"
    return (read_drill(raw, str(path)) if drill else LINTER.library.routine_from(raw, path)).value
