"""A result as it was entered, with what came along from what measured it."""

from datetime import datetime
from fractions import Fraction
from typing import NamedTuple

from leanbreath.coach.assessments import Result


class EnteredResult(NamedTuple):
    """A result; `real_changes` says how much each value must change to be real, `at` when it was measured, if known."""

    result: Result
    real_changes: tuple[Fraction, ...] = ()
    at: datetime | None = None
