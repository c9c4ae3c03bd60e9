"""The training rules as data: the severity, limits and reason of each, and the cautions drills must carry."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Annotated, Literal

from leanbreath.advice.rule_override import Limit, RuleOverride
from leanbreath.routine.basic_notations import Notation
from leanbreath.routine.field_types import Id, RuleId, SourceId
from leanbreath.routine.problems import Severity
from leanbreath.routine.vocabulary import Caution, Goal, Muscle, Position, Stretch
from leanbreath.routine.work import KindName


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One training rule; limits that are lengths are in seconds."""

    severity: Literal["error", "warning", "info", "off"]
    about: str
    why: str
    sources: tuple[SourceId, ...] = ()
    limits: dict[Id, Limit] | None = None
    words: tuple[str, ...] = ()
    muscles: tuple[Muscle, ...] = ()

    def limit(self, name: str) -> Fraction:
        """Return a limit by name."""
        return (self.limits or {})[name]

    def severity_of(self, value: Fraction | float) -> Severity | None:
        """Return how severe a value is by the limits `warning` and `error`, or None if it exceeds neither."""
        if value > self.limit("error"):
            return "error"
        return "warning" if value > self.limit("warning") else None


@dataclass(frozen=True, kw_only=True)
class DrillFilter:
    """The drills that must carry a caution: those that match every field given here."""

    goal: tuple[Goal, ...] = ()
    position: tuple[Position, ...] = ()
    targets: tuple[Muscle, ...] = ()
    stretch: tuple[Stretch, ...] = ()
    work: tuple[KindName, ...] = ()
    class_: Annotated[int, Notation(int, "a safety class", "[0-3]")] | None = None
    held: Limit | None = None
    faster: Limit | None = None
    id: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CautionRule:
    """A caution: what it tells the runner, and which drills must carry it."""

    text: str
    on: tuple[DrillFilter, ...] = ()


@dataclass(frozen=True)
class Rules:
    """All rules by id, all cautions by name, and the ids of all sources."""

    by_id: Mapping[str, Rule]
    cautions: Mapping[Caution, CautionRule]
    sources: frozenset[str]

    def __getitem__(self, rule: str) -> Rule:
        return self.by_id[rule]

    def with_overrides(self, overrides: Mapping[RuleId, RuleOverride]) -> "Rules":
        """Return the rules with a user's changes; changes to unknown rules have no effect."""
        each = {id: _overridden(rule, overrides[id]) if id in overrides else rule for id, rule in self.by_id.items()}
        return replace(self, by_id=each)


def _overridden(rule: Rule, override: RuleOverride) -> Rule:
    return replace(
        rule,
        severity=override.severity or rule.severity,
        limits={**(rule.limits or {}), **(override.limits or {})},
        words=rule.words if override.words is None else override.words,
    )
