"""Only null, true and false mean something by themselves; every other scalar is text."""

import pytest

from leanbreath.routine.yaml_nodes import MappingNode, ScalarNode
from tests.routine.reader.trees import tree

STAY_TEXT = [
    "no",
    "yes",
    "on",
    "off",
    "y",
    "True",
    "TRUE",
    "False",
    "Null",
    "NULL",
    "~",
    "4:30",
    "007",
    "1e3",
    "0x10",
    "0o7",
    "1_000",
    ".inf",
    ".nan",
    "-5",
    "3.0",
    "2024-01-31",
    "2024-01-31 10:00:00",
    "=",
]


def value(text: str) -> object:
    node = tree(f"key: {text}\n")
    assert isinstance(node, MappingNode)
    inner = node.get("key")
    assert isinstance(inner, ScalarNode)
    return inner.value


@pytest.mark.parametrize("text", STAY_TEXT)
def test_every_other_plain_scalar_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(("text", "meant"), [("null", None), ("", None), ("true", True), ("false", False)])
def test_only_plain_null_true_and_false_are_not_text(text: str, meant: object) -> None:
    assert value(text) is meant


@pytest.mark.parametrize("text", ['"true"', "'true'", "|-\n  true", ">-\n  true"])
def test_true_in_quotes_or_in_a_block_stays_text(text: str) -> None:
    assert value(text) == "true"


@pytest.mark.parametrize(("text", "meant"), [('""', ""), ("'null'", "null"), ('"false"', "false")])
def test_quotes_keep_any_word_text(text: str, meant: str) -> None:
    assert value(text) == meant
