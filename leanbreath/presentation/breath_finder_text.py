"""The search for a runner's own breath in words."""

from fractions import Fraction

from leanbreath.coach.breath_finder import BREATHS, BreathFinder
from leanbreath.score.own_breath import first_breath

HEADING = "Breathe as you do at rest. Tap space at each in-breath."
TAPPING_KEYS = "Space: tap · Esc: back"
FOUND_KEYS = "Enter: use it · r: tap again · Esc: back"


def taps_text(finder: BreathFinder) -> str:
    """Return the taps so far, and what to do or what was found."""
    taps = "● " * len(finder.taps) + "○ " * (BREATHS + 1 - len(finder.taps))
    return f"{taps.rstrip()}\n\n{_result(finder)}"


def _result(finder: BreathFinder) -> str:
    if finder.breath is not None:
        rate = f"{float(60 / finder.breath):.1f} a minute"
        return f"Your breath takes {_seconds(finder.breath)}: {rate}. {_start(finder.breath)}"
    if not finder.taps:
        return f"Six taps measure {BREATHS} breaths."
    return f"{BREATHS + 1 - len(finder.taps)} to go. After a gap of 20 seconds, tapping starts again."


def _start(own_seconds: Fraction) -> str:
    first = first_breath(own_seconds)
    if first > own_seconds:
        return f"Paced breaths start at {_seconds(first)}, ten a minute."
    return "Paced breaths start there."


def own_breath_text(own_seconds: Fraction, changes_breaths: bool) -> str:
    """Return how a runner's own breath changes a session: `Your breath takes 5.2 s: paced breaths start at 6.0 s`."""
    if not changes_breaths:
        return f"Your breath takes {_seconds(own_seconds)}: slow enough for every drill here"
    return f"Your breath takes {_seconds(own_seconds)}: paced breaths start at {_seconds(first_breath(own_seconds))}"


def _seconds(seconds: Fraction) -> str:
    return f"{float(seconds):.1f} s"
