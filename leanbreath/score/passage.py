"""Passages: a routine unrolled into a sequence of work and gaps with exact lengths, not yet in frames."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple

from leanbreath.routine.action_word import NO_WORDS, ActionWord
from leanbreath.routine.author_cue import AuthorCue
from leanbreath.routine.vocabulary import Goal, Muscle, Need, Position, Side, Stretch
from leanbreath.routine.work import Work

PassageKind = Literal["work", "ready", "move", "switch", "rest", "wait"]


class Round(NamedTuple):
    """One round of the repeat at a step: its number from 1, and how many rounds there are."""

    step: str
    number: int
    of: int
    title: str = ""


class Passage(NamedTuple):
    """One set of a drill on one side, or a gap between two sets.

    `rounds` are those it belongs to, one for each repeat around it, the outermost first; `set` counts within them.
    `turn` is the side whose turn it is where several drills are done on one side, then on the other.
    A rest with an `interval` fills it: so many seconds lie between the starts of the rounds before and after. A wait
    lasts at most `most_seconds`, None if only a key ends it. `added` is work the runner asked for during the session,
    `alternates_from` the first side of alternating work, `setup` how to get into place, and `position` and `needs` tell
    where that is. `words` say what is done, by phase or part, and `spoken` is the title as it is said, if it differs
    from the written one. `targets` are the muscles it works on, `stretch` is how it stretches them, and
    `goal` is what the drill is for.
    """

    kind: PassageKind
    step: str
    title: str
    drill: str | None = None
    gap_seconds: Fraction = Fraction(0)
    most_seconds: Fraction | None = None
    work: Work | None = None
    added: tuple[Work, ...] = ()
    side: Side | None = None
    alternates_from: Side | None = None
    set: int = 1
    sets: int = 1
    say: str | None = None
    cues: tuple[AuthorCue, ...] = ()
    setup: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    turn: Side | None = None
    interval: Fraction | None = None
    position: Position | None = None
    needs: tuple[Need, ...] = ()
    words: Mapping[str, ActionWord] = NO_WORDS
    spoken: str = ""
    targets: tuple[Muscle, ...] = ()
    stretch: Stretch = "none"
    goal: Goal | None = None

    @property
    def said_title(self) -> str:
        """The title as it is said."""
        return self.spoken or self.title

    @property
    def round(self) -> Round | None:
        """The round that is counted: that of the innermost repeat with several rounds; None without one."""
        return next((each for each in reversed(self.rounds) if each.of > 1), None)

    def has(self, cue: AuthorCue) -> bool:
        """Return whether a cue may be said here: on this side, in this set, in this round."""
        number = self.round.number if self.round else 1
        return cue.side in (None, self.side) and cue.set in (None, self.set) and cue.round in (None, number)

    @property
    def postures(self) -> tuple[AuthorCue, ...]:
        """What the author says about how to get into place, before the work begins."""
        return tuple(cue for cue in self.cues if cue.is_posture and self.has(cue))

    @property
    def is_open(self) -> bool:
        """Whether it is work that lasts until the runner ends it."""
        return self.work is not None and self.work.is_open

    @property
    def works(self) -> Iterator[Work]:
        """The work of this passage, then what was added."""
        if self.work is not None:
            yield self.work
        yield from self.added

    @property
    def seconds(self) -> Fraction:
        """The exact length."""
        if self.added:
            return self.gap_seconds + sum((work.seconds for work in self.works), Fraction(0))
        return self.work.seconds if self.work is not None else self.gap_seconds


def total_seconds(passages: Iterable[Passage]) -> Fraction:
    """Return how long some passages take, without waits that end by a key."""
    lengths = [each.seconds for each in passages]
    denominator = lcm(*{seconds.denominator for seconds in lengths})
    return Fraction(sum(each.numerator * (denominator // each.denominator) for each in lengths), denominator)
