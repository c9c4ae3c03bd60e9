"""New files: a commented one to begin with, or a copy of one there is, under a name of its own."""

from pathlib import Path

from leanbreath.routine.reader.yaml_tree import MappingNode, parse_yaml

KINDS = {"drill": "library", "routine": "routines", "plan": "plans", "pose": "poses"}
"""What can be made, and the folder of the user's library where it belongs."""


def template(kind: str) -> str:
    """Return the commented file of a kind."""
    return (Path(__file__).parent / "templates" / f"{kind}.yaml").read_text("utf-8")


def renamed(text: str, kind: str, name: str, title: str | None = None, head: str = "") -> str:
    """Return the text of a file under another id, and another title if one is given; `head` replaces its modeline."""
    lines = text.splitlines(keepends=True)
    node, _ = parse_yaml(text, name)
    assert isinstance(node, MappingNode)
    for key, value in ((kind, name), ("title", f'"{title}"' if title else None)):
        entry = next((entry for entry in node.entries if entry.key == key), None)
        if entry and value:
            index = entry.place.line - 1
            lines[index] = _replaced(lines[index], key, value)
    body = [line for line in lines if not line.startswith("# yaml-language-server:")]
    return (f"{head}\n" if head else "") + "".join(body)


def _replaced(line: str, key: str, value: str) -> str:
    """Return a line `key: old   # comment` with another value, the comment in its column where there is room."""
    content, mark, comment = line.rstrip("\n").partition(" #")
    fresh = f"{key}: {value}"
    return (fresh.ljust(len(content)) + mark + comment).rstrip() + "\n"


def title_for(name: str) -> str:
    """Return the title that an id suggests."""
    return name.replace("-", " ").capitalize()
