"""How to get into place for a passage: the posture of its side first, then how the drill is set up."""

from textwrap import wrap

from leanbreath.routine.author_cue import AuthorCue
from leanbreath.score.passage import Passage
from leanbreath.score.placed_passage import cue_is_for


def set_up_lines(work: Passage) -> tuple[str, ...]:
    """Return the posture and the set-up lines, each once."""
    return tuple(dict.fromkeys(filter(None, (posture(work), *work.setup))))


def posture(work: Passage) -> str:
    """Return what is said at the start of this set on this side, or an empty text."""
    return next((cue.wordings[0] for cue in work.cues if _is_posture(cue) and cue_is_for(cue, work)), "")


def _is_posture(cue: AuthorCue) -> bool:
    return cue.at.name == "start" and cue.breath is None and cue.rep is None


def whole_lines(lines: tuple[str, ...], columns: int, rows: int) -> tuple[str, ...]:
    """Return as many lines from the first on as fit whole into so many rows; at least one."""
    shown: list[str] = []
    for line in lines:
        rows -= len(wrap(line, max(columns, 1)))
        if shown and rows < 0:
            break
        shown.append(line)
    return tuple(shown)
