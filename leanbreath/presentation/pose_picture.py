"""A pose drawn in text: its start, and next to it the farthest point of its movement."""

from collections.abc import Callable, Sequence

from leanbreath.figure.key_shots import key_shots
from leanbreath.figure.picture import Run
from leanbreath.figure.pose_scene import Shot
from leanbreath.figure.shot_picture import blend_shot, draw_shot

MAX_COLUMNS, ROWS = 46, 20
GAP = Run("   ", None)


def picture_lines(start: Shot, columns: int, tint: Callable[[Run], str], is_blended: bool = False) -> tuple[str, ...]:
    """Return a picture as lines of at most so many columns; `tint` turns characters of one look into text."""
    shots = key_shots(start)
    width = min(MAX_COLUMNS, (columns - len(GAP.text)) // len(shots))
    draw = blend_shot if is_blended else draw_shot
    first, *others = (draw(shot, width, ROWS) for shot in shots)
    rows = [sum(((GAP, *other) for other in parts), row) for row, *parts in zip(first, *others, strict=True)]
    return tuple("".join(map(tint, row)).rstrip() for row in _without_margins(rows))


def _without_margins(rows: Sequence[tuple[Run, ...]]) -> Sequence[tuple[Run, ...]]:
    """Return rows without the empty ones above and below."""
    drawn = [index for index, row in enumerate(rows) if not all(run.is_empty for run in row)]
    return rows[drawn[0] : drawn[-1] + 1] if drawn else ()
