"""No file of any kind brings in a character that controls a terminal, in whatever way it is written."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.assessment import Limiters
from leanbreath.routine.library import Library
from leanbreath.routine.reader import ReadResult, read_as, read_drill
from leanbreath.routine.reader.assessment import read_assessment
from leanbreath.routine.reader.lesson import read_lesson
from leanbreath.routine.reader.pose import read_pose
from leanbreath.routine.sources import SourcesFile
from leanbreath.score.phrases import Phrases
from leanbreath.sound.pack_file import PackForm
from leanbreath.unsafe_characters import UNSAFE, first_unsafe
from leanbreath.userdata.settings import Settings
from tests.routine.snippets import drill_with, problem_texts

KINDS: dict[str, Callable[[bytes], ReadResult[Any]]] = {
    "drill": lambda raw: read_drill(raw, "x.yaml"),
    "routine": lambda raw: Library(()).routine_from(raw, Path("x.yaml")),
    "plan": lambda raw: Library(()).plan_from(raw, Path("x.yaml")),
    "pose": lambda raw: read_pose(raw, "x.yaml"),
    "assessment": lambda raw: read_assessment(raw, "x.yaml"),
    **{
        form.__name__: lambda raw, form=form: read_as(raw, "x.yaml", form)
        for form in (PackForm, Settings, Phrases, SourcesFile, Limiters)
    },
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_refuses_an_escape_in_a_text_a_key_and_a_comment(kind: str) -> None:
    raw = b'a: "x\\e"\n"\\eb": {c: ["\\x1b"]}\nd: |\n  # no comment \\e\n'
    assert problem_texts(KINDS[kind](raw)) == [
        "1:6: an escape character (U+001B) is not allowed; delete \\e; for a backslash, write \\\\",
        "2:2: an escape character (U+001B) is not allowed; delete \\e; for a backslash, write \\\\",
        "2:14: an escape character (U+001B) is not allowed; delete \\x1b; for a backslash, write \\\\",
    ]
    assert problem_texts(KINDS[kind](b"a: b # \x1b\n")) == [
        "1:8: an escape character (U+001B) is not allowed; delete it"
    ]


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
def test_a_text_that_is_read_has_nothing_unsafe(text: str) -> None:
    for written in (json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"):
        reading = drill_with(f"hold: 30s\nwhy: {written}\n")
        assert reading.value is None or UNSAFE.search(reading.value.why) is None
        assert reading.value is not None or first_unsafe(text) or not text.strip()


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
def test_each_unsafe_character_is_reported_where_it_is_written(text: str) -> None:
    problems = read_lesson(f"# x\n{text}".encode(), "x.md").problems
    whole = f"# x\n{text}".replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        char = whole[problem.place.line - 1][problem.place.column - 1]
        assert f"(U+{ord(char):04X})" in problem.message
    assert len(problems) == len(UNSAFE.findall(text.replace("\r", "")))


def test_a_file_of_nothing_but_unsafe_characters_is_one_page_of_problems() -> None:
    for raw in (b"\x1b" * 900_000, b'a: "' + b"\\e" * 400_000 + b'"\n', b"a: [" + b'"\\e",' * 4_000 + b"1]\n"):
        assert len(read_drill(raw, "x.yaml").problems) == 20
