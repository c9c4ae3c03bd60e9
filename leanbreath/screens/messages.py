"""What screens tell the app; it decides what follows."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class RoutineChosen(Message):
    """The runner wants to start a routine."""

    routine: str


@dataclass
class Closed(Message):
    """The runner has closed the last screen."""
