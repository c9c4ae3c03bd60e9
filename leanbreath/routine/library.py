"""Finds drills, routines, plans, poses and assessments by id; bundled ones come before the user's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from leanbreath.routine.includes import HAS_MISTAKE, Includes
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader import (
    ReadResult,
    Resolver,
    UnresolvedName,
    file_content,
    read_drill,
    read_file_as,
    read_routine,
)

if TYPE_CHECKING:
    from leanbreath.routine.assessment import Assessment, Limiters
    from leanbreath.routine.plan import Plan
    from leanbreath.routine.pose import Pose

T = TypeVar("T")

SUFFIXES = (".yaml", ".yml")
LESSON_SUFFIX = ".md"


def bundled_folder(name: str) -> Path:
    """Return a folder that ships with the program: inside the wheel, or next to the package in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "bundled" / name
    return inside if inside.is_dir() else package.parent / name


@dataclass
class Library:
    """Drills, routines and other files by id; a drill or routine is read once, on first use.

    A folder holds `library/` (drills, in folders of any depth), `routines/` and so on. If two folders use the same id,
    the first file counts and the second is a problem.
    """

    folders: tuple[Path, ...]
    problems: list[Problem] = field(default_factory=list)
    _drills: dict[str, ReadResult[Drill]] = field(default_factory=dict)
    _routines: dict[str, ReadResult[Routine]] = field(default_factory=dict)
    _includes: Includes = field(default_factory=Includes)

    def __post_init__(self) -> None:
        self.drill_files = self._files("library")
        self.routine_files = self._files("routines")
        self.plan_files = self._files("plans")
        self.pose_files = self._files("poses")
        self.assessment_files = self._files("assessments")
        self.limiters_file = self.assessment_files.pop("limiters", None)
        lessons = (path for folder in self.folders for path in sorted((folder / "lessons").glob(f"*{LESSON_SUFFIX}")))
        self.lesson_files = {path.stem: path for path in lessons}

    def _files(self, part: str) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted(path for path in (folder / part).rglob("*") if path.suffix in SUFFIXES):
                first = found.setdefault(path.stem, path)
                if first is not path:
                    message = f'the id "{path.stem}" is already used by {first}'
                    self.problems.append(Problem(Place(str(path)), message, "rename the file and its id"))
        return found

    def drill(self, name: str) -> ReadResult[Drill]:
        """Return the drill with an id; raise `UnresolvedName` if there is none."""
        if name not in self.drill_files:
            raise UnresolvedName(f'no drill "{name}"', suggestion(name, self.drill_files))
        if name not in self._drills:
            path = self.drill_files[name]
            self._drills[name] = _read_file(path, lambda raw: read_drill(raw, str(path)))
        return self._drills[name]

    def routine(self, name: str) -> ReadResult[Routine]:
        """Return the routine with an id; raise `UnresolvedName` if there is none."""
        if name not in self.routine_files:
            raise UnresolvedName(f'no routine "{name}"', suggestion(name, self.routine_files))
        return self.routine_at(self.routine_files[name])

    def routine_at(self, path: Path) -> ReadResult[Routine]:
        """Return the routine in a file, inside a library folder or not."""
        key = str(path)
        if key not in self._routines:
            self._routines[key] = _read_file(path, lambda raw: self.routine_from(raw, path))
        return self._routines[key]

    def routine_from(self, raw: bytes, path: Path) -> ReadResult[Routine]:
        """Return the routine in the content of a file."""
        with self._includes.reading(path):
            return read_routine(raw, str(path), self._resolver(path))

    def plan_from(self, raw: bytes, path: Path) -> "ReadResult[Plan]":
        """Return the plan in the content of a file."""
        from leanbreath.routine.reader.plan import read_plan

        return read_plan(raw, str(path), self._resolver(path))

    def _resolver(self, path: Path) -> Resolver:
        return Resolver(self._drill_value, lambda name: self._included_routine(name, path))

    def plan_at(self, path: Path) -> "ReadResult[Plan]":
        """Return the plan in a file, inside a library folder or not."""
        return _read_file(path, lambda raw: self.plan_from(raw, path))

    def pose_at(self, path: Path) -> "ReadResult[Pose]":
        """Return the pose in a file, inside a library folder or not."""
        from leanbreath.routine.reader.pose import read_pose

        return _read_file(path, lambda raw: read_pose(raw, str(path)))

    def assessment_at(self, path: Path) -> "ReadResult[Assessment]":
        """Return the assessment in a file, inside a library folder or not."""
        from leanbreath.routine.reader.assessment import read_assessment

        return _read_file(path, lambda raw: read_assessment(raw, str(path)))

    def lesson_at(self, path: Path) -> ReadResult[str]:
        """Return the Markdown of a lesson."""
        from leanbreath.routine.reader.lesson import read_lesson

        return _read_file(path, lambda raw: read_lesson(raw, str(path)))

    def limiters(self) -> "ReadResult[Limiters]":
        """Return the table that leads from assessments to limiters to drills."""
        from leanbreath.routine.assessment import Limiters

        assert self.limiters_file is not None
        return read_file_as(self.limiters_file, Limiters)

    def files_of(self, kind: str) -> dict[str, Path]:
        """Return the files of a kind (drill, routine, plan, pose, assessment or lesson) by id."""
        files: dict[str, Path] = getattr(self, f"{kind}_files")
        return files

    def all_files(self) -> Iterator[Path]:
        """Yield every file of the library."""
        for files in (self.drill_files, self.routine_files, self.plan_files, self.pose_files, self.assessment_files):
            yield from files.values()
        yield from self.lesson_files.values()
        if self.limiters_file:
            yield self.limiters_file

    def _drill_value(self, name: str) -> Drill:
        reading = self.drill(name)
        if reading.value is None or reading.problems:
            self.problems.extend(reading.problems)
            first = reading.problems[0].place
            raise UnresolvedName(f'the drill "{name}" {HAS_MISTAKE}', f"fix it at {first}")
        return reading.value

    def _included_routine(self, name: str, includer: Path) -> Routine:
        path = self.routine_files.get(name) or includer.parent / name
        if not _inside(path, includer.parent) and name not in self.routine_files:
            raise UnresolvedName(
                f'"{name}" is outside the folder of this file', "include an id, or a file in the same folder"
            )
        if not _is_file(path):
            raise UnresolvedName(f'no routine "{name}"', suggestion(Path(name).stem, self.routine_files))
        reading = self._includes.read(path, self.routine_at)
        if reading.value is None or reading.problems:
            self.problems.extend(reading.problems)
            raise self._includes.problem(name, reading.problems[0])
        return reading.value


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):  # the name is too long, or has a null in it: not a file either
        return True


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # the name is too long
        return False


def _read_file(path: Path, reader: Callable[[bytes], ReadResult[T]]) -> ReadResult[T]:
    raw = file_content(path)
    return ReadResult(None, (raw,)) if isinstance(raw, Problem) else reader(raw)
