"""Limiters as bars: the points of each, and how they have changed since the check-up before."""

from collections.abc import Iterable
from typing import NamedTuple

from leanbreath.coach.limiters import limiter_report
from leanbreath.coach.material import Material
from leanbreath.coach.results import checkup_rows
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.moment import Moment
from leanbreath.presentation.plain_words import capitalised, limiter_words
from leanbreath.presentation.terminal_text import counted
from leanbreath.routine.vocabulary import Limiter

FULL, EMPTY, LENGTH = "■", "□", 6
"""What a bar is drawn with, and the points it has room for; the few that are higher grow longer."""


class LimiterBar(NamedTuple):
    """A limiter's points now, and before the latest check-up; None if it wasn't assessed before."""

    limiter: Limiter
    points: int
    is_main: bool
    before: int | None = None
    since: Moment | None = None

    @property
    def title(self) -> str:
        """The limiter in words."""
        return capitalised(limiter_words(self.limiter))

    @property
    def bar(self) -> str:
        """A square for each point."""
        return FULL * self.points + EMPTY * (LENGTH - self.points)

    @property
    def change(self) -> str:
        """How many points there were before, in words; empty if they are the same or there is nothing to compare."""
        if self.before in (None, self.points) or self.since is None:
            return ""
        return f"was {self.before} on {self.since.at:%d %b}".replace(" 0", " ")

    @property
    def summary(self) -> str:
        """The points and their change, in words."""
        return ", ".join(filter(None, (counted(self.points, "point"), self.change)))


def limiter_bars(rows: Iterable[AssessmentRow], material: Material) -> tuple[LimiterBar, ...]:
    """Return the limiters that were assessed, most points first, against the results before the latest check-up."""
    rows = tuple(rows)
    earlier = [row for each in checkup_rows(rows)[:-1] for row in each]
    before = {score.limiter: score.points for score in limiter_report(earlier, material) if score.terms}
    since = max((row.at for row in earlier), default=None)
    return tuple(
        LimiterBar(score.limiter, score.points, score.is_main, before.get(score.limiter), since)
        for score in limiter_report(rows, material)
        if score.terms
    )


def bar_lines(bars: Iterable[LimiterBar], columns: int) -> tuple[str, ...]:
    """Return a line for each limiter; where there is less room, without the change, then without any words."""
    bars = tuple(bars)
    width = max((len(each.title) for each in bars), default=0)
    drawn = [f"{each.title:<{width}}  {each.bar}" for each in bars]
    points = [counted(each.points, "point") for each in bars]
    for texts in ([each.summary for each in bars], points):
        lines = tuple(f"{bar}  {text}" for bar, text in zip(drawn, texts, strict=True))
        if all(len(line) <= columns for line in lines):
            return lines
    return tuple(drawn)
