"""How to get into place for a passage: the posture of its side first, then how the drill is set up."""

from textwrap import wrap

from leanbreath.score.passage import Passage


def set_up_lines(work: Passage) -> tuple[str, ...]:
    """Return the posture and the set-up lines, each once."""
    return tuple(dict.fromkeys(filter(None, (posture(work), *work.setup))))


def posture(work: Passage) -> str:
    """Return what is said at the start of this set on this side, or an empty text."""
    return next((cue.wordings[0] for cue in work.postures), "")


def whole_lines(lines: tuple[str, ...], columns: int, rows: int) -> tuple[str, ...]:
    """Return as many lines from the first on as fit whole into so many rows; at least one."""
    shown: list[str] = []
    for line in lines:
        rows -= len(wrap(line, max(columns, 1)))
        if shown and rows < 0:
            break
        shown.append(line)
    return tuple(shown)
