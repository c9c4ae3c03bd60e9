"""The card of today: what to do, why, and how long it takes, with the lengths to choose from."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.coach.today import Today, TodayKind
from leanbreath.figure.letters import draw_letters
from leanbreath.presentation.plain_words import capitalised
from leanbreath.presentation.text_parts import TextPart, text_part
from leanbreath.score.time_format import format_seconds

MINUTE = 60
DIGIT_COLUMNS, DIGIT_ROWS = 7, 5
"""The size of each large digit of the length."""

BETWEEN, MORE = " · ", "…"

Start = Literal["as-written", "prescribed", "continued"]
"""How a routine is started: as it is written, with the doses that the coach prescribes, or where it was interrupted."""

STARTS: dict[TodayKind, Start] = {"continue": "continued", "first": "as-written"}
"""How what is suggested is started; anything else is prescribed."""

KEYS = {"continue": "Enter: continue", "first": "Enter: tour · c: 5-minute check-up"}
"""What the keys of a card do; on any other, enter starts."""


class TodayCard(NamedTuple):
    """What is suggested: a heading, a title, the reason, and its lengths in seconds, the shortest first.

    `routine` is the id of what is started, and `start` how; `chosen` is the index of the length that is chosen.
    """

    routine: str
    start: Start

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

    @property
    def all_keys(self) -> str:
        """What the keys do, those that choose a length too."""
        return self.keys + (" · ← →: time" if len(self.lengths) > 1 else "")

    def parts(self, columns: int, is_framed: bool = False) -> Iterator[TextPart]:
        """Yield the parts of the card, for a width; in a frame, heading and keys stand in its border.

        There the length is drawn large.
        """
        if not is_framed:
            yield text_part("heading", self.heading, columns, 4)
        yield text_part("title", self.title, columns, 0)
        yield text_part("why", self.why, columns, 3)
        if is_framed:
            yield from self._large_length(columns)
        yield text_part("length", self._length_line(columns), columns, 2)
        if not is_framed:
            yield text_part("keys", self.all_keys, columns, 1)

    def _large_length(self, columns: int) -> Iterator[TextPart]:
        """Yield the chosen length in large digits with some space around them, where there is one."""
        if self.lengths:
            label = _label(self.lengths[self.chosen])
            wide = min(DIGIT_COLUMNS * len(label) + 1, columns)
            yield TextPart("gap", ("",), 6)
            yield TextPart("digits", draw_letters(label, wide, DIGIT_ROWS), 5)
            yield TextPart("gap", ("",), 6)

    def _length_line(self, columns: int) -> str:
        if len(self.lengths) == 1:
            return f"Takes {format_seconds(float(self.lengths[0]))}."
        return lengths_line(self.lengths, self.chosen, columns) if self.lengths else ""


def today_card(today: Today) -> TodayCard:
    """Return the card of a suggestion."""
    is_begun = today.kind == "continue"
    minutes = today.minutes if today.kind != "first" else ()  # the tour is taken as it is written
    lengths = () if is_begun else tuple(sorted({*(Fraction(MINUTE * each) for each in minutes), *_own(today)}))
    left = f" {format_seconds(float(today.seconds))} left." if is_begun and today.seconds else ""
    return TodayCard(
        routine=today.routine or "",
        start=STARTS.get(today.kind, "prescribed"),
        heading=_heading(today),
        title=today.title,
        why=_sentence(today.why) + left,
        keys=KEYS.get(today.kind, "Enter: start"),
        lengths=lengths,
        chosen=lengths.index(today.seconds) if today.seconds in lengths else 0,
    )


def _own(today: Today) -> tuple[Fraction, ...]:
    """Return the length that is suggested, which may be none of the whole minutes."""
    return () if today.seconds is None else (today.seconds,)


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
    before, after = f"{MORE} " if first else "", f" {MORE}" if last < len(lengths) else ""
    return f"I have {before}{BETWEEN.join(shown)}{after} min"


def _label(seconds: Fraction) -> str:
    return str(seconds / MINUTE) if seconds % MINUTE == 0 else format_seconds(float(seconds))


def _heading(today: Today) -> str:
    week = f"week {today.week} of {today.weeks}" if today.week and today.weeks else ""
    day = f"day {today.day} of {today.days}" if today.day and today.days else ""
    place = ", ".join(filter(None, (week, day)))
    return f"Today: {place}" if place else "Today"


def _sentence(why: str) -> str:
    """Return a reason as a sentence."""
    return capitalised(why) + ("" if not why or why.endswith((".", "?", "!")) else ".")
