"""A step of a card as a block: its figure, and next to it what to do."""

from collections.abc import Iterator
from typing import NamedTuple

from leanbreath.export.card.drawing import Picture, picture_of
from leanbreath.export.card.paragraph import Measure, Paragraph, Run, Style, Text, paragraph
from leanbreath.export.card.rows import Group, Row

INDENT = 4.0
"""How far the steps of a group are moved in, for the line beside them."""

BETWEEN = 3.0
"""Between figure and text, and below a step."""


class Level(NamedTuple):
    """How generous a layout is: columns, the size of figures in millimetres, of titles and text in points.

    A text has at most so many `lines`, and a step so many `cues`. `about` and `advice` say whether there is room for
    what the routine is about, and for what to do about a caution; a bare step has no words that are called out.
    """

    columns: int
    figure_width: float
    figure_height: float
    title: float
    body: float
    lines: int
    cues: int
    about: bool
    advice: bool
    is_bare: bool = False

    @property
    def space(self) -> float:
        """The room below a step."""
        return BETWEEN if self.lines > 1 else 1.0


class Block(NamedTuple):
    """A step or the heading of a group, from its own upper left corner; one that `leads_on` stays with the next."""

    width: float
    height: float
    texts: tuple[Text, ...]
    pictures: tuple[Picture, ...] = ()
    groups: tuple[str, ...] = ()
    leads_on: bool = False


def block_of(entry: Group | Row, level: Level, width: float, measure: Measure) -> Block:
    """Return the block of a step or of the heading of a group."""
    if isinstance(entry, Group):
        return _heading(entry, level, width, measure)
    return _drill(entry, level, width, measure) if entry.kind == "drill" else _gap(entry, level, width, measure)


def _heading(group: Group, level: Level, width: float, measure: Measure) -> Block:
    body = Style(level.body)
    runs: list[Run] = [(f"{group.title}:", body._replace(bold=True))] if group.title else []
    runs += [(f"{group.label}.", body._replace(bold=True)), (group.times, body)]
    indent = INDENT * (len(group.groups) + 1)
    text = paragraph(runs, width - indent, measure, level.lines)
    groups = (*group.groups, group.number)
    return Block(width, text.height + 1.0, _moved(text, indent, 0.0), groups=groups, leads_on=True)


def _drill(row: Row, level: Level, width: float, measure: Measure) -> Block:
    indent = INDENT * len(row.groups)
    across = indent + (level.figure_width + BETWEEN if level.figure_height else 0.0)
    title = Style(level.title, bold=True)
    parts = [_head(row, title, width - across, measure, level.lines)]
    parts += [paragraph(runs, width - across, measure, level.lines) for runs in _lines(row, level)]
    texts: list[Text] = []
    down = 0.0
    for part in parts:
        texts += _moved(part, across, down)
        down += part.height
    pictures: tuple[Picture, ...] = ()
    if row.figure and level.figure_height:
        pictures = (picture_of(row.figure, indent, 0.5, level.figure_width, level.figure_height),)
    height = max([down, *(each.top + each.height for each in pictures)]) + level.space
    return Block(width, height, tuple(texts), pictures, row.groups)


def _head(row: Row, style: Style, width: float, measure: Measure, lines: int) -> Paragraph:
    """Return the number and the title of a step, with its time to the right of the first line."""
    number = paragraph([(row.number, style._replace(bold=False))], width / 4, measure, 1)
    time = paragraph([(row.time, style._replace(bold=False))], width / 4, measure, 1)
    across = number.width + measure(" ", style)
    title = paragraph([(row.title, style)], width - across - time.width - 2, measure, lines)
    texts = (*number.texts, *_moved(title, across, 0.0), *_moved(time, width - time.width, 0.0))
    return Paragraph(texts, max(title.height, number.height))


def _lines(row: Row, level: Level) -> Iterator[list[Run]]:
    """Yield the dose, the words that are called out, and the cues, each from a new line."""
    body = Style(level.body)
    yield [(f"{row.dose[:1].upper()}{row.dose[1:]}.", body)]
    if level.is_bare:
        return
    if row.actions:
        yield [*_actions(row, body)]
    elif row.pace:
        yield [(row.pace, body)]
    for cue in row.cues[: level.cues]:
        yield [(f"“{cue}”", body)]


def _actions(row: Row, body: Style) -> Iterator[Run]:
    """Yield the words that are called out, with their seconds, and a dot between two."""
    for number, action in enumerate(row.actions):
        if number:
            yield "·", body
        yield action.word.upper(), body._replace(bold=True)
        if action.seconds:
            yield action.seconds, body
    if row.pace:
        yield f"· {row.pace}", body


def _gap(row: Row, level: Level, width: float, measure: Measure) -> Block:
    """Return a move, rest or wait as a line or two across the column."""
    indent = INDENT * len(row.groups)
    body = Style(level.body)
    time = paragraph([(row.time, body)], width / 4, measure, 1)
    text = paragraph(_gap_runs(row, body), width - indent - time.width - 2, measure, level.lines)
    texts = (*_moved(text, indent, 0.0), *_moved(time, width - time.width, 0.0))
    return Block(width, text.height + level.space, texts, groups=row.groups)


def _gap_runs(row: Row, body: Style) -> Iterator[Run]:
    if row.number:
        yield row.number, body
    match row.kind:
        case "rest":
            yield f"{row.dose}.", body._replace(bold=True)
            yield row.title, body
        case "wait":
            yield "Wait:", body._replace(bold=True)
            yield f"{row.title} ({row.dose})" if row.dose else row.title, body
        case _:
            yield f"→ {row.title}", body._replace(bold=True)
            yield f"({row.dose})" if row.dose else "", body


def _moved(part: Paragraph, right: float, down: float) -> tuple[Text, ...]:
    return tuple(text.moved(right, down) for text in part.texts)
