"""How a session felt to the runner."""

from typing import NamedTuple

from leanbreath.routine.vocabulary import Effort, LeanFelt


class Feedback(NamedTuple):
    """The effort from 0 to 10, how leaning felt, and a note; None for questions left open."""

    effort: Effort | None = None
    lean: LeanFelt | None = None
    note: str | None = None
