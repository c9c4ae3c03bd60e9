"""The page of the lean meter as a file."""

from pathlib import Path

from leanbreath.atomic_write import save
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.pose import Pose

FILE_NAME = "lean.html"

STANDING, RUNNING = "standing", "jog-lean"
"""The poses that its drawings show."""


def pose_files() -> tuple[Path, ...]:
    """Return the files of the poses it shows: always the bundled ones, since the page is the same for everybody."""
    return tuple(bundled_folder("drills") / "poses" / f"{name}.yaml" for name in (STANDING, RUNNING))


def lean_meter() -> str:
    """Return the page."""
    from leanbreath.export.web.lean_meter import lean_meter_page  # here, since a folder that has the page needs none

    library = Library((bundled_folder("drills"),))
    return lean_meter_page(*(_pose(library, path) for path in pose_files()))


def write_lean_meter(path: Path) -> None:
    """Write the page to a file; raise `InvalidRequest` if that is impossible."""
    save(path, lean_meter())


def _pose(library: Library, path: Path) -> Pose:
    pose = library.pose_at(path).value
    assert pose is not None
    return pose
