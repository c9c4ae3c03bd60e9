"""The index page of a folder for the phone: what is in it, how long it takes, and links to the files next to it."""

from collections.abc import Sequence
from typing import NamedTuple

from leanbreath.export.web.bundle import page_file
from leanbreath.export.web.document import document, escaped

TITLE = "Take it along"

LABELS = {".html": "Start", ".mp3": "Listen", ".pdf": "Card"}
"""What a link says, by the suffix of its file."""

LEAN_METER = "Measures how far you lean when you run, from your own video. The video never leaves your phone."


class IndexEntry(NamedTuple):
    """A routine, how long it takes, what it is about, and the names of its files in the folder."""

    title: str
    length: str
    about: str
    files: Sequence[str]


def index_page(entries: Sequence[IndexEntry], lean_meter: str | None, safety: str) -> str:
    """Return the index page; `lean_meter` is the name of its file, if there is one."""
    items = [_item(entry.title, entry.length, entry.about, _links(entry)) for entry in entries]
    if lean_meter:
        items.append(_item("Lean meter", "", LEAN_METER, [(lean_meter, "Measure your lean", "Measure your lean")]))
    packed = "\n".join(items)
    body = f"""<main class="card">
<h1>{TITLE}</h1>
<ul class="packed" role="list">
{packed}
</ul>
<p class="hint">{escaped(safety)}</p>
</main>"""
    return document(TITLE, body, page_file("shared/base.css") + page_file("index/index.css"), "", None)


def _links(entry: IndexEntry) -> list[tuple[str, str, str]]:
    """Return the file, the text and the full name of each link; a screen reader may read links without what is near."""
    labels = ((name, LABELS[name[name.rindex(".") :]]) for name in entry.files)
    return [(name, label, f"{label}: {entry.title}") for name, label in labels]


def _item(title: str, length: str, about: str, links: Sequence[tuple[str, str, str]]) -> str:
    anchors = "".join(
        f'<li><a href="{escaped(file)}" aria-label="{escaped(name)}">{escaped(label)}</a></li>'
        for file, label, name in links
    )
    lines = [
        f"<h2>{escaped(title)}</h2>",
        f'<p class="hint">{escaped(length)}</p>' if length else "",
        f"<p>{escaped(about)}</p>" if about else "",
        f'<ul class="files" role="list">{anchors}</ul>',
    ]
    inside = "\n".join(filter(None, lines))
    return f"<li>\n{inside}\n</li>"
