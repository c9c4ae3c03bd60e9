"""Everything there is to say about a file: its mistakes of form, and where it has none, what is unwise about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from leanbreath.advice.advise import alone, drill_findings, practice_findings
from leanbreath.advice.finding import Finding
from leanbreath.advice.place import problems
from leanbreath.advice.plans import plan_findings
from leanbreath.advice.practice import practice
from leanbreath.advice.rules import Rules
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Plan
from leanbreath.routine.problems import Place, Problem, Problems, choice
from leanbreath.routine.reader import HEADS, Reading, contents, kind_of, quoted, read_drill
from leanbreath.routine.reader.shape import UNKNOWN_WORD
from leanbreath.routine.reader.tree import Scalar, Table
from leanbreath.routine.sources import read_sources
from leanbreath.score.compose import compose
from leanbreath.score.score import Score

T = TypeVar("T")


@dataclass(frozen=True)
class Examiner:
    """Reads files against a library, and lays the training rules over them."""

    library: Library
    rules: Rules

    def file(self, path: Path) -> tuple[Problem, ...]:
        """Return the problems of a file, in order of their places."""
        raw = contents(path)
        return (raw,) if isinstance(raw, Problem) else self.text(raw, path)

    def score(self, path: Path) -> Score | None:
        """Return the score of a routine, or of a drill by itself; None where it cannot be performed."""
        raw = contents(path)
        if isinstance(raw, Problem):
            return None
        if kind_of(raw, str(path)) == "drill":
            drill = read_drill(raw, str(path))
            return compose(alone(drill.value)) if drill.value and not drill.problems else None
        routine = self.library.file(path)
        return compose(routine.value) if routine.value and not routine.problems else None

    def text(self, raw: bytes, path: Path) -> tuple[Problem, ...]:
        """Return the problems of what is to be the content of a file."""
        match kind_of(raw, str(path)):
            case "drill":
                return self.drill(read_drill(raw, str(path)), path in self.library.drill_files.values())
            case "plan":
                return self.plan(self.library.plan_in(raw, path))
            case "pack":
                return _pack(path)
            case "sources":
                return read_sources(path).problems
            case "routine":
                return self.routine(self.library.routine_in(raw, path))
        found = self.library.routine_in(raw, path).problems
        return found or (Problem(Place(str(path)), "this is no file of leanbreath", f"begin it with one of {HEADS}"),)

    def drill(self, reading: Reading[Drill], at_home: bool = False) -> tuple[Problem, ...]:
        """Return the problems of a drill that was read; one of the library (`at_home`) names others of it."""
        value = reading.value
        if value is None or reading.problems or reading.tree is None:
            return reading.problems
        missing = quoted(tuple(self._missing(reading.tree)), reading.text) if at_home else ()
        return tuple(sorted((*missing, *self._advised(reading, drill_findings(value, self.rules)))))

    def _missing(self, tree: Table) -> Iterator[Problem]:
        """Yield a problem for each drill that is to be done instead, and is not there."""
        instead = tree.get("instead")
        for entry in instead.entries if isinstance(instead, Table) else ():
            name = entry.node.value if isinstance(entry.node, Scalar) else None
            if isinstance(name, str) and name not in self.library.drill_files:
                cure = choice(name, self.library.drill_files)
                yield Problem(entry.node.place, f'there is no drill "{name}"', cure, rule=UNKNOWN_WORD)

    def routine(self, reading: Reading[Routine]) -> tuple[Problem, ...]:
        """Return the problems of a routine that was read."""
        if reading.value is None or reading.problems:
            return reading.problems
        return self._advised(reading, practice_findings(practice(reading.value), self.rules))

    def plan(self, reading: Reading[Plan]) -> tuple[Problem, ...]:
        """Return the problems of a plan that was read."""
        if reading.value is None or reading.problems:
            return reading.problems
        drills = {name: self._drills(name) for name in reading.value.names()}
        return self._advised(reading, plan_findings(reading.value, drills, self.rules))

    def _drills(self, name: str) -> tuple[Drill, ...]:
        if name in self.library.routine_files:
            routine = self.library.routine(name).value
            return tuple(routine.drills()) if routine else ()
        drill = self.library.drill(name).value
        return (drill,) if drill else ()

    def _advised(self, reading: Reading[T], findings: Iterable[Finding]) -> tuple[Problem, ...]:
        if reading.problems or reading.tree is None:
            return reading.problems
        return quoted(tuple(problems(findings, reading.tree, self.rules)), reading.text)


def _pack(path: Path) -> tuple[Problem, ...]:
    from leanbreath.sound.pack import load  # here, since it needs numpy

    try:
        load(path.parent)
    except Problems as found:
        return found.problems
    return ()
