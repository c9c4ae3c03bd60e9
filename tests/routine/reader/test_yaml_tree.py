"""YAML text to a tree: every part knows its place, and what is past a bound is refused."""

import pytest

from leanbreath.routine.problems import Place
from leanbreath.routine.reader.yaml_tree import parse_yaml
from leanbreath.routine.yaml_nodes import MappingNode, SequenceNode
from tests.routine.reader.trees import tree


def test_every_key_and_value_has_its_line_and_column() -> None:
    node = tree("# first\none: 1\ntwo:\n  - a\n  - {b: c}\n")
    assert isinstance(node, MappingNode)
    assert [entry.place for entry in node.entries] == [Place("x.yaml", 2, 1), Place("x.yaml", 3, 1)]
    two = node.get("two")
    assert isinstance(two, SequenceNode)
    assert [item.place for item in two.items] == [Place("x.yaml", 4, 5), Place("x.yaml", 5, 5)]


def test_columns_count_characters_rather_than_bytes() -> None:
    node = tree("{é😀: a, b: c}\n")
    assert isinstance(node, MappingNode)
    assert [entry.place.column for entry in node.entries] == [2, 9]
    assert node.entries[1].node.place.column == 12


def test_windows_line_ends_change_no_position() -> None:
    assert tree("a:\r\n  - b\r\nc: d\r\n") == tree("a:\n  - b\nc: d\n")


def test_an_alias_means_the_same_as_its_anchor() -> None:
    node = tree("a: &lean [1, 2]\nb: *lean\n")
    assert isinstance(node, MappingNode)
    assert node.get("b") == node.get("a")


def test_keys_are_text_even_if_they_look_like_true_or_null() -> None:
    node = tree("true: a\nno: b\n4: c\n")
    assert isinstance(node, MappingNode)
    assert [entry.key for entry in node.entries] == ["true", "no", "4"]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_an_empty_text_has_no_tree_and_no_problem(text: str) -> None:
    assert parse_yaml(text, "x.yaml") == (None, ())


def test_lists_can_be_nested_24_levels_deep_and_no_deeper() -> None:
    assert parse_yaml("[" * 24 + "]" * 24, "x.yaml")[1] == ()
    (problem,) = parse_yaml("[" * 26 + "]" * 26, "x.yaml")[1]
    assert "24" in problem.message


def test_a_list_of_more_than_fifty_thousand_values_is_refused() -> None:
    assert parse_yaml("[" + "a," * 49_999 + "]", "x.yaml")[1] == ()
    (problem,) = parse_yaml("[" + "a," * 50_000 + "]", "x.yaml")[1]
    assert "50,000" in problem.message


@pytest.mark.parametrize(
    ("text", "line", "column", "named"),
    [
        ("drill: x\ntitle: a\x01b\n", 2, 9, "a control character (U+0001)"),
        ("drill: x\ntitle: a\x00b\n", 2, 9, "a null character (U+0000)"),
        ("\x7fdrill: x\n", 1, 1, "a delete character (U+007F)"),
        ("title: é\x01\n", 1, 9, "a control character (U+0001)"),
        ("# ééééé\ntitle: a\x01b\nwhy: ééé\n", 2, 9, "a control character (U+0001)"),
    ],
)
def test_a_control_character_is_reported_at_its_place(text: str, line: int, column: int, named: str) -> None:
    node, (problem,) = parse_yaml(text, "x.yaml")
    assert node is None
    assert problem.place == Place("x.yaml", line, column)
    assert problem.message == f"{named} is not allowed"
