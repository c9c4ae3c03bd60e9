"""Loads the history: the diary, and the training material that its numbers are judged by."""

from datetime import datetime
from typing import NamedTuple

from leanbreath.coach_loader import read_material
from leanbreath.diary.connection import DiaryError
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary
from leanbreath.presentation.history_view import HistoryView, history_view
from leanbreath.routine.library import Library
from leanbreath.userdata.chosen_drills import chosen_drills
from leanbreath.userdata.paths import diary_file
from leanbreath.userdata.settings_file import load_settings_or_defaults


class LoadedHistory(NamedTuple):
    """The diary and the view of its history, which says what is wrong with the diary."""

    content: DiaryContent
    view: HistoryView


def load_history(library: Library) -> LoadedHistory:
    """Return the history now; a damaged diary is set aside first. Raise `DiaryError` if it can't be read."""
    now = _now()
    damage = check_diary(diary_file(), now.at)
    content = Diary(diary_file()).read()
    return LoadedHistory(content, _view(library, content, now, (*damage, *content.warnings)))


def history_or_problem(library: Library) -> HistoryView:
    """Return the view of the history now, an empty one that says why if the diary can't be read."""
    try:
        return load_history(library).view
    except DiaryError as error:
        return _view(library, DiaryContent(), _now(), (str(error),))


def _now() -> Moment:
    return moment(datetime.now().astimezone(), load_settings_or_defaults()[0].day_starts)


def _view(library: Library, content: DiaryContent, now: Moment, warnings: tuple[str, ...]) -> HistoryView:
    material, _ = read_material(library, load_settings_or_defaults()[0], chosen_drills(library).drills)
    return history_view(content, material, now, warnings)
