"""What the home screen and the screens behind it are given: everything there is to choose, read and set."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from leanbreath.figure.cast import Figure
from leanbreath.routine.lesson import Lesson
from leanbreath.routine.problems import Problem


class DrillPage(NamedTuple):
    """A drill as the library shows it: its id, its title and family, what there is to know of it, and its figure.

    `lessons` are the ids of those about what it helps.
    """

    id: str
    title: str
    family: str
    lines: tuple[str, ...]
    figure: Figure | None
    lessons: tuple[str, ...] = ()


class Setting(NamedTuple):
    """One setting: where it stands, what it does, what it can be, and what it is."""

    section: str
    key: str
    words: str
    choices: tuple[str, ...]
    value: str


@dataclass(frozen=True)
class Shelf:
    """Where the screens get what they show; each is asked once its screen is opened.

    `today` is the id of the routine that suits now, and why; `save` writes a setting and returns what is wrong with it.
    """

    routines: Callable[[], tuple[list[dict[str, Any]], list[Problem]]]
    today: Callable[[], tuple[str, str]]
    drills: Callable[[], tuple[DrillPage, ...]]
    lessons: Callable[[], tuple[Lesson, ...]]
    settings: Callable[[], tuple[Setting, ...]]
    save: Callable[[str, str, str], str]
