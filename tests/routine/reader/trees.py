"""A text of YAML without a mistake, as a tree."""

from leanbreath.routine.reader.yaml_tree import parse_yaml
from leanbreath.routine.yaml_nodes import Node


def tree(text: str) -> Node:
    """Return the tree of a text."""
    node, problems = parse_yaml(text, "x.yaml")
    assert problems == ()
    assert node is not None
    return node
