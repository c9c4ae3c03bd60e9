"""The card of today: what to do, why, and how long it takes, with the lengths to choose from."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from leanbreath.coach.today import Today
from leanbreath.presentation.text_parts import TextPart, text_part
from leanbreath.score.time_format import format_seconds

MINUTE = 60
BETWEEN, MORE = " · ", "…"

KEYS = {"continue": "Enter: continue", "first": "Enter: take the tour · c: five-minute check-up"}
"""What the keys of a card do; on any other, enter starts."""


class TodayCard(NamedTuple):
    """What is suggested: a heading, a title, the reason, and its lengths in seconds, the shortest first.

    `chosen` is the index of the length that is chosen.
    """

    heading: str
    title: str
    why: str
    keys: str
    lengths: tuple[Fraction, ...] = ()
    chosen: int = 0

    @property
    def seconds(self) -> Fraction | None:
        """The chosen length, None if it has only one."""
        return self.lengths[self.chosen] if len(self.lengths) > 1 else None

    def longer(self, steps: int) -> "TodayCard":
        """Return the card with a length that is some steps longer, or shorter if they are negative."""
        return self._replace(chosen=min(max(self.chosen + steps, 0), max(len(self.lengths) - 1, 0)))

    def parts(self, columns: int) -> Iterator[TextPart]:
        """Yield the parts of the card, for a width."""
        yield text_part("heading", self.heading, columns, 4)
        yield text_part("title", self.title, columns, 0)
        yield text_part("why", self.why, columns, 3)
        yield text_part("length", self._length_line(columns), columns, 2)
        change = " · ← →: time" if len(self.lengths) > 1 else ""
        yield text_part("keys", self.keys + change, columns, 1)

    def _length_line(self, columns: int) -> str:
        if len(self.lengths) == 1:
            return f"Takes {format_seconds(float(self.lengths[0]))}."
        return lengths_line(self.lengths, self.chosen, columns) if self.lengths else ""


def today_card(today: Today) -> TodayCard:
    """Return the card of a suggestion."""
    lengths = {Fraction(MINUTE * each) for each in today.minutes}
    lengths |= {today.seconds} if today.seconds else set()
    ordered = tuple(sorted(lengths))
    keys = KEYS.get(today.kind, "Enter: start")
    chosen = ordered.index(today.seconds) if today.seconds else 0
    if today.kind == "continue" and today.seconds:
        why = f"{today.why} {format_seconds(float(today.seconds))} left."
        return TodayCard(_heading(today), today.title, why, keys)
    return TodayCard(_heading(today), today.title, _sentence(today.why), keys, ordered, chosen)


def lengths_line(lengths: tuple[Fraction, ...], chosen: int, columns: int) -> str:
    """Return the lengths in a line: `I have 5 · [8] · 12 min`; those furthest from the chosen one go if it is long."""
    first, last = 0, len(lengths)
    while (line := _line(lengths, chosen, first, last)) and len(line) > columns and last - first > 1:
        if chosen - first >= last - 1 - chosen:
            first += 1
        else:
            last -= 1
    return line


def _line(lengths: tuple[Fraction, ...], chosen: int, first: int, last: int) -> str:
    shown = (f"[{_label(lengths[i])}]" if i == chosen else _label(lengths[i]) for i in range(first, last))
    before, after = [MORE] if first else [], [MORE] if last < len(lengths) else []
    return f"I have {BETWEEN.join((*before, *shown, *after))} min"


def _label(seconds: Fraction) -> str:
    return str(seconds / MINUTE) if seconds % MINUTE == 0 else format_seconds(float(seconds))


def _heading(today: Today) -> str:
    week = f"week {today.week} of {today.weeks}" if today.week and today.weeks else ""
    day = f"day {today.day} of {today.days}" if today.day and today.days else ""
    place = ", ".join(filter(None, (week, day)))
    return f"Today: {place}" if place else "Today"


def _sentence(why: str) -> str:
    """Return a reason as a sentence."""
    return f"{why[:1].upper()}{why[1:]}{'' if why.endswith(('.', '?', '!')) or not why else '.'}"
