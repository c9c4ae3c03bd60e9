"""A problem at a terminal: the mark stands under the letter that is meant, and nothing of a file is obeyed."""

import pytest

from leanbreath.presentation.problem_text import WIDEST_QUOTE, problem_lines
from leanbreath.routine.problems import Place, Problem


def shown(quote: str, column: int, message: str = "wrong") -> list[str]:
    return list(problem_lines(Problem(Place("x.yaml", 7, column), message, "right", quote)))


@pytest.mark.parametrize(
    ("before", "columns"),
    [
        ("title: ", 7),
        ("title: é", 8),
        ("title: e\u0301", 8),
        ("title: 胸を", 11),
        ("title: 🙂", 9),
        ("title: \x1b[2J", 14),
        ("title: \u202e", 13),
        ("title: \t", 9),
    ],
)
def test_the_mark_is_under_its_letter(before: str, columns: int) -> None:
    _, line, mark = shown(before + "¦ and more", len(before) + 1)
    assert line.index("|") == mark.index("|")
    assert len(mark) - mark.index("|") - 2 == columns + 1


@pytest.mark.parametrize("column", [1, 79, 80, 81, 400, 5_000])
def test_only_the_part_of_a_long_line_around_the_place_is_shown(column: int) -> None:
    quote = "".join(chr(97 + number % 26) for number in range(5_000))
    _, line, mark = shown(quote, column)
    assert len(line) <= WIDEST_QUOTE + 6
    assert line[len(mark) - 1] == quote[column - 1]


@pytest.mark.parametrize(
    "text", ["\x1b[31mred", "\u202eevil", "\u2066x\u2069", "\x07", "\u200b", "\ufeff", "\x9b2J", "\n"]
)
def test_control_characters_are_shown_as_escapes(text: str) -> None:
    for line in shown(f"a{text}b", 2, f'"{text}" is not known'):
        assert line.isprintable()


def test_markup_is_shown_as_it_is() -> None:
    assert shown("title: [bold]x[/bold]", 8, '"[red]" is wrong')[:2] == [
        'x.yaml:7:8: "[red]" is wrong; right',
        "  7 | title: [bold]x[/bold]",
    ]
