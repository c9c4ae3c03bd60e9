"""The command palette of the home screen and those behind it: it finds whatever there is, and does it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

from leanbreath.presentation.home import HomeData
from leanbreath.screens.data_screen import DataScreen
from leanbreath.screens.diary import DiaryScreen
from leanbreath.screens.drills import DrillsScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.settings import SettingsScreen, apply_theme


class Command(NamedTuple):
    """What can be done: what it is called, and how it is done."""

    name: str
    do: Callable[[], object]


class PaletteProvider(Provider):
    """Finds routines, drills, lessons, screens and themes."""

    _commands: tuple[Command, ...] = ()

    async def startup(self) -> None:
        """Gather what there is once the palette opens; titles are text, never markup."""
        if isinstance(self.screen, DataScreen):
            found = commands(self.app, self.screen.data)
            self._commands = tuple(each._replace(name=escape(each.name)) for each in found)

    async def discover(self) -> Hits:
        """Yield everything."""
        for name, do in self._commands:
            yield DiscoveryHit(name, do)

    async def search(self, query: str) -> Hits:
        """Yield what is like a text."""
        matcher = self.matcher(query)
        for name, do in self._commands:
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), do)


def commands(app: App[Any], data: HomeData) -> Iterator[Command]:
    """Yield all that can be done, what is done most first."""
    for row in data.routines()[0]:
        yield Command(f"Start: {row['title']}", partial(app.exit, row["id"]))
    for name, make in SCREENS.items():
        yield Command(f"Open: {name}", partial(_open, app, make, data))
    for theme in data.themes:
        yield Command(f"Theme: {theme}", partial(apply_theme, app, data, theme))
    for id, title, _ in data.drills():
        yield Command(f"Drill: {title}", partial(_open, app, DrillsScreen, data, id))
    for lesson in data.lessons():
        yield Command(f"Lesson: {lesson.title}", partial(_open, app, LessonsScreen, data, lesson.id))


SCREENS: dict[str, Callable[..., DataScreen]] = {
    "library": DrillsScreen,
    "lessons": LessonsScreen,
    "diary": DiaryScreen,
    "settings": SettingsScreen,
}


def _open(app: App[Any], make: Callable[..., DataScreen], *given: object) -> None:
    """Show a screen over the home screen, in the place of any other."""
    show = app.push_screen if isinstance(app.screen, HomeScreen) else app.switch_screen
    show(make(*given))
