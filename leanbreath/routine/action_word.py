"""The words that name the action of a drill, by phase or part: `{there: hinge, six: [six, hollow]}`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, NamedTuple

from leanbreath.routine.basic_notations import Notation, NotationError

LONGEST_WORD = 16
"""The most characters of an action's name: it is read from three metres."""


class ActionWord(NamedTuple):
    """One or two words that name an action, and perhaps as many below them."""

    word: str
    sub_word: str | None = None


def _parse_word(text: str) -> str:
    if len(text.split()) > 2:
        raise NotationError(f'"{text}" has more than two words', "name the action in one or two")
    if len(text) > LONGEST_WORD:
        raise NotationError(f'"{text}" is longer than {LONGEST_WORD} characters', "use a shorter word")
    if not any(each.isalnum() for each in text):
        raise NotationError(f'"{text}" is no word', "name the action in one or two words")
    return " ".join(text.split())


Word = Annotated[str, Notation(_parse_word, "one or two words", r"\s*\S+(?:\s+\S+)?\s*", ("hinge", "big toe"))]
AuthorWord = Word | tuple[Word, Word]
"""How an author writes it: the word, or a list of the word and what is below it."""


def action_word(written: AuthorWord) -> ActionWord:
    """Return what an author wrote as an action's name."""
    return ActionWord(written) if isinstance(written, str) else ActionWord(*written)


NO_WORDS: Mapping[str, ActionWord] = MappingProxyType({})


def part_action(name: str, words: Mapping[str, ActionWord]) -> str:
    """Return what is done in a phase or part, in words within a sentence; empty for there and back without words."""
    if name in words:
        return words[name].word
    return "" if name in ("there", "back") else name.replace("-", " ")
