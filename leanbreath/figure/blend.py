"""Blended pictures: characters of two colours, each mixed from what covers its part of the character."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from leanbreath.figure.coverage import QUARTER_SAMPLES, QuarterRow
from leanbreath.figure.dot_characters import QUADRANTS
from leanbreath.figure.picture import EMPTY, LEVELS, Blend, Mix, Rows, Run
from leanbreath.figure.shapes import Tag

Quarters = tuple[Mix, Mix, Mix, Mix]
"""The colours of a character's quarters: upper left, upper right, lower left, lower right."""

Shares = dict[Tag | None, float]
INK, WHOLE = (3, 5, 6, 1, 2, 4, 8), 15
"""The ways to split a character into ink and paper, as patterns of its quarters: halves first."""


class Mixes(dict[tuple[int, ...], Mix]):
    """The mix for each number of samples of some kinds, found when it is first looked up."""

    def __init__(self, tags: tuple[Tag, ...]) -> None:
        super().__init__()
        self._tags = tags

    def __missing__(self, counts: tuple[int, ...]) -> Mix:
        shares: Shares = dict(zip(self._tags, counts, strict=True))
        return self.setdefault(counts, nearest_mix({**shares, None: QUARTER_SAMPLES - sum(counts)}))


_mixes = lru_cache(maxsize=256)(Mixes)


def nearest_mix(shares: Shares) -> Mix:
    """Return the mix of the two kinds with the largest shares; equal colours are equal mixes."""
    (front, most), (back, rest), *_ = (*sorted(shares.items(), key=_by_share), (None, 0.0))
    level = round(LEVELS * most / (most + rest))
    if level == LEVELS:
        return Mix(front)
    swaps = front is None or (back is not None and 2 * level == LEVELS and back < front)
    return Mix(back, front, LEVELS - level) if swaps else Mix(front, back, level)


def _by_share(share: tuple[Tag | None, float]) -> tuple[float, str]:
    return -share[1], share[0] or ""


def mix_row(row: QuarterRow, columns: int) -> list[Mix]:
    """Return the mix of each quarter in a row."""
    mixes = _mixes(tuple(row))
    return [mixes[counts] for counts in zip(*row.values(), strict=True)] if row else [EMPTY] * columns


@lru_cache(maxsize=1 << 15)
def two_colours(quarters: Quarters) -> tuple[str, Blend]:
    """Return the character, its ink and its paper, that come nearest to four quarters; empty space is paper."""
    if len(set(quarters)) == 1:
        return " ", Blend(quarters[0], quarters[0])
    shares = [_shares(mix) for mix in quarters]
    _, pattern, (ink, paper) = min((_split(shares, pattern) for pattern in INK), key=lambda split: split[0])
    if ink == EMPTY:
        return QUADRANTS[WHOLE - pattern], Blend(paper, ink)
    return QUADRANTS[pattern], Blend(ink, paper)


def _split(shares: list[Shares], pattern: int) -> tuple[float, int, Blend]:
    """Return how far a split of a character is from its quarters, the split, and its colours."""
    sides = [[each for index, each in enumerate(shares) if pattern >> index & 1 == side] for side in (1, 0)]
    ink, paper = (nearest_mix(_sum(side)) for side in sides)
    away = sum(_distance(each, _shares(mix)) for side, mix in zip(sides, (ink, paper), strict=True) for each in side)
    return away, pattern, Blend(ink, paper)


def _shares(mix: Mix) -> Shares:
    return {mix.back: LEVELS - mix.level, mix.front: mix.level}


def _sum(shares: list[Shares]) -> Shares:
    total: Shares = {}
    for each in shares:
        for tag, share in each.items():
            total[tag] = total.get(tag, 0.0) + share
    return total


def _distance(one: Shares, other: Shares) -> float:
    return sum((one.get(tag, 0.0) - other.get(tag, 0.0)) ** 2 for tag in one.keys() | other.keys())


def blended_rows(rows: Iterable[QuarterRow], columns: int) -> Rows:
    """Return rows of quarters, two to a character in either direction, as rows of characters."""
    mixed = [mix_row(row, 2 * columns) for row in rows]
    return tuple(_characters(upper, lower) for upper, lower in zip(mixed[::2], mixed[1::2], strict=True))


def _characters(upper: list[Mix], lower: list[Mix]) -> tuple[Run, ...]:
    """Return a row of characters in runs of one look."""
    quarters = zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
    return tuple(_run(one, len(tuple(run))) for one, run in groupby(map(two_colours, quarters)))


@lru_cache(maxsize=1 << 14)
def _run(character: tuple[str, Blend], count: int) -> Run:
    """Return a run, the same object for the same look, since many pictures are kept."""
    letter, blend = character
    return Run(letter * count, blend)
