"""Finds drills, routines, plans, poses and assessments: the bundled ones first, then the user's own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import Place, Problem, suggestion
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
DEEPEST_INCLUDE = 16
INCLUDE_CYCLE, OWN_MISTAKE = "this include leads back to itself", "has a mistake"


def bundled_folder(name: str) -> Path:
    """Return a folder that travels with the program: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "bundled" / name
    return inside if inside.is_dir() else package.parent / name


@dataclass
class Library:
    """Drills and routines by id, each file read once and when it is first asked for.

    A folder holds `library/` (drills, in folders of any depth) and `routines/`. An id that stands in two folders keeps
    its first meaning, and the second file is a problem.
    """

    folders: tuple[Path, ...]
    problems: list[Problem] = field(default_factory=list)
    _drills: dict[str, ReadResult[Drill]] = field(default_factory=dict)
    _routines: dict[str, ReadResult[Routine]] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.drill_files = self._files("library")
        self.routine_files = self._files("routines")
        self.plan_files = self._files("plans")
        self.pose_files = self._files("poses")
        self.assessment_files = self._files("assessments")
        self.limiters_file = self.assessment_files.pop("limiters", None)
        lessons = (path for folder in self.folders for path in sorted((folder / "lessons").glob("*.md")))
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
        """Return the drill of this id; raise `UnresolvedName` where there is none."""
        if name not in self.drill_files:
            raise UnresolvedName(f'no drill "{name}"', suggestion(name, self.drill_files))
        if name not in self._drills:
            path = self.drill_files[name]
            self._drills[name] = _read_file(path, lambda raw: read_drill(raw, str(path)))
        return self._drills[name]

    def routine(self, name: str) -> ReadResult[Routine]:
        """Return the routine of this id; raise `UnresolvedName` where there is none."""
        if name not in self.routine_files:
            raise UnresolvedName(f'no routine "{name}"', suggestion(name, self.routine_files))
        return self.routine_at(self.routine_files[name])

    def routine_at(self, path: Path) -> ReadResult[Routine]:
        """Return the routine in a file, which may lie anywhere."""
        key = str(path)
        if key not in self._routines:
            self._routines[key] = _read_file(path, lambda raw: self.routine_from(raw, path))
        return self._routines[key]

    def routine_from(self, raw: bytes, path: Path) -> ReadResult[Routine]:
        """Return the routine that is to be the content of a file."""
        self._open.append(str(path.resolve()))
        reading = read_routine(raw, str(path), self._resolver(path))
        self._open.pop()
        return reading

    def plan_from(self, raw: bytes, path: Path) -> "ReadResult[Plan]":
        """Return the plan that is to be the content of a file."""
        from leanbreath.routine.reader.plan import read_plan

        return read_plan(raw, str(path), self._resolver(path))

    def _resolver(self, path: Path) -> Resolver:
        return Resolver(self._linked_drill, lambda name: self._included(name, path))

    def plan_at(self, path: Path) -> "ReadResult[Plan]":
        """Return the plan in a file, which may lie anywhere."""
        return _read_file(path, lambda raw: self.plan_from(raw, path))

    def pose_at(self, path: Path) -> "ReadResult[Pose]":
        """Return the pose in a file, which may lie anywhere."""
        from leanbreath.routine.reader.pose import read_pose

        return _read_file(path, lambda raw: read_pose(raw, str(path)))

    def assessment_at(self, path: Path) -> "ReadResult[Assessment]":
        """Return the assessment in a file, which may lie anywhere."""
        from leanbreath.routine.reader.assessment import read_assessment

        return _read_file(path, lambda raw: read_assessment(raw, str(path)))

    def limiters(self) -> "ReadResult[Limiters]":
        """Return what leads from assessments to limiters to drills."""
        from leanbreath.routine.assessment import Limiters

        assert self.limiters_file is not None
        return read_file_as(self.limiters_file, Limiters)

    def files_of(self, kind: str) -> dict[str, Path]:
        """Return the files of a kind (drill, routine, plan, pose, assessment or lesson) by id."""
        files: dict[str, Path] = getattr(self, f"{kind}_files")
        return files

    def all_files(self) -> Iterator[Path]:
        """Yield every file there is."""
        for files in (self.drill_files, self.routine_files, self.plan_files, self.pose_files, self.assessment_files):
            yield from files.values()
        if self.limiters_file:
            yield self.limiters_file

    def all_problems(self) -> Iterator[Problem]:
        """Read everything there is and yield every problem."""
        yield from self.problems
        for name in self.drill_files:
            yield from self.drill(name).problems
        for name in self.routine_files:
            yield from self.routine(name).problems

    def _linked_drill(self, name: str) -> Drill:
        reading = self.drill(name)
        if reading.value is None or reading.problems:
            self.problems.extend(reading.problems)
            first = reading.problems[0].place
            raise UnresolvedName(f'the drill "{name}" {OWN_MISTAKE}', f"fix it at {first}")
        return reading.value

    def _included(self, name: str, by: Path) -> Routine:
        path = self.routine_files.get(name) or by.parent / name
        if not _inside(path, by.parent) and name not in self.routine_files:
            raise UnresolvedName(
                f'"{name}" is outside the folder of this file', "include an id, or a file in the same folder"
            )
        if not _is_file(path):
            raise UnresolvedName(f'no routine "{name}"', suggestion(Path(name).stem, self.routine_files))
        chain = " → ".join(Path(each).stem for each in (*self._open, str(path)))
        if str(path.resolve()) in self._open:
            raise UnresolvedName(f"{INCLUDE_CYCLE}: {chain}", "remove one of them")
        if len(self._open) >= DEEPEST_INCLUDE:
            raise UnresolvedName(f"includes are nested more than {DEEPEST_INCLUDE} deep", "copy the steps in instead")
        reading = self.routine_at(path)
        if reading.value is None or reading.problems:
            self.problems.extend(reading.problems)
            raise _include_problem(name, reading.problems[0])
        return reading.value


def _include_problem(name: str, first: Problem) -> UnresolvedName:
    """Return what is wrong with including a routine that has a mistake: a circle, or the place of the mistake."""
    if first.message.startswith(INCLUDE_CYCLE):
        return UnresolvedName(first.message, first.fix)
    borrowed = first.message.endswith(OWN_MISTAKE)
    return UnresolvedName(f'the routine "{name}" {OWN_MISTAKE}', first.fix if borrowed else f"fix it at {first.place}")


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):  # too long to be a name, or with a null in it: no file either
        return True


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long to be one
        return False


def _read_file(path: Path, reader: Callable[[bytes], ReadResult[T]]) -> ReadResult[T]:
    raw = file_content(path)
    return ReadResult(None, (raw,)) if isinstance(raw, Problem) else reader(raw)
