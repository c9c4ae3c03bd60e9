"""The training material that the coach chooses from: plans, routines, drills, assessments, limiters and rules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from leanbreath.advice.rules import Rules
from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Plan
from leanbreath.routine.vocabulary import SessionType


@dataclass(frozen=True)
class Material:
    """Everything the coach chooses from, with the user's own files and the drills they do instead of others.

    `routine` and `drill` return what has an id, and raise `KeyError` where there is nothing that can be used.
    """

    plans: Mapping[str, Plan]
    routine: Callable[[str], Routine]
    drill: Callable[[str], Drill]
    assessments: Mapping[str, Assessment]
    limiters: Limiters
    rules: Rules

    def kind_of(self, id: str) -> SessionType | None:
        """Return what a routine is for, None where there is none that can be used."""
        try:
            return self.routine(id).kind
        except KeyError:
            return None
