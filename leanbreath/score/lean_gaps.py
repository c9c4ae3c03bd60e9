"""Gaps before lean drills: time to get to clear ground, and words that say how much."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from leanbreath.score.lead_in import gap_text
from leanbreath.score.passage import Passage, total_seconds
from leanbreath.score.phrases import Phrases


def with_lean_gaps(passages: Sequence[Passage], seconds: Fraction, phrases: Phrases) -> tuple[Passage, ...]:
    """Return passages with at least so many seconds before each lean drill; a gap that gets longer says its length."""
    made: list[Passage] = []
    for index, passage in enumerate(passages):
        start = _gap_start(made)
        short = seconds - total_seconds(made[start:])
        if index and short > 0 and _begins_lean_drill(passages, index):
            made[start:] = _lengthened(made[start:], passage, short, phrases)
        made.append(passage)
    return tuple(made)


def added_seconds(passages: Sequence[Passage], seconds: Fraction, phrases: Phrases) -> Fraction:
    """Return how much longer passages get by such gaps."""
    return total_seconds(with_lean_gaps(passages, seconds, phrases)) - total_seconds(passages)


def has_lean_drill(passages: Sequence[Passage]) -> bool:
    """Return whether any passage is a lean drill."""
    return any(each.goal == "lean-skill" for each in passages)


def _gap_start(made: Sequence[Passage]) -> int:
    """Return where the gap after the last work begins."""
    return next((index + 1 for index in range(len(made) - 1, -1, -1) if made[index].kind == "work"), 0)


def _begins_lean_drill(passages: Sequence[Passage], index: int) -> bool:
    """Return whether a lean drill begins here, not only its next set or its other side."""
    passage = passages[index]
    earlier = (passages[each] for each in range(index - 1, -1, -1) if passages[each].kind == "work")
    before = next(earlier, None)
    is_same = before and (before.step, before.drill, before.rounds) == (passage.step, passage.drill, passage.rounds)
    return passage.kind == "work" and passage.goal == "lean-skill" and not is_same


def _lengthened(gap: Sequence[Passage], work: Passage, short: Fraction, phrases: Phrases) -> Iterator[Passage]:
    """Yield the passages of a gap, the last of them longer; a wait says its length anyway."""
    ready = Passage("ready", work.step, work.title, work.drill, rounds=work.rounds, turn=work.turn)
    *first, last = gap or (ready,)
    yield from first
    longer = last._replace(gap_seconds=last.gap_seconds + short, interval=None)
    words = phrases.place_gap.format(length=phrases.length(longer.gap_seconds))
    said = gap_text(last, phrases)
    yield longer if last.kind == "wait" else longer._replace(say=" ".join(filter(None, (said, words))))
