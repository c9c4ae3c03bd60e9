"""Words that ask for a key, which is the wrong thing to ask for where there is none: on a phone, on paper, by ear."""

import re

from leanbreath.score.phrases import capitalised

PRESS = r"\b(press|hit|tap|push) (?:the |a |any )?(?:space ?bar|space|key|enter|return)\b(?:[ -]key)?"
"""What is done to a key."""

TO_TAP = re.compile(PRESS, re.IGNORECASE)

PART = re.compile(rf"(?:^|[,;:]? )(?:(?:and|then|or) )*{PRESS}[^,;]*", re.IGNORECASE)
"""The part of a sentence that asks for a key."""


def without_keys(text: str) -> str:
    """Return a text without what it says about keys: of `Walk back, then press space.`, the first half."""
    sentences = (PART.sub("", each).lstrip(" ,;:") for each in re.split(r"(?<=[.!?…]) ", text))
    return " ".join(capitalised(_ended(each)) for each in sentences if re.search(r"\w", each))


def with_taps(text: str) -> str:
    """Return a text that asks for a tap instead: `Walk back, then tap.`."""
    return TO_TAP.sub(lambda found: "Tap" if found[1][0].isupper() else "tap", text)


def _ended(sentence: str) -> str:
    """Return a sentence with its full stop."""
    return sentence if sentence[-1] in ".!?…" else f"{sentence}."
