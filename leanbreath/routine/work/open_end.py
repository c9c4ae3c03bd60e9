"""Open work lasts until the runner ends it; its length is only expected, and it has a most."""

from fractions import Fraction

from leanbreath.routine.basic_notations import NotationError, length_text
from leanbreath.routine.work.hold import Hold
from leanbreath.routine.work.reps import Reps
from leanbreath.routine.work.time import Time

OpenWork = Hold | Time | Reps
"""The kinds of work that can be open."""


def with_open_end(work: OpenWork, expected: Fraction | None = None, most: Fraction | None = None) -> OpenWork:
    """Return open work that is expected to last `expected` seconds, or half of its `most`.

    What is not given stays, except that a new most brings its own half. Raise `NotationError` if more is expected than
    it may last.
    """
    limit = most or work.most_seconds
    assert limit is not None
    if expected is not None and expected > limit:
        message = f"{length_text(expected)} is more than the {length_text(limit)} this may last"
        raise NotationError(message, f"write a length up to {length_text(limit)}, or a longer most")
    if expected is None:
        expected = limit / 2 if most else work.seconds
    return work.lasting(expected, limit)
