"""The problems of a pose: mistakes of form, and what no body can do."""

from leanbreath.figure.geometry import pose_faults
from leanbreath.routine.pose import Pose
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader import ReadResult, with_source_lines
from leanbreath.routine.yaml_nodes import MappingNode, Node, SequenceNode


def pose_problems(result: ReadResult[Pose]) -> tuple[Problem, ...]:
    """Return the problems of a pose."""
    if result.value is None or result.problems or result.tree is None:
        return result.problems
    frames = result.tree.get("frames")
    assert isinstance(frames, SequenceNode)
    faults = pose_faults(result.value)
    found = (Problem(_place(frames.items[each.frame], each.key), each.message, each.fix) for each in faults)
    return with_source_lines(tuple(found), result.text)


def _place(node: Node, path: tuple[str, ...]) -> Place:
    """Return the place of a value, following its path as far as the file goes."""
    for key in path:
        node = (node.get(key) if isinstance(node, MappingNode) else None) or node
    return node.place
