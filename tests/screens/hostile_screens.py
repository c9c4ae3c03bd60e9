"""Every screen, card and dialog with hostile texts, and what it sends to the terminal."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App
from textual.command import CommandPalette
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Select

from leanbreath.app import SYNC_STYLES, WATCH_STYLES, Home, Leanbreath
from leanbreath.authoring.figures import load_figures
from leanbreath.diary.store import Diary
from leanbreath.diary.training_totals import SessionEntry
from leanbreath.home_loader import load_home_data
from leanbreath.playback.checkup_session import CheckupSession
from leanbreath.presentation.end_card import end_card
from leanbreath.presentation.history_view import HistoryView
from leanbreath.presentation.home_data import HomeData
from leanbreath.presentation.home_rows import Target
from leanbreath.presentation.hurt_question import hurt_question
from leanbreath.presentation.preparation_card import preparation_card
from leanbreath.presentation.session_page import session_page
from leanbreath.presentation.settings_page import Choice, SettingRow
from leanbreath.routine.assessment import Assessment
from leanbreath.routine.vocabulary import YesOrNo
from leanbreath.score.click_track import click_track
from leanbreath.score.score import Score
from leanbreath.score.snapshot import snapshot_at
from leanbreath.screens.assessment import AssessmentScreen
from leanbreath.screens.breath_finder import BreathFinderScreen
from leanbreath.screens.checkup import CheckupScreen
from leanbreath.screens.drills import DrillsScreen
from leanbreath.screens.end import EndScreen
from leanbreath.screens.help import HelpScreen
from leanbreath.screens.history import HistoryScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.hurt import HurtScreen
from leanbreath.screens.leave import LeaveScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.plan import PlanScreen
from leanbreath.screens.session import SessionScreen
from leanbreath.screens.settings import SettingsScreen, apply_theme
from leanbreath.screens.start import StartScreen
from leanbreath.screens.sync import SyncScreen
from leanbreath.screens.watch import WatchScreen
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import SessionController
from leanbreath.session.session import Session
from leanbreath.session.status import Status
from leanbreath.widgets.today_panel import TodayPanel
from tests.coach.bundled import MATERIAL, rows
from tests.diary.making import utc
from tests.history import view
from tests.hostile import PROBLEM, ROUTINE, SESSION, hostile, hostile_score
from tests.screens.home_app import STATUS, default_settings, shown_list
from tests.screens.session_app import LIBRARY, Noted
from tests.screens.test_sync_screen import NotedOffset
from tests.screens.waiting import settled, until


class TerminalDriver(HeadlessDriver):
    """A driver without a terminal that keeps what it would send to one."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.sent: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.sent.append(data)


class Drawn:
    """What an app draws, by the view that is open meanwhile, and the screens that were open."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot, self.views, self.screens = pilot, dict[str, str](), set[type]()

    async def view(self, name: str) -> None:
        """Draw the whole screen, and note what was sent for it."""
        driver = self.pilot.app._driver
        assert isinstance(driver, TerminalDriver)
        self.pilot.app.refresh(layout=True)
        await settled(self.pilot)
        self.screens.add(type(self.pilot.app.screen))
        self.views[name] = "".join(driver.sent)
        driver.sent.clear()

    async def push(self, name: str, screen: Any) -> None:
        """Draw a dialog or a screen over the one that is open."""
        await self.pilot.app.push_screen(screen)
        await self.view(name)
        await self.pilot.app.pop_screen()


@asynccontextmanager
async def drawing(app: App[Any], size: tuple[int, int] = (90, 30)) -> AsyncIterator[Drawn]:
    """Run an app on a driver that keeps what it draws."""
    app.driver_class = TerminalDriver
    async with app.run_test(headless=False, size=size) as pilot:
        yield Drawn(pilot)


class Asking(NamedTuple):
    """A question that is asked before a session."""

    current: str

    def answer(self, answer: YesOrNo | None) -> str:
        return self.current


async def session_views(payload: str) -> Drawn:
    """Return what a session sends to the terminal: at every kind of segment, in every view, and its dialogs."""
    routine, score = hostile(LIBRARY.routine(ROUTINE).value, payload), hostile_score(payload)
    assert routine is not None
    controller = SessionController(Session(score, SilentClock(0.0)), Noted(), lambda *_: None)
    figures = load_figures(LIBRARY, routine.named_drills())
    screen = SessionScreen(controller, lambda: figures, can_draw=lambda: False)
    async with drawing(Leanbreath(screen)) as drawn:
        await until(drawn.pilot, lambda: screen._panel)
        controller.notice = payload
        for kind, status in statuses(score, payload):
            screen.show(status)
            await drawn.view(f"session, {kind}")
        for view in ("digits", "text"):
            screen.action_view()
            screen.show(status)
            await drawn.view(f"session, {view}")
        card = preparation_card(routine, score, (payload,), (payload,))
        await drawn.push("start card", StartScreen(lambda: card, Asking(payload)))
        made = end_card(controller.session.result(1.0))
        await drawn.push("end card", EndScreen(replace(made, table=(payload,), week=payload, painful=(payload,))))
        await drawn.push("hurt", HurtScreen(hurt_question(payload, payload)))
        await drawn.push("keys", HelpScreen(()))
        await drawn.push("leave", LeaveScreen())
        await drawn.push("breath finder", BreathFinderScreen())
        await drawn.pilot.resize_terminal(30, 8)
        screen.show(status)
        await drawn.view("session, too small")
    return drawn


def statuses(score: Score, payload: str) -> list[tuple[str, Status]]:
    """Return a status in the first segment of each kind."""
    firsts = {segment.kind: segment.start for segment in reversed(score.segments)}
    return [
        (kind, Status("playing", snapshot_at(score, frame), 0, payload, frame, score)) for kind, frame in firsts.items()
    ]


def home_data(payload: str) -> HomeData:
    """Return home data in which every text is hostile."""
    home, settings = load_home_data(LIBRARY), default_settings()
    rows = (_hostile_row(row, payload) for row in settings.rows[:8])
    mine: dict[str, Callable[..., object]] = {
        "status": lambda: STATUS._replace(warnings=("warning",)),
        "history": lambda: (_history(payload),),
        "settings_problem": lambda: "problem",
    }
    given = {name: mine.get(name, load) for name, load in vars(home).items() if callable(load)}
    page = settings._replace(file=payload, rows=tuple(rows), drills=_labelled(settings.drills, payload))
    safe: dict[str, Callable[..., object]] = {
        "is_calm": lambda: True,
        "settings": lambda: page,
        "save": lambda *_: payload,
        "checkup": lambda _: hostile_checkup(payload),
    }
    return replace(home, **{name: _hostile_results(load, payload) for name, load in given.items()} | safe)


def _history(payload: str) -> HistoryView:
    """Return a history with a hostile session."""
    session = hostile(SESSION, payload)
    entries = (SessionEntry(payload, session.started, session.title),)
    return replace(view(), sessions=entries, session=lambda _: session_page(session))


def hostile_checkup(payload: str) -> CheckupSession:
    """Return a check-up that has been repeated, whose every text is hostile."""
    there = (*rows("knee-to-wall-cm=7/9 told-to-tighten=yes", utc(1), "a"), *rows("knee-to-wall-cm=9/9", utc(9), "b"))
    texts = {id: replace(each, **_texts(each, payload)) for id, each in MATERIAL.assessments.items()}
    reports = {id: text + payload for id, text in MATERIAL.limiters.reports.items()}
    material = replace(MATERIAL, assessments=texts, limiters=replace(MATERIAL.limiters, reports=reports))
    session = CheckupSession(there, material, Diary(Path(os.devnull)), lambda: utc(20), "full")
    session.warning = payload
    return session


def _texts(assessment: Assessment, payload: str) -> dict[str, Any]:
    """Return the texts of an assessment as hostile ones; its ids stay."""
    answers = tuple(replace(each, say=each.say + payload) for each in assessment.answers)
    how = tuple(each + payload for each in assessment.how)
    return {"title": assessment.title + payload, "how": how, "norm": assessment.norm + payload, "answers": answers}


def _hostile_results(load: Callable[..., object], payload: str) -> Callable[..., object]:
    """Return a function whose results are hostile; ids in its arguments are what they were before."""
    return lambda *arguments: hostile(load(*(_as_before(each, payload) for each in arguments)), payload)


def _as_before(argument: str | Target, payload: str) -> str | Target:
    if isinstance(argument, Target):
        return argument._replace(id=argument.id.removesuffix(payload))
    return argument.removesuffix(payload)


def _hostile_row(row: SettingRow, payload: str) -> SettingRow:
    value = row.value if row.choices else payload
    return row._replace(value=value, choices=_labelled(row.choices, payload), help=payload, unset=payload)


def _labelled(choices: tuple[Choice, ...], payload: str) -> tuple[Choice, ...]:
    return tuple(choice._replace(label=choice.label + payload) for choice in choices)


async def home_views(payload: str) -> Drawn:
    """Return what the home screen and those behind it send to the terminal, with palette, choices and notices."""
    data = home_data(payload)
    app = Home(lambda: data)
    async with drawing(app) as drawn:
        await until(drawn.pilot, lambda: app.screen.query(TodayPanel) and shown_list(app).option_count)
        await until(drawn.pilot, lambda: app.screen.query_one(TodayPanel).card)
        await drawn.view("home")
        app.screen.query_one(Input).display = True
        app.screen.query_one(Input).value = payload
        await drawn.view("home, searched")
        app.screen.query_one(Input).value = ""
        apply_theme(app, data, "textual-dark")
        await drawn.view("notice")
        for name, screen in (
            ("drills", DrillsScreen),
            ("lessons", LessonsScreen),
            ("plan", PlanScreen),
            ("history", HistoryScreen),
        ):
            await drawn.push(name, screen(data))
        await drawn.push("check-up", CheckupScreen(data))
        asked = hostile_checkup(payload)
        await app.push_screen(AssessmentScreen(data, asked))
        await drawn.view("assessment")
        app.screen._enter(payload)
        await drawn.view("assessment, a mistake")
        for item in ("grip-release", "told-to-tighten"):
            asked.checkup = replace(asked.checkup, index=asked.checkup.items.index(item))
            app.screen._show()
            await drawn.view(f"assessment, {item}")
        await app.pop_screen()
        await app.push_screen(SettingsScreen(data))
        await drawn.view("settings")
        app.screen.query(Select).last().action_show_overlay()
        await drawn.view("settings, choosing")
        app.screen._show(payload, True)
        await drawn.view("settings, message")
        await app.pop_screen()
        app.action_command_palette()
        await drawn.view("palette")
        for name, query in (("matches", "e"), ("no match", payload)):
            app.screen.query_one("CommandInput", Input).value = query
            await app.workers.wait_for_complete()
            await drawn.view(f"palette, {name}")
    return drawn


async def watch_views(payload: str) -> Drawn:
    """Return what `watch` sends to the terminal, with and without a mistake."""
    score, problem = hostile_score(payload), hostile(PROBLEM, payload)
    screen = WatchScreen(payload, lambda: 0, lambda: ((problem,), score, {}), 1.0, 0)
    async with drawing(Leanbreath(screen, WATCH_STYLES)) as drawn:
        await until(drawn.pilot, lambda: screen.query_one("#line", OptionList).option_count)
        await drawn.view("watch")
        screen._saved((problem,), None, {})
        await drawn.view("watch, a broken file")
    return drawn


async def sync_views(payload: str) -> Drawn:
    """Return what the comparison of sound and picture sends to the terminal."""
    sound = NotedOffset()
    controller = SessionController(Session(click_track(), SilentClock(0.0)), sound, lambda *_: None)
    screen = SyncScreen(controller, sound, lambda _: payload)
    async with drawing(Leanbreath(screen, SYNC_STYLES)) as drawn:
        await until(drawn.pilot, lambda: controller.notice)
        screen.action_save()
        await drawn.view("sync, not saved")
    return drawn


VIEWS: dict[Callable[[str], Any], set[type]] = {
    session_views: {
        *(SessionScreen, StartScreen, EndScreen, HelpScreen, HurtScreen, LeaveScreen),
        BreathFinderScreen,
    },
    home_views: {
        *(HomeScreen, DrillsScreen, LessonsScreen, PlanScreen, HistoryScreen, SettingsScreen, CommandPalette),
        *(CheckupScreen, AssessmentScreen),
    },
    watch_views: {WatchScreen},
    sync_views: {SyncScreen},
}
"""What draws them, and which screens it opens."""


def drawn_screens(payload: str) -> dict[str, str]:
    """Return what every screen, card and dialog sends to the terminal."""
    return {name: sent for views in VIEWS for name, sent in asyncio.run(views(payload)).views.items()}
