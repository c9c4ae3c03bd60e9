"""What screens tell the app, which decides what follows."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from leanbreath.presentation.today_card import Start


@dataclass
class RoutineChosen(Message):
    """The runner wants to start a routine, fitted to `seconds` unless that is None."""

    routine: str
    start: "Start" = "as-written"
    seconds: Fraction | None = None


@dataclass
class Closed(Message):
    """The runner has closed the last screen."""
