"""Prepares a text to be formatted: line ends, trailing blanks, and whether it is too tangled to rearrange."""

import re
from collections.abc import Iterator

import yaml

from leanbreath.routine.reader.syntax_errors import LOADER

UNICODE_BREAK = re.compile("[\x85\u2028\u2029]")
"""Characters that end a line in YAML, but in hardly any editor."""

TRAILING_BLANKS = re.compile("[ \t]+(?=\n)")


def clean(text: str) -> str:
    """Return a text with plain line feeds, one at its end, and without trailing blanks outside of scalars."""
    text = _with_final_line_feed(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    pieces: list[str] = []
    done = 0
    for scalar in _scalars(text):
        start, end = _span(scalar)
        pieces += (_tidy(text[done:start]), text[start:end])
        pieces += [" "] if text[end : end + 1] == "#" and scalar.style in ("'", '"') else []
        done = end
    whole = "".join((*pieces, _tidy(text[done:])))
    return whole if _keeps_empty_lines(text, scalar) and not text[done:].strip() else whole.strip("\n") + "\n"


def is_tangled(text: str) -> bool:
    """Return whether a text uses anchors, tags, explicit keys, rare line breaks, or scalars that keep empty lines."""
    events = list(yaml.parse(text, Loader=LOADER))
    shared = any(getattr(event, "anchor", None) or getattr(event, "tag", None) for event in events)
    kept = any(isinstance(event, yaml.ScalarEvent) and _keeps_empty_lines(text, event) for event in events)
    return shared or kept or bool(UNICODE_BREAK.search(text)) or _has_explicit_key(text)


def _tidy(gap: str) -> str:
    """Return the text between two scalars without trailing blanks."""
    lines = TRAILING_BLANKS.sub("", gap).split("\n")
    return "\n".join(map(_with_blank_before_comment, lines))


def _with_blank_before_comment(line: str) -> str:
    """Return a line with a blank before its comment, if there is anything before it."""
    content, mark, comment = line.partition("#")
    return f"{content} #{comment}" if mark and content and not content[-1].isspace() else line


def _with_final_line_feed(text: str) -> str:
    """Return a text that ends with a line feed and still means the same if its last line is in a block scalar."""
    if text.endswith("\n"):
        return text
    *_, last = _scalars(text)
    start, end = _span(last)
    if last.style in ("|", ">") and end == len(text):
        if last.value.endswith("\n"):
            return text.rstrip(" \t")
        header = re.match(r"[|>][0-9+-]*", text[start:])
        assert header
        ended = header[0] if "-" in header[0] else header[0].replace("+", "") + "-"
        text = text[:start] + ended + text[start + header.end() :]
    return text + "\n"


def _scalars(text: str) -> Iterator[yaml.ScalarEvent]:
    return (event for event in yaml.parse(text, Loader=LOADER) if isinstance(event, yaml.ScalarEvent))


def _span(event: yaml.ScalarEvent) -> tuple[int, int]:
    assert event.start_mark and event.end_mark
    return event.start_mark.index, event.end_mark.index


def _keeps_empty_lines(text: str, event: yaml.ScalarEvent) -> bool:
    """Return whether the empty lines after a block scalar belong to it."""
    start, _ = _span(event)
    return event.style in ("|", ">") and "+" in text[start : start + 3]


def _has_explicit_key(text: str) -> bool:
    """Return whether a key is written with a question mark."""
    done = 0
    for scalar in _scalars(text):
        start, end = _span(scalar)
        gap = "\n".join(line.partition("#")[0] for line in text[done:start].split("\n"))
        if "?" in gap:
            return True
        done = end
    return False
