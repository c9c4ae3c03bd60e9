"""Loads the data of the home screen and the screens it leads to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import starmap
from threading import Lock
from typing import ParamSpec, TypeVar, get_args

from leanbreath.authoring.catalogue import list_drills
from leanbreath.authoring.home_previews import home_preview
from leanbreath.authoring.page_lookup import drill_page, drill_titles, lessons
from leanbreath.authoring.routine_index import routine_listing
from leanbreath.coach_loader import load_coach
from leanbreath.history_loader import history_or_problem
from leanbreath.plan_loader import change_plan, load_plan_view
from leanbreath.playback.checkup_session import open_checkup
from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.history_view import HistoryView
from leanbreath.presentation.home_data import HomeData
from leanbreath.presentation.home_search import SearchEntry, search_entries
from leanbreath.presentation.home_status import HomeStatus, home_status
from leanbreath.presentation.plain_words import capitalised
from leanbreath.presentation.settings_page import Choice, SettingsPage, settings_page
from leanbreath.routine.library import Library
from leanbreath.routine.pose import Pose
from leanbreath.userdata.chosen_drills import chosen_drills
from leanbreath.userdata.library import languages, pack_folders
from leanbreath.userdata.paths import settings_file
from leanbreath.userdata.pins import pinned_routines, toggle_pin
from leanbreath.userdata.settings import Theme
from leanbreath.userdata.settings_file import load_settings_or_defaults, located, save_setting

P = ParamSpec("P")
T = TypeVar("T")


def load_home_data(library: Library) -> HomeData:
    """Return the loaders of the home screen; one lock guards the library, since a library is for one thread."""
    diary, lock = HomeDiary(library), Lock()
    chosen = cache(lambda: chosen_drills(library).drills)
    return HomeData(
        routines=_alone(lock, lambda: routine_listing(lambda: library)),
        pinned=pinned_routines,
        pin=toggle_pin,
        entries=_alone(lock, lambda: _entries(library)),
        preview=_alone(lock, cache(lambda target: home_preview(library, chosen(), target))),
        status=diary.status,
        history=diary.history,
        plan=_alone(lock, partial(load_plan_view, library)),
        change_plan=_alone(lock, partial(change_plan, library)),
        drills=_alone(lock, lambda: _by_family(library)),
        drill=_alone(lock, cache(partial(drill_page, library))),
        lessons=lambda: lessons(library),
        checkup=_alone(lock, lambda form: open_checkup(load_coach(library), form)),
        pose=partial(_pose, library),
        themes=get_args(Theme),
        is_calm=lambda: load_settings_or_defaults()[0].screen.calm,
        settings_problem=lambda: _settings_problem(library),
        settings=lambda: _settings(library),
        save=save_setting,
    )


def _pose(library: Library, id: str) -> Pose | None:
    return library.pose_at(library.pose_files[id]).value if id in library.pose_files else None


def _alone(lock: Lock, load: Callable[P, T]) -> Callable[P, T]:
    """Return a loader that waits for the others with the same lock."""

    def loaded(*arguments: P.args, **options: P.kwargs) -> T:
        with lock:
            return load(*arguments, **options)

    return loaded


def _by_family(library: Library) -> tuple[DrillSummary, ...]:
    return tuple(sorted(list_drills(library).rows, key=lambda row: (row.family, row.title)))


def _entries(library: Library) -> tuple[SearchEntry, ...]:
    limiters = library.limiters().value
    assert limiters is not None
    rows = routine_listing(lambda: library).rows
    return search_entries(rows, list_drills(library).rows, limiters, lessons(library))


class HomeDiary:
    """The diary as the home screen and its list of sessions show it; `_warnings` stay until the program ends.

    It has a library of its own, since the diary may be locked for seconds, and others need theirs meanwhile.
    """

    def __init__(self, library: Library) -> None:
        self._library, self._lock = Library(library.folders), Lock()
        self._warnings: dict[str, None] = {}

    def status(self) -> HomeStatus:
        """Return what suits today and what was done lately."""
        with self._lock:
            coach = load_coach(self._library)
            self._warnings |= dict.fromkeys(map(_sentence, coach.warnings))
            status = home_status(coach.content, coach.material, coach.now)
            return status._replace(warnings=tuple(self._warnings))

    def history(self) -> Iterator[HistoryView]:
        """Yield what the history shows, the quickest first; without a diary that can be read, why it can't."""
        views = history_or_problem(self._library)
        while (view := self._next(views)) is not None:
            yield view

    def _next(self, views: Iterator[HistoryView]) -> HistoryView | None:
        with self._lock:
            view = next(views, None)
            warnings = tuple(map(_sentence, view.warnings)) if view else ()
            self._warnings |= dict.fromkeys(warnings)
            return replace(view, warnings=warnings) if view else None


def _sentence(message: str) -> str:
    return f"{capitalised(message)}."


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
