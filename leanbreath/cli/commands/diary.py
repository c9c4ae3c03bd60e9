"""`leanbreath diary`: the diary as a whole: exported, merged, checked, repaired, and its entries changed."""

import sys
from datetime import datetime
from pathlib import Path

import click

from leanbreath.atomic_write import save
from leanbreath.bounded_read import read_bytes
from leanbreath.cli.report import confirm, print_lines, print_message, print_text
from leanbreath.diary.events import DeletionRow, DiaryContent, Event, SessionRow
from leanbreath.diary.inspection import inspect
from leanbreath.diary.merging import edited
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.repair import repair
from leanbreath.diary.store import Diary
from leanbreath.diary.transfer import FORMATS, MAX_BYTES, Format, exported, imported
from leanbreath.file_errors import file_error
from leanbreath.playback.diary_check import check_lines, problems
from leanbreath.playback.time_source import local_time
from leanbreath.presentation.diary_text import counted_events, event_lines, event_text, import_lines
from leanbreath.routine.problems import InvalidRequest, Problems
from leanbreath.unsafe_characters import without_unsafe
from leanbreath.userdata.paths import diary_file
from leanbreath.userdata.settings_file import load_settings_or_defaults

STDIO = Path("-")


@click.group()
def diary() -> None:
    """Look after your diary: export, import, check and repair it.

    Two computers can exchange exports in any order and end with the same diary; nothing is there twice, and what you
    deleted stays deleted.
    """


@diary.command("export")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default=STDIO, help="Write to a FILE."
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="The format; by default the FILE's ending says it."
)
def export(output: Path, format_: Format | None) -> None:
    """Write the whole diary as text.

    JSON Lines has one event a line; CSV is one table for spreadsheets. leanbreath diary import reads both.
    """
    if output != STDIO and output.exists() and not output.is_file():
        raise InvalidRequest(f"cannot write {output}: it is not a file")
    content = _content()
    lines = exported(content.events, format_ or ("csv" if output.suffix == ".csv" else "jsonl"))
    if output == STDIO:
        for line in lines:
            print_text(f"{line}\n")
    else:
        save(output, "".join(f"{line}\n" for line in lines))
        print_lines([f"Wrote {output}: {counted_events(content.events)}."])


@diary.command("import")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def import_(file: Path) -> None:
    """Merge an export into your diary.

    Name a FILE, or - for standard input. Every line is checked first. If any has a mistake, nothing is imported.
    """
    events, found = imported(_bytes(file), "standard input" if file == STDIO else str(file))
    if found:
        raise Problems(found)
    _set_damage_aside()
    print_lines(import_lines(events, Diary(diary_file()).merge(events) if events else ()))


@diary.command("list")
def list_() -> None:
    """List everything in the diary, latest first, each entry after its ID."""
    print_lines(event_lines(_content()))


@diary.command()
@click.argument("id")
@click.argument("text")
def note(id: str, text: str) -> None:
    """Write the note of a session; an empty TEXT removes it.

    The ID is that of leanbreath diary list, or its beginning.
    """
    event = _event(id)
    if not isinstance(event, SessionRow):
        raise InvalidRequest(f"{event.id} is not a session; only sessions have notes")
    changed = edited(event, without_unsafe(text).strip() or None)
    Diary(diary_file()).merge([changed])
    print_lines([event_text(changed)])


@diary.command()
@click.argument("id")
@click.option("--yes", is_flag=True, help="Delete without asking.")
def delete(id: str, yes: bool) -> None:
    """Delete an entry for good, on every computer that imports your diary.

    The ID is that of leanbreath diary list, or its beginning.
    """
    event = _event(id)
    if isinstance(event, DeletionRow):
        raise InvalidRequest(f"{event.id} is deleted already")
    print_lines([event_text(event)])
    if not yes and not sys.stdin.isatty():
        raise InvalidRequest("this can't be undone; to delete it, use --yes")
    if not yes:
        confirm("Delete this for good?")
    Diary(diary_file()).add(DeletionRow(event.id, _now()))
    print_lines(["Deleted."])


@diary.command()
def check() -> int:
    """Say how the diary is; exit with 1 if anything is wrong with it."""
    found = inspect(diary_file())
    print_lines(check_lines(found))
    return int(any(problems(found)))


@diary.command("repair")
def repair_() -> None:
    """Repair the diary; nothing is lost.

    A damaged file is set aside, and what can be read from it begins a new one. Single rows that can't be read are moved
    to a file, after a backup. Records that wait next to the diary are read in.
    """
    done = repair(diary_file(), datetime.now())
    print_lines([f"{each[:1].upper()}{each[1:]}." for each in done] or ["Nothing needed repair."])


def _content() -> DiaryContent:
    """Return what is in the diary; what can't be read is said."""
    _set_damage_aside()
    content = Diary(diary_file()).read()
    for warning in content.warnings:
        print_message(f"{warning}; see leanbreath diary check")
    return content


def _set_damage_aside() -> None:
    for notice in check_diary(diary_file(), datetime.now()):
        print_message(notice)


def _event(id: str) -> Event:
    """Return the event whose id begins like this; raise `InvalidRequest` if there is none, or several."""
    found = [event for event in _content().events if event.id.startswith(id)] if id else []
    exact = [event for event in found if event.id == id] or found
    if not exact:
        raise InvalidRequest(f'nothing in the diary has the ID "{id}"; leanbreath diary list shows the IDs')
    if len({event.id for event in exact}) > 1:
        raise InvalidRequest(f'{len(exact)} entries have an ID that begins with "{id}"; write more of it')
    return exact[0]


def _bytes(file: Path) -> bytes:
    """Return the content of a file or of standard input, a byte more than is allowed at most."""
    if file == STDIO and sys.stdin is None:
        raise InvalidRequest("standard input is closed")
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1) if file == STDIO else read_bytes(file, MAX_BYTES)
    except OSError as error:
        raise InvalidRequest(file_error("cannot read", file, error)) from error


def _now() -> Moment:
    settings, _ = load_settings_or_defaults()
    return moment(local_time(), settings.day_starts)
