"""A check-up as plain lines: an assessment at a time, asked and answered by typing, for pipes and screen readers."""

from collections.abc import Callable, Iterator
from math import ceil

from leanbreath.coach.checkup_entry import moves_of
from leanbreath.playback.checkup_session import CheckupSession
from leanbreath.presentation.checkup_page import CheckupPage, checkup_page
from leanbreath.presentation.checkup_result import intro_lines

CONTINUED = "Your last check-up continues where it stopped."
TIMER_WORD = "t"
BELL = "Time."


class CheckupLines:
    """Asks for each item of a check-up; `ask` returns a line that was typed, None at the end of the input.

    `now` and `sleep` count in seconds.
    """

    def __init__(
        self,
        session: CheckupSession,
        write: Callable[[str], None],
        ask: Callable[[str], str | None],
        now: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._session, self._write, self._ask, self._now, self._sleep = session, write, ask, now, sleep
        self._explained = -1
        self._warned = session.warning

    def run(self) -> None:
        """Ask until the check-up is over, or there is nothing more to read."""
        if self._session.checkup.index:
            self._write(CONTINUED)
        elif not self._session.rows:
            for text in intro_lines(self._session.material):
                self._write(text)
        while not self._session.checkup.is_over:
            page = checkup_page(self._session.checkup, self._session.material)
            self._explain(page)
            line = self._ask(f"{page.prompt}{_timer_hint(page)}")
            if line is None:
                self._session.enter("stop")
                return
            self._take(line, page)

    def _explain(self, page: CheckupPage) -> None:
        """Say what to do, once for each item."""
        if self._explained == self._session.checkup.index:
            return
        self._explained = self._session.checkup.index
        self._write("")
        self._write(f"{page.progress}: {page.title}")
        for line in (*page.how, *_numbered(page)):
            self._write(f"  {line}")
        if page.entered:
            self._write(page.entered)
        moves = moves_of(self._session.checkup, self._session.material)
        self._write(f"({', '.join(f'{each.letter}: {each.help}' for each in moves)})")

    def _take(self, line: str, page: CheckupPage) -> None:
        """Do what a line says; ask again if it can't be right."""
        if line.strip().lower() == TIMER_WORD and (page.timer or page.has_stopwatch):
            measured = self._measure(page)
            if measured is None:
                return
            line = measured
        if mistake := self._session.enter(line):
            self._write(mistake.text)
        if self._session.warning != self._warned:
            self._warned = self._session.warning
            if self._warned:
                self._write(f"{self._warned[:1].upper()}{self._warned[1:]}.")

    def _measure(self, page: CheckupPage) -> str | None:
        """Count down; or return the seconds until Enter is pressed."""
        if page.timer:
            self._write(f"Go: {ceil(page.timer)} seconds.")
            self._sleep(float(page.timer))
            self._write(BELL)
            return None
        begun = self._now()
        if self._ask("Go. Press Enter when it is over.") is None:
            return None
        seconds = int(self._now() - begun)
        self._write(f"{seconds} seconds.")
        return str(seconds)


def _timer_hint(page: CheckupPage) -> str:
    if page.timer:
        return f" ({TIMER_WORD}: time {ceil(page.timer)} seconds)"
    return f" ({TIMER_WORD}: stopwatch)" if page.has_stopwatch else ""


def _numbered(page: CheckupPage) -> Iterator[str]:
    """Yield the answers with their numbers."""
    yield from (f"{number}: {say}" for number, (_, say) in enumerate(page.answers, 1))
