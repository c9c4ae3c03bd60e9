"""Everything there is to say about a file: its mistakes of form, and where it has none, what is unwise about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from leanbreath.advice.checks import drill_findings, routine_findings, single_drill_routine
from leanbreath.advice.finding import Finding
from leanbreath.advice.location import located_problems
from leanbreath.advice.placed_routine import place_routine
from leanbreath.advice.plans import plan_findings
from leanbreath.advice.rules import Rules
from leanbreath.authoring.references import assessment_problems, leaves, limiters_problems, unknown
from leanbreath.authoring.sound_packs import pack_problems
from leanbreath.authoring.title_lookup import with_ids_for_titles
from leanbreath.figure.geometry import pose_faults
from leanbreath.routine.assessment import Limiters
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Plan
from leanbreath.routine.pose import Pose
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader import (
    ReadResult,
    file_content,
    file_kind,
    read_as,
    read_drill,
    unrecognized_file,
    with_source_lines,
)
from leanbreath.routine.reader.assessment import read_assessment
from leanbreath.routine.reader.pose import read_pose
from leanbreath.routine.reader.yaml_tree import MappingNode, Node, SequenceNode
from leanbreath.routine.sources import read_sources
from leanbreath.routine.work import Breath

T = TypeVar("T")


@dataclass(frozen=True)
class Linter:
    """Reads files against a library, and lays the training rules over them."""

    library: Library
    rules: Rules

    def file(self, path: Path) -> tuple[Problem, ...]:
        """Return the problems of a file, in order of their places."""
        raw = file_content(path)
        return (raw,) if isinstance(raw, Problem) else self.text(raw, path)

    def preview_routine(self, path: Path) -> Routine | None:
        """Return a routine, or the one that holds a drill, or a drill with a pose, alone; None if it has a mistake."""
        raw = file_content(path)
        if isinstance(raw, Problem):
            return None
        match file_kind(raw, str(path)):
            case "drill":
                drill = read_drill(raw, str(path))
                return single_drill_routine(drill.value) if drill.value and not drill.problems else None
            case "pose":
                pose = read_pose(raw, str(path))
                return pose_routine(pose.value) if pose.value and not pose_problems(pose) else None
            case "routine":
                routine = self.library.routine_at(path)
                return None if routine.problems else routine.value
        return None

    def text(self, raw: bytes, path: Path) -> tuple[Problem, ...]:
        """Return the problems of what is to be the content of a file."""
        match file_kind(raw, str(path)):
            case "drill":
                at_home = self.library.drill_files.get(path.stem) == path
                return self.drill(read_drill(raw, str(path)), at_home)
            case "plan":
                return self.plan(self.library.plan_from(raw, path))
            case "pose":
                return pose_problems(read_pose(raw, str(path)))
            case "assessment":
                return assessment_problems(read_assessment(raw, str(path)), self.library, self.rules.sources)
            case "limiters":
                return limiters_problems(read_as(raw, str(path), Limiters), self.library)
            case "pack":
                return pack_problems(path)
            case "sources":
                return read_sources(path).problems
            case "routine":
                return self.routine(self.library.routine_from(raw, path))
        return unrecognized_file(raw, str(path))

    def drill(self, reading: ReadResult[Drill], at_home: bool = False) -> tuple[Problem, ...]:
        """Return the problems of a drill that was read; one of the library (`at_home`) names others of it."""
        value = reading.value
        if value is None or reading.problems or reading.tree is None:
            return reading.problems
        missing = with_source_lines((*self._missing(reading.tree, at_home), *self._unposed(reading.tree)), reading.text)
        return tuple(sorted((*missing, *self._advised(reading, drill_findings(value, self.rules)))))

    def _missing(self, tree: MappingNode, at_home: bool) -> Iterator[Problem]:
        """Yield a problem for each drill that is to be done instead, and is not there."""
        for node in leaves(tree.get("instead")) if at_home else ():
            yield from unknown(node, "drill", self.library.drill_files)

    def _unposed(self, tree: MappingNode) -> Iterator[Problem]:
        """Yield a problem for each pose that is to be drawn, and is not there."""
        for node in leaves(tree.get("figure")):
            yield from unknown(node, "pose", self.library.pose_files)

    def routine(self, reading: ReadResult[Routine]) -> tuple[Problem, ...]:
        """Return the problems of a routine that was read."""
        if reading.value is None or reading.problems:
            return with_ids_for_titles(reading, self.library)
        return self._advised(reading, routine_findings(place_routine(reading.value), self.rules))

    def plan(self, reading: ReadResult[Plan]) -> tuple[Problem, ...]:
        """Return the problems of a plan that was read."""
        if reading.value is None or reading.problems:
            return reading.problems
        names = frozenset(reading.value.names())
        read = {name: self.library.routine(name).value for name in names & set(self.library.routine_files)}
        routines = {name: routine for name, routine in read.items() if routine}
        drills = {name: self._drills(name) for name in names}
        return self._advised(reading, plan_findings(reading.value, drills, routines, self.rules))

    def _drills(self, name: str) -> tuple[Drill, ...]:
        if name in self.library.routine_files:
            routine = self.library.routine(name).value
            return tuple(routine.drills()) if routine else ()
        drill = self.library.drill(name).value
        return (drill,) if drill else ()

    def _advised(self, reading: ReadResult[T], findings: Iterable[Finding]) -> tuple[Problem, ...]:
        if reading.problems or reading.tree is None:
            return reading.problems
        return with_source_lines(tuple(located_problems(findings, reading.tree, self.rules)), reading.text)


def pose_routine(pose: Pose) -> Routine:
    """Return the routine that shows a pose at once: its breath, so that it moves, comes to rest and moves back."""
    title, breath = (pose.about or pose.pose).rstrip("."), Breath.notation.parse("3-1-3-1 x 30")
    routine = single_drill_routine(Drill(title=title, breath=breath, figure=pose.pose))
    return replace(routine, steps=routine.steps[1:])


def pose_problems(reading: ReadResult[Pose]) -> tuple[Problem, ...]:
    """Return the problems of a pose that was read, what no body can do among them."""
    if reading.value is None or reading.problems or reading.tree is None:
        return reading.problems
    frames = reading.tree.get("frames")
    assert isinstance(frames, SequenceNode)
    found = (
        Problem(_at(frames.items[each.frame], each.key), each.message, each.fix) for each in pose_faults(reading.value)
    )
    return with_source_lines(tuple(found), reading.text)


def _at(node: Node, way: tuple[str, ...]) -> Place:
    """Return the place that some keys lead to."""
    for key in way:
        node = (node.get(key) if isinstance(node, MappingNode) else None) or node
    return node.place
