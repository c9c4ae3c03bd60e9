"""Loads the data of the home screen and the screens it leads to."""

from dataclasses import replace
from functools import cache, partial
from itertools import starmap
from typing import get_args

from leanbreath.authoring.catalogue import list_drills
from leanbreath.authoring.page_lookup import drill_page, drill_titles, lessons
from leanbreath.authoring.routine_index import routine_listing
from leanbreath.coach.today import today
from leanbreath.coach_loader import load_coach
from leanbreath.diary.events import SessionRow
from leanbreath.diary.moment import Moment
from leanbreath.diary.stats import streak, week
from leanbreath.history_loader import history_or_problem
from leanbreath.playback.checkup_session import open_checkup
from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.history_view import HistoryView
from leanbreath.presentation.home_data import DiaryStatus, HomeData
from leanbreath.presentation.settings_page import Choice, SettingsPage, settings_page
from leanbreath.presentation.weekly_line import weekly_line
from leanbreath.routine.library import Library
from leanbreath.routine.pose import Pose
from leanbreath.userdata.chosen_drills import chosen_drills
from leanbreath.userdata.library import languages, pack_folders
from leanbreath.userdata.paths import settings_file
from leanbreath.userdata.settings import Theme
from leanbreath.userdata.settings_file import load_settings_or_defaults, located, save_setting


def load_home_data(library: Library) -> HomeData:
    """Return the loaders of the home screen."""
    diary = HomeDiary(library)
    return HomeData(
        routines=lambda: routine_listing(lambda: library),
        status=diary.status,
        history=diary.history,
        drills=lambda: _by_family(library),
        drill=cache(partial(drill_page, library)),
        lessons=lambda: lessons(library),
        checkup=lambda form: open_checkup(load_coach(library), form),
        pose=partial(_pose, library),
        themes=get_args(Theme),
        is_calm=lambda: load_settings_or_defaults()[0].screen.calm,
        settings_problem=lambda: _settings_problem(library),
        settings=lambda: _settings(library),
        save=save_setting,
    )


def _pose(library: Library, id: str) -> Pose | None:
    return library.pose_at(library.pose_files[id]).value if id in library.pose_files else None


def _by_family(library: Library) -> tuple[DrillSummary, ...]:
    return tuple(sorted(list_drills(library).rows, key=lambda row: (row.family, row.title)))


class HomeDiary:
    """The diary as the home screen and its list of sessions show it; `_warnings` stay until the program ends."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._warnings: dict[str, None] = {}

    def status(self) -> DiaryStatus:
        """Return what suits today and what was done lately."""
        coach = load_coach(self._library)
        self._warnings |= dict.fromkeys(map(_sentence, coach.warnings))
        suits = today(coach.content, coach.material, coach.now)
        done = _done(coach.content.sessions, coach.now)
        return DiaryStatus(suits.routine or "", suits.why, done, tuple(self._warnings))

    def history(self) -> HistoryView:
        """Return everything that the history shows; without a diary that can be read, why it can't."""
        view = history_or_problem(self._library)
        warnings = tuple(map(_sentence, view.warnings))
        self._warnings |= dict.fromkeys(warnings)
        return replace(view, warnings=warnings)


def _done(sessions: tuple[SessionRow, ...], now: Moment) -> str:
    """Return what was done this week, and for how many days in a row."""
    days = streak(sessions, now)
    in_a_row = f" {days} days in a row." if days > 1 else ""
    last_week = weekly_line(sessions, now.day)
    return f"This week: {week(sessions, now.day).summary}.{in_a_row} {last_week}".rstrip()


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}."


def _settings_problem(library: Library) -> str:
    """Return the first problem of the settings with its place, or an empty text."""
    _, problems = load_settings_or_defaults()
    if problems:
        return f"{located(problems[0])}. Your settings are ignored until you fix it."
    return next(iter(chosen_drills(library).errors), "")


def _settings(library: Library) -> SettingsPage:
    settings, problems = load_settings_or_defaults()
    file = str(settings_file())
    if problems:
        return SettingsPage(file, error=located(problems[0]))
    known = {"pack": tuple(sorted(pack_folders())), "language": languages()}
    return settings_page(file, settings, known, tuple(starmap(Choice, drill_titles(library).items())))
