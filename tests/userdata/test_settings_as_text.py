"""Every setting is one field with help, and its value has the text that stands in the file."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import time
from fractions import Fraction
from typing import get_args

import pytest

from leanbreath.app import THEME
from leanbreath.routine.form_fields import FormField, form_fields
from leanbreath.userdata.settings import ScreenSettings, Settings
from leanbreath.userdata.settings_as_text import FIELDS, edit, value_text


def nested_fields(form: type) -> Iterator[FormField]:
    for field in form_fields(form).values():
        yield field
        for kind in (field.type, *get_args(field.type)):
            if isinstance(kind, type) and is_dataclass(kind):
                yield from nested_fields(kind)


def test_every_field_and_every_section_has_help():
    fields = list(nested_fields(Settings))
    assert len(fields) > len(FIELDS)
    assert [field.attribute for field in fields if not (field.help and field.help.text.endswith("."))] == []


def test_no_setting_is_required():
    assert [field.attribute for field in nested_fields(Settings) if field.is_required] == []


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "true"), (-6, "-6"), (time(6, 5), "6:05"), (Fraction(3, 2), "1.5s"), ("warm", "warm")],
)
def test_a_value_has_the_text_of_the_file(value, text):
    assert value_text(value) == text


@pytest.mark.parametrize(
    ("path", "text", "edited"),
    [
        (("screen", "calm"), "true", (("screen", "calm"), True)),
        (("sound", "device"), "true", (("sound", "device"), "true")),
        (("sound", "volume"), "", (("sound", "volume"), None)),
        (("sound", "voice", "engine"), "", (("sound", "voice", "engine"), None)),
        (("night", "voice", "engine"), "", (("night", "voice"), None)),
        (("night", "voice", "name"), "", (("night", "voice", "name"), None)),
    ],
)
def test_a_text_becomes_a_value_in_the_file(path, text, edited):
    assert edit(path, text) == edited


def test_home_without_settings_shows_the_default_theme():
    assert ScreenSettings().theme == THEME
