"""Everything the program does with what an author wrote, in one go."""

from pathlib import Path

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.formatter import format_text
from leanbreath.authoring.linter import Linter
from leanbreath.presentation.problem_text import problem_lines
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.reader import file_kind, read_drill

LINTER = Linter(Library((bundled_folder("drills"),)), bundled_rules())


def tried(raw: bytes, path: Path) -> int:
    """Examine a text, print what there is to say, and lay it out where it has no mistake; return how many problems."""
    problems = LINTER.check_content(raw, path)
    for problem in problems:
        for line in problem_lines(problem, with_reason=False):
            assert line.isprintable()
    if not any(problem.severity == "error" and not problem.why for problem in problems):
        _laid_out(raw, path)
    return len(problems)


def _laid_out(raw: bytes, path: Path) -> None:
    text = format_text(raw.decode("utf-8-sig"))
    assert format_text(text) == text
    assert _meant(text.encode(), path) == _meant(raw, path)


def _meant(raw: bytes, path: Path) -> object:
    drill = file_kind(raw, str(path)) == "drill"
    return (read_drill(raw, str(path)) if drill else LINTER.library.routine_from(raw, path)).value
