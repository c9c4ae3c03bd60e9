"""A text of YAML without a mistake, as a tree."""

from leanbreath.routine.reader.tree import Node, parse


def tree(text: str) -> Node:
    """Return the tree of a text."""
    node, problems = parse(text, "x.yaml")
    assert problems == ()
    assert node is not None
    return node
