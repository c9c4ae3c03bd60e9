"""What screens tell the app, which decides what follows, and what they are told by threads that read files."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from leanbreath.presentation.home_data import DiaryStatus
    from leanbreath.presentation.session_page import SessionPage


@dataclass
class RoutineChosen(Message):
    """The runner wants to start a routine."""

    routine: str


@dataclass
class Closed(Message):
    """The runner has closed the last screen."""


@dataclass
class StatusRead(Message):
    """What the diary says about today was read, and what is wrong with the settings."""

    status: "DiaryStatus"
    settings_problem: str


@dataclass
class SessionsRead(Message):
    """The sessions of the diary were read."""

    pages: "tuple[SessionPage, ...]"
