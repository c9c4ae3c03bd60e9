"""Loads the data of the home screen and the screens it leads to."""

from datetime import datetime
from functools import cache, partial
from itertools import starmap
from typing import get_args

from leanbreath.authoring.catalogue import list_drills
from leanbreath.authoring.chosen_drills import chosen_drills
from leanbreath.authoring.page_lookup import drill_page, drill_titles, lessons
from leanbreath.authoring.routine_index import routine_listing
from leanbreath.coach.today import suggestion
from leanbreath.diary.events import SessionRow
from leanbreath.diary.stats import week
from leanbreath.diary.store import Diary, DiaryError
from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.home_data import HomeData
from leanbreath.presentation.session_page import SessionPage, session_page
from leanbreath.presentation.settings_page import Choice, SettingsPage, settings_page
from leanbreath.routine.library import Library
from leanbreath.userdata.library import languages, pack_folders
from leanbreath.userdata.paths import diary_file, settings_file
from leanbreath.userdata.settings import Theme
from leanbreath.userdata.settings_file import load_settings_or_defaults, located, save_setting

MAX_SESSIONS = 100


def load_home_data(library: Library) -> HomeData:
    """Return the loaders of the home screen."""
    return HomeData(
        routines=lambda: routine_listing(lambda: library),
        today=_today,
        week=_week,
        sessions=_sessions,
        drills=lambda: _by_family(library),
        drill=cache(partial(drill_page, library)),
        lessons=lambda: lessons(library),
        themes=get_args(Theme),
        is_calm=lambda: load_settings_or_defaults()[0].screen.calm,
        settings_problem=lambda: _settings_problem(library),
        settings=lambda: _settings(library),
        save=save_setting,
    )


def _by_family(library: Library) -> tuple[DrillSummary, ...]:
    return tuple(sorted(list_drills(library).rows, key=lambda row: (row.family, row.title)))


def _diary_sessions() -> tuple[SessionRow, ...]:
    return Diary(diary_file()).sessions()


def _today() -> tuple[str, str]:
    day = datetime.now().astimezone().date()
    try:
        return suggestion(_diary_sessions(), day)
    except DiaryError:
        return suggestion((), day)


def _week() -> str:
    try:
        return f"This week: {week(_diary_sessions(), datetime.now().astimezone().date()).summary}."
    except DiaryError as error:
        return f"{str(error)[:1].upper()}{str(error)[1:]}."


def _sessions() -> tuple[SessionPage, ...]:
    """Return the pages of the latest sessions, or one page that says why there are none."""
    try:
        found = tuple(session_page(each) for each in _diary_sessions()[:MAX_SESSIONS])
    except DiaryError as error:
        return (SessionPage("", "The diary can't be used", (str(error),)),)
    return found or (SessionPage("", "No sessions yet", ("No sessions yet", "  What you do is recorded here.")),)


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
