"""The words of a page, on which a runner taps instead of pressing a key."""

from dataclasses import replace

from leanbreath.score.compose import recompose
from leanbreath.score.key_words import with_taps
from leanbreath.score.score import Score


def page_wording(score: Score) -> Score:
    """Return a score that asks for a tap wherever its author, or the program, asks for a key."""
    phrases = replace(score.phrases, open_end=with_taps(score.phrases.open_end))
    passages = tuple(
        each._replace(title=with_taps(each.title), say=each.say and with_taps(each.say))
        if each.kind == "wait"
        else each
        for each in score.passages
    )
    return recompose(replace(score, phrases=phrases), passages)
