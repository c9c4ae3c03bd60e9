"""Lines that an author has spoken at a moment of a drill: `{at: half, say: "Still breathing?"}`.

A list of wordings is said in turn: `say: ["Still breathing?", "Jaw loose?"]`.
"""

import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, NamedTuple

from leanbreath.routine.basic_notations import LENGTH_PATTERN, Notation, NotationError, parse_length
from leanbreath.routine.field_types import WholeNumber
from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work.rep_part import NAME_PATTERN

ANCHORS = ("start", "half", "end", "last")


class CueTime(NamedTuple):
    """The time of a cue in a drill: a named moment or phase, or seconds from the start or the end."""

    name: str | None = None
    seconds: Fraction = Fraction(0)
    from_end: bool = False


def _parse_cue_time(text: str) -> CueTime:
    if text[:1].isdigit():
        return CueTime(None, parse_length(text))
    if text[:1] == "-":
        return CueTime(None, parse_length(text[1:]), from_end=True)
    return CueTime(unicodedata.normalize("NFC", text))


@dataclass(frozen=True, kw_only=True)
class AuthorCue:
    """A line to speak, and when."""

    at: Annotated[
        CueTime,
        Notation(
            _parse_cue_time,
            "a moment",
            f"-?(?:{LENGTH_PATTERN})|(?![0-9]){NAME_PATTERN}",
            ("start", "half", "end", "last", "inhale", "exhale", "10s", "-5s"),
        ),
    ]
    say: str | tuple[str, ...]
    short: str | None = None
    breath: WholeNumber | None = None
    rep: WholeNumber | None = None
    set: WholeNumber | None = None
    round: WholeNumber | None = None
    side: Side | None = None

    def __post_init__(self) -> None:
        if not self.wordings:
            raise NotationError('"say" is empty', "write some text")

    @property
    def is_posture(self) -> bool:
        """Whether it says how to get into place: it is for the start of the drill, not of a breath or a rep."""
        return self.at.name == "start" and self.breath is None and self.rep is None

    @property
    def wordings(self) -> tuple[str, ...]:
        """What is said, in turn if there are several ways to say it."""
        return (self.say,) if isinstance(self.say, str) else self.say

    @property
    def shorter(self) -> tuple[str, ...]:
        """Its shorter form, if there is one."""
        return (self.short,) if self.short else ()
