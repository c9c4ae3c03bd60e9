"""What screens tell the app, which decides what follows, and what they are told by threads that read files."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from leanbreath.playback.checkup_session import CheckupSession
    from leanbreath.presentation.history_view import HistoryView
    from leanbreath.presentation.home_data import DiaryStatus


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
class HistoryRead(Message):
    """The history was read."""

    view: "HistoryView"


@dataclass
class CheckupRead(Message):
    """The results of earlier check-ups were read; the session would begin or continue one."""

    session: "CheckupSession"
