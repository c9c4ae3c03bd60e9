"""A file that is watched while it is edited: when it changes, and what it comes to."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from leanbreath.authoring.figures import load_figures
from leanbreath.authoring.lint_files import lint_file
from leanbreath.authoring.linter import Linter
from leanbreath.authoring.neighbours import register_files, sibling_files
from leanbreath.authoring.preview import preview_routine
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.routine.problems import Problem
from leanbreath.score.compose import compose
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import Score
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings_file import load_rules

MAX_SIBLINGS = 100
"""How many files in the same folder are watched too."""


class Preview(NamedTuple):
    """The problems of a file, and its score with the figures of its drills; None if it can't be played."""

    problems: tuple[Problem, ...]
    score: Score | None
    figures: Mapping[str, DrillFigure]


def read_preview(file: Path, phrases: Phrases) -> Preview:
    """Return what a file comes to now; its folder is read again."""
    linter = linter_for(file)
    problems, routine = lint_file(linter, file), preview_routine(file, linter.library)
    if routine is None:
        return Preview(problems, None, {})
    return Preview(problems, compose(routine, phrases=phrases), load_figures(linter.library, routine.named_drills()))


def linter_for(file: Path) -> Linter:
    """Return a linter that knows a file and the other files in its folder."""
    library = load_library()
    register_files(library, (file, *sibling_files(file)))
    return Linter(library, load_rules())


def signature(file: Path) -> object:
    """Return a value that changes when a file, or another in its folder, is saved."""
    return [_file_signature(each) for each in (file, *sibling_files(file)[:MAX_SIBLINGS])]


def _file_signature(file: Path) -> tuple[int, int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
