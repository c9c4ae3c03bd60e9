"""A lesson's page: its text with the sources it cites."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leanbreath.presentation.page_parts import source_lines
from leanbreath.routine.lesson import Lesson

if TYPE_CHECKING:
    from leanbreath.presentation.page_parts import Sources

READING_ORDER = (
    "why-cant-i-lean-forward",
    "safety",
    "lower-belly-and-breath",
    "calves",
    "hip-flexors",
    "head-and-eyes",
    "how-much-lean",
    "what-the-evidence-says",
)

CITATION = re.compile(r"\bS\d\d\d?b?\b")

SOFT_BREAK = re.compile(r"\n *(?![ #|>*-]|[0-9]+\.)")
"""A line break within a paragraph."""


def lesson_page(id: str, markdown: str, sources: "Sources") -> Lesson:
    """Return a lesson with the sources it cites listed below it."""
    cited = sorted(set(CITATION.findall(markdown)) & set(sources))
    listed = "\n".join(f"- {line}" for line in source_lines(cited, sources))
    below = f"\n## Sources\n\n{listed}\n" if listed else ""
    return Lesson(id, title_of(markdown), markdown + below)


def title_of(markdown: str) -> str:
    """Return the title of a lesson: its first line."""
    return markdown.partition("\n")[0].lstrip("# ")


def in_reading_order(ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of lessons in the order to read them; unknown ones come last."""
    order = {id: number for number, id in enumerate(READING_ORDER)}
    return tuple(sorted(ids, key=lambda each: order.get(each, len(order))))


def paragraphs(markdown: str) -> Iterator[str]:
    """Yield each paragraph, heading and list item of a Markdown text as one line."""
    for block in markdown.split("\n\n"):
        yield from SOFT_BREAK.sub(" ", block).splitlines() or [""]
        yield ""


def plain_paragraphs(markdown: str) -> Iterator[str]:
    """Yield the paragraphs of a lesson below its title and above its first section, without Markdown."""
    for block in markdown.partition("\n## ")[0].split("\n\n")[1:]:
        yield block.replace("\n", " ").replace("**", "").strip()
