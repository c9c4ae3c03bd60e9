"""Times as text, each form in one place; an author's own notation (`1m30s`) is in `routine/basic_notations.py`."""

from typing import TYPE_CHECKING

from leanbreath.score.sample_rate import RATE

if TYPE_CHECKING:
    from fractions import Fraction

MINUTES_IN_WORDS = 120
"""From two hours, a length in words is given in hours."""


def format_time(frame: int) -> str:
    """Return a frame as minutes and whole seconds, rounded down: `6:24`."""
    minutes, seconds = divmod(frame // RATE, 60)
    return f"{minutes}:{seconds:02}"


def format_total(frame: int, is_estimate: bool) -> str:
    """Return the length of a whole routine: `6:24`, or `about 6:24` if some of its work is open."""
    return f"about {format_time(frame)}" if is_estimate else format_time(frame)


def format_seconds(seconds: float) -> str:
    """Return a length in seconds as minutes and whole seconds: `6:24`."""
    return format_time(round(seconds * RATE))


def format_milliseconds(frame: int) -> str:
    """Return a frame as minutes, seconds and milliseconds, right-aligned: `  6:24.000`."""
    milliseconds = (abs(frame) * 2000 + RATE) // (2 * RATE)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{f'-{minutes}' if frame < 0 else minutes:>3}:{rest // 1000:02}.{rest % 1000:03}"


def format_length(seconds: "Fraction | float") -> str:
    """Return a length in words, to the tenth of a second: `4 min 10 s`, `2 h 5 min`."""
    minutes, tenths = divmod(round(seconds * 10), 600)
    hours, minutes = divmod(minutes, 60) if minutes >= MINUTES_IN_WORDS else (0, minutes)
    parts = [f"{number} {unit}" for number, unit in ((hours, "h"), (minutes, "min")) if number]
    return " ".join([*parts, f"{tenths / 10:.3g} s"] if tenths or not parts else parts)
