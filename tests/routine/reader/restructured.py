"""Files put together anew from what authors have written: values exchanged key by key, in any style that YAML has."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

from leanbreath.routine.library import bundled_folder
from tests.pages.format_page import BLOCKS

FOLDERS = ("library", "routines", "plans", "poses", "assessments")
FILES = [path for part in FOLDERS for path in sorted((bundled_folder("drills") / part).rglob("*.yaml"))]
FILES += sorted(bundled_folder("sounds").rglob("pack.yaml"))


class Written(NamedTuple):
    """A file as plain data: its path, and its content."""

    path: Path
    data: dict[str, Any]


class _Text(yaml.BaseLoader):
    """Loads every scalar as text."""


ALL = [Written(path, yaml.load(path.read_bytes(), _Text)) for path in FILES]  # noqa: S506 - it only makes texts
EXAMPLES = [data for block in BLOCKS if block.language == "yaml" for data in yaml.load_all(block.text, _Text)]
"""The examples of the page about the format, so that each of its notations is among the values."""


def _values(data: Any) -> Iterator[tuple[str, Any]]:
    for key, value in data.items() if isinstance(data, dict) else ():
        yield key, value
        yield from _values(value)
    for item in data if isinstance(data, list) else ():
        yield from _values(item)


def _values_by_key() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for data in (*(each.data for each in ALL), *EXAMPLES):
        for key, value in _values(data):
            if value not in found.setdefault(key, []):
                found[key].append(value)
    return found


VALUES = _values_by_key()
STEPS = [step for steps in VALUES["steps"] for step in steps]
DRILLS = [each.data for each in ALL if "drill" in each.data]


def restructured(draw: Random) -> tuple[Path, bytes]:
    """Return the path of a file and a text that was made from it, in which up to four values are exchanged."""
    path, data = draw.choice(ALL)
    for _ in range(draw.choice((0, 0, 1, 1, 2, 4))):
        data = _changed(data, draw)
    return path, written(data, draw).encode()


def _changed(data: Any, draw: Random, key: str = "") -> Any:
    """Return data with one place changed, as deep as chance leads."""
    if isinstance(data, dict) and data:
        chosen = draw.choice(list(data))
        if chosen == "steps" and draw.random() < 0.3:
            return {**data, chosen: _with_step(data[chosen], draw)}
        match draw.randrange(8):
            case 0 if len(data) > 1:
                return {name: value for name, value in data.items() if name != chosen}
            case 1:
                other = draw.choice(list(VALUES))
                return {**data, other: draw.choice(VALUES[other])}
            case 2 | 3:
                return {**data, chosen: draw.choice(VALUES.get(chosen) or list(data.values()))}
        return {**data, chosen: _changed(data[chosen], draw, chosen)}
    if isinstance(data, list) and data:
        at = draw.randrange(len(data))
        others = [*data[:at], *data[at + 1 :]]
        return others if draw.random() < 0.1 else [*data[:at], _changed(data[at], draw, key), *data[at + 1 :]]
    return draw.choice(VALUES.get(key) or [data])


def _with_step(steps: Any, draw: Random) -> Any:
    """Return steps with one more: another routine's, a drill written on the spot, or a round of some of them."""
    inline = {key: value for key, value in draw.choice(DRILLS).items() if key not in ("drill", "levels")}
    repeated = {"repeat": str(draw.randint(1, 3)), "steps": list(steps)[:2] or [draw.choice(STEPS)]}
    at = draw.randint(0, len(steps))
    return [*steps[:at], draw.choice((inline, repeated, draw.choice(STEPS))), *steps[at:]]


def written(data: Any, draw: Random) -> str:
    """Return data as YAML, each part in a style of its own, with comments and blank lines in between."""
    ends = draw.choice(("\n", "\n", "\n", "\r\n"))
    return ends.join(_block(data, "", draw)) + draw.choice(("", ends, ends * 2))


def _block(data: Any, indent: str, draw: Random) -> list[str]:
    """Return data in block style, as lines."""
    lines: list[str] = []
    items = list(data.items()) if isinstance(data, dict) else [(None, item) for item in data]
    if isinstance(data, dict) and draw.random() < 0.2:
        draw.shuffle(items)
    for key, value in items:
        if draw.random() < 0.04:
            lines += [""] * draw.randint(0, 2) + [f"{indent}# note {draw.randint(0, 99)}"]
        start = f"{indent}- " if key is None else f"{indent}{_scalar(key, draw, in_brackets=True)}:"
        lines += _entry(start, value, indent, draw)
    return lines


def _entry(start: str, value: Any, indent: str, draw: Random) -> list[str]:
    """Return a key or a hyphen with its value, as lines."""
    comment = f"  # note {draw.randint(0, 99)}" if draw.random() < 0.04 else ""
    gap = "" if start.endswith("- ") else " "
    deeper = indent + draw.choice(("  ", "  ", "    ", " "))
    if isinstance(value, str):
        if draw.random() < 0.05 and value.strip() == value and value and "\n" not in value:
            return [f"{start}{gap}{draw.choice(('|', '>', '|-', '>-'))}{comment}", f"{deeper}{value}"]
        return [f"{start}{gap}{_scalar(value, draw)}{comment}"]
    if not value or draw.random() < 0.35:
        return [f"{start}{gap}{_flow(value, draw)}{comment}"]
    if start.endswith("- ") and isinstance(value, dict):
        first, *others = _block(value, " " * len(start), draw)
        if not first.strip() or first.strip().startswith("#"):
            return [f"{start.rstrip()}{comment}", first, *others]
        return [start + first.lstrip(), *others]
    return [f"{start.rstrip()}{comment}", *_block(value, deeper, draw)]


def _flow(data: Any, draw: Random) -> str:
    """Return data in flow style."""
    comma = draw.choice((", ", ", ", ",", " ,  "))
    if isinstance(data, dict):
        pairs = (f"{_scalar(key, draw, True)}: {_flow(value, draw)}" for key, value in data.items())
        return "{" + comma.join(pairs) + "}"
    if isinstance(data, list):
        return "[" + comma.join(_flow(item, draw) for item in data) + "]"
    return _scalar(data, draw, True)


def _scalar(text: str, draw: Random, in_brackets: bool = False) -> str:
    """Return a text plain where that means the same, or in either kind of quotes."""
    style = draw.choice(("plain", "plain", "plain", "'", '"'))
    is_plain = text and text == text.strip() and text not in ("null", "true", "false", "~")
    is_plain = is_plain and text[0] not in "-?:,[]{}#&*!|>'\"%@`" and ": " not in text and " #" not in text
    is_plain = is_plain and not text.endswith(":") and not (in_brackets and any(char in text for char in ",[]{}?"))
    if "\n" in text or (style == '"' and text.isprintable()) or (not is_plain and style == "plain"):
        from json import dumps

        return dumps(text, ensure_ascii=False)
    if text in ("null", "true", "false"):
        return text
    return text if style == "plain" else "'" + text.replace("'", "''") + "'"
