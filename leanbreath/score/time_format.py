"""Times as text, each form in one place; an author's own notation (`1m30s`) is in `routine.notation`."""

from fractions import Fraction

from leanbreath.score.score import RATE


def format_time(frame: int) -> str:
    """Return a frame as minutes and whole seconds, rounded down: `6:24`."""
    minutes, seconds = divmod(frame // RATE, 60)
    return f"{minutes}:{seconds:02}"


def format_seconds(seconds: float) -> str:
    """Return a length in seconds as minutes and whole seconds: `6:24`."""
    return format_time(round(seconds * RATE))


def format_milliseconds(frame: int) -> str:
    """Return a frame as minutes, seconds and milliseconds, right-aligned: `  6:24.000`."""
    milliseconds = (frame * 2000 + RATE) // (2 * RATE)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes:3}:{rest // 1000:02}.{rest % 1000:03}"


def format_length(seconds: Fraction | float) -> str:
    """Return a length in words, to the tenth of a second: `4 min 10 s`."""
    minutes, rest = divmod(Fraction(round(seconds * 10), 10), 60)
    parts = [f"{minutes} min"] if minutes else []
    return " ".join([*parts, f"{float(rest):.3g} s"] if rest or not minutes else parts)
