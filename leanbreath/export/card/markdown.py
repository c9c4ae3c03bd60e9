"""A card as Markdown, for notes and for printing as text: words in place of figures."""

import re
from collections.abc import Iterator

from leanbreath.export.card.content import Card
from leanbreath.export.card.rows import Group, Row
from leanbreath.unsafe_characters import without_unsafe

CUES = 2
"""How many cues stand with a step."""

ACTS = re.compile(r"[\\`*_\[\]<>|~^$=#]|&(?=#?\w+;)|:(?=//)|(?<=\w)\.(?=[^\W\d_])|^[-+]", re.IGNORECASE)
"""Characters that Markdown, or a common extension of it, acts on where they stand."""

NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")

WIDE_AT = "\uff20"
"""Looks like an @, but makes no address a link; a backslash in front of an @ doesn't help."""


def markdown_text(card: Card) -> str:
    """Return a card as Markdown."""
    return "\n".join(_lines(card)) + "\n"


def _lines(card: Card) -> Iterator[str]:
    yield f"# {plain(card.title)}"
    yield ""
    length = " ".join(filter(None, (card.length, card.waits)))
    yield " · ".join(filter(None, (f"**{plain(length)}**", plain(card.occasion), plain(card.needs))))
    if card.about:
        yield ""
        yield plain(card.about)
    yield ""
    yield "## Steps"
    yield ""
    for entry in card.entries:
        yield from _group(entry) if isinstance(entry, Group) else _row(entry)
    if card.cautions:
        yield ""
        yield "## Take care"
        yield ""
        yield from (f"- **{plain(who)}:** {plain(advice)}" for who, advice in card.cautions)
    yield ""
    yield f"**{plain(card.safety)}** {plain(card.origin)}"


def plain(text: str) -> str:
    """Return a text as one line that Markdown shows as it is: no links, HTML, headings, lists or emphasis."""
    line = " ".join(without_unsafe(text).split())
    return NUMBERED.sub(r"\1\\\2", ACTS.sub(r"\\\g<0>", line)).replace("@", WIDE_AT)


def _group(group: Group) -> Iterator[str]:
    """Yield the heading of a group, which its steps are listed below."""
    title = f"{plain(group.title)}: " if group.title else ""
    times = f" {plain(group.times)}" if group.times else ""
    yield f"{_indent(group.groups)}- **{title}{plain(group.label)}.**{times}"


def _row(row: Row) -> Iterator[str]:
    """Yield the line of a step."""
    start = f"{_indent(row.groups)}- **{plain(row.time)} · {plain(row.number)}** "
    dose = plain(row.dose)
    match row.kind:
        case "drill":
            yield start + " ".join(filter(None, (f"**{plain(row.title)}.**", *_drill(row))))
        case "rest":
            yield f"{start}{dose}. {plain(row.title)}".rstrip()
        case "wait":
            yield f"{start}Wait: {plain(row.title)}" + (f" ({dose})" if dose else "")
        case "move":
            yield f"{start}→ {plain(row.title)} ({dose})"


def _drill(row: Row) -> Iterator[str]:
    """Yield the dose of a drill, the words that are called out, and its first cues."""
    dose = plain(row.dose)
    yield f"{dose[:1].upper()}{dose[1:]}."
    actions = [f"**{plain(each.word.upper())}** {plain(each.seconds)}".rstrip() for each in row.actions]
    if actions or row.pace:
        yield " · ".join((*actions, plain(row.pace))).removesuffix(" · ") + "."
    yield from (f"“{plain(cue)}”" for cue in row.cues[:CUES])


def _indent(groups: tuple[str, ...]) -> str:
    return "  " * len(groups)
