"""The data of the home screen and the screens it leads to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leanbreath.presentation.drill_page import DrillPage
from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.history_view import HistoryView
from leanbreath.presentation.home_preview import Preview
from leanbreath.presentation.home_rows import Target
from leanbreath.presentation.home_search import SearchEntry
from leanbreath.presentation.home_status import HomeStatus
from leanbreath.presentation.listing import Listing
from leanbreath.presentation.plan_view import PlanView
from leanbreath.presentation.routine_summary import RoutineSummary
from leanbreath.presentation.settings_page import SettingsPage
from leanbreath.routine.lesson import Lesson
from leanbreath.routine.pose import Pose

if TYPE_CHECKING:
    from leanbreath.coach.checkup_form import Form
    from leanbreath.diary.events import PlanAction
    from leanbreath.playback.checkup_session import CheckupSession


@dataclass(frozen=True)
class HomeData:
    """How the screens load what they show, each when it opens.

    `status` and `history` read the diary, which may take a second while another program has locked it. `save` writes
    a setting, `pin` pins or unpins a routine; both return the error, or an empty text. Threads may call these at the
    same time. `history` yields what it has first, then the whole.
    """

    routines: Callable[[], Listing[RoutineSummary]]
    pinned: Callable[[], tuple[str, ...]]
    pin: Callable[[str], str]
    entries: Callable[[], tuple[SearchEntry, ...]]
    preview: Callable[[Target], Preview]
    status: Callable[[], HomeStatus]
    history: Callable[[], Iterable[HistoryView]]
    plan: Callable[[], PlanView]
    change_plan: "Callable[[PlanAction], str]"
    drills: Callable[[], tuple[DrillSummary, ...]]
    drill: Callable[[str], DrillPage]
    lessons: Callable[[], tuple[Lesson, ...]]
    checkup: "Callable[[Form | None], CheckupSession]"
    pose: Callable[[str], Pose | None]
    themes: tuple[str, ...]
    is_calm: Callable[[], bool]
    settings_problem: Callable[[], str]
    settings: Callable[[], SettingsPage]
    save: Callable[[tuple[str, ...], str], str]
