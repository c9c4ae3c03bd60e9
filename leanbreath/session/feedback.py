"""How a session felt, in the runner's own words and numbers."""

from typing import Literal, NamedTuple

Lean = Literal["easier", "same", "harder"]

HARDEST = 10


class Feedback(NamedTuple):
    """The effort from 0 to 10, whether leaning felt easier, and a note; None where nothing is said."""

    effort: int | None = None
    lean: Lean | None = None
    note: str | None = None
