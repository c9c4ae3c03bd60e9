"""Ids and notations of the format in words for runners."""

from leanbreath.routine.notation import decimal_text
from leanbreath.routine.vocabulary import Caution, Position
from leanbreath.routine.work import Breath, Pattern, Reps, Work

POSITIONS: dict[Position, str] = {
    "supine": "on your back",
    "supine-legs-long": "on your back, legs long",
    "side-lying": "on your side",
    "prone": "on your front",
    "prone-elbows": "on your front, propped on your elbows",
    "quadruped": "on all fours",
    "half-kneel": "half-kneeling",
    "seated": "sitting",
    "standing": "standing",
    "split-stance": "standing, one foot forward",
    "wall-lean": "leaning at a wall",
    "walk": "walking",
    "jog": "jogging",
}

POSTURES: dict[Position, str] = {
    "supine": "lying",
    "supine-legs-long": "lying",
    "side-lying": "lying",
    "prone": "lying",
    "prone-elbows": "lying",
    "quadruped": "kneeling",
    "half-kneel": "kneeling",
    "seated": "sitting",
    "standing": "standing",
    "split-stance": "standing",
    "wall-lean": "standing",
    "walk": "walking",
    "jog": "jogging",
}
"""A position in one word."""

CAUTIONS: dict[Caution, str] = {
    "breath-hold": "holding your breath",
    "inversion": "hips above your head",
    "hyperventilation": "fast breathing",
    "late-pregnancy-supine": "lying on your back in late pregnancy",
    "back-pain-in-extension": "back pain when arching",
    "knee-pain-kneeling": "knee pain when kneeling",
    "achilles-insertion-pain": "pain where the Achilles tendon meets the heel",
    "calf-strain-recent": "recent calf strain",
    "fall-risk": "a risk of falling",
    "hip-replacement-anterior": "hip replacement",
    "ankle-impingement": "a pinch in front of the ankle",
}
"""Cautions whose ids aren't plain words."""


def position_words(position: Position) -> str:
    """Return a position in words: `on all fours`."""
    return POSITIONS[position]


def caution_words(caution: Caution) -> str:
    """Return a caution in words: `knee pain when kneeling`."""
    return CAUTIONS.get(caution, caution.replace("-", " "))


def breath_words(pattern: Pattern) -> str:
    """Return the seconds of a breath in words: `in 4, hold 2, out 6, wait 2`."""
    names = {"inhale": "in", "hold": "hold", "exhale": "out", "rest": "wait"}
    return ", ".join(f"{names[phase]} {decimal_text(seconds)}" for phase, seconds in pattern.phases)


def pace_words(work: Work) -> str:
    """Return how fast breaths and reps go, in words; an empty text for other work."""
    match work:
        case Breath(to=None):
            return breath_words(work.pattern)
        case Breath(to=Pattern() as last):
            return f"from {breath_words(work.pattern)} to {breath_words(last)}"
        case Reps():
            return ", ".join(_part_words(name, decimal_text(seconds)) for name, seconds in work.parts)
    return ""


def _part_words(name: str | None, seconds: str) -> str:
    return f"{seconds} s {name.replace('-', ' ')}" if name else f"{seconds} s each"
