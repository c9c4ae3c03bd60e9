"""The questions of the end card, each answered with one key; the answer stands in brackets."""

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from leanbreath.routine.vocabulary import Effort, LeanFelt, PainFelt
from leanbreath.session.feedback import Feedback

EFFORTS: dict[str, Effort] = {
    "0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9, "a": 10,
}  # fmt: skip
LEANS: dict[str, LeanFelt] = {"e": "easier", "s": "same", "d": "harder"}
PAINS: dict[str, PainFelt] = {"o": "none", "h": "some"}
"""The answer that each key gives; `h` means the same as in the session."""

PAIN_WORDS: dict[PainFelt, str] = {"none": "nothing hurt", "some": "something hurt"}


class Question(NamedTuple):
    """A question, and its answers with their keys."""

    asked: str
    answers: str


def answered(feedback: Feedback, key: str) -> Feedback:
    """Return the answers after a key; the same key again takes its answer back."""
    if key in EFFORTS:
        return feedback._replace(effort=_changed(feedback.effort, EFFORTS[key]))
    if key in LEANS:
        return feedback._replace(lean=_changed(feedback.lean, LEANS[key]))
    if key in PAINS:
        return feedback._replace(pain=_changed(feedback.pain, PAINS[key]))
    return feedback


A = TypeVar("A")


def _changed(before: A | None, given: A) -> A | None:
    return None if given == before else given


def feedback_questions(feedback: Feedback) -> Iterator[Question]:
    """Yield the questions with the answers so far."""
    effort = "" if feedback.effort is None else f"   [{feedback.effort} of 10]"
    yield Question("How hard was it?", f"0 easy to 9 hard · a all out{effort}")
    yield Question("Leaning felt", _choices(dict(LEANS), feedback.lean))
    pains = {key: PAIN_WORDS[pain] for key, pain in PAINS.items()}
    yield Question("And your body?", _choices(pains, PAIN_WORDS[feedback.pain] if feedback.pain else None))
    yield Question("A note", f"n [{feedback.note}]" if feedback.note else "n write one")


def _choices(words: dict[str, str], chosen: str | None) -> str:
    each = ((f"{key} {word}", word == chosen) for key, word in words.items())
    return " · ".join(f"[{text}]" if is_chosen else text for text, is_chosen in each)
