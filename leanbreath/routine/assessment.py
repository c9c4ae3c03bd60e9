"""Assessments: what they measure, how they are graded, and which limiters the grades point to."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from leanbreath.routine.basic_notations import Notation, NotationError
from leanbreath.routine.field_types import Id, Length, PositiveLength, SourceId, WholeNumber
from leanbreath.routine.vocabulary import Limiter, Need

Grade = Literal["pass", "borderline", "limited"]
Unit = Literal["cm", "degrees", "hours", "seconds", "breaths"]

NUMBER = r"-?[0-9]{1,3}(?:\.[0-9])?"
BOUNDS = rf"{NUMBER} or (?:more|less)|{NUMBER} to {NUMBER}"


class Bounds(NamedTuple):
    """The values from `least` to `most`, both included; None means no limit."""

    least: Fraction | None
    most: Fraction | None

    def contains(self, value: Fraction) -> bool:
        """Return whether a value is in the range."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)

    def text(self, unit: str = "") -> str:
        """Return the short form, with a unit if one is given."""
        least, most = (None if each is None else f"{float(each):g}" for each in self)
        of = f" {unit}" if unit else ""
        if least and most:
            return f"{least} to {most}{of}"
        return f"{most}{of} or less" if most else f"{least}{of} or more"


def _parse_bounds(text: str) -> Bounds:
    if not re.fullmatch(BOUNDS, text):
        raise NotationError(f'"{text}" is not a range', "write 10 or more, 2 or less, or 4 to 10")
    first, between, last = text.split()
    if between == "to":
        return Bounds(Fraction(first), Fraction(last))
    return Bounds(Fraction(first), None) if last == "more" else Bounds(None, Fraction(first))


BoundsText = Annotated[Bounds, Notation(_parse_bounds, "bounds", BOUNDS, ("10 or more", "2 or less", "4 to 10"))]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A possible finding, and its grade."""

    answer: Id
    say: str
    grade: Grade


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """A measurement or a question; if it has sides, the worse one counts.

    `computed` names how its value follows from others: the difference between the sides of another assessment, or a
    thigh angle from `inputs`. `only` marks a value that is shown but not graded.

    `repeated` ones are practised and tried several times, and the best counts. `set_up` is how long it takes to read
    and to get into place, `try_` how long a try of one side takes; `timer` counts down in a try. A value outside
    `possible` is a mistake. With `measured_by`, a result may say how much a change must be to be real, and
    `real_change` is the least.
    """

    assessment: Id = ""  # required; the reader reports it with the file name as the fix
    title: str
    measures: str
    unit: Unit | None = None
    sides: Literal["none", "each"] = "none"
    needs: tuple[Need, ...] = ()
    figure: Id | None = None
    how: tuple[str, ...]
    set_up: Length = Fraction(20)
    try_: Length = Fraction(20)
    timer: PositiveLength | None = None
    repeated: bool = False
    computed: Literal["difference", "thigh-angle"] | None = None
    of: Id | None = None
    inputs: tuple[Id, ...] = ()
    in_place_of: Id | None = None
    measured_by: Literal["lean-meter"] | None = None
    possible: BoundsText | None = None
    pass_: BoundsText | None = None
    borderline: BoundsText | None = None
    sides_differ: WholeNumber | None = None
    answers: tuple[Answer, ...] = ()
    only: Literal["trend", "info"] | None = None
    thresholds: str
    status: Literal["sourced", "part-sourced", "default"]
    norm: str
    real_change: WholeNumber | None = None
    sources: tuple[SourceId, ...]

    def __post_init__(self) -> None:
        has_ranges = self.pass_ is not None and self.borderline is not None
        measured = self.unit is not None and (has_ranges or self.only is not None)
        if measured == bool(self.answers):
            message = "an assessment is either measured or answered"
            raise NotationError(message, "give it unit, pass and borderline, or answers")


@dataclass(frozen=True, kw_only=True)
class Sign:
    """Points that another assessment adds to a limiter, for a grade or for an answer."""

    assessment: Id
    answer: Id | None = None
    grade: Grade | None = None
    points: WholeNumber


@dataclass(frozen=True, kw_only=True)
class Case:
    """Drills for a runner who is limited in all of these assessments, or borderline in them while none is limited."""

    limited: tuple[Id, ...]
    drills: tuple[Id, ...]


@dataclass(frozen=True, kw_only=True)
class LimiterSpec:
    """The signs of a limiter and the drills for it.

    A runner begins with all drills of the first case that applies, else with the first of `drills`. `short` is the
    assessment or the report that the short check-up asks for.
    """

    short: Id
    assessments: tuple[Id, ...] = ()
    signs: tuple[Sign, ...] = ()
    reports: tuple[Id, ...] = ()
    drills: tuple[Id, ...]
    cases: tuple[Case, ...] = ()
    pre_run: tuple[Id, ...]
    routine: Id
    lesson: Id


@dataclass(frozen=True, kw_only=True)
class Limiters:
    """Leads from assessments to limiters to drills; limiters with equal points keep the order of the file.

    `practice` and `tries` are how often a repeated assessment is practised and tried. A check-up has all assessments in
    their `order` except those that are done `apart`. `reports` are statements a runner can agree with, worth a point
    each. `prescribed` is the number of limiters that get drills, `always` the drills given in any case, and `passing`
    the plan for a runner with no limiter.
    """

    before: tuple[str, ...]
    practice: WholeNumber
    tries: WholeNumber
    repeat_days: WholeNumber
    order: tuple[Id, ...]
    apart: tuple[Id, ...] = ()
    reports: dict[Id, str]
    limiters: dict[Limiter, LimiterSpec]
    prescribed: WholeNumber
    always: dict[Limiter, tuple[Id, ...]]
    passing: Id
