"""A routine as it is recorded, for playing without keys or a screen, after an introduction in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from leanbreath.score.compose import recompose
from leanbreath.score.count_in import COUNT_IN_SECONDS, SECONDS_AFTER_WORDS, count_in, lines_in_turn, short_score
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.lean_gaps import with_lean_gaps
from leanbreath.score.passage import Passage, total_seconds
from leanbreath.score.recording_words import without_stops
from leanbreath.score.region import Region
from leanbreath.score.score import RATE, Score, Segment
from leanbreath.score.speech_pace import spoken_frames

ROUNDED_FROM = 90
"""From so many seconds on, a length is introduced in whole minutes."""


@dataclass(frozen=True)
class Recording:
    """What is heard: an introduction, if there is any, then a routine."""

    routine: Score
    introduction: Score | None = None

    @property
    def start(self) -> int:
        """The frame at which the routine begins."""
        return self.introduction.total if self.introduction else 0

    @property
    def total(self) -> int:
        """How many frames it has, without the tail of its last sound."""
        return self.start + self.routine.total

    @property
    def scores(self) -> tuple[Score, ...]:
        """Its scores, one after the other."""
        return (self.introduction, self.routine) if self.introduction else (self.routine,)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The same, for the mixer."""
        lead = (Region(self.introduction),) if self.introduction else ()
        return (*lead, Region(self.routine, self.start, begin=self.start))


def recorded_score(score: Score, wait: Fraction, gap: Fraction = Fraction(0)) -> Score:
    """Return a routine's score as it is recorded.

    Each wait lasts for `wait` seconds, or for its own most if that is less, and open work as long as it is expected to;
    both say how long. Before each lean drill there are at least `gap` seconds.
    """
    timed = with_timed_waits(score, wait)
    gapped = with_lean_gaps(timed.passages, gap, score.phrases)
    closed = recompose(score, without_stops(gapped, score.phrases))
    passages = tuple(_with_count_ins(closed, [each.is_open for each in gapped]))
    return recompose(closed, with_lean_gaps(passages, gap, score.phrases))


def _with_count_ins(score: Score, was_open: Sequence[bool]) -> Iterator[Passage]:
    """Yield the passages of a score with time to get ready where a session counts in.

    That is before work that comes first, and before work right after some that was open.
    """
    for index, passage in enumerate(score.passages):
        if passage.kind == "work" and (not index or was_open[index - 1]):
            lead = count_in(score, score.passage_span(index)[0], COUNT_IN_SECONDS, is_entry=True)
            ready = Passage("ready", passage.step, passage.title, passage.drill, Fraction(lead.total, RATE))
            yield ready._replace(rounds=passage.rounds, turn=passage.turn)
        yield passage


def introduction_texts(score: Score) -> tuple[str, ...]:
    """Return what introduces a recording: what it is and how long, what is needed, and how to be safe."""
    phrases, used = score.phrases, {need for passage in score.passages for need in passage.needs}
    length = phrases.length(_rounded(total_seconds(_counted(score.passages))))
    opening = phrases.opening_line.format(title=score.title.rstrip(".!?…"), length=length)
    needs = [words for need, words in phrases.needs.items() if need in used]
    needed = [phrases.you_need.format(needs=phrases.in_a_row(needs))] if needs else []
    return (opening, *needed, phrases.safety_reminder)


def recorded_introduction(score: Score, texts: tuple[str, ...]) -> Score:
    """Return the introduction of a recording, as long as its words and a second more."""
    lines = lines_in_turn(score, texts)
    end = lines[-1].at + spoken_frames(lines[-1].say or "", dict(score.spoken))
    total = (-(-end // RATE) + SECONDS_AFTER_WORDS) * RATE
    segment = Segment(0, total, "move", "", None, score.phrases.introduction_title)
    return short_score(score, segment, tuple(lines))


def _counted(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages that count in the total of a routine: neither waits nor the opening gap."""
    return (each for index, each in enumerate(passages) if each.kind != "wait" and (index or each.kind != "ready"))


def _rounded(seconds: Fraction) -> Fraction:
    return Fraction(60 * round(seconds / 60)) if seconds >= ROUNDED_FROM else seconds
