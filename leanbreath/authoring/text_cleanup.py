"""A text before it is laid out: how lines and the file end, and whether it is too tangled to be rearranged."""

import re
from collections.abc import Iterator

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The loader of the reader: what it has read without a problem, this reads too."""

ODD_BREAK = re.compile("[\x85\u2028\u2029]")
"""Letters that end a line for YAML and for hardly any editor."""

TRAILING = re.compile("[ \t]+(?=\n)")


def cleaned(text: str) -> str:
    """Return a text with line feeds alone, one at its end, and no blanks before them but inside of scalars."""
    text = _closed(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    pieces: list[str] = []
    done = 0
    for scalar in _scalars(text):
        start, end = _span(scalar)
        pieces += (_tidy(text[done:start]), text[start:end])
        pieces += [" "] if text[end : end + 1] == "#" and scalar.style in ("'", '"') else []
        done = end
    whole = "".join((*pieces, _tidy(text[done:])))
    return whole if _keeps(text, scalar) and not text[done:].strip() else whole.strip("\n") + "\n"


def is_tangled(text: str) -> bool:
    """Return whether parts are shared, empty lines belong to a scalar, or keys and lines stand in rare ways."""
    events = list(yaml.parse(text, Loader=LOADER))
    shared = any(getattr(event, "anchor", None) or getattr(event, "tag", None) for event in events)
    kept = any(isinstance(event, yaml.ScalarEvent) and _keeps(text, event) for event in events)
    return shared or kept or bool(ODD_BREAK.search(text)) or _has_explicit_key(text)


def _tidy(gap: str) -> str:
    """Return what stands after a scalar, up to the next, without blanks at line ends."""
    lines = TRAILING.sub("", gap).split("\n")
    return "\n".join(map(_apart, lines))


def _apart(line: str) -> str:
    """Return a line with a blank before its comment, if anything stands there."""
    content, mark, comment = line.partition("#")
    return f"{content} #{comment}" if mark and content and not content[-1].isspace() else line


def _closed(text: str) -> str:
    """Return a text whose last line has an end, which means nothing even where a block scalar lies there."""
    if text.endswith("\n"):
        return text
    *_, last = _scalars(text)
    start, end = _span(last)
    if last.style in ("|", ">") and end == len(text):
        if last.value.endswith("\n"):
            return text.rstrip(" \t")
        header = re.match(r"[|>][0-9+-]*", text[start:])
        assert header
        closed = header[0] if "-" in header[0] else header[0].replace("+", "") + "-"
        text = text[:start] + closed + text[start + header.end() :]
    return text + "\n"


def _scalars(text: str) -> Iterator[yaml.ScalarEvent]:
    return (event for event in yaml.parse(text, Loader=LOADER) if isinstance(event, yaml.ScalarEvent))


def _span(event: yaml.ScalarEvent) -> tuple[int, int]:
    assert event.start_mark and event.end_mark
    return event.start_mark.index, event.end_mark.index


def _keeps(text: str, event: yaml.ScalarEvent) -> bool:
    """Return whether the empty lines after a block scalar belong to it."""
    start, _ = _span(event)
    return event.style in ("|", ">") and "+" in text[start : start + 3]


def _has_explicit_key(text: str) -> bool:
    """Return whether a key is written with a question mark of its own."""
    done = 0
    for scalar in _scalars(text):
        start, end = _span(scalar)
        gap = "\n".join(line.partition("#")[0] for line in text[done:start].split("\n"))
        if "?" in gap:
            return True
        done = end
    return False
