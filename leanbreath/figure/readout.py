"""The readout: the word, the pacer and the number of one moment, in one column that is read from three metres."""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from leanbreath.figure.letters import PITCH, draw_letters, fit_letters, letters_width
from leanbreath.figure.pacer import DOT_HIGH, draw_pacer, ring_hole, ring_radius, ring_steps
from leanbreath.figure.picture import Rows, Run
from leanbreath.figure.shapes import Tag
from leanbreath.score.kinds import PacerShape
from leanbreath.text_width import centred

LEVELS = 96
"""How many levels of a disc or a dot are told apart; more would look the same."""

TALL_ROWS = 9
"""From so many rows on, word and number stand one above the other; in fewer they share the rows."""

WORD_SHARE, TWO_LINE_SHARE, ALONE_SHARE = 0.33, 0.55, 0.6
"""How much of the height a word takes: in one line, in two, and with nothing below it."""

MARGIN_SHARE = 0.05
"""How much of the room stays free at each side and above."""

MIN_RING_RADIUS = 7.0
"""The radius in dots of the smallest ring with a legible number inside."""

DISC_SHARE = 0.45
"""How much of the width a disc takes with a number after it."""

TOTAL_SHARE, MIN_PITCH, MIN_ROWS = 0.6, 5, 4
"""How large the total is next to the number, and the fewest dots across and rows of a legible digit."""


class Readout(NamedTuple):
    """What a column says: a word and a line under it, the shape of the pacer, a number, and of how many it is.

    Where there are `keys` they take the place of pacer and number.
    """

    word: str = ""
    sub_word: str = ""
    number: str = ""
    total: str = ""
    shape: PacerShape | None = None
    level: float = 0.0
    keys: tuple[tuple[str, str], ...] = ()


def draw_readout(readout: Readout, columns: int, rows: int) -> Rows:
    """Return a readout as `rows` rows of `columns` characters."""
    if columns < 1 or rows < 1:
        return ((),) * max(rows, 0)
    steps = ring_steps(columns, rows) if readout.shape == "ring" else LEVELS
    return _drawn(readout._replace(level=round(readout.level * steps) / steps), columns, rows)


@lru_cache(maxsize=512)
def _drawn(readout: Readout, columns: int, rows: int) -> Rows:
    """Return a readout with some room around it."""
    is_tall = rows >= TALL_ROWS
    side, above = (round(columns * MARGIN_SHARE), round(rows * MARGIN_SHARE)) if is_tall else (0, 0)
    inner = _column(readout, columns - 2 * side, rows - above)
    margin = _empty(side, 1)[0]
    return (*_empty(columns, above), *((*margin, *row, *margin) for row in inner))


def _column(readout: Readout, columns: int, rows: int) -> Rows:
    if rows < TALL_ROWS and _fits_in_half(readout, columns, rows):
        half = columns // 2
        return _side_by_side(_words(readout, half - 1, rows), _number(readout, columns - half - 1, rows), 2)
    if rows < TALL_ROWS and readout.word and not _is_alone(readout):
        readout = readout._replace(sub_word="")
    above = _word_rows(readout, columns, rows)
    gap = int(0 < above < rows - 1 and rows >= TALL_ROWS and not (readout.sub_word and readout.shape == "ring"))
    below = rows - above - gap
    return (*_words(readout, columns, above), *_empty(columns, gap), *_number(readout, columns, below))


def _is_alone(readout: Readout) -> bool:
    """Return whether there is nothing below the word."""
    return not (readout.number or readout.shape or readout.keys)


def _fits_in_half(readout: Readout, columns: int, rows: int) -> bool:
    """Return whether the word is legible in half of the width."""
    is_legible = bool(readout.word) and fit_letters(readout.word, columns // 2 - 1, rows - 1).is_legible
    return is_legible and not _is_alone(readout)


def _word_rows(readout: Readout, columns: int, rows: int) -> int:
    """Return how many rows the word and the line under it take."""
    under = int(bool(readout.sub_word))
    if not readout.word:
        return min(under, rows)
    if _is_alone(readout):
        return min(max(round(rows * ALONE_SHARE), 3) + under, rows)
    if rows < TALL_ROWS:
        return -(-rows // 2)
    is_long = len(fit_letters(readout.word, columns, round(rows * TWO_LINE_SHARE)).lines) > 1
    return min(max(round(rows * (TWO_LINE_SHARE if is_long else WORD_SHARE)), 2) + under, rows)


def _words(readout: Readout, columns: int, rows: int) -> Rows:
    """Return the word with the line under it."""
    under = int(bool(readout.sub_word) and rows > 0)
    word = _tagged(draw_letters(readout.word, columns, rows - under), "word") if readout.word else ()
    word = (*word, *_empty(columns, rows - under - len(word)))
    return (*word, (Run(centred(readout.sub_word, columns), "word"),)) if under else word


def _number(readout: Readout, columns: int, rows: int) -> Rows:
    """Return the pacer with the number, or the keys."""
    if rows < 1:
        return ()
    if readout.keys:
        return _key_rows(readout.keys, columns, rows)
    match readout.shape:
        case "disc":
            return _disc_and_number(readout, columns, rows)
        case "ring" if ring_radius(columns, rows) >= MIN_RING_RADIUS:
            return _number_in_ring(readout, columns, rows)
        case "track" if rows > MIN_ROWS:
            high = DOT_HIGH if rows >= 2 * DOT_HIGH + 1 else 1
            gap = int(rows > high + 3)
            count = _figures(readout, columns, rows - high - gap)
            return (*count, *_empty(columns, gap), *draw_pacer("track", readout.level, columns, high))
        case _:
            return _figures(readout, columns, rows)


def _disc_and_number(readout: Readout, columns: int, rows: int) -> Rows:
    if not readout.number:
        return draw_pacer("disc", readout.level, columns, rows)
    wide = round(columns * DISC_SHARE) // 2 * 2
    pacer = draw_pacer("disc", readout.level, wide, rows)
    return _side_by_side(pacer, _figures(readout, columns - wide - 2, rows), 2)


def _number_in_ring(readout: Readout, columns: int, rows: int) -> Rows:
    """Return a ring with the number inside."""
    drawn = draw_pacer("ring", readout.level, columns, rows)
    if not readout.number:
        return drawn
    hole = ring_hole(columns, rows)
    share = {1: 0.6, 2: 0.8}.get(len(readout.number), 0.9)
    wide, high = 2 * int(hole * share) + columns % 2, round(hole * (1 - share**2) ** 0.5)
    left, top = (columns - wide) // 2, (rows - high) // 2
    inside = _figures(readout, wide, high)
    middle = (_overlaid(drawn[top + row], inside[row], left, wide) for row in range(high))
    return (*drawn[:top], *middle, *drawn[top + high :])


def _overlaid(under: tuple[Run, ...], over: tuple[Run, ...], left: int, wide: int) -> tuple[Run, ...]:
    """Return a row with another laid over `wide` columns of it, from `left` on."""
    return (*_cut(under, 0, left), *over, *_cut(under, left + wide, sum(len(run.text) for run in under)))


def _cut(runs: tuple[Run, ...], first: int, last: int) -> tuple[Run, ...]:
    """Return the columns of a row from `first` to before `last`."""
    cut, at = [], 0
    for run in runs:
        text = run.text[max(first - at, 0) : max(last - at, 0)]
        at += len(run.text)
        if text:
            cut.append(Run(text, run.look))
    return tuple(cut)


def _figures(readout: Readout, columns: int, rows: int) -> Rows:
    """Return the number, with that of how many after it, smaller."""
    if not readout.number:
        return _empty(columns, rows)
    pitch = _largest_pitch(readout, columns, rows)
    if pitch is None:
        whole = f"{readout.number}/{readout.total}" if readout.total else readout.number
        return _tagged(draw_letters(whole, columns, rows), "number")
    wide, after = _widths(readout, pitch)
    left, low = (columns - wide - after) // 2, max(round(rows * TOTAL_SHARE), MIN_ROWS)
    large = draw_letters(readout.number, wide, rows)
    small = (*(" " * after,) * (rows - low), *draw_letters(f"/{readout.total}", after, low))
    right = " " * (columns - left - wide - after)
    return _tagged(tuple(" " * left + one + two + right for one, two in zip(large, small, strict=True)), "number")


def _largest_pitch(readout: Readout, columns: int, rows: int) -> int | None:
    """Return the dots from one digit to the next at which a number and its total fit, None if they never do."""
    if not readout.total or rows < MIN_ROWS:
        return None
    largest = round(fit_letters(readout.number, columns, rows).scale * PITCH)
    return next((pitch for pitch in range(largest, MIN_PITCH - 1, -1) if sum(_widths(readout, pitch)) <= columns), None)


def _widths(readout: Readout, pitch: int) -> tuple[int, int]:
    """Return how wide the number and its total are."""
    small = max(round(pitch * TOTAL_SHARE), MIN_PITCH)
    number, total = letters_width(readout.number), letters_width(f"/{readout.total}")
    return ceil(number * pitch / PITCH) + 1, ceil(total * small / PITCH)


def _key_rows(keys: tuple[tuple[str, str], ...], columns: int, rows: int) -> Rows:
    """Return as many keys as fit, in a column in the middle."""
    wide = max(len(symbol) for symbol, _ in keys)
    lines = [f"{symbol:>{wide}}  {label}" for symbol, label in keys[:rows]]
    left = max((columns - max(map(len, lines))) // 2, 0)
    shown = tuple((Run((" " * left + line)[:columns].ljust(columns), "word"),) for line in lines)
    return (*shown, *_empty(columns, rows - len(shown)))


def _side_by_side(left: Rows, right: Rows, gap: int) -> Rows:
    return tuple((*one, Run(" " * gap, None), *two) for one, two in zip(left, right, strict=True))


def _tagged(lines: tuple[str, ...], tag: Tag) -> Rows:
    return tuple((Run(line, tag),) for line in lines)


def _empty(columns: int, rows: int) -> Rows:
    return ((Run(" " * columns, None),),) * max(rows, 0)
