"""Checks a file: its mistakes of form, and if there are none, the training rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leanbreath.advice.apply_rules import drill_findings, routine_findings
from leanbreath.advice.finding import Finding
from leanbreath.advice.finding_location import located_problems
from leanbreath.advice.placed_routine import place_routine
from leanbreath.advice.plans import plan_findings
from leanbreath.advice.rules import Rules
from leanbreath.authoring.pose_check import pose_problems
from leanbreath.authoring.reference_check import (
    Known,
    assessment_problems,
    limiters_problems,
    references,
    unknown_name,
)
from leanbreath.authoring.sound_packs import pack_problems
from leanbreath.authoring.title_lookup import with_ids_for_titles
from leanbreath.routine.assessment import Limiters
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Plan
from leanbreath.routine.problems import Problem
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
from leanbreath.routine.sources import SourcesFile
from leanbreath.sound.pack_file import PackForm


@dataclass(frozen=True)
class Linter:
    """Checks files against a library and the training rules."""

    library: Library
    rules: Rules

    def check_file(self, path: Path) -> tuple[Problem, ...]:
        """Return the problems of a file, in order of their places."""
        content = file_content(path)
        return (content,) if isinstance(content, Problem) else self.check_content(content, path)

    def check_content(self, content: bytes, path: Path) -> tuple[Problem, ...]:
        """Return the problems of what a file holds, or would hold."""
        name = str(path)
        match file_kind(content, name):
            case "drill":
                is_in_library = self.library.drill_files.get(path.stem) == path
                return self.check_drill(read_drill(content, name), is_in_library)
            case "plan":
                return self.check_plan(self.library.plan_from(content, path))
            case "pose":
                return pose_problems(read_pose(content, name))
            case "assessment":
                return assessment_problems(read_assessment(content, name), self.library, self.rules.sources)
            case "limiters":
                return limiters_problems(read_as(content, name, Limiters), self.library)
            case "pack":
                return pack_problems(read_as(content, name, PackForm), path.parent)
            case "sources":
                return read_as(content, name, SourcesFile).problems
            case "routine":
                return self.check_routine(self.library.routine_from(content, path))
        return unrecognized_file(content, name)

    def check_drill(self, result: ReadResult[Drill], is_in_library: bool = False) -> tuple[Problem, ...]:
        """Return the problems of a drill; only one of the library can name other drills of it."""
        if result.value is None or result.problems or result.tree is None:
            return result.problems
        checked = ("figure", "allow", "instead") if is_in_library else ("figure", "allow")
        unknown = self._unknown_names(result, checked)
        return tuple(
            sorted((*unknown, *self._broken_rules(result, drill_findings(result.value, self.rules, result.tree))))
        )

    def _unknown_names(self, result: ReadResult[Any], keys: Iterable[str]) -> tuple[Problem, ...]:
        """Return a problem for each thing that doesn't exist and that a file or one of its steps names by some keys."""
        known: dict[str, tuple[str, Known]] = {
            "figure": ("pose", self.library.pose_files),
            "instead": ("drill", self.library.drill_files),
            "sources": ("source", self.rules.sources),
            "allow": ("training rule", self.rules.by_id),
        }
        found = (problem for key, node in references(result.tree, keys) for problem in unknown_name(node, *known[key]))
        return with_source_lines(tuple(found), result.text)

    def check_routine(self, result: ReadResult[Routine]) -> tuple[Problem, ...]:
        """Return the problems of a routine."""
        if result.value is None or result.problems:
            return with_ids_for_titles(result, self.library)
        unknown = self._unknown_names(result, ("figure", "instead", "sources", "allow"))
        findings = routine_findings(place_routine(result.value, result.tree), self.rules)
        return tuple(sorted((*unknown, *self._broken_rules(result, findings))))

    def check_plan(self, result: ReadResult[Plan]) -> tuple[Problem, ...]:
        """Return the problems of a plan."""
        if result.value is None or result.problems:
            return result.problems
        names = frozenset(result.value.names())
        read = {name: self.library.routine(name).value for name in names & set(self.library.routine_files)}
        routines = {name: routine for name, routine in read.items() if routine}
        drills = {name: self._drills(name) for name in names}
        unknown = self._unknown_names(result, ("allow",))
        findings = plan_findings(result.value, drills, routines, self.rules)
        return tuple(sorted((*unknown, *self._broken_rules(result, findings))))

    def _drills(self, name: str) -> tuple[Drill, ...]:
        """Return the drills of a routine, or the one drill with this name."""
        if name in self.library.routine_files:
            routine = self.library.routine(name).value
            return tuple(routine.drills()) if routine else ()
        drill = self.library.drill(name).value
        return (drill,) if drill else ()

    def _broken_rules(self, result: ReadResult[Any], findings: Iterable[Finding]) -> tuple[Problem, ...]:
        if result.problems or result.tree is None:
            return result.problems
        return with_source_lines(tuple(located_problems(findings, result.tree, self.rules)), result.text)
