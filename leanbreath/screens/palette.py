"""The command palette of the home screen and those behind it: it finds whatever the shelf holds, and does it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

from leanbreath.presentation.home import Shelf
from leanbreath.screens.diary import DiaryScreen
from leanbreath.screens.drills import DrillsScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.home_screen import ShelfScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.settings import SettingsScreen, wear


class Command(NamedTuple):
    """What can be done: what it is called, and how it is done."""

    name: str
    do: Callable[[], object]


class Finder(Provider):
    """Finds routines, drills, lessons, screens and themes."""

    _commands: tuple[Command, ...] = ()

    async def startup(self) -> None:
        """Gather what there is once the palette opens; titles are text, never markup."""
        if isinstance(self.screen, ShelfScreen):
            found = commands(self.app, self.screen.shelf)
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


def commands(app: App[Any], shelf: Shelf) -> Iterator[Command]:
    """Yield all that can be done, what is done most first."""
    for row in shelf.routines()[0]:
        yield Command(f"Start: {row['title']}", partial(app.exit, row["id"]))
    for name, make in SCREENS.items():
        yield Command(f"Open: {name}", partial(_open, app, make, shelf))
    for theme in shelf.themes:
        yield Command(f"Theme: {theme}", partial(wear, app, shelf, theme))
    for id, title, _ in shelf.drills():
        yield Command(f"Drill: {title}", partial(_open, app, DrillsScreen, shelf, id))
    for lesson in shelf.lessons():
        yield Command(f"Lesson: {lesson.title}", partial(_open, app, LessonsScreen, shelf, lesson.id))


SCREENS: dict[str, Callable[..., ShelfScreen]] = {
    "library": DrillsScreen,
    "lessons": LessonsScreen,
    "diary": DiaryScreen,
    "settings": SettingsScreen,
}


def _open(app: App[Any], make: Callable[..., ShelfScreen], *given: object) -> None:
    """Show a screen over the home screen, in the place of any other."""
    show = app.push_screen if isinstance(app.screen, HomeScreen) else app.switch_screen
    show(make(*given))
