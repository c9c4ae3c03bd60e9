"""A take: which cues of a score sound, and where on the line of frames that is played."""

from typing import NamedTuple

from leanbreath.score.score import Score


class Region(NamedTuple):
    """The cues `first` to before `last` of a score; score frame f is played at frame f + `shift`.

    What lasts, such as a glide, is heard from frame `begin` to before `end`; words are broken off at `hush`. One that
    `continues` is another score put under what is heard, which goes on.
    """

    score: Score
    shift: int = 0
    first: int = 0
    last: int | None = None
    begin: int = 0
    end: int | None = None
    fade_out_at: int | None = None
    continues: bool = False
