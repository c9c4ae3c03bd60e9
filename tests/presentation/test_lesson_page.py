"""Lessons: their order, their sources, and their paragraphs."""

from dataclasses import dataclass

import pytest

from leanbreath.presentation.citations import with_numbers
from leanbreath.presentation.lesson_page import (
    in_reading_order,
    lesson_page,
    paragraphs,
    plain_paragraphs,
    with_assessment_commands,
    with_commands,
)


@dataclass
class Source:
    title: str
    mark: str = "read"


SOURCES = {"S01": Source("First study"), "S02": Source("Second study", "second-hand"), "S03": Source("Third")}
TEXT = "# Calves\n\nThey are\nbehind (S02, S01).\n\n- one\n- two\n  more\n\n## When not to\n\n**Never** (S99).\n"


def test_a_lesson_lists_the_known_sources_it_cites():
    lesson = lesson_page("calves", TEXT, SOURCES)
    assert (lesson.id, lesson.title) == ("calves", "Calves")
    assert "They are\nbehind¹,².\n" in lesson.text and "**Never** (S99)." in lesson.text
    assert lesson.text.endswith("\n## Sources\n\n1. Second study; read second-hand\n2. First study\n")


@pytest.mark.parametrize(
    ("text", "numbered", "ids"),
    [
        ("One (S01). Two (S02, S03).", "One¹. Two²,³.", ("S01", "S02", "S03")),
        ("A (S02), b (S01), a again (S02)", "A¹, b², a again¹", ("S02", "S01")),
        ("| cell (S01) |\n| (S02) |", "| cell¹ |\n|² |", ("S01", "S02")),
        ("(S99), (S01, S99) and S01 stay", "(S99), (S01, S99) and S01 stay", ()),
        ("nothing", "nothing", ()),
    ],
)
def test_sources_become_small_numbers_in_the_order_they_are_cited(text, numbered, ids):
    assert with_numbers(text, SOURCES) == (numbered, ids)


def test_the_twelfth_source_has_a_number_of_two_digits():
    known = {f"S{number:02}" for number in range(1, 13)}
    text = " ".join(f"(S{number:02})" for number in range(1, 13))
    assert with_numbers(text, known).text.endswith("¹⁰ ¹¹ ¹²".replace(" ", ""))


ENDING = """# Calves

Begin with [a stretch](drill:calf-stretch) or [another lesson](lesson:hips).

| [knee](measure:knee) | [all of it](run:everything) |

## Try it now

[Calves only](run:focus-calves), or [more](run:daily).
Measure [knee to wall](measure:knee-to-wall) and [the step](measure:step).
"""


def test_a_lesson_ends_with_what_to_try_and_what_to_measure():
    lesson = lesson_page("calves", ENDING, {})
    assert (lesson.try_now, lesson.measure) == ("focus-calves", ("knee-to-wall", "step"))
    without = lesson_page("calves", ENDING.partition("## Try")[0], {})
    assert (without.try_now, without.measure) == ("", ())


def test_a_printed_lesson_names_the_command_behind_each_link():
    printed = with_commands(ENDING)
    assert (
        "Begin with a stretch (`leanbreath show calf-stretch`) or another lesson (`leanbreath show hips`)." in printed
    )
    assert "| knee (`knee`) | all of it (`everything`) |" in printed
    assert "Calves only (`leanbreath run focus-calves`), or more (`leanbreath run daily`)." in printed
    assert "](" not in printed


def test_a_lesson_on_screen_keeps_the_links_that_lead_somewhere():
    shown = with_assessment_commands(ENDING)
    assert "[Calves only](run:focus-calves)" in shown and "[a stretch](drill:calf-stretch)" in shown
    assert "knee to wall (`leanbreath show knee-to-wall`)" in shown and "measure:" not in shown


def test_a_lesson_that_cites_nothing_has_no_list():
    assert lesson_page("x", "# X\n\nNothing.\n", SOURCES).text == "# X\n\nNothing.\n"


def test_lessons_come_in_reading_order_and_unknown_ones_last():
    assert in_reading_order(["mine", "calves", "safety", "also-mine"]) == ("safety", "calves", "mine", "also-mine")


def test_a_paragraph_is_one_line_and_list_items_stay_apart():
    assert list(paragraphs(TEXT))[:5] == ["# Calves", "", "They are behind (S02, S01).", "", "- one"]
    assert "- two more" in list(paragraphs(TEXT))


def test_plain_paragraphs_end_at_the_first_section():
    assert list(plain_paragraphs("# T\n\nOne\ntwo.\n\n**Three.**\n\n## Four\n\nFive.\n")) == ["One two.", "Three."]
