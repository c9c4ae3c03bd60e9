"""Formats single values: prose in double quotes, words and numbers without quotes, doses in their short form."""

import re
from typing import Any

from leanbreath.authoring.key_order import PROSE, PROSE_LISTS, kind_of_work
from leanbreath.routine.problems import Place
from leanbreath.routine.reader.converter import INVALID, Converter
from leanbreath.routine.work import KINDS
from leanbreath.routine.work.breath import ShortPattern
from leanbreath.routine.yaml_nodes import MappingNode, ScalarNode

PLAIN = re.compile(r"[A-Za-z0-9](?:(?:[A-Za-z0-9 .@_/-]|:(?! ))*[A-Za-z0-9._/-])?")
"""A text that never needs quotes."""

RESERVED = ("null", "true", "false")


def format_word(text: str, value: str, style: str | None) -> str:
    """Return a key or a word without quotes, if it means the same without them; `text` is how it is written."""
    if not style or "\n" in text or value in RESERVED or not PLAIN.fullmatch(value):
        return quoted(value) if style == "'" else text
    return value


def format_scalar(text: str, value: str, style: str | None, key: str | None) -> str:
    """Return the formatted value of a key; `text` is how it is written."""
    is_prose = key in PROSE or key in PROSE_LISTS
    if style in ("|", ">") or not text or (style == '"' and ("\n" in text or is_prose)):
        return text
    if is_prose and value not in (*RESERVED, ""):
        return quoted(value)
    if "\n" in text:
        return format_word(quoted(value), value, style or '"')
    if is_prose or key == "title":
        return quoted(value) if style == "'" else text
    return format_word(text, value, style)


def quoted(value: str) -> str:
    """Return a text in double quotes."""
    from json import dumps

    return dumps(value, ensure_ascii=False)


def short_form(key: str, mapping: MappingNode) -> str | None:
    """Return the short form of a dose or a breath pattern given in parts; None if no short form means the same."""
    names = frozenset(entry.key for entry in mapping.entries)
    form: Any = ShortPattern if "inhale" in names else KINDS[key if key in KINDS else kind_of_work(names)]
    value = Converter().convert(form, mapping, "")
    if value is INVALID:
        return None
    short = str(value.text())
    return short if Converter().convert(form, ScalarNode(short, Place("")), "") == value else None
