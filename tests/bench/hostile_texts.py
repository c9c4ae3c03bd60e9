"""Whether anything in a text gets to a terminal or a file that controls a terminal."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from leanbreath.diary.events import SessionRow
from leanbreath.export.chapters import Chapter
from leanbreath.export.formats import FORMATS
from leanbreath.export.tags import Tags, write_tags
from leanbreath.routine.assessment import Assessment
from leanbreath.routine.lesson import Lesson
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Plan
from leanbreath.routine.pose import Pose
from leanbreath.routine.problems import Problem
from leanbreath.routine.sources import Source
from leanbreath.score.phrases import Phrases
from leanbreath.sound.pack_file import PackForm
from leanbreath.userdata.settings import Settings
from tests.bench.table import Row
from tests.cli.hostile_commands import argument_views, command_views
from tests.export.making import render_to, short_score, tag_texts
from tests.hostile import PAYLOADS, acted_on, hostile, text_fields
from tests.screens.hostile_screens import drawn_screens

ROOTS = (Routine, Drill, Plan, Assessment, Pose, Lesson, Source, Phrases, PackForm, Settings, SessionRow, Problem)
"""What has texts: files, the diary and mistakes."""


def rows() -> Iterator[Row]:
    """Yield how many characters that control a terminal passed, of all hostile texts in every field and view."""
    views: set[str] = set()
    passed: list[str] = []
    for name, payload in PAYLOADS.items():
        for view, sent in all_views(payload).items():
            views.add(view)
            passed += [f"{name} in {view}"] * bool(acted_on(sent))
    yield Row(
        f"{len(PAYLOADS)} hostile texts in {len(text_fields(*ROOTS))} fields, in {len(views)} screens, cards, dialogs, "
        "commands and exports: raw bytes",
        f"{len(passed)} escapes pass" + "".join(f"; {each}" for each in passed[:5]),
        "0",
        not passed,
    )


def all_views(payload: str) -> dict[str, str]:
    """Return what every screen and command sends to a terminal, and what every export writes."""
    return {**drawn_screens(payload), **command_views(payload), **argument_views(payload), **exports(payload)}


def exports(payload: str) -> dict[str, str]:
    """Return the tags of an audio file in each format, by its suffix."""
    with TemporaryDirectory() as folder:
        return {f"render {suffix}": _tagged(Path(folder) / f"x{suffix}", payload) for suffix in FORMATS}


def _tagged(path: Path, payload: str) -> str:
    """Return the texts in the tags of a rendered file."""
    render_to(hostile(short_score(), payload), path)
    chapters = (Chapter(0, 1000, payload), Chapter(1000, 2000, payload))
    write_tags(path, Tags(payload, payload, chapters=chapters))
    return "".join(tag_texts(path))


if __name__ == "__main__":
    from tests.bench.table import show

    show(rows())
