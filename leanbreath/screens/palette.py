"""The command palette of the home screen and those behind it: today, routines, screens, and all that can be found."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher

from leanbreath.presentation.home_data import HomeData
from leanbreath.presentation.home_rows import Target
from leanbreath.presentation.plain_words import LIMITERS
from leanbreath.screens.data_screen import DataScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.home_targets import open_target
from leanbreath.screens.messages import RoutineChosen
from leanbreath.screens.registry import SCREENS, open_screen
from leanbreath.screens.settings import apply_theme


class Command(NamedTuple):
    """A command by its name, and the function that carries it out."""

    name: str
    run: Callable[[], object]


class PaletteProvider(Provider):
    """Finds routines, drills, lessons, screens and themes."""

    _commands: tuple[Command, ...] = ()

    async def startup(self) -> None:
        """Gather the commands when the palette opens."""
        if isinstance(self.screen, DataScreen):
            self._commands = tuple(commands(self.app, self.screen.data))

    async def discover(self) -> Hits:
        """Yield every command."""
        for name, run in self._commands:
            yield DiscoveryHit(Content(name), run)

    async def search(self, query: str) -> Hits:
        """Yield the commands that match a text."""
        matcher = self.matcher(query)
        for name, run in self._commands:
            if (score := matcher.match(name)) > 0:
                yield Hit(score, highlighted(name, matcher), run)


def highlighted(name: str, matcher: Matcher) -> Content:
    """Return a name with the letters that match; Textual's own highlighting would read the name as markup."""
    _, places = matcher.fuzzy_search.match(matcher.query, name)
    content = Content(name)
    for place in places:
        content = content.stylize(matcher.match_style, place, place + 1)
    return content


def commands(app: App[Any], data: HomeData) -> Iterator[Command]:
    """Yield everything that can be done, the most usual first."""
    home = app.screen_stack[0]
    if isinstance(home, HomeScreen) and home.today:
        yield Command(f"Today: {home.today.title}", home.action_today)
    for row in data.routines()[0]:
        yield Command(f"Start: {row.title}", partial(app.post_message, RoutineChosen(row.id)))
    for name, entry in SCREENS.items():
        yield Command(f"Open: {entry.label}", partial(open_screen, app, data, name))
    yield Command("Check-up: five minutes", partial(open_screen, app, data, "checkup", "short"))
    for limiter, words in LIMITERS.items():
        yield Command(f"What holds you back: {words}", partial(open_target, app, data, Target("limiter", limiter)))
    for theme in data.themes:
        yield Command(f"Theme: {theme}", partial(apply_theme, app, data, theme))
    for drill in data.drills():
        yield Command(f"Drill: {drill.title}", partial(open_screen, app, data, "drills", drill.id))
    for lesson in data.lessons():
        yield Command(f"Lesson: {lesson.title}", partial(open_screen, app, data, "lessons", lesson.id))
