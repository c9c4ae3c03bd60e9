"""Lessons: texts in Markdown, with links to what a reader can do, measure or read next."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

LinkKind = Literal["run", "measure", "drill", "lesson"]
"""What a link leads to: a routine to start, an assessment, a drill, or another lesson."""

LINK = re.compile(r"\[([^\]\n]+)\]\((run|measure|drill|lesson):([^)\s]*)\)")
"""A link such as `[Calves only](run:focus-calves)`."""


class LessonLink(NamedTuple):
    """A link in a lesson: its words, what it leads to, and where its id stands in the text."""

    label: str
    kind: LinkKind
    id: str
    start: int


class Lesson(NamedTuple):
    """A lesson: its id, its title, and its text in Markdown, followed by its sources.

    `try_now` is the id of the routine it ends with, `measure` are the ids of the assessments; empty without any.
    """

    id: str
    title: str
    text: str
    try_now: str = ""
    measure: tuple[str, ...] = ()


def links(markdown: str) -> Iterator[LessonLink]:
    """Yield the links of a lesson in order."""
    for found in LINK.finditer(markdown):
        label, kind, id = found.groups()
        yield LessonLink(label, cast(LinkKind, kind), id, found.start(3))


def split_link(address: str) -> tuple[str, str]:
    """Return what an address leads to and the id there, such as `run` and `focus-calves`."""
    kind, _, id = address.partition(":")
    return kind, id
