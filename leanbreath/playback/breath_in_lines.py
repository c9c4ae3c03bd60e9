"""The runner's own breath in plain lines, before a session: `b` begins, and space is tapped at each in-breath."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from leanbreath.coach.breath_finder import BreathFinder
from leanbreath.presentation.breath_finder_text import HEADING
from leanbreath.session.keyboard_layouts import latin

BACK = "Press b to go back."
BACK_KEYS = ("b", "q", "\x1b")


@dataclass
class BreathInLines:
    """Finds a breath and gives it to `begin_at`, which returns what it changes; `done` is called when it's over."""

    begin_at: Callable[[Fraction], str]
    write: Callable[[str], None]
    done: Callable[[], None]
    _finder: BreathFinder | None = None

    def takes(self, sent: str, now: float) -> bool:
        """Return whether a key belongs to the search, and follow it."""
        key = latin(sent)
        if self._finder is None and key != "b":
            return False
        if self._finder is None:
            self._finder = BreathFinder()
            self.write(f"{HEADING} {BACK}")
        elif key in BACK_KEYS:
            self._end()
        elif key == " ":
            self._tap(self._finder, now)
        return True

    def _tap(self, before: BreathFinder, now: float) -> None:
        self._finder = before.tap(now)
        if self._finder.taps != before.taps:
            self.write(str(len(self._finder.taps)))
        if self._finder.breath is not None:
            self.write(f"{self.begin_at(self._finder.breath)}.")
            self._end()

    def _end(self) -> None:
        self._finder = None
        self.done()
