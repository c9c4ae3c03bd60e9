"""Values as they should stand: prose in double quotes, words and numbers without any, work in its short form."""

import re
from typing import Any

from leanbreath.authoring.key_order import PROSE, PROSE_LISTS, kind_of_work
from leanbreath.routine.problems import Place
from leanbreath.routine.reader.converter import INVALID, Converter
from leanbreath.routine.reader.yaml_tree import MappingNode, ScalarNode
from leanbreath.routine.work import KINDS
from leanbreath.routine.work.breath import ShortPattern

PLAIN = re.compile(r"[A-Za-z0-9](?:(?:[A-Za-z0-9 .@_/-]|:(?! ))*[A-Za-z0-9._/-])?")
"""Text that needs no quotes anywhere."""

WORDS = ("null", "true", "false")


def word(text: str, value: str, style: str | None) -> str:
    """Return a key or a word without quotes, if it means the same without; `text` is how it is written."""
    if not style or "\n" in text or value in WORDS or not PLAIN.fullmatch(value):
        return quoted(value) if style == "'" else text
    return value


def scalar(text: str, value: str, style: str | None, key: str | None) -> str:
    """Return the value of a key as it should stand."""
    prose = key in PROSE or key in PROSE_LISTS
    if style in ("|", ">") or not text or (style == '"' and ("\n" in text or prose)):
        return text
    if prose and value not in (*WORDS, ""):
        return quoted(value)
    if "\n" in text:
        return word(quoted(value), value, style or '"')
    if prose or key == "title":
        return quoted(value) if style == "'" else text
    return word(text, value, style)


def quoted(value: str) -> str:
    """Return a text in double quotes."""
    from json import dumps

    return dumps(value, ensure_ascii=False)


def short_form(key: str, table: MappingNode) -> str | None:
    """Return the notation of work, or of a breath's pattern, written in parts; None where none means the same."""
    names = frozenset(entry.key for entry in table.entries)
    form: Any = ShortPattern if "inhale" in names else KINDS[key if key in KINDS else kind_of_work(names)]
    value = Converter().convert(form, table, "")
    if value is INVALID:
        return None
    short = str(value.text())
    return short if Converter().convert(form, ScalarNode(short, Place("")), "") == value else None
