"""The look-ahead strip: the levels to come as hills and valleys that move towards the left edge, which is now."""

from leanbreath.figure.dot_characters import BLOCK_CHARACTERS
from leanbreath.figure.picture import Rows, Run

FLOOR_LEVEL = 0.08
"""The height of the lowest level."""

DOTS_PER_ROW = 4


def _hill(left: int, right: int) -> str:
    """Return the character with so many of its four dots set from below, at the left and at the right."""
    dots = (((left > low) | (right > low) << 1) << 2 * (DOTS_PER_ROW - 1 - low) for low in range(DOTS_PER_ROW))
    return BLOCK_CHARACTERS[sum(dots)]


HILLS = tuple(tuple(_hill(left, right) for right in range(DOTS_PER_ROW + 1)) for left in range(DOTS_PER_ROW + 1))


def draw_lookahead(levels: tuple[float | None, ...], columns: int, rows: int) -> Rows:
    """Return levels (0 to 1, None for no work), two per column, as filled hills; the nearest stands out."""
    if columns < 1 or rows < 1:
        return ((),) * max(rows, 0)
    high = rows * DOTS_PER_ROW
    heights = [0 if each is None else max(round((FLOOR_LEVEL + (1 - FLOOR_LEVEL) * each) * high), 1) for each in levels]
    heights += [0] * (2 * columns - len(heights))
    pairs = list(zip(heights[: 2 * columns : 2], heights[1 : 2 * columns : 2], strict=True))
    lines = (_line(pairs, low, high) for low in range(high - DOTS_PER_ROW, -1, -DOTS_PER_ROW))
    return tuple((Run(line[:1], "word"), Run(line[1:], "hill")) for line in lines)


def _line(pairs: list[tuple[int, int]], low: int, high: int) -> str:
    """Return the row of characters whose lowest dots are at a height."""
    dots = [min(max(height - low, 0), DOTS_PER_ROW) for height in range(high + 1)]
    return "".join([HILLS[dots[left]][dots[right]] for left, right in pairs])
