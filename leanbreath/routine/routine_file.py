"""The keys of a routine file and its steps, before ids are resolved and defaults filled in.

These values are never compared or printed; leaving that out makes the program start faster.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from leanbreath.routine.author_cue import AuthorCue
from leanbreath.routine.basic_notations import WHOLE_NUMBER_PATTERN, Notation, NotationError, parse_whole_number
from leanbreath.routine.field_types import Id, Length, PositiveLength, RuleId, WholeNumber
from leanbreath.routine.model import Drill, Prompt
from leanbreath.routine.vocabulary import FirstSide, SessionType, Sides, Skip
from leanbreath.routine.work import Dose, Work
from leanbreath.routine.work.set_amount import Amount


def _parse_rounds(text: str) -> int | Literal["sides"]:
    if text == "sides":
        return "sides"
    try:
        return parse_whole_number(text)
    except NotationError as error:
        fix = 'write "sides", or a number of rounds such as 3'
        raise NotationError(
            error.message if text[:1].isdigit() else f'"{text}" is not a number of rounds', fix
        ) from None


Rounds = Annotated[
    int | Literal["sides"],
    Notation(_parse_rounds, "a number of rounds", f"sides|{WHOLE_NUMBER_PATTERN}", ("3", "sides")),
]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class StepOptions(Dose):
    """What a step can change in its drill."""

    sets: WholeNumber | tuple[Amount, ...] | None = None
    rest: Length | Prompt | None = None
    ready: Length | None = None
    switch: Length | None = None
    sides: Sides | None = None
    first_side: FirstSide | None = None
    optional: bool = False
    priority: WholeNumber | None = None
    expect: PositiveLength | None = None
    least: Work | None = None
    most: Work | None = None
    skip: Skip | None = None
    allow: tuple[RuleId, ...] = ()
    because: str = ""
    cues: tuple[AuthorCue, ...] | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class DrillStepSpec(StepOptions):
    """`drill: half-kneel-breath`, and what this step changes in it."""

    drill: Id


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class InlineDrillSpec(Drill):
    """A drill written on the spot, with the options of a step."""

    ready: Length | None = None
    switch: Length | None = None
    first_side: FirstSide | None = None
    optional: bool = False
    priority: WholeNumber | None = None
    skip: Skip | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class MoveSpec:
    """`move: "To the wall", time: 5s`."""

    move: str
    time: PositiveLength
    skip: Skip | None = None


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class RestSpec:
    """`rest: 15s, say: "Notice your feet."`."""

    rest: PositiveLength
    say: str | None = None
    skip: Skip | None = None


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class WaitSpec:
    """`wait: "Press space when you are there.", most: 90s`."""

    wait: str
    most: PositiveLength | None = None
    skip: Skip | None = None


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class RepeatSpec:
    """`repeat: 2` or `repeat: sides`, with steps of its own."""

    repeat: Rounds
    title: str = ""
    first_side: FirstSide | None = None
    rest: Length | Prompt | None = None
    every: PositiveLength | None = None
    switch: Length | None = None
    skip: Skip | None = None
    steps: tuple["StepSpec", ...]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class IncludeSpec:
    """`include: cool-down`, an id or a path in the same folder."""

    include: str
    skip: Skip | None = None


StepSpec = DrillStepSpec | InlineDrillSpec | MoveSpec | RestSpec | WaitSpec | RepeatSpec | IncludeSpec

STEP_SPECS: dict[str, type[StepSpec]] = {
    "drill": DrillStepSpec,
    "repeat": RepeatSpec,
    "include": IncludeSpec,
    "move": MoveSpec,
    "wait": WaitSpec,
    "title": InlineDrillSpec,
    "rest": RestSpec,
}
"""The kinds of steps, each with the key that declares it; the first key found decides."""


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Defaults:
    """Gaps for every step that doesn't set its own."""

    ready: Length = Fraction(0)
    switch: Length = Fraction(0)
    rest: Length = Fraction(0)
    first_side: FirstSide | None = None


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class RoutineFile:
    """A routine file as written."""

    routine: Id = ""  # required; the reader reports it with the file name as the fix
    title: str
    for_: SessionType = "any"
    about: str = ""
    tired: bool = False
    allow: tuple[RuleId, ...] = ()
    because: str = ""
    defaults: Defaults = Defaults()
    steps: tuple[StepSpec, ...]
