"""Everything the program does with an author's file: check, format, compose and draw it, and match its schema."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml
from jsonschema import Draft202012Validator

from leanbreath.advice.single_drill import single_drill_routine
from leanbreath.authoring.format_files import KINDS, format_content
from leanbreath.authoring.schema import FORMS, schema
from leanbreath.figure.pose_scene import shot_at
from leanbreath.figure.shot_picture import draw_shot
from leanbreath.figure.svg import render_svg
from leanbreath.presentation.problem_text import problem_lines
from leanbreath.routine.drill_lookup import poses_of
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.pose import Pose
from leanbreath.routine.reader import file_kind
from leanbreath.score.arrange import arrange
from leanbreath.score.compose import compose
from leanbreath.score.cue_sheet import data, text
from tests.authoring.test_schema import CoreLoader
from tests.routine.reader.check_and_format import LINTER

LIMIT_SECONDS = 5
COMMENT = re.compile(r"(?m)^\s*# .*$")


class TooSlow(Exception):
    """Raised when a file takes longer than any file may."""


def perform(raw: bytes, path: Path) -> bool:
    """Check a file, and if it has no errors do everything else with it; return whether that was done."""
    problems = LINTER.check_content(raw, path)
    for problem in problems:
        assert all(line.isprintable() for line in problem_lines(problem, with_reason=False))
    kind = file_kind(raw, str(path))
    if any(problem.severity == "error" and not problem.why for problem in problems):
        return False
    if kind in KINDS:
        before = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        formatted = format_content(LINTER.library, raw, path).text
        assert format_content(LINTER.library, formatted.encode(), path).text == formatted
        assert sorted(_comments(before)) == sorted(_comments(formatted))
        _show(_value(kind, raw, path))
    if kind in FORMS:
        _match_schema(kind, raw)
    return True


def _comments(content: str) -> list[str]:
    return [found.strip() for found in COMMENT.findall(content)]


def _value(kind: str, raw: bytes, path: Path) -> Any:
    from leanbreath.authoring.format_files import _read

    return _read(LINTER.library, raw, path).value


def _show(value: Any) -> None:
    match value:
        case Drill():
            _compose(single_drill_routine(value))
            for pose in poses_of(LINTER.library, (value,)).values():
                _draw(pose)
        case Routine():
            _compose(value)
        case Pose():
            _draw(value)


def _compose(routine: Routine) -> None:
    score = arrange(compose(routine))
    assert score.total >= 0 and data(score)["total_frames"] == score.total
    assert all("\x1b" not in line for line in text(score))


def _draw(pose: Pose) -> None:
    for progress in (0.0, 0.5, 1.0):
        rows = draw_shot(shot_at(pose, progress, False, False, ()), 60, 24)
        assert len(rows) == 24
    ElementTree.fromstring(render_svg([("", shot_at(pose, 0.0, False, False, ()))], "Title"))  # noqa: S314


@cache
def _validator(kind: str) -> Draft202012Validator:
    library = LINTER.library
    known = {"drill": dict.fromkeys(library.drill_files, ""), "routine": dict.fromkeys(library.routine_files, "")}
    return Draft202012Validator(schema(kind, known))


def _match_schema(kind: str, raw: bytes) -> None:
    """Fail if an editor would mark a file in which the program finds no error."""
    try:
        loaded = yaml.load(raw, CoreLoader)  # noqa: S506 - a safe loader
    except yaml.YAMLError:  # PyYAML's own parser refuses a tab before a value, which its C parser reads
        return
    found = [error.message for error in _validator(kind).iter_errors(loaded)]
    assert not found, f"the schema says: {found[0][:200]}"


@contextmanager
def limited(seconds: float = LIMIT_SECONDS) -> Iterator[None]:
    """Raise `TooSlow` if what is done within takes longer."""

    def stop(number: int, frame: object) -> None:
        raise TooSlow(f"took longer than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
