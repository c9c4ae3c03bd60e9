"""Reads pose files."""

from typing import Any

from leanbreath.routine.pose import MOST_FRAMES, Pose
from leanbreath.routine.reader.reading import Reading, check_id, read
from leanbreath.routine.reader.shape import Shaper
from leanbreath.routine.reader.tree import Items, Table


def read_pose(raw: bytes, file: str) -> Reading[Pose]:
    """Read a pose file; its id must be its file name."""

    def settle(shaper: Shaper, table: Table) -> Any:
        pose = shaper.shape(Pose, table, "pose")
        check_id(shaper, table, "pose", file)
        frames = table.get("frames")
        if isinstance(frames, Items) and not 1 <= len(frames.items) <= MOST_FRAMES:
            message = f"a pose has 1 to {MOST_FRAMES} frames, not {len(frames.items)}"
            return shaper.wrong(frames.place, message, "write how the body lies or stands in each")
        return pose

    return read(raw, file, settle)
