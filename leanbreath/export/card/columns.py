"""The steps of a card in columns of about the same height."""

from collections.abc import Sequence

from leanbreath.export.card.blocks import Block, Level, block_of
from leanbreath.export.card.paper import GUTTER, WIDTH
from leanbreath.export.card.paragraph import Measure
from leanbreath.export.card.rows import Group, Row

CLOSE_ENOUGH = 0.5
"""How near to the same height the columns are."""


def columns_of(entries: Sequence[Group | Row], level: Level, room: float, measure: Measure) -> list[list[Block]] | None:
    """Return the blocks of steps in columns of about the same height, or None if they don't fit."""
    wide = column_width(level)
    blocks = [block_of(entry, level, wide, measure) for entry in entries]
    if not _fit(_filled(blocks, room), level, room):
        return None
    low, high = sum(each.height for each in blocks) / level.columns, room
    while high - low > CLOSE_ENOUGH:
        middle = (low + high) / 2
        low, high = (low, middle) if _fit(_filled(blocks, middle), level, room) else (middle, high)
    return _filled(blocks, high)


def _fit(columns: list[list[Block]], level: Level, room: float) -> bool:
    """Return whether a page has room for columns."""
    return len(columns) <= level.columns and all(sum(each.height for each in column) <= room for column in columns)


def column_width(level: Level) -> float:
    """Return the width of a column."""
    return (WIDTH - (level.columns - 1) * GUTTER) / level.columns


def _filled(blocks: list[Block], height: float) -> list[list[Block]]:
    """Return blocks in columns of at most a height; a block that leads to the next one doesn't end a column."""
    columns: list[list[Block]] = [[]]
    filled = 0.0
    for index, block in enumerate(blocks):
        is_led_to = index > 0 and blocks[index - 1].leads_on
        if columns[-1] and not is_led_to and filled + _chain_height(blocks, index) > height:
            columns.append([])
            filled = 0.0
        columns[-1].append(block)
        filled += block.height
    return columns


def _chain_height(blocks: list[Block], index: int) -> float:
    """Return the height of a block with those that it leads to."""
    height = blocks[index].height
    while blocks[index].leads_on and index + 1 < len(blocks):
        index += 1
        height += blocks[index].height
    return height
