"""What there is to read beside the drills."""

from typing import NamedTuple


class Lesson(NamedTuple):
    """A lesson: its id, its title, and its text in Markdown with the sources it names below it."""

    id: str
    title: str
    text: str
