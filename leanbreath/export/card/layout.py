"""Where everything stands on a card, in millimetres: one page of A4 that can be printed on Letter paper too.

There are layouts from generous to sparing. The first that fits is taken; a more sparing one first has less text, then
smaller figures, then more columns, and none has type below `SMALLEST`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from leanbreath.export.card.blocks import Block, Level, block_of
from leanbreath.export.card.content import Card
from leanbreath.export.card.drawing import Picture
from leanbreath.export.card.paragraph import Measure, Paragraph, Run, Style, Text, paragraph
from leanbreath.export.card.rows import Row

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A4."""

SIDE, TOP, BOTTOM = 13.0, 16.0, 16.0
"""The margins. Letter is 5.9 mm wider and 17.6 mm lower: printed on it unscaled, 7 mm stay free above and below."""

WIDTH = PAGE_WIDTH - 2 * SIDE
GUTTER = 7.0
SMALLEST = 8.0
"""The smallest type, in points."""

MOST_SPACE, FOOT_SPACE = 8.0, 4.0
"""The most that is added between two steps where there is room, and what is above the cautions."""

TITLE_LINES = 2

CLOSE_ENOUGH = 0.5
"""How near to the same height the columns are."""

LEVELS = (
    # columns, figure, title and text, lines, cues, about, advice
    Level(1, 62, 48, 15, 11, 4, 2, True, True),
    Level(1, 46, 34, 14, 10.5, 4, 2, True, True),
    Level(2, 38, 42, 12, 10, 4, 2, True, True),
    Level(2, 36, 34, 12, 9.5, 4, 2, True, True),
    Level(2, 34, 29, 12, 9.5, 4, 2, True, True),
    Level(2, 32, 25, 11.5, 9, 4, 2, True, True),
    Level(2, 30, 21, 11, 9, 3, 2, True, True),
    Level(2, 28, 18, 11, 8.5, 3, 1, True, True),
    Level(2, 26, 16, 10.5, 8, 3, 1, True, True),
    Level(2, 26, 15, 10, 8, 3, 1, False, True),
    Level(3, 19, 17, 9.5, 8, 3, 1, False, True),
    Level(3, 18, 14, 9.5, 8, 3, 0, False, True),
    Level(3, 16, 11, 9, 8, 2, 0, False, True),
    Level(3, 14, 9, 9, 8, 2, 0, False, False),
    Level(3, 0, 0, 8.5, 8, 2, 0, False, False),
    Level(4, 0, 0, 8, 8, 1, 0, False, False),
    Level(4, 0, 0, 8, 8, 1, 0, False, False, is_bare=True),
)


class Rule(NamedTuple):
    """A straight line, and how thick it is."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float = 0.25


class Page(NamedTuple):
    """A card as it is printed; `left_out` is how many steps found no room on it."""

    texts: tuple[Text, ...]
    pictures: tuple[Picture, ...]
    rules: tuple[Rule, ...]
    left_out: int = 0


class _Placed(NamedTuple):
    """A block at its place."""

    block: Block
    left: float
    top: float


def page_of(card: Card, measure: Measure) -> Page:
    """Return the page of a card in the most generous layout that has room for all of it."""
    measure = cache(measure)  # every layout sets the same words
    for level in LEVELS:
        frame = _Frame.of(card, level, measure)
        if columns := _columns(card, level, frame.room, measure):
            return frame.page(columns, level)
    return frame.page(*_shortened(card, level, frame.room, measure))


class _Frame(NamedTuple):
    """What stands above and below the steps."""

    head: Paragraph
    head_rules: tuple[Rule, ...]
    foot: Paragraph

    @classmethod
    def of(cls, card: Card, level: Level, measure: Measure) -> "_Frame":
        head = _head(card, level, measure)
        rule = Rule(SIDE, TOP + head.height + 1.5, PAGE_WIDTH - SIDE, TOP + head.height + 1.5, 0.5)
        return cls(head, (rule,), _foot(card, level, measure))

    @property
    def body_top(self) -> float:
        return TOP + self.head.height + 4.5

    @property
    def foot_top(self) -> float:
        return PAGE_HEIGHT - BOTTOM - self.foot.height

    @property
    def room(self) -> float:
        return self.foot_top - FOOT_SPACE - self.body_top

    def page(self, columns: list[list[Block]], level: Level, left_out: int = 0) -> Page:
        """Return the page with the steps in their columns, spread over the room there is."""
        placed = list(_placed(columns, self.body_top, self.room))
        texts = [text.moved(SIDE, TOP) for text in self.head.texts]
        texts += [text.moved(each.left, each.top) for each in placed for text in each.block.texts]
        texts += [text.moved(SIDE, self.foot_top) for text in self.foot.texts]
        pictures = [picture.moved(each.left, each.top) for each in placed for picture in each.block.pictures]
        foot_rule = Rule(SIDE, self.foot_top - 1.5, PAGE_WIDTH - SIDE, self.foot_top - 1.5)
        rules = (*self.head_rules, *_brackets(placed), foot_rule)
        return Page(tuple(texts), tuple(pictures), rules, left_out)


def _head(card: Card, level: Level, measure: Measure) -> Paragraph:
    """Return the title with the time beside it, what the routine is for, and what it needs."""
    length = paragraph([(card.length, Style(22, True))], WIDTH / 2, measure, 1)
    waits = paragraph([(card.waits, Style(9))], WIDTH / 2, measure, 1)
    right = max(length.width, waits.width)
    title = paragraph([(card.title, Style(22, True))], WIDTH - right - GUTTER, measure, TITLE_LINES)
    if len({text.top for text in title.texts}) > 1:
        title = paragraph([(card.title, Style(15, True))], WIDTH - right - GUTTER, measure, TITLE_LINES)
    runs: list[Run] = [(f"{card.occasion[:1].upper()}{card.occasion[1:]}.", Style(10, True))] if card.occasion else []
    runs.append((card.needs, Style(10)))
    needs = paragraph(runs, WIDTH - right - GUTTER, measure, 2)
    about = paragraph([(card.about, Style(9))], WIDTH, measure, 3) if level.about else Paragraph((), 0.0)
    sides = [*_right_aligned(length, 0.0), *_right_aligned(waits, length.height)]
    down = title.height + 0.5
    texts = [*title.texts, *(each.moved(0, down) for each in needs.texts), *sides]
    down = max(down + needs.height, length.height + waits.height) + 0.5
    return Paragraph((*texts, *(each.moved(0, down) for each in about.texts)), down + about.height)


def _right_aligned(texts: Paragraph, down: float) -> Iterator[Text]:
    return (text.moved(WIDTH - texts.width, down) for text in texts.texts)


def _foot(card: Card, level: Level, measure: Measure) -> Paragraph:
    """Return the cautions in two columns, and below them the safety text and where the card comes from."""
    texts: list[Text] = []
    down = 0.0
    if card.cautions:
        heading = paragraph([("Take care", Style(10, True))], WIDTH, measure)
        texts += heading.texts
        cautions = _advice(card, measure) if level.advice else _who(card, measure)
        texts += [text.moved(0, heading.height) for text in cautions.texts]
        down = heading.height + cautions.height + 1.5
    small = Style(SMALLEST)
    last = paragraph([(card.safety, small._replace(bold=True)), (card.origin, small)], WIDTH, measure)
    texts += [text.moved(0, down) for text in last.texts]
    return Paragraph(tuple(texts), down + last.height)


def _advice(card: Card, measure: Measure) -> Paragraph:
    """Return each caution with what to do about it, in two columns of about the same height."""
    wide, small = (WIDTH - GUTTER) / 2, Style(SMALLEST)
    each = [
        paragraph([(f"{who}:", small._replace(bold=True)), (advice, small)], wide, measure)
        for who, advice in card.cautions
    ]
    texts: list[Text] = []
    for number, column in enumerate(_halves(each)):
        down = 0.0
        for one in column:
            texts += [text.moved(number * (wide + GUTTER), down) for text in one.texts]
            down += one.height
    return Paragraph(tuple(texts), max(sum(one.height for one in column) for column in _halves(each)))


def _halves(each: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return paragraphs in two columns of which the taller one is as low as can be."""
    cuts = ((each[:at], each[at:]) for at in range(len(each) + 1))
    return min(cuts, key=lambda cut: max(sum(one.height for one in column) for column in cut))


def _who(card: Card, measure: Measure) -> Paragraph:
    """Return who should take care, as one list."""
    who = "; ".join(each.who for each in card.cautions)
    return paragraph([(f"{who}.", Style(SMALLEST))], WIDTH, measure)


def _columns(card: Card, level: Level, room: float, measure: Measure) -> list[list[Block]] | None:
    """Return the blocks of a card in columns of about the same height, or None if they don't fit."""
    wide = column_width(level)
    blocks = [block_of(entry, level, wide, measure) for entry in card.entries]
    if len(_filled(blocks, room)) > level.columns or any(each.height > room for each in blocks):
        return None
    low, high = sum(each.height for each in blocks) / level.columns, room
    while high - low > CLOSE_ENOUGH:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(blocks, middle)) <= level.columns else (middle, high)
    return _filled(blocks, high)


def column_width(level: Level) -> float:
    """Return the width of a column."""
    return (WIDTH - (level.columns - 1) * GUTTER) / level.columns


def _filled(blocks: list[Block], height: float) -> list[list[Block]]:
    """Return blocks in columns of at most a height; a block that leads to the next one doesn't end a column."""
    columns: list[list[Block]] = [[]]
    filled = 0.0
    for index, block in enumerate(blocks):
        chain = block.height
        for following, before in zip(blocks[index + 1 :], blocks[index:], strict=False):
            if not before.leads_on:
                break
            chain += following.height
        is_led_to = index > 0 and blocks[index - 1].leads_on
        if columns[-1] and filled + chain > height + 1e-6 and not is_led_to:
            columns.append([])
            filled = 0.0
        columns[-1].append(block)
        filled += block.height
    return columns


def _shortened(card: Card, level: Level, room: float, measure: Measure) -> tuple[list[list[Block]], Level, int]:
    """Return as many of the first steps as fit, the layout, and how many steps are left out."""

    def fitting(count: int) -> tuple[list[list[Block]] | None, int]:
        left_out = sum(isinstance(each, Row) for each in card.entries[count:])
        note = Row("move", "", "", f"… and {left_out} more steps")
        return _columns(card._replace(entries=(*card.entries[:count], note)), level, room, measure), left_out

    most = bisect_left(range(len(card.entries)), True, key=lambda count: fitting(count)[0] is None) - 1
    columns, left_out = fitting(max(most, 0))
    return columns or [[]], level, left_out


def _placed(columns: list[list[Block]], top: float, room: float) -> Iterator[_Placed]:
    """Yield each block at its place; what room is left goes between the blocks."""
    for number, column in enumerate(columns):
        spare = room - sum(each.height for each in column)
        space = min(spare / max(len(column) - 1, 1), MOST_SPACE)
        down = top
        for block in column:
            yield _Placed(block, SIDE + number * (block.width + GUTTER), down)
            down += block.height + (0.0 if block.leads_on else space)


def _brackets(placed: list[_Placed]) -> Iterator[Rule]:
    """Yield a line along the steps of each group, in each column."""
    for left, column in groupby(placed, key=lambda each: each.left):
        blocks = list(column)
        for group in dict.fromkeys(group for each in blocks for group in each.block.groups):
            inside = [each for each in blocks if group in each.block.groups]
            at = left + 1.0 + 4.0 * inside[0].block.groups.index(group)
            yield Rule(at, inside[0].top, at, inside[-1].top + inside[-1].block.height - 1.0, 0.6)
