"""Puts together what the home screen and those behind it show."""

from datetime import datetime
from functools import cache, partial
from typing import get_args

from leanbreath.atomic_write import save
from leanbreath.authoring.catalogue import list_drills, list_routines
from leanbreath.authoring.chosen_drills import chosen_drills
from leanbreath.authoring.page import drill_page, drill_titles, lessons
from leanbreath.coach.today import counts, today
from leanbreath.diary.stats import week
from leanbreath.diary.store import Diary, DiaryError, SessionRow
from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.home import HomeData, Setting, Sheet, instead
from leanbreath.presentation.session_page import SessionPage, session_page
from leanbreath.routine.library import Library
from leanbreath.routine.problems import InvalidRequest, Problem
from leanbreath.userdata.library import pack_folders
from leanbreath.userdata.paths import diary_file, phrases_folder, settings_file
from leanbreath.userdata.settings import Theme
from leanbreath.userdata.settings_edit import changed
from leanbreath.userdata.settings_fields import Field, Path, edit, values
from leanbreath.userdata.settings_file import load_settings_or_defaults, parse_settings, read_settings

LATEST = 100
"""So many sessions are shown."""


def load_home_data(library: Library) -> HomeData:
    """Return what the home screen is given."""
    return HomeData(
        routines=lambda: list_routines(library),
        today=_today,
        week=_week,
        sessions=_sessions,
        drills=lambda: _by_family(library),
        drill=cache(partial(drill_page, library)),
        lessons=lambda: lessons(library),
        themes=get_args(Theme),
        calm=lambda: load_settings_or_defaults()[0].screen.calm,
        wrong=lambda: _wrong(library),
        settings=lambda: _sheet(library),
        save=_save,
    )


def _by_family(library: Library) -> tuple[DrillSummary, ...]:
    return tuple(sorted(list_drills(library).rows, key=lambda row: (row.family, row.title)))


def _done() -> tuple[SessionRow, ...]:
    return Diary(diary_file()).sessions()


def _today() -> tuple[str, str]:
    day = datetime.now().astimezone().date()
    try:
        done = [each.routine for each in _done() if each.started.date() == day and _counts(each)]
    except DiaryError:
        done = []
    return today(done)


def _counts(session: SessionRow) -> bool:
    planned = sum(row.planned_seconds for row in session.work)
    return counts(session.ending, planned, session.done_seconds)


def _week() -> str:
    try:
        return f"This week: {week(_done(), datetime.now().astimezone().date()).words}."
    except DiaryError as error:
        return f"{str(error)[:1].upper()}{str(error)[1:]}."


def _sessions() -> tuple[SessionPage, ...]:
    """Return the latest sessions; where there are none, a page that says why."""
    try:
        found = tuple(session_page(each) for each in _done()[:LATEST])
    except DiaryError as error:
        return (SessionPage("", "The diary cannot be used", (str(error),)),)
    return found or (SessionPage("", "No sessions yet", ("No sessions yet", "  What you do is written down here.")),)


def _wrong(library: Library) -> str:
    """Return the first thing that is wrong with the settings, with its place."""
    _, problems = load_settings_or_defaults()
    if problems:
        return f"{_told(problems[0])}. The settings do not hold until that is mended."
    return next(iter(chosen_drills(library).errors), "")


def _told(problem: Problem) -> str:
    """Return a problem with its place, less the folder that its file is in."""
    return str(problem._replace(place=problem.place._replace(file=settings_file().name)))


def _sheet(library: Library) -> Sheet:
    settings, problems = load_settings_or_defaults()
    if problems:
        return Sheet(str(settings_file()), (), {}, _told(problems[0]))
    drills = drill_titles(library)
    fields = (_setting(field, value) for field, value in values(settings))
    others = (instead(old, new, drills) for old, new in settings.instead.items())
    return Sheet(str(settings_file()), (*fields, *others), drills)


def _setting(field: Field, value: str) -> Setting:
    known = _known(field)
    named = {each: each for each in (*known, *([value] if value and value not in known else []))}
    offered = {"": field.unset, **named} if field.unset else named
    name = " · ".join(field.path)
    return Setting(field.path, name, field.help.text, value, offered if known else None, field.unset)


def _known(field: Field) -> tuple[str, ...]:
    """Return what a setting can be, as far as that is settled; packs and languages are those that are there."""
    if field.path[-1] == "pack":
        return tuple(sorted(pack_folders()))
    if field.path == ("language",):
        return ("en", *sorted(path.stem for path in phrases_folder().glob("*.yaml")))
    return field.choices


def _save(path: Path, value: str) -> str:
    """Write a setting where it can be read again; return what kept it from that, else an empty text."""
    file = settings_file()
    if problems := read_settings(file).problems:
        return _told(problems[0])
    try:
        before = file.read_bytes().decode() if file.exists() else ""
        after = changed(before, *edit(path, value))
        if after is None:
            return f"{file} has no safe place for it; write it there by hand"
        if problems := parse_settings(after.encode(), file).problems:
            return f"{problems[0].message}; {problems[0].fix}".removesuffix("; ")
        save(file, after)
    except (InvalidRequest, OSError) as error:
        return str(error)
    return ""
