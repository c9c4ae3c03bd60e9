"""Lessons: their order, their sources, and their paragraphs."""

from dataclasses import dataclass

from leanbreath.presentation.lesson_page import in_reading_order, lesson_page, paragraphs, plain_paragraphs


@dataclass
class Source:
    title: str
    mark: str = "read"


SOURCES = {"S01": Source("First study"), "S02": Source("Second study", "second-hand"), "S03": Source("Third")}
TEXT = "# Calves\n\nThey are\nbehind (S02, S01).\n\n- one\n- two\n  more\n\n## When not to\n\n**Never** (S99).\n"


def test_a_lesson_lists_the_known_sources_it_cites():
    lesson = lesson_page("calves", TEXT, SOURCES)
    assert (lesson.id, lesson.title) == ("calves", "Calves")
    assert lesson.text == TEXT + "\n## Sources\n\n- S01: First study\n- S02: Second study; read second-hand\n"


def test_a_lesson_that_cites_nothing_has_no_list():
    assert lesson_page("x", "# X\n\nNothing.\n", SOURCES).text == "# X\n\nNothing.\n"


def test_lessons_come_in_reading_order_and_unknown_ones_last():
    assert in_reading_order(["mine", "calves", "safety", "also-mine"]) == ("safety", "calves", "mine", "also-mine")


def test_a_paragraph_is_one_line_and_list_items_stay_apart():
    assert list(paragraphs(TEXT))[:5] == ["# Calves", "", "They are behind (S02, S01).", "", "- one"]
    assert "- two more" in list(paragraphs(TEXT))


def test_plain_paragraphs_end_at_the_first_section():
    assert list(plain_paragraphs("# T\n\nOne\ntwo.\n\n**Three.**\n\n## Four\n\nFive.\n")) == ["One two.", "Three."]
