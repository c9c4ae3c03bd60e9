"""How to get into place for a passage: the posture of its side first, then how the drill is set up."""

from textwrap import wrap
from typing import TYPE_CHECKING

from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE

if TYPE_CHECKING:
    from leanbreath.session.status import Status

SETUP_FRAMES = 8 * RATE
"""So long before the end of a rest the setup of the next drill replaces what was said."""


def set_up_lines(work: Passage) -> tuple[str, ...]:
    """Return the posture and the set-up lines, each once."""
    return tuple(dict.fromkeys(filter(None, (posture(work), *work.setup))))


def posture(work: Passage) -> str:
    """Return what is said at the start of this set on this side, or an empty text."""
    return next((cue.wordings[0] for cue in work.postures), "")


def leads_to_work(status: "Status") -> bool:
    """Return whether the runner gets into place for work; a rest's own words are read first."""
    snapshot = status.snapshot
    shows_rest_line = snapshot.passage.kind == "rest" and bool(status.line) and snapshot.passage_left > SETUP_FRAMES
    return is_before_work(status) and not shows_rest_line


def is_before_work(status: "Status") -> bool:
    """Return whether the session is in a gap or a count-in that leads to work."""
    kind = status.snapshot.passage.kind
    return status.state in ("counting", "preparing") or (status.state == "playing" and kind not in ("work", "wait"))


def whole_lines(lines: tuple[str, ...], columns: int, rows: int) -> tuple[str, ...]:
    """Return as many lines from the first on as fit whole into so many rows; at least one."""
    shown: list[str] = []
    for line in lines:
        rows -= len(wrap(line, max(columns, 1)))
        if shown and rows < 0:
            break
        shown.append(line)
    return tuple(shown)
