"""A lesson's page: its text, what to try and measure, and the sources it cites."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leanbreath.presentation.citations import with_numbers
from leanbreath.presentation.page_parts import source_titles
from leanbreath.routine.lesson import LINK, Lesson, links

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

TRY_NOW = "\n## Try it now"
"""The heading of the section that ends a lesson: a routine to start, and what to measure."""

COMMANDS = {"run": "run", "measure": "show", "drill": "show", "lesson": "show"}
"""The command for each kind of link."""

SOFT_BREAK = re.compile(r"\n *(?![ #|>*-]|[0-9]+\.)")
"""A line break within a paragraph."""


def lesson_page(id: str, markdown: str, sources: "Sources") -> Lesson:
    """Return a lesson with small numbers for the sources it cites, which are listed below it."""
    text, cited = with_numbers(markdown, sources)
    listed = "\n".join(f"{number}. {title}" for number, title in enumerate(source_titles(cited, sources), 1))
    below = f"\n## Sources\n\n{listed}\n" if listed else ""
    ending = tuple(links(markdown.partition(TRY_NOW)[2]))
    routines = (link.id for link in ending if link.kind == "run")
    measured = tuple(link.id for link in ending if link.kind == "measure")
    return Lesson(id, title_of(markdown), text + below, next(routines, ""), measured)


def with_commands(markdown: str) -> str:
    """Return a lesson's text with the command behind each link, for readers who can't click; in tables, with its id."""
    return "\n".join(LINK.sub(_with_id if line.startswith("|") else _with_command, line) for line in _lines(markdown))


def with_assessment_commands(markdown: str) -> str:
    """Return a lesson's text with commands in place of the links to assessments, which have no screen."""
    return "\n".join(LINK.sub(_assessment_with_command, line) for line in _lines(markdown))


def _lines(markdown: str) -> list[str]:
    return markdown.split("\n")


def _with_command(link: re.Match[str]) -> str:
    return f"{link[1]} (`leanbreath {COMMANDS[link[2]]} {link[3]}`)"


def _with_id(link: re.Match[str]) -> str:
    return f"{link[1]} (`{link[3]}`)"


def _assessment_with_command(link: re.Match[str]) -> str:
    is_in_table = link.string.startswith("|")
    return (_with_id if is_in_table else _with_command)(link) if link[2] == "measure" else link[0]


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
        yield with_commands(block.replace("\n", " ").replace("**", "").strip())
