"""What the home screen and the screens behind it are given: everything there is to choose, read and set."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from leanbreath.presentation.drill_page import DrillPage
from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.listing import Listing
from leanbreath.presentation.routine_summary import RoutineSummary
from leanbreath.presentation.session_page import SessionPage
from leanbreath.routine.lesson import Lesson


class Setting(NamedTuple):
    """One setting: its keys in the file, its name, what it does, what it is, and what it can be.

    `choices` maps each value to what it is called, and is None where it can be any text; `unset` says what holds while
    the value is empty.
    """

    path: tuple[str, ...]
    name: str
    words: str
    value: str
    choices: Mapping[str, str] | None = None
    unset: str = ""

    @property
    def shown(self) -> str:
        """Its value, as it is called."""
        return (self.choices or {}).get(self.value) or self.value or self.unset


def instead(old: str, new: str, drills: Mapping[str, str]) -> Setting:
    """Return the setting that is the drill which is done in the place of another; empty where that is done itself."""
    choices = {"": "itself", **({new: new} if new else {}), **drills}
    words = "In every routine; what it was, at its dose, as far as that suits it."
    return Setting(("instead", old), f"instead of {drills.get(old, old)}", words, new, choices, "itself")


class Sheet(NamedTuple):
    """All settings, the file they stand in, and what keeps them from being read; `drills` maps ids to titles."""

    file: str
    settings: tuple[Setting, ...]
    drills: Mapping[str, str]
    wrong: str = ""


@dataclass(frozen=True)
class HomeData:
    """Where the screens get what they show; each is asked once its screen is opened.

    `today` is the id of the routine that suits now, and why; `week` says what was done this week, and `wrong` what is
    wrong with the settings, if anything; `save` writes a setting and returns what kept it from that.
    """

    routines: Callable[[], Listing[RoutineSummary]]
    today: Callable[[], tuple[str, str]]
    week: Callable[[], str]
    sessions: Callable[[], tuple[SessionPage, ...]]
    drills: Callable[[], tuple[DrillSummary, ...]]
    drill: Callable[[str], DrillPage]
    lessons: Callable[[], tuple[Lesson, ...]]
    themes: tuple[str, ...]
    calm: Callable[[], bool]
    wrong: Callable[[], str]
    settings: Callable[[], Sheet]
    save: Callable[[tuple[str, ...], str], str]
