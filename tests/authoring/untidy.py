"""Bundled files as an author in a hurry would leave them: keys in any order, comments anywhere, quotes of any kind."""

import re
from pathlib import Path

from hypothesis import strategies as st

from leanbreath.routine.library import bundled_folder

FILES = sorted(path for part in ("library", "routines") for path in (bundled_folder("drills") / part).rglob("*.yaml"))

PIECE = re.compile(r'(?:"(?:[^"\\]|\\.)*"|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\[[^\[\]]*\]|[^,"\[{])+')
"""One `key: value` of a mapping in braces."""


@st.composite
def untidy(draw: st.DrawFn) -> tuple[Path, str, list[str]]:
    """Draw a bundled file, a text that means the same, and the comments that were put into it."""
    path = draw(st.sampled_from(FILES))
    blocks = draw(st.permutations(_blocks(path.read_text("utf-8"))))
    lines = [_line(draw, line) for block in blocks for line in block]
    comments: list[str] = []
    for number in range(draw(st.integers(0, 4))):
        comments.append(f"note {number}, kept")
        _comment(draw, lines, comments[-1])
    end = draw(st.sampled_from(("\n", "\r\n")))
    return path, end.join(lines) + end * draw(st.integers(0, 3)), comments


def _blocks(text: str) -> list[list[str]]:
    """Return the lines of each key at the margin."""
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line[:1] not in (" ", ""):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _line(draw: st.DrawFn, line: str) -> str:
    """Return a line with its braces in another order, other quotes, or blanks at its end."""
    match = re.fullmatch(r"( *- )\{(.*)\}", line)
    if match:
        pieces = draw(st.permutations([piece.strip() for piece in PIECE.findall(match[2])]))
        line = f"{match[1]}{{ {' ,  '.join(pieces)} }}" if draw(st.booleans()) else f"{match[1]}{{{', '.join(pieces)}}}"
    if "'" not in line and "\\" not in line and draw(st.booleans()):
        line = line.replace('"', "'")
    return line + draw(st.sampled_from(("", "", " ", "   ")))


def _comment(draw: st.DrawFn, lines: list[str], comment: str) -> None:
    """Put a comment at the end of a line, or on one of its own, with blank lines about it."""
    at = draw(st.integers(0, len(lines) - 1))
    if draw(st.booleans()) and "#" not in lines[at]:
        lines[at] += f"  # {comment}"
    else:
        indent = " " * draw(st.integers(0, 4))
        lines[at:at] = [""] * draw(st.integers(0, 2)) + [f"{indent}# {comment}"]
