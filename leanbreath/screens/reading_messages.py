"""What screens are told by the threads that read files."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from leanbreath.figure.shot_selection import DrillFigure
    from leanbreath.playback.checkup_session import CheckupSession
    from leanbreath.presentation.history_view import HistoryView
    from leanbreath.presentation.home_contents import HomeContents
    from leanbreath.presentation.home_data import HomeData
    from leanbreath.presentation.home_preview import Preview
    from leanbreath.presentation.home_rows import Target
    from leanbreath.presentation.home_search import SearchEntry
    from leanbreath.presentation.home_status import HomeStatus
    from leanbreath.presentation.plan_view import PlanView
    from leanbreath.routine.problems import Problem


@dataclass
class RoutinesRead(Message):
    """The list of routines was read, and why files are missing from it."""

    data: "HomeData"
    contents: "HomeContents"
    problems: "tuple[Problem, ...]"


@dataclass
class EntriesRead(Message):
    """All that can be found was read."""

    entries: "tuple[SearchEntry, ...]"


@dataclass
class StatusRead(Message):
    """What the diary says about today was read, and what is wrong with the settings."""

    status: "HomeStatus"
    settings_problem: str


@dataclass
class FigureRead(Message):
    """The figure of a drill was read, None if it has none, and whether the runner wants it calm."""

    figure: "DrillFigure | None"
    is_calm: bool


@dataclass
class PreviewRead(Message):
    """The preview of something was made."""

    target: "Target"
    preview: "Preview"


@dataclass
class HistoryRead(Message):
    """The history was read."""

    view: "HistoryView"


@dataclass
class CheckupRead(Message):
    """The results of earlier check-ups were read; the session would begin or continue one."""

    session: "CheckupSession"


@dataclass
class PlanRead(Message):
    """The plan was read; `changed` says what the runner has changed about it."""

    view: "PlanView"
    changed: str = ""
