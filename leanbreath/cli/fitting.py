"""A routine fitted to the time there is, for commands that print or write it."""

from fractions import Fraction

from leanbreath.cli.report import print_to_stderr
from leanbreath.playback.fitted_routine import fitted_routine
from leanbreath.presentation.fit_text import changes_text
from leanbreath.routine.model import Routine


def fitted_with_message(routine: Routine, seconds: Fraction | None, added: Fraction = Fraction(0)) -> Routine:
    """Return a routine fitted to some seconds, if any are given, after a message on standard error about what changed.

    So many seconds are left as will be `added` to it. Raise `InvalidRequest` if it doesn't fit.
    """
    fitted = fitted_routine(routine, seconds, added)
    if fitted is None:
        return routine
    if text := changes_text(fitted.changes):
        print_to_stderr([text])
    return fitted.routine
