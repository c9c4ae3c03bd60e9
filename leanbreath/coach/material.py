"""The training material that the coach chooses from: plans, routines, drills, assessments, limiters and rules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from leanbreath.advice.apply_rules import broken_rules
from leanbreath.advice.rules import Rules
from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Plan
from leanbreath.routine.vocabulary import SessionType


@dataclass(frozen=True)
class Material:
    """Everything the coach chooses from, with the user's own files and the drills they do instead of others.

    `routine` and `drill` return what has an id, and raise `KeyError` where there is nothing that can be used. `chosen`
    are the drills that the runner does instead of others, by the ids of those.
    """

    plans: Mapping[str, Plan]
    routine: Callable[[str], Routine]
    drill: Callable[[str], Drill]
    assessments: Mapping[str, Assessment]
    limiters: Limiters
    rules: Rules
    chosen: Mapping[str, Drill] = field(default_factory=dict)

    def suited_drill(self, id: str) -> Drill | None:
        """Return the drill with an id, or what the runner does instead; None where there is none that can be used."""
        try:
            return self.chosen.get(id) or self.drill(id)
        except KeyError:
            return None

    def rules_broken_as_written(self, id: str) -> frozenset[str]:
        """Return the training rules that a routine breaks as it is written; raise `KeyError` where there is none."""
        if id not in self._broken:
            self._broken[id] = broken_rules(self.routine(id), self.rules)
        return self._broken[id]

    @cached_property
    def _broken(self) -> dict[str, frozenset[str]]:
        return {}

    def kind_of(self, id: str) -> SessionType | None:
        """Return what a routine is for, None where there is none that can be used."""
        try:
            return self.routine(id).kind
        except KeyError:
            return None
