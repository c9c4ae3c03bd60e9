"""How a session felt to the runner."""

from typing import Literal, NamedTuple

Lean = Literal["easier", "same", "harder"]

HARDEST = 10


class Feedback(NamedTuple):
    """The effort from 0 to 10, how leaning felt, and a note; None for questions left open."""

    effort: int | None = None
    lean: Lean | None = None
    note: str | None = None
