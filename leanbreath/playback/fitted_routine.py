"""A routine fitted to the length that was asked for."""

from fractions import Fraction
from typing import TYPE_CHECKING

from leanbreath.routine.model import Routine
from leanbreath.routine.problems import InvalidRequest

if TYPE_CHECKING:
    from leanbreath.score.fit import Fitted


def fitted_routine(routine: Routine, seconds: Fraction | None, added: Fraction = Fraction(0)) -> "Fitted | None":
    """Return a routine fitted to some seconds, None where none are given; raise `InvalidRequest` if it doesn't fit.

    So many seconds are left as will be `added` to it.
    """
    if seconds is None:
        return None
    from leanbreath.presentation.fit_text import does_not_fit_text  # here, since most sessions are as written
    from leanbreath.score.fit import DoesNotFit, fit

    fitted = fit(routine, seconds - added)
    if isinstance(fitted, DoesNotFit):
        raise InvalidRequest(does_not_fit_text(routine.id or routine.title, seconds, fitted.shortest + added))
    return fitted
