"""Loads the history: the diary, and the training material that its numbers are judged by."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from leanbreath.coach.history import first_needed_day, history
from leanbreath.coach.material import Material
from leanbreath.coach_loader import read_material
from leanbreath.diary.connection import DiaryError
from leanbreath.diary.events import DiaryContent, SessionRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.queries import count_sessions, read_entries, read_latest, read_session, read_totals
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary
from leanbreath.diary.training_totals import training_totals
from leanbreath.presentation.history_view import MAX_SESSIONS, HistoryView, history_view, with_keeping
from leanbreath.presentation.session_page import SessionPage, session_page
from leanbreath.routine.library import Library
from leanbreath.userdata.chosen_drills import chosen_drills
from leanbreath.userdata.paths import diary_file
from leanbreath.userdata.settings_file import load_settings_or_defaults


class ShownHistory(NamedTuple):
    """The view of the history, some sessions with their work, and how many more there are."""

    view: HistoryView
    sessions: tuple[SessionRow, ...]
    more: int = 0


def everything(library: Library) -> ShownHistory:
    """Return the history now with all sessions, read row by row; raise `DiaryError` if the diary can't be read."""
    path, now = diary_file(), _now()
    damage = check_diary(path, now.at)
    content = Diary(path).read()
    return ShownHistory(history_view(content, _material(library), now, (*damage, *content.warnings)), content.sessions)


def latest(library: Library, count: int) -> ShownHistory:
    """Return the history now with the latest sessions; raise `DiaryError` if the diary can't be read."""
    *_, view = load_history(library)
    return ShownHistory(view, read_latest(diary_file(), count), max(count_sessions(diary_file()) - count, 0))


def load_history(library: Library) -> Iterator[HistoryView]:
    """Yield the history now, first without how the plan was kept, which takes longer to read, then with it.

    A damaged diary is set aside first. Raise `DiaryError` if it can't be read.
    """
    path, now = diary_file(), _now()
    damage = check_diary(path, now.at)
    material = _material(library)
    totals = read_totals(path, first_needed_day(now.day))
    entries = read_entries(path, MAX_SESSIONS)
    view = HistoryView(history(totals, material, now), entries, _session_page, damage)
    yield view
    content = _since_first_plan(Diary(path))
    yield with_keeping(replace(view, warnings=(*damage, *content.warnings)), content, material)


def history_or_problem(library: Library) -> Iterator[HistoryView]:
    """Yield the same, or an empty view that says why if the diary can't be read."""
    try:
        yield from load_history(library)
    except DiaryError as error:
        now = _now()
        totals = training_totals(DiaryContent(), now.day)
        yield HistoryView(history(totals, _material(library), now), warnings=(str(error),))


def _since_first_plan(diary: Diary) -> DiaryContent:
    """Return the diary with the sessions since the first plan was started."""
    plans = diary.read(since=date.max)
    return diary.read(since=min((each.at.day for each in plans.plan_events), default=date.max))


def _session_page(id: str) -> SessionPage | None:
    try:
        session = read_session(diary_file(), id)
    except DiaryError:
        return None
    return session_page(session) if session else None


def _now() -> Moment:
    return moment(datetime.now().astimezone(), load_settings_or_defaults()[0].day_starts)


def _material(library: Library) -> Material:
    return read_material(library, load_settings_or_defaults()[0], chosen_drills(library).drills)[0]
