"""Lessons: Markdown without what could control a terminal, from files that may hold anything."""

import pytest

from leanbreath.routine.reader.lesson import read_lesson
from tests.routine.snippets import library_with, problem_texts


def test_markdown_is_read_as_it_is() -> None:
    assert read_lesson("# Hüfte\n\n- 10\xa0s\tlang\r\n".encode(), "x.md").value == "# Hüfte\n\n- 10\xa0s\tlang\r\n"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            b"# Title\n\nText \x1b]52;c;x\x07\n",
            [
                "3:6: an escape character (U+001B) is not allowed; delete it",
                "3:14: a bell character (U+0007) is not allowed; delete it",
            ],
        ),
        ("# a\u202eb\n".encode(), ["1:4: a right-to-left override (U+202E) is not allowed; delete it"]),
        (b"# \xff\n", ["1:3: the file is not UTF-8 text; save it as UTF-8"]),
        (b"x" * 1_000_001, ["1:1: the file is larger than 1,000,000 bytes; split it into smaller files"]),
    ],
)
def test_a_lesson_that_is_not_plain_text_is_a_problem(raw: bytes, expected: list[str]) -> None:
    reading = read_lesson(raw, "x.md")
    assert reading.value is None and problem_texts(reading) == expected


def test_a_lesson_of_the_user_that_cannot_be_read_is_left_out_and_checked(tmp_path) -> None:
    from leanbreath.advice.bundled_rules import bundled_rules
    from leanbreath.authoring.lint_files import lint_paths
    from leanbreath.authoring.linter import Linter
    from leanbreath.authoring.page_lookup import lessons

    library = library_with(tmp_path, {"lessons/good.md": "# Good\n", "lessons/bad.md": "# Bad \x1b[2J\n"})
    assert {lesson.id for lesson in lessons(library)} >= {"good", "safety"}
    assert "bad" not in {lesson.id for lesson in lessons(library)}
    report = lint_paths(Linter(library, bundled_rules()), [tmp_path])
    assert report.files == 2 and [problem.place.line for problem in report.problems] == [1]


def test_a_link_in_a_lesson_leads_to_something_that_exists(tmp_path) -> None:
    from leanbreath.advice.bundled_rules import bundled_rules
    from leanbreath.authoring.lint_files import lint_file
    from leanbreath.authoring.linter import Linter

    text = "# Mine\n\nDo [march](drill:march), then\n[calves](run:focus-calfs) and [knee](measure:knee).\n"
    library = library_with(tmp_path, {"lessons/mine.md": text})
    found = lint_file(Linter(library, bundled_rules()), library.lesson_files["mine"])
    assert [(each.place.line, each.place.column, each.message) for each in found] == [
        (4, 14, 'no routine "focus-calfs"'),
        (4, 46, 'no assessment "knee"'),
    ]
    assert found[0].fix.startswith('did you mean "focus-calves"?')
