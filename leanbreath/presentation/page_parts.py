"""Parts that pages share: titled lists, sources and cautions, as lines of text."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from leanbreath.presentation.plain_words import caution_words
from leanbreath.routine.vocabulary import Caution

if TYPE_CHECKING:
    from leanbreath.advice.rules import CautionRule
    from leanbreath.routine.sources import Source

    Sources = Mapping[str, Source]
    CautionTexts = Mapping[Caution, CautionRule]


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as a list below a title; nothing if there are no lines."""
    listed = [f"  - {line}" for line in lines]
    if listed:
        yield title
        yield from listed


def source_lines(ids: Iterable[str], sources: "Sources") -> Iterator[str]:
    """Yield the title of each known source, behind its id."""
    known = [id for id in ids if id in sources]
    yield from (f"{id}: {title}" for id, title in zip(known, source_titles(known, sources), strict=True))


def source_titles(ids: Iterable[str], sources: "Sources") -> Iterator[str]:
    """Yield the title of each source, and how it was read if not at first hand."""
    for id in ids:
        second_hand = "; read second-hand" if sources[id].mark == "second-hand" else ""
        yield f"{sources[id].title}{second_hand}"


def caution_lines(ids: Iterable[Caution], texts: "CautionTexts") -> Iterator[str]:
    """Yield each caution in words, and what to do about it."""
    yield from (f"{caution_words(id)}: {texts[id].text}" for id in ids)
