"""Reads pose files."""

from typing import Any

from leanbreath.routine.pose import MOST_FRAMES, Pose
from leanbreath.routine.reader.converter import Converter
from leanbreath.routine.reader.read_result import ReadResult, check_id, read_document
from leanbreath.routine.yaml_nodes import MappingNode, SequenceNode


def read_pose(raw: bytes, file: str) -> ReadResult[Pose]:
    """Return the pose in a file; its id must be its file name."""

    def build(converter: Converter, mapping: MappingNode) -> Any:
        pose = converter.convert(Pose, mapping, "pose")
        check_id(converter, mapping, "pose", file)
        frames = mapping.get("frames")
        if isinstance(frames, SequenceNode) and not 1 <= len(frames.items) <= MOST_FRAMES:
            message = f"a pose has 1 to {MOST_FRAMES} frames, not {len(frames.items)}"
            return converter.report(frames.place, message, "add or remove frames")
        return pose

    return read_document(raw, file, build)
