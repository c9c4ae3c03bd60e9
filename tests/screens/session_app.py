"""A session screen with silent sound that records what it is asked for."""

from dataclasses import dataclass, field
from time import monotonic

from textual.pilot import Pilot

from leanbreath.app import Leanbreath
from leanbreath.authoring.figures import load_figures
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.score import Score
from leanbreath.screens.session import SessionScreen
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import SessionController
from leanbreath.session.session import Session
from tests.score.making import timed_score
from tests.screens.waiting import settled, until

LIBRARY = Library((bundled_folder("drills"),))
FIGURES = load_figures(LIBRARY, {name: LIBRARY.drill(name).value for name in LIBRARY.drill_files})


@dataclass
class Noted:
    """Sound that only notes what it is asked for."""

    asked: list[str] = field(default_factory=list)
    fault: Exception | None = None
    device_clock: None = None
    needs_bell: bool = False
    progress_text: str = ""

    follows_session: bool = False

    def is_lost(self, now: float) -> bool:
        return False

    def reopen(self) -> None:
        self.asked.append("reopen")

    def open(self, session: Session) -> str:
        self.asked.append("open")
        return "No sound: none is wanted. The session runs without it."

    def prepare_again(self, session: Session) -> None:
        self.asked.append("prepare again")

    def close(self) -> None:
        self.asked.append("close")

    def louder(self) -> None:
        self.asked.append("louder")

    def quieter(self) -> None:
        self.asked.append("quieter")

    def mute(self) -> None:
        self.asked.append("mute")

    def volume_text(self) -> str:
        return "Volume -3 dB"


def score(name: str) -> Score:
    """Return the score of a timed routine, which never changes."""
    return timed_score(name)


@dataclass
class SessionApp:
    """An app with a session screen on it."""

    app: Leanbreath
    screen: SessionScreen
    session: Session
    sound: Noted


def session_app(name: str = "pre-run-6", speed: float = 1.0) -> SessionApp:
    """Return a timed routine ready to start."""
    return session_app_for(score(name), speed)


def session_app_for(played: Score, speed: float = 1.0) -> SessionApp:
    """Return a score ready to start."""
    session, sound = Session(played, SilentClock(monotonic(), speed)), Noted()
    screen = SessionScreen(SessionController(session, sound, lambda *_: None), lambda: FIGURES)
    return SessionApp(Leanbreath(screen), screen, session, sound)


async def laid_out(made: SessionApp, pilot: Pilot) -> None:
    """Wait until everything a session shows has its place on the screen."""
    await until(pilot, lambda: made.screen.query("#readout") and made.screen.query_one("#drill").region)
    await settled(pilot)
