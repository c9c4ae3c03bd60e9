"""The table of kinds: everything that differs between kinds of segments and of work.

A new kind of work is a file in `routine/work`, one in `score/work`, a row in `WORK`, and perhaps a shape of the pacer.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, TypeVar

from leanbreath.routine.action_word import ActionWord
from leanbreath.routine.vocabulary import Side
from leanbreath.score.part import Part
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import SegmentKind
from leanbreath.score.work import breath, cadence, length, reps

PacerShape = Literal["disc", "track", "ring"]
T = TypeVar("T")


def _steady(phase: str | None, progress: float) -> float:
    return progress


def _no_pace(work: Any, words: Mapping[str, ActionWord]) -> str:
    return ""


def _no_breath(work: Any, phase: str | None, repetition: int, progress: float) -> float | None:
    return None


@dataclass(frozen=True, kw_only=True)
class SegmentTraits:
    """How segments of one kind behave, and how they are shown."""

    word: str = ""
    """What the screen says in a gap; work has the words of its drill."""

    big_word: str = ""
    """The same, short enough to be read from three metres."""

    noun: str = ""
    """What its repetitions are called: `breath 2 of 8`."""

    is_gap: bool = False

    is_counted: bool = False
    """Whether it is made of repetitions that a runner counts: halfway lies between two of them."""

    is_cyclic: bool = False
    """Whether the pacer moves once a segment, and a pause resumes at the start of the repetition.

    If not, the pacer moves once a passage, and a pause resumes at the same frame.
    """

    counts_down: bool = False
    """Whether its last three seconds tick."""

    glides: bool = False
    """Whether a tone glides while the breath goes in and out."""

    sides_are_feet: bool = False
    """Whether its sides are footfalls rather than a dose for each side."""

    printed_every: int | None = None
    """How many repetitions the line mode prints one line for; None to print its phases only."""

    prints_seconds: bool = False
    """Whether the line mode prints how long each phase is."""

    shows_lookahead: bool = False
    """Whether the screen shows its levels before they come."""

    lookahead_seconds: int = 24
    """How far ahead the screen shows the pacer."""

    pacer: PacerShape = "ring"

    level: Callable[[str | None, float], float] = _steady
    """How far out the pacer is (0 to 1), by the phase and how much of it has passed (0 to 1)."""


@dataclass(frozen=True, kw_only=True)
class WorkTraits(SegmentTraits):
    """How one kind of work is laid out and announced."""

    segment: SegmentKind

    parts: Callable[[Any, int, Side | None], Iterator[Part]]
    """The parts of the work, numbered on from a count of repetitions; sides alternate from the given one."""

    dose: Callable[[Any, Phrases], str]
    """How much there is to do, in words."""

    pace: Callable[[Any, Mapping[str, ActionWord]], str] = _no_pace
    """How fast its repetitions go, by the words for their parts; empty if it has no pace."""

    last_line: Callable[[Phrases], str] | None = None
    """What is said before the last repetition."""

    teaches_words: bool = False
    """Whether the words for the phases or parts are said in a drill's first repetition."""

    lung_level: Callable[[Any, str | None, int, float], float | None] = _no_breath
    """How full the lungs are (0 to 1) if the work paces the breath: by phase, repetition and how much has passed."""


class UnknownKind(KeyError):
    """Raised for a kind without a row in the table."""


class _Table(dict[str, T]):
    def __missing__(self, kind: str) -> T:
        raise UnknownKind(f'no kind "{kind}" in the table of leanbreath/score/kinds.py; rows: {", ".join(self)}')


GAPS: dict[str, SegmentTraits] = {
    "ready": SegmentTraits(word="Get ready", big_word="Ready", is_gap=True),
    "move": SegmentTraits(word="Move", big_word="Move", is_gap=True),
    "switch": SegmentTraits(word="Change sides", big_word="Switch", is_gap=True),
    "rest": SegmentTraits(word="Rest", big_word="Rest", is_gap=True),
    "wait": SegmentTraits(word="Wait", big_word="Wait", is_gap=True),
}

WORK: _Table[WorkTraits] = _Table(
    breath=WorkTraits(
        segment="breath",
        noun="breath",
        is_counted=True,
        is_cyclic=True,
        glides=True,
        prints_seconds=True,
        shows_lookahead=True,
        pacer="disc",
        level=breath.level,
        parts=breath.parts,
        dose=breath.dose,
        pace=breath.pace,
        last_line=attrgetter("last_breath"),
        teaches_words=True,
        lung_level=breath.lung_level,
    ),
    hold=WorkTraits(
        segment="hold",
        counts_down=True,
        parts=length.hold,
        dose=length.dose,
    ),
    reps=WorkTraits(
        segment="rep",
        noun="rep",
        is_counted=True,
        is_cyclic=True,
        printed_every=1,
        shows_lookahead=True,
        lookahead_seconds=12,
        pacer="track",
        level=reps.level,
        parts=reps.parts,
        dose=reps.dose,
        pace=reps.pace,
        last_line=attrgetter("last_rep"),
        teaches_words=True,
    ),
    cadence=WorkTraits(
        segment="beat",
        noun="step",
        is_cyclic=True,
        glides=True,
        sides_are_feet=True,
        printed_every=10,
        pacer="track",
        level=cadence.level,
        parts=cadence.parts,
        dose=cadence.dose,
        lung_level=cadence.lung_level,
    ),
    time=WorkTraits(
        segment="time",
        counts_down=True,
        parts=length.time,
        dose=length.dose,
    ),
)
"""Each kind of work by the key an author writes."""

SEGMENTS: _Table[SegmentTraits] = _Table(**GAPS, **{row.segment: row for row in WORK.values()})
"""Each kind of segment."""
