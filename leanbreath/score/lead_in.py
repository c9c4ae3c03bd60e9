"""The lead-in to work: what comes, which side and how much, then how to get into place, all of it before it begins."""

from collections.abc import Iterator, Sequence

from leanbreath.routine.author_cue import AuthorCue
from leanbreath.score.introduction import introduction
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import Phrases

Forms = tuple[str, ...]
"""A line, then its shorter forms."""


def lead_in(passages: Sequence[Passage], index: int, phrases: Phrases, is_alone: bool = False) -> Iterator[Forms]:
    """Yield the lines that lead into the work at an index, in the order in which they are said.

    `is_alone` says that they are not said after other work, but when the session gets there by a key or from a wait.
    """
    if words := introduction(passages, index, phrases, is_alone):
        yield words.full, *words.shorter
    for cue in passages[index].postures:
        yield _wording(passages, index, cue), *cue.shorter


def gap_text(passage: Passage, phrases: Phrases) -> str | None:
    """Return what a gap says where it begins, before the lines that lead into the work after it."""
    if passage.kind == "switch" and passage.side:
        return phrases.switch[passage.side]
    if passage.kind == "rest":
        return phrases.rest if passage.say is None else passage.say
    return passage.say


def _wording(passages: Sequence[Passage], index: int, cue: AuthorCue) -> str:
    """Return how a cue is worded this time, if it has several wordings."""
    if len(cue.wordings) == 1:
        return cue.wordings[0]
    number = sum(cue in passages[each].postures for each in range(index))
    return cue.wordings[number % len(cue.wordings)]
