"""A routine fitted to the length that was asked for."""

from fractions import Fraction

from leanbreath.presentation.fit_text import does_not_fit_text
from leanbreath.routine.model import Routine
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.fit import DoesNotFit, Fitted, fit


def fitted_routine(routine: Routine, seconds: Fraction | None) -> Fitted | None:
    """Return a routine fitted to some seconds, None where none are given; raise `InvalidRequest` if it doesn't fit."""
    if seconds is None:
        return None
    fitted = fit(routine, seconds)
    if isinstance(fitted, DoesNotFit):
        raise InvalidRequest(does_not_fit_text(routine.id or routine.title, seconds, fitted.shortest))
    return fitted
