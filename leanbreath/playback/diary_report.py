"""The diary as `leanbreath doctor` describes it: where it is, what is in it, and what is wrong with it."""

import os
from collections.abc import Iterator
from pathlib import Path

from leanbreath.presentation.history_words import day_words
from leanbreath.presentation.terminal_text import counted


def diary_report(path: Path) -> str:
    """Return a description of a diary in lines; the diary itself is left as it is."""
    if not path.exists():
        return "\n".join((f"none yet; it would be in {path}", *_folder_problems(path)))
    return "\n".join((str(path), *_content(path), *_folder_problems(path)))


def _content(path: Path) -> Iterator[str]:
    """Yield what is in a diary, or why it can't be read."""
    from leanbreath.diary.connection import DiaryError  # here and below, since sqlite3 is only needed for a diary
    from leanbreath.diary.recovery import damage
    from leanbreath.diary.store import Diary
    from leanbreath.diary.unsaved import unsaved_events

    try:
        if reason := damage(path):
            yield f"damaged: {reason}; at the next start it is set aside, and what can be read is kept"
            return
        content = Diary(path).read()
    except DiaryError as error:
        yield error.reason
        return
    count = counted(len(content.sessions), "session")
    yield f"{count}, the latest on {day_words(content.sessions[0].started.at)}" if content.sessions else count
    yield from content.warnings
    if waiting := len(unsaved_events(path)):
        yield f"{counted(waiting, 'record')} kept next to it, read in at the next session"


def _folder_problems(path: Path) -> Iterator[str]:
    """Yield what is wrong around a diary: a folder that can't be written, and damaged diaries that were set aside."""
    folder = next(each for each in path.parents if each.exists())
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        yield "it can't be written, so sessions are not kept; check the permissions of its folder"
    for aside in sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")):
        yield f"set aside when it was damaged: {aside.name}"
