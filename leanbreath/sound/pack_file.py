"""The fields of a sound pack's `pack.yaml`."""

import re
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from leanbreath.routine.basic_notations import Notation, NotationError
from leanbreath.routine.field_types import Id
from leanbreath.score.score import Sound

QUIETEST, LOUDEST = -60.0, 12.0
MOST_OVERTONES = 16
GAIN = r"([+-]?[0-9]{1,2}(?:\.[0-9]{1,3})?) *(?:dB)?"
NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,4})?"


def _decibels(text: str) -> float:
    found = re.fullmatch(GAIN, text)
    if found is None:
        raise NotationError(f'"{text}" is not a gain in decibels', "write it as -6, -6 dB or 3")
    if not QUIETEST <= float(found[1]) <= LOUDEST:
        raise NotationError(f"{text} is out of range", f"write {QUIETEST:.0f} to {LOUDEST:.0f} decibels")
    return float(found[1])


def _number(text: str, least: float, most: float, what: str) -> float:
    if not re.fullmatch(NUMBER, text):
        raise NotationError(f'"{text}" is not {what}', f"write a number from {least:g} to {most:g}")
    if not least <= float(text) <= most:
        raise NotationError(f"{text} is out of range", f"write {what} from {least:g} to {most:g}")
    return float(text)


def _hertz(text: str) -> float:
    return _number(text.removesuffix("Hz").strip(), 20, 4000, "a pitch in Hz")


def _share(text: str) -> float:
    return _number(text, 0, 1, "a share")


def _file(text: str) -> "SoundForm":
    if not text:
        raise NotationError("the file name is missing", "write it as inhale.wav")
    return SoundForm(text)


Decibels = Annotated[float, Notation(_decibels, "a gain in decibels", GAIN, ("-6",))]
Hertz = Annotated[float, Notation(_hertz, "a pitch in Hz", rf"{NUMBER} *(?:Hz)?", ("220", "293.66"))]
Share = Annotated[float, Notation(_share, "a share", NUMBER, ("0.2",))]


@dataclass(frozen=True)
class SoundForm:
    """The file of a cue, and a gain in decibels."""

    notation: ClassVar[Notation] = Notation(_file, "a file", r".*\S.*", ("inhale.wav",))

    file: str
    gain: Decibels = 0.0


@dataclass(frozen=True, kw_only=True)
class GlideForm:
    """A tone that moves with the pacer from `low` Hz, lungs empty, to `high` Hz, lungs full.

    A sine at `gain` decibels of full scale at its loudest; `overtones` are the levels of the next partials.
    """

    low: Hertz
    high: Hertz
    gain: Decibels = -26.0
    overtones: tuple[Share, ...] = ()

    def __post_init__(self) -> None:
        if len(self.overtones) > MOST_OVERTONES:
            message = f"a glide has at most {MOST_OVERTONES} overtones, not {len(self.overtones):,}"
            raise NotationError(message, "keep the first few; the ear hardly hears the others")


@dataclass(frozen=True, kw_only=True)
class PackForm:
    """`pack.yaml`: title, licence and origin of a pack, the file of each cue, and its glides."""

    pack: Id
    title: str
    licence: str
    origin: str
    gain: Decibels = 0.0
    cues: dict[Sound, SoundForm]
    glides: dict[Literal["inhale", "exhale"], GlideForm] = field(default_factory=dict)
