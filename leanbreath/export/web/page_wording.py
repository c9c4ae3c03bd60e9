"""The words of a page, on which a runner taps instead of pressing a key."""

import re
from dataclasses import replace

from leanbreath.score.compose import recompose
from leanbreath.score.score import Score

PRESS = re.compile(
    r"\b(press|hit|tap|push) (?:the |a |any )?(?:space ?bar|space|key|enter|return)\b(?:[ -]key)?", re.IGNORECASE
)


def with_taps(score: Score) -> Score:
    """Return a score that asks for a tap wherever its author, or the program, asks for a key."""
    phrases = replace(score.phrases, open_end=_tapped(score.phrases.open_end))
    passages = tuple(
        each._replace(title=_tapped(each.title), say=each.say and _tapped(each.say)) if each.kind == "wait" else each
        for each in score.passages
    )
    return recompose(replace(score, phrases=phrases), passages)


def _tapped(text: str) -> str:
    return PRESS.sub(lambda found: "Tap" if found[1][0].isupper() else "tap", text)
