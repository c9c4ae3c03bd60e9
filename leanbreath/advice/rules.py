"""The training rules as data: severity, limits and reason of each, and which cautions which drills must carry."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Annotated, Literal

from leanbreath.routine.model import Id, RuleId, SourceId
from leanbreath.routine.notation import Notation, NotationError, parse_length
from leanbreath.routine.problems import Severity
from leanbreath.routine.vocabulary import Caution, Muscle, Position, Stretch


def _limit(text: str) -> Fraction:
    try:
        return parse_length(text)
    except NotationError:
        raise NotationError(f'"{text}" is not a limit', "write a number or a length, such as 12 or 30s") from None


Limit = Annotated[Fraction, Notation(_limit, "a limit", examples=("30s", "12"))]
Kind = Literal["breath", "hold", "reps", "cadence", "time"]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One training rule; `limits` are in seconds where they are lengths."""

    severity: Literal["error", "warning", "info", "off"]
    about: str
    why: str
    sources: tuple[SourceId, ...] = ()
    limits: dict[Id, Limit] | None = None
    words: tuple[str, ...] = ()
    muscles: tuple[Muscle, ...] = ()

    def limit(self, name: str) -> Fraction:
        """Return a limit by its name."""
        return (self.limits or {})[name]

    def grade(self, value: Fraction | float) -> Severity | None:
        """Return how grave a value is by the limits `warning` and `error`, or None where it is below both."""
        if value > self.limit("error"):
            return "error"
        return "warning" if value > self.limit("warning") else None


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a user changes of a rule."""

    severity: Literal["error", "warning", "info", "off"] | None = None
    limits: dict[Id, Limit] | None = None
    words: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class DrillFilter:
    """Which drills must carry a caution: those that have everything that is named here."""

    position: tuple[Position, ...] = ()
    targets: tuple[Muscle, ...] = ()
    stretch: tuple[Stretch, ...] = ()
    work: tuple[Kind, ...] = ()
    class_: Annotated[int, Notation(int, "a safety class", "[0-3]")] | None = None
    held: Limit | None = None
    faster: Limit | None = None
    id: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CautionRule:
    """A caution: what it tells the runner, and on which drills it must stand."""

    text: str
    on: tuple[DrillFilter, ...] = ()


@dataclass(frozen=True)
class Rules:
    """All rules by id, all cautions by name, and the ids of the sources there are."""

    by_id: Mapping[str, Rule]
    cautions: Mapping[Caution, CautionRule]
    sources: frozenset[str]

    def __getitem__(self, rule: str) -> Rule:
        return self.by_id[rule]

    def changed(self, changes: Mapping[RuleId, Change]) -> "Rules":
        """Return the rules with a user's changes; those of rules that are not there change nothing."""
        each = {id: _changed(rule, changes[id]) if id in changes else rule for id, rule in self.by_id.items()}
        return replace(self, by_id=each)


def _changed(rule: Rule, change: Change) -> Rule:
    return replace(
        rule,
        severity=change.severity or rule.severity,
        limits={**(rule.limits or {}), **(change.limits or {})},
        words=rule.words if change.words is None else change.words,
    )
