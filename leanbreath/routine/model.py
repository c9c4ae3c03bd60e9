"""The meaning of drill and routine files: drills, and routines with complete steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, NamedTuple

from leanbreath.routine.action_word import ActionWord, AuthorWord, action_word
from leanbreath.routine.author_cue import AuthorCue
from leanbreath.routine.basic_notations import Notation, NotationError, parse_degrees
from leanbreath.routine.field_types import Id, Length, PositiveLength, RuleId, SourceId, WholeNumber
from leanbreath.routine.vocabulary import (
    Caution,
    Evidence,
    FirstSide,
    Goal,
    Limiter,
    Muscle,
    Need,
    Position,
    SessionType,
    Sides,
    Skip,
    Stretch,
)
from leanbreath.routine.work import Dose, Work
from leanbreath.routine.work.rep_part import PartName
from leanbreath.routine.work.set_amount import Amount, SetAmount


def _parse_safety_class(text: str) -> int:
    if text not in ("0", "1", "2", "3"):
        raise NotationError(f'"{text}" is not a safety class', "write 0, 1, 2 or 3")
    return int(text)


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """A wait in place of a rest: what to show, and the most seconds it lasts, if it ends by itself."""

    wait: str
    most: PositiveLength | None = None


@dataclass(frozen=True, kw_only=True)
class Drill(Dose):
    """One movement or breath, with everything a runner should know about it."""

    drill: Id | None = None
    title: str
    spoken: str = ""
    goal: Goal | None = None
    stretch: Stretch = "none"
    position: Position | None = None
    targets: tuple[Muscle, ...] = ()
    helps: tuple[Limiter, ...] = ()
    needs: tuple[Need, ...] = ()
    safety_class: Annotated[int, Notation(_parse_safety_class, "a safety class", "[0-3]", ("0", "1", "2", "3"))] = 0
    words: dict[PartName, AuthorWord] | None = None
    lean: Annotated[int, Notation(parse_degrees, "degrees", "[0-9]{1,2}", ("8",))] | None = None
    sides: Sides = "none"
    sets: WholeNumber | tuple[Amount, ...] = 1
    rest: Length | Prompt | None = None
    passive_exhale: bool = False
    expect: PositiveLength | None = None
    least: Work | None = None
    most: Work | None = None
    levels: tuple[Work, ...] = ()
    why: str = ""
    setup: tuple[str, ...] = ()
    cues: tuple[AuthorCue, ...] = ()
    mistakes: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()
    instead: dict[Caution, Id] | None = None
    figure: Id | dict[PartName, Id] | None = None
    evidence: Evidence | None = None
    sources: tuple[SourceId, ...] = ()
    allow: tuple[RuleId, ...] = ()
    because: str = ""

    @property
    def progression(self) -> tuple[Work, ...]:
        """The work of each set, if each is given its own amount."""
        return progression(self.work, self.sets) if self.work else ()

    @property
    def set_count(self) -> int:
        """How many sets on each side."""
        return self.sets if isinstance(self.sets, int) else len(self.sets)

    @property
    def set_works(self) -> tuple[Work, ...]:
        """The work of each set."""
        assert self.work is not None
        return self.progression or (self.work,) * self.set_count

    @property
    def action_words(self) -> dict[str, ActionWord]:
        """The words for what is done, by phase or part."""
        return {name: action_word(each) for name, each in (self.words or {}).items()}

    @property
    def poses(self) -> tuple[str, ...]:
        """The ids of the poses that are drawn, the starting one first."""
        if isinstance(self.figure, dict):
            return tuple(self.figure.values())
        return (self.figure,) if self.figure else ()


def progression(work: Work, sets: int | tuple[SetAmount, ...]) -> tuple[Work, ...]:
    """Return the work of each set; empty if all are the same."""
    return () if isinstance(sets, int) else tuple(work.of_set(amount) for amount in sets)


@dataclass(frozen=True, kw_only=True)
class DrillStep:
    """A drill as one routine performs it, with its dose and its gaps.

    `progression` is the work of each set, if each has its own amount.
    """

    drill: Drill
    work: Work
    sides: Sides = "none"
    first_side: FirstSide | None = None
    sets: int = 1
    progression: tuple[Work, ...] = ()
    rest: Fraction | Prompt = Fraction(0)
    ready: Fraction = Fraction(0)
    switch: Fraction = Fraction(0)
    cues: tuple[AuthorCue, ...] = ()
    optional: bool = False
    priority: int | None = None
    least: Work | None = None
    most: Work | None = None
    skip: Skip | None = None
    allow: tuple[str, ...] = ()
    because: str = ""
    note: str = ""

    @property
    def set_works(self) -> tuple[Work, ...]:
        """The work of each set."""
        return self.progression or (self.work,) * self.sets


class Move(NamedTuple):
    """Time to get into place."""

    text: str
    seconds: Fraction
    skip: Skip | None = None


class Rest(NamedTuple):
    """A rest as a step of its own."""

    seconds: Fraction
    say: str | None = None
    skip: Skip | None = None


class Wait(NamedTuple):
    """A stop until the runner continues, or for `most` seconds."""

    text: str
    most: Fraction | None = None
    skip: Skip | None = None


class Repeat(NamedTuple):
    """Steps performed in rounds, with a rest between rounds; with `every`, what each round leaves of it is rest."""

    rounds: int
    rest: Fraction | Prompt
    steps: tuple["Step", ...]
    title: str = ""
    every: Fraction | None = None
    skip: Skip | None = None


class BothSides(NamedTuple):
    """Steps performed on one side, then on the other, with one change of sides; drills with sides do that one."""

    steps: tuple["Step", ...]
    switch: Fraction
    first_side: FirstSide | None = None
    title: str = ""
    skip: Skip | None = None


class Include(NamedTuple):
    """The steps of another routine, in this place."""

    title: str
    steps: tuple["Step", ...]
    skip: Skip | None = None


Group = Repeat | BothSides | Include
"""A step with steps of its own."""

Step = DrillStep | Move | Rest | Wait | Group


@dataclass(frozen=True, kw_only=True)
class Routine:
    """A routine independent of how its file was written."""

    id: str | None
    title: str
    kind: SessionType = "any"
    about: str = ""
    tired: bool = False
    allow: tuple[str, ...] = ()
    because: str = ""
    steps: tuple[Step, ...]

    def drills(self) -> Iterator[Drill]:
        """Yield each drill that is done, once, in order."""
        yield from self.named_drills().values()

    def drill_steps(self) -> Iterator[DrillStep]:
        """Yield each drill step once, in order."""
        yield from (step for _, step in _drill_steps(self))

    def named_drills(self) -> dict[str, Drill]:
        """Return each drill that is done, once, in order, by its name in this routine."""
        return {drill_name(step.drill.drill, path, step.drill.title): step.drill for path, step in _drill_steps(self)}


def drill_name(id: str | None, step: str, title: str) -> str:
    """Return the name of a drill in its routine: its id, or for an inline drill its step and its title."""
    return id or f"{step} {title}"


def numbered(steps: "tuple[Step, ...]", above: str = "") -> "Iterator[tuple[str, Step]]":
    """Yield steps with their numbers, such as `5.2` for the second of the step `above`, `5`."""
    yield from ((f"{above}.{number}" if above else str(number), step) for number, step in enumerate(steps, 1))


def _drill_steps(group: "Routine | Group", path: str = "") -> Iterator[tuple[str, DrillStep]]:
    for number, step in numbered(group.steps, path):
        if step.skip == "always":
            continue
        if isinstance(step, DrillStep):
            yield number, step
        elif isinstance(step, Group):
            yield from _drill_steps(step, number)
