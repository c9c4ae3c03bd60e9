"""A routine's page as a runner uses it: its buttons, and what it shows."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

RECORDER = Path(__file__).with_name("recorder.js")

MAIN_LABELS = {"playing": "Pause", "paused": "Resume", "wait": "Continue", "open": "Done"}
"""What the main button says in each state."""

MOST_STEPS = 40
"""How many presses of Next are enough to get anywhere."""


DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def page_data_of(path: Path) -> dict[str, Any]:
    """Return the data in the file of a page."""
    found = DATA.search(path.read_text(encoding="utf-8"))
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


class Player:
    """The page of a routine in a browser."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.data: dict[str, Any] = page.evaluate("JSON.parse(document.getElementById('data').textContent)")

    def start(self) -> None:
        """Begin the session, and record from outside what is shown."""
        self.page.evaluate(RECORDER.read_text())
        self.page.click("#start")
        self.page.locator("#session").wait_for()

    def press(self, id: str) -> None:
        """Press a button."""
        self.page.click(f"#{id}")

    def text(self, id: str) -> str:
        """Return the text of an element; empty if it is hidden."""
        return self.page.locator(f"#{id}").inner_text() if self.page.locator(f"#{id}").is_visible() else ""

    @property
    def seconds(self) -> float:
        """The time of the sound."""
        return float(self.page.evaluate("leanbreath.audio.currentTime"))

    @property
    def is_playing(self) -> bool:
        """Whether there is sound."""
        return not self.page.evaluate("leanbreath.audio.paused")

    def recorded(self) -> list[dict[str, Any]]:
        """Return what was shown so far, and when."""
        rows: list[dict[str, Any]] = self.page.evaluate("recorded")
        return rows

    def phases(self) -> list[list[float]]:
        """Return what the page itself says it showed: the index of each segment, and the second of the sound."""
        rows: list[list[float]] = self.page.evaluate("leanbreath.phases")
        return rows

    @property
    def passage(self) -> int:
        """The index of the passage that is shown."""
        segment = int(self.page.evaluate("leanbreath.phases.at(-1)[0]"))
        return int(self.data["segments"][segment]["passage"])

    def go_to(self, state: str) -> None:
        """Press Next until the page comes to work, to a wait or to open work, and let it get into that state."""
        if self.text("main") == MAIN_LABELS["paused"]:
            self.press("main")
        while self.passage < self._first(state):
            self.press("next-step")
        self.page.locator(f"#main:text-is('{MAIN_LABELS[state]}')").wait_for()

    def _first(self, state: str) -> int:
        """Return the index of the first passage with a state."""
        for segment in self.data["segments"]:
            kind = self.data["passages"][segment["passage"]]["kind"]
            if kind in ("work", "wait") and state == (segment["stop"] or "playing"):
                return int(segment["passage"])
        raise AssertionError(f"no {state} in this routine")

    def go_to_the_end(self) -> None:
        """Press Next until the session is over."""
        for _ in range(MOST_STEPS):
            if self.page.locator("#done").is_visible():
                return
            self.press("next-step")
        raise AssertionError("no end")

    def play_to_the_end(self, seconds: float = 60) -> None:
        """Wait until the session is over; answer each wait and end open work on the way."""
        asked = [f"#main:visible:text-is('{MAIN_LABELS[state]}')" for state in ("wait", "open")]
        over = self.page.locator("#done:visible")
        while not over.is_visible():
            self.page.locator(", ".join((*asked, "#done:visible"))).first.wait_for(timeout=seconds * 1000)
            if not over.is_visible():
                self.press("main")
