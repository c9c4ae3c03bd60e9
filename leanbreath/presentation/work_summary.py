"""What was done of each drill, as text: the same for the end card and for the diary."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from leanbreath.presentation.step_groups import by_step
from leanbreath.routine.vocabulary import EndedBy, Side
from leanbreath.score.time_format import format_seconds


class WorkAmount(Protocol):
    """One set of one side of a drill: what was planned of it, added and done, in seconds."""

    @property
    def step(self) -> str:
        """The path of the step."""

    @property
    def title(self) -> str:
        """The title of the drill."""

    @property
    def side(self) -> Side | None:
        """The side, if it has one."""

    @property
    def planned_seconds(self) -> float:
        """How long it was to last."""

    @property
    def extra_seconds(self) -> float:
        """How much the runner added."""

    @property
    def done_seconds(self) -> float:
        """How much was done."""

    @property
    def ended_by(self) -> EndedBy | None:
        """What ended open work."""

    @property
    def reps(self) -> int | None:
        """The reps of open work."""

    @property
    def hurt(self) -> bool:
        """Whether it hurt."""


def done_of_planned(work: Iterable[WorkAmount]) -> str:
    """Return how much of all work was done: `4:10 of 4:59`, or `4:59` if that is all of it."""
    rows = tuple(work)
    done, planned = format_seconds(done_seconds(rows)), format_seconds(planned_seconds(rows))
    return done if done_seconds(rows) >= planned_seconds(rows) else f"{done} of {planned}"


def done_seconds(work: Iterable[WorkAmount]) -> float:
    """Return how much was done."""
    return sum(each.done_seconds for each in work)


def planned_seconds(work: Iterable[WorkAmount]) -> float:
    """Return how much was planned; the plan of open work that has ended is what was done."""
    return sum(each.done_seconds if each.ended_by else each.planned_seconds for each in work)


def step_lines(work: Iterable[WorkAmount]) -> Iterator[str]:
    """Yield what was done of each step on each side: `Ankle rocks: left 0:20, right 0:05 of 0:20; it hurt`."""
    for rows in by_step(work):
        yield f"{rows[0].title}: {_amounts(rows)}"


def _amounts(rows: tuple[WorkAmount, ...]) -> str:
    hurt = any(row.hurt for row in rows)
    shown = [row for row in rows if row.done_seconds] if hurt else rows  # what would have come after is left out
    if not any(row.done_seconds for row in rows):
        return "not done" + ("; it hurt" if hurt else "")
    sides = dict.fromkeys(row.side for row in shown)
    amounts = ", ".join(_amount(side, [row for row in shown if row.side == side]) for side in sides)
    return amounts + ("; it hurt" if hurt else "")


def _amount(side: Side | None, rows: Sequence[WorkAmount]) -> str:
    amount = _open_amount(rows) if any(row.ended_by for row in rows) else _paced_amount(rows)
    return f"{side} {amount}" if side else amount


def _paced_amount(rows: Sequence[WorkAmount]) -> str:
    done, planned = done_seconds(rows), planned_seconds(rows)
    extra = sum(min(row.extra_seconds, max(row.done_seconds - row.planned_seconds, 0)) for row in rows)
    amount = format_seconds(done) if done >= planned else f"{format_seconds(done)} of {format_seconds(planned)}"
    return f"{amount} ({format_seconds(extra)} extra)" if extra else amount


def _open_amount(rows: Sequence[WorkAmount]) -> str:
    """Return how long each set of open work lasted: `0:38 + 0:31`, `10 reps in 0:44`."""
    begun = [row for row in rows if row.done_seconds]
    times = [format_seconds(row.done_seconds) + (" (the limit)" if row.ended_by == "most" else "") for row in begun]
    reps = sum(row.reps or 0 for row in begun)
    return f"{reps} reps in {' + '.join(times)}" if reps else " + ".join(times)
