"""New files: a commented example, or a copy of an existing file, under its own name."""

from pathlib import Path

from leanbreath.routine.reader.yaml_tree import parse_yaml
from leanbreath.routine.yaml_nodes import MappingNode

FOLDERS = {"drill": "library", "routine": "routines", "plan": "plans", "pose": "poses"}
"""The kinds of files a user can make, and the folder of the user's library for each."""


def template(kind: str) -> str:
    """Return the commented example of a kind."""
    return (Path(__file__).parent / "templates" / f"{kind}.yaml").read_text("utf-8")


def renamed(text: str, kind: str, name: str, title: str | None = None, modeline: str = "") -> str:
    """Return the text of a file under another id, with another modeline, and another title if one is given."""
    lines = text.splitlines(keepends=True)
    node, _ = parse_yaml(text, name)
    assert isinstance(node, MappingNode)
    for key, value in ((kind, name), ("title", f'"{title}"' if title else None)):
        entry = next((entry for entry in node.entries if entry.key == key), None)
        if entry and value:
            index = entry.place.line - 1
            lines[index] = _with_value(lines[index], key, value)
    body = [line for line in lines if not line.startswith("# yaml-language-server:")]
    return (f"{modeline}\n" if modeline else "") + "".join(body)


def _with_value(line: str, key: str, value: str) -> str:
    """Return a line `key: old   # comment` with another value, its comment in the same column if there is room."""
    content, mark, comment = line.rstrip("\n").partition(" #")
    return (f"{key}: {value}".ljust(len(content)) + mark + comment).rstrip() + "\n"


def title_for(name: str) -> str:
    """Return the title that an id suggests."""
    return name.replace("-", " ").capitalize()
