"""How a diary is, in lines: what is in it, what is wrong with it, and what to do about that."""

from collections.abc import Iterator

from leanbreath.diary.inspection import VERSION, Inspection
from leanbreath.presentation.diary_text import counted_events
from leanbreath.presentation.history_words import day_words
from leanbreath.presentation.terminal_text import counted

REPAIR = "run: leanbreath diary repair"


def check_lines(found: Inspection) -> Iterator[str]:
    """Yield how a diary is."""
    yield str(found.path) if found.exists else f"No diary yet; it will be in {found.path}"
    if found.exists and not is_unreadable(found):
        yield f"Version {found.version}; {counted_events(found.content.events)}."
        if found.content.sessions:
            yield f"The latest session was on {day_words(found.content.sessions[0].started.at)}."
    yield from notes(found)
    yield from problems(found)
    if not any(problems(found)):
        yield "Nothing is wrong."


def problems(found: Inspection) -> Iterator[str]:
    """Yield what is wrong with a diary, each with what to do."""
    if found.error:
        yield f"It can't be read: {found.error}."
    if found.damage:
        yield f"It is damaged ({found.damage}); to set it aside and keep what can be read, {REPAIR}"
    if found.unreadable_rows:
        count = counted(len(found.unreadable_rows), "row")
        yield f"{count} can't be read or belong to no session; to move them to a file, {REPAIR}"
    for file in found.unreadable_files:
        yield f"{file.name} should hold a record of the diary, and can't be read; look at it, then move it away"


def notes(found: Inspection) -> Iterator[str]:
    """Yield what is good to know about a diary."""
    if found.version < VERSION:
        yield "An older leanbreath wrote it; it is brought up to date, after a backup, when it is next written."
    if empty := sum(not session.work for session in found.content.sessions):
        yield f"{counted(empty, 'session')} with no work, cut off at the start; leanbreath diary delete ID removes one"
    if found.waiting:
        yield f"{counted(found.waiting, 'record')} kept next to it, read in at the next session."
    if found.backups:
        yield f"{counted(len(found.backups), 'backup')} next to it, the latest {found.backups[0].name}"
    for aside in found.set_aside:
        yield f"Set aside when it was damaged: {aside.name}"


def is_unreadable(found: Inspection) -> bool:
    """Return whether nothing is known of what is in a diary."""
    return bool(found.error or found.damage)
