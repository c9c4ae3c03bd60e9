"""What the home screen and the screens behind it are given: everything there is to choose, read and set."""

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
    """Where the screens get what they show; each is asked once its screen is opened.

    `today` is the id of the routine that suits now, and why; `week` says what was done this week, and `wrong` what is
    wrong with the settings, if anything; `save` writes a setting and returns what kept it from that.
    """

    routines: Callable[[], Listing[RoutineSummary]]
    today: Callable[[], tuple[str, str]]
    week: Callable[[], str]
    sessions: Callable[[], tuple[SessionPage, ...]]
    drills: Callable[[], tuple[DrillSummary, ...]]
    drill: Callable[[str], DrillPage]
    lessons: Callable[[], tuple[Lesson, ...]]
    themes: tuple[str, ...]
    calm: Callable[[], bool]
    wrong: Callable[[], str]
    settings: Callable[[], SettingsPage]
    save: Callable[[tuple[str, ...], str], str]
