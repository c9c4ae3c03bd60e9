"""One value of the settings file changed in its place; every other letter of it stays."""

import re

from leanbreath.routine.reader.tree import Entry, Scalar, Table, parse

VALUE = re.compile(r"\"[^\"]*\"|'[^']*'|[^\s,#}\]]+(?: *dB)?")
COMMENTS = re.compile(r"(?:[ \t]*(?:#.*)?\n)*")
WORDS = {"true": True, "false": False}


def with_value(text: str, section: str, key: str, value: str) -> str | None:
    """Return the text of the settings with a value in a section; None where the file leaves no safe place for it."""
    changed = _changed(text, section, key, value)
    return changed if changed is not None and _value(changed, section, key) in (value, WORDS.get(value)) else None


def _changed(text: str, section: str, key: str, value: str) -> str | None:
    table = _table(text)
    if table is None:
        return f"{text}{section}:\n  {key}: {value}\n" if COMMENTS.fullmatch(text) else None
    entry = _entry(table, section)
    if entry is None:
        end = "" if text.endswith("\n") else "\n"
        return None if table.braces else f"{text}{end}{section}:\n  {key}: {value}\n"
    if not isinstance(entry.node, Table) or not entry.node.entries:
        return None
    inner, lines = _entry(entry.node, key), text.splitlines(keepends=True)
    if inner is None:
        return _added(lines, entry.node, f"{key}: {value}")
    row, column = inner.node.place.line - 1, inner.node.place.column - 1
    lines[row] = lines[row][:column] + VALUE.sub(value, lines[row][column:], count=1)
    return "".join(lines)


def _added(lines: list[str], table: Table, pair: str) -> str:
    """Return the lines with a key before the first one of a table, laid out as that is."""
    place = table.entries[0].place
    row, column = place.line - 1, place.column - 1
    between = ", " if table.braces else "\n" + " " * column
    lines[row] = f"{lines[row][:column]}{pair}{between}{lines[row][column:]}"
    return "".join(lines)


def _value(text: str, section: str, key: str) -> object:
    table = _table(text)
    inner = table.get(section) if table else None
    node = inner.get(key) if isinstance(inner, Table) else None
    return node.value if isinstance(node, Scalar) else None


def _table(text: str) -> Table | None:
    node, problems = parse(text, "settings.yaml")
    return node if isinstance(node, Table) and not problems else None


def _entry(table: Table, key: str) -> Entry | None:
    return next((entry for entry in table.entries if entry.key == key), None)
