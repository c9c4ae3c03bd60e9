"""What an author watches while editing: the problems of a file, its timeline, and a preview that plays."""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from leanbreath.authoring.draft import Draft, matching_frame, row_at, timeline_rows
from leanbreath.authoring.playhead import Playhead
from leanbreath.figure.pacer import progress_line
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.presentation.view_model import session_view
from leanbreath.routine.problems import Problem
from leanbreath.score.edit import next_step, previous_step
from leanbreath.score.score import Score
from leanbreath.score.snapshot import snapshot_at
from leanbreath.score.time_format import format_time, format_total
from leanbreath.screens.messages import Closed
from leanbreath.session.states import State
from leanbreath.session.status import Status
from leanbreath.widgets.animation import Animation
from leanbreath.widgets.plain_text import PlainText

Read = Callable[[], tuple[tuple[Problem, ...], Score | None, Mapping[str, DrillFigure]]]
Signature = Callable[[], object]

POLL_SECONDS = 0.1
"""The time between two looks at the file; a save shows well within 300 ms."""

FRAMES_A_SECOND = 30
SPEEDS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
MARKS = {"error": "✗", "warning": "!", "info": "·"}


class WatchScreen(Screen[None]):
    """Shows a file anew after each save; a broken save keeps the last good preview."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("space", "play", "play"),
        Binding("right", "next", "next", key_display="→", priority=True),
        Binding("left", "back", "back", key_display="←", priority=True),
        Binding("enter", "", "from here", key_display="enter"),
        ("plus,equals_sign", "faster", "faster"),
        ("minus", "slower", "slower"),
        ("q,escape", "quit", "quit"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-middle"), (30, "-high")]  # noqa: RUF012 - Textual's own form

    def __init__(self, file: str, signature: Signature, read: Read, speed: float, start: int) -> None:
        super().__init__()
        self._file, self._signature, self._read = file, signature, read
        self._seen: object = None
        self._draft = Draft()
        self._head = Playhead(start, speed)
        self._row = -1

    def compose(self) -> ComposeResult:
        """Lay out problems, timeline and preview."""
        with Horizontal(id="head"):
            yield PlainText(self._file, id="file")
            yield PlainText(id="state")
        with Horizontal(id="sheets"):
            yield OptionList(id="problems", markup=False)
            yield OptionList(id="line", markup=False)
        yield PlainText(id="progress")
        with Horizontal(id="doing"):
            yield PlainText(id="drill")
            yield PlainText(id="place")
        yield Animation()
        yield PlainText(id="instruction")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Start to watch the file."""
        self._problems, self._line = self.query_one("#problems", OptionList), self.query_one("#line", OptionList)
        self._problems.border_title, self._line.border_title = "Problems", "Timeline"
        self._line.focus()
        self._look()
        self.set_interval(POLL_SECONDS, self._look)
        self.set_interval(1 / FRAMES_A_SECOND, self._tick)

    def _look(self) -> None:
        """Read the file again if it was saved; in a thread, since a file can be anything."""
        if (seen := self._signature()) != self._seen:
            self._seen = seen
            self.run_worker(self._reread, thread=True, exclusive=True)

    def _reread(self) -> None:
        self.app.call_from_thread(self._saved, *self._read())

    def _saved(self, problems: tuple[Problem, ...], score: Score | None, figures: Mapping[str, DrillFigure]) -> None:
        if figures:
            self.query_one(Animation).set_figures(figures)
        before, self._draft = self._draft, self._draft.saved(problems, score)
        if score is not None:
            now = monotonic()
            if before.score:
                place = matching_frame(before.score, self._head.at(now, before.score), score)
                self._head = self._head.moved_to(place, now)
            self._fill_line(score)
        self._fill_problems()
        self._show_state()
        self._tick()

    def _fill_problems(self) -> None:
        self._problems.clear_options()
        for problem in self._draft.problems:
            self._problems.add_option(Option(Content(_said(problem))))
        if not self._draft.problems:
            self._problems.add_option(Option(Content("No problems."), disabled=True))

    def _fill_line(self, score: Score) -> None:
        self._rows, self._row = timeline_rows(score), -1
        self._line.clear_options()
        for row in self._rows:
            text = f"{format_time(row.frame):>6}  {row.text}"
            self._line.add_option(Option(Content.styled(text, "dim" if row.is_spoken else "")))
        self._line.highlighted = row_at(self._rows, self._head.at(monotonic(), score))

    def _show_state(self) -> None:
        score = self._draft.score
        length = format_total(score.total, score.is_estimate) if score else "nothing to play yet"
        kept = "  last good version" if self._draft.is_stale else ""
        self.query_one("#state", PlainText).show(f"{length}{kept}  {self._head.speed:g}×")

    def _tick(self) -> None:
        """Show the frame the preview has reached, by the clock."""
        score = self._draft.score
        if score is None:
            return
        now = monotonic()
        frame = self._head.at(now, score)
        snapshot = snapshot_at(score, frame)
        state: State = "over" if frame >= score.total else "playing"
        status = Status(state, snapshot, 0, snapshot.line, frame, score)
        shown = session_view(status)
        for name in ("drill", "place", "instruction"):
            self.query_one(f"#{name}", PlainText).show(getattr(shown, name))
        progress = self.query_one("#progress", PlainText)
        progress.show(progress_line(shown.progress, progress.size.width))
        self.query_one(Animation).show(status, shown)
        self._point(row_at(self._rows, frame))

    def _point(self, row: int) -> None:
        """Move the highlight with the preview while it plays."""
        if row != self._row:
            self._row = row
            if self._head.is_moving:
                self._line.highlighted = row

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Play from the row that was chosen."""
        if event.option_list is self._line and self._draft.score:
            now = monotonic()
            self._head = Playhead(self._rows[event.option_index].frame, self._head.speed, now)

    def _go(self, edit: Callable[[Score, int], tuple[Score, int]]) -> None:
        if score := self._draft.score:
            now = monotonic()
            self._head = self._head.moved_to(edit(score, self._head.at(now, score))[1], now)

    def action_play(self) -> None:
        """Play or pause."""
        if self._draft.score:
            self._head = self._head.toggled(monotonic(), self._draft.score)

    def action_next(self) -> None:
        """Go to the next step."""
        self._go(next_step)

    def action_back(self) -> None:
        """Go to the start of this step, or to the one before."""
        self._go(previous_step)

    def action_faster(self) -> None:
        """Play faster."""
        self._change_speed(next((each for each in SPEEDS if each > self._head.speed), SPEEDS[-1]))

    def action_slower(self) -> None:
        """Play slower."""
        self._change_speed(next((each for each in reversed(SPEEDS) if each < self._head.speed), SPEEDS[0]))

    def _change_speed(self, speed: float) -> None:
        if score := self._draft.score:
            self._head = self._head.at_speed(speed, monotonic(), score)
            self._show_state()

    def action_quit(self) -> None:
        """Leave."""
        self.post_message(Closed())


def _said(problem: Problem) -> str:
    rule = f" {problem.rule}" if problem.why else ""
    fix = f"\n  → {problem.fix}" if problem.fix else ""
    return f"{MARKS[problem.severity]} {problem.place.line}:{problem.place.column}{rule} {problem.message}{fix}"
