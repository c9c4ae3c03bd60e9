"""Puts together what the home screen and those behind it show."""

from datetime import datetime

from leanbreath.cli.faults import Mistake
from leanbreath.cli.figures import figure
from leanbreath.cli.folders import diary_file, settings_file, settings_or_defaults
from leanbreath.cli.listing import rows
from leanbreath.cli.saving import save
from leanbreath.cli.show import drill_lines
from leanbreath.cli.telling import lessons, read_more
from leanbreath.coach.today import today
from leanbreath.diary.store import Diary, DiaryError
from leanbreath.routine.library import Library
from leanbreath.screens.shelf import DrillPage, Setting, Shelf
from leanbreath.settings import read_text
from leanbreath.settings_fields import shown
from leanbreath.settings_text import with_value


def shelf(library: Library) -> Shelf:
    """Return what the home screen is given."""
    return Shelf(lambda: rows(library), _today, lambda: _drills(library), lambda: lessons(library), _settings, _save)


def _today() -> tuple[str, str]:
    now = datetime.now().astimezone()
    try:
        done = [each.routine for each in Diary(diary_file()).sessions() if each.started.date() == now.date()]
    except DiaryError:
        done = []
    return today(done)


def _drills(library: Library) -> tuple[DrillPage, ...]:
    found = []
    for id, path in library.drill_files.items():
        drill = library.drill(id).value
        if drill and drill.work:
            lines = tuple(drill_lines(library, drill))
            about = tuple(each.id for each in read_more(library, drill))
            found.append(DrillPage(id, drill.title, path.parent.name, lines, figure(library, drill), about))
    return tuple(sorted(found, key=lambda page: (page.family, page.title)))


def _settings() -> tuple[Setting, ...]:
    settings, _ = settings_or_defaults()
    return tuple(Setting(*field, value) for field, value in shown(settings))


def _save(section: str, key: str, value: str) -> str:
    """Write a setting where it can be read again; return what kept it from that, else an empty text."""
    path = settings_file()
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    written = f'"{value}"' if section == "night" and key in ("from", "to") else value
    after = with_value(before, section, key, written)
    if after is None:
        return f"{path} has no safe place for it; write it there by hand"
    if problems := read_text(after, path).problems:
        first = problems[0]
        return f"{first.message}; {first.cure}" if first.cure else first.message
    try:
        save(path, after)
    except Mistake as mistake:
        return str(mistake)
    return ""
