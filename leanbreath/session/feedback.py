"""How a session felt to the runner."""

from typing import NamedTuple

from leanbreath.routine.vocabulary import Effort, LeanFelt, PainFelt


class Feedback(NamedTuple):
    """The effort from 0 to 10, how leaning felt, whether anything hurt, and a note; None for questions left open."""

    effort: Effort | None = None
    lean: LeanFelt | None = None
    pain: PainFelt | None = None
    note: str | None = None
