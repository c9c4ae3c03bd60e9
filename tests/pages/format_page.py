"""The authors' page, `drills/README.md`, in parts: examples by their marks, sections, tables."""

import re
from typing import Any, NamedTuple

import pytest

from tests.terminal import ROOT

FOLDER = ROOT / "drills"
PAGE = (FOLDER / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"(?:^<!-- ([a-z-]+)(?: (\S+))? -->\n)?^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PROSE = FENCE.sub("", PAGE)


class Block(NamedTuple):
    """A code block: what it is an example of, the name of its file, its language and text, and where it stands."""

    mark: str
    name: str
    language: str
    text: str
    start: int


BLOCKS = [Block(*(part or "" for part in match.groups()), match.start()) for match in FENCE.finditer(PAGE)]


def marked(mark: str) -> list[Any]:
    """Return the blocks with a mark, as parameters of a test."""
    return [pytest.param(block, id=block.name or block.text[:40]) for block in BLOCKS if block.mark == mark]


def ticked(text: str) -> list[str]:
    """Return what stands between backticks."""
    return re.findall(r"`([^`\n]+)`", text)


def section(heading: str) -> str:
    """Return the prose below a heading, up to the next."""
    return re.split(r"\n#+ ", PROSE.split(f"# {heading}\n")[1])[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of the rows of the tables in a text, without their heads."""
    lines = re.findall(r"^\| (?!.*\n\|-)(.*) \|$", text, re.MULTILINE)
    return [line.split(" | ") for line in lines]


def anchors() -> set[str]:
    """Return the places on the page that a link can lead to."""
    headings = re.findall(r"^#+ (.*)$", PROSE, re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
