"""Lessons to read."""

from typing import NamedTuple


class Lesson(NamedTuple):
    """A lesson: its id, its title, and its text in Markdown, followed by its sources."""

    id: str
    title: str
    text: str
