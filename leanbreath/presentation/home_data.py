"""The data of the home screen and the screens it leads to."""

from collections.abc import Callable
from dataclasses import dataclass

from leanbreath.presentation.drill_page import DrillPage
from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.listing import Listing
from leanbreath.presentation.routine_summary import RoutineSummary
from leanbreath.presentation.session_page import SessionPage
from leanbreath.presentation.settings_page import SettingsPage
from leanbreath.routine.lesson import Lesson


@dataclass(frozen=True)
class HomeData:
    """How the screens load what they show, each when it opens.

    `today` is the id of the suggested routine, and the reason; `week` is what was done this week; `save` writes a
    setting and returns the error, or an empty text.
    """

    routines: Callable[[], Listing[RoutineSummary]]
    today: Callable[[], tuple[str, str]]
    week: Callable[[], str]
    sessions: Callable[[], tuple[SessionPage, ...]]
    drills: Callable[[], tuple[DrillSummary, ...]]
    drill: Callable[[str], DrillPage]
    lessons: Callable[[], tuple[Lesson, ...]]
    themes: tuple[str, ...]
    is_calm: Callable[[], bool]
    settings_problem: Callable[[], str]
    settings: Callable[[], SettingsPage]
    save: Callable[[tuple[str, ...], str], str]
