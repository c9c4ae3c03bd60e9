"""The look-ahead strip: the levels to come as hills and valleys that move towards the left edge, which is now."""

from leanbreath.figure.raster import Rows, Run, cell_rows

FLOOR_LEVEL = 0.08
"""The height of the lowest level."""


def draw_lookahead(levels: tuple[float | None, ...], columns: int, rows: int) -> Rows:
    """Return levels (0 to 1, None for no work), two per column, as filled hills; the nearest stands out."""
    if columns < 1 or rows < 1:
        return ((),) * max(rows, 0)
    high = rows * 4
    heights = [0 if each is None else max(round((FLOOR_LEVEL + (1 - FLOOR_LEVEL) * each) * high), 1) for each in levels]
    dots = [sum((height >= high - row) << place for place, height in enumerate(heights)) for row in range(high)]
    drawn = cell_rows(dots, columns)
    return tuple((Run(line[:1], "near"), Run(line[1:], "far")) for line in drawn)
