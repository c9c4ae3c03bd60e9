"""What a move makes of a session."""

from typing import NamedTuple

from leanbreath.session.score_edits import ScoreEdit
from leanbreath.session.timeline import Timeline


class Edit(NamedTuple):
    """A timeline after a move, and every edit of its score by then."""

    timeline: Timeline
    edits: tuple[ScoreEdit, ...] = ()
