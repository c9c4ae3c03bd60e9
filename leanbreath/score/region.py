"""A region: which cues of a score are played, and where on the timeline."""

from typing import NamedTuple

from leanbreath.score.score import Score


class Region(NamedTuple):
    """The cues of a score from index `first` to before `last`; score frame f is played at frame f + `shift`.

    Sounds that last, such as a glide, are heard from frame `begin` to before `end`; words fade out at `fade_out_at`.
    A region that `continues` replaces the score of the one before while its sounds play on.
    """

    score: Score
    shift: int = 0
    first: int = 0
    last: int | None = None
    begin: int = 0
    end: int | None = None
    fade_out_at: int | None = None
    continues: bool = False
