"""For every notation, the pattern and bounds of its schema agree with what the reader accepts."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from leanbreath.authoring.notation_schema import notation_schema
from leanbreath.authoring.schema import FORMS
from leanbreath.routine.basic_notations import Notation, NotationError
from leanbreath.routine.form_fields import form_fields
from leanbreath.routine.work import KINDS

ASCII = st.characters(codec="ascii")
BOUNDS = re.compile(
    "longer|no length|whole number from|above zero|go in and out|two minutes|steps a minute|an id|minutes in an hour"
    "|out of bounds|out of range|decibels, not|milliseconds, not|is beyond|is no word"
)
"""What a pattern leaves to the reader."""


def notations(hint: Any, seen: set[Any]) -> Iterator[Notation]:
    """Yield every notation that can stand somewhere in a form."""
    if hint in seen:
        return
    seen.add(hint)
    if get_origin(hint) is Annotated:
        yield hint.__metadata__[0]
    if isinstance(short := getattr(hint, "notation", None), Notation):
        yield short
    for each in get_args(hint):
        yield from notations(each, seen)
    if is_dataclass(hint) and isinstance(hint, type):
        for field in form_fields(hint).values():
            yield from notations(field.type, seen)


SEEN: set[Any] = set()
ALL = list(dict.fromkeys(short for form in FORMS.values() for short in notations(form, SEEN)))
each_notation = pytest.mark.parametrize("short", ALL, ids=lambda short: short.name.replace(" ", "-"))


def test_the_kinds_of_work_are_notations() -> None:
    assert {kind.notation for kind in KINDS.values()} < set(ALL)


@each_notation
def test_the_examples_of_a_notation_fit_its_pattern_and_can_be_read(short: Notation) -> None:
    assert short.pattern
    for example in short.examples:
        assert re.fullmatch(short.pattern, example)
        short.parse(example)


@each_notation
@settings(max_examples=30)
@given(data=st.data())
def test_a_text_that_fits_the_pattern_can_be_read_unless_it_is_out_of_bounds(
    short: Notation, data: st.DataObject
) -> None:
    drawn = data.draw(st.from_regex(f"^(?:{short.pattern})\\Z", alphabet=ASCII))
    try:
        short.parse(drawn.strip())
    except NotationError as error:
        assert BOUNDS.search(f"{error.message} {error.fix}"), drawn


@each_notation
@settings(max_examples=30)
@given(drawn=st.text(alphabet=" 0123456789-.:@xshmtofr", max_size=14))
def test_a_text_that_can_be_read_fits_the_pattern(short: Notation, drawn: str) -> None:
    text = drawn.strip()
    try:
        short.parse(text)
    except NotationError:
        return
    if short.name != "a moment":  # any word may be one, if the drill has a part of that name
        assert re.fullmatch(short.pattern, text)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30)
@given(data=st.data())
def test_the_short_form_of_a_dose_fits_its_pattern(kind: str, data: st.DataObject) -> None:
    short = KINDS[kind].notation
    drawn = data.draw(st.from_regex(f"^(?:{short.pattern})\\Z", alphabet=ASCII))
    try:
        shown = short.parse(drawn.strip()).text()
    except NotationError:
        return
    assert re.fullmatch(short.pattern, shown)


@cache
def validator(short: Notation) -> Draft202012Validator:
    return Draft202012Validator(notation_schema(short))


@each_notation
@settings(max_examples=30)
@given(number=st.integers(-20, 20_000) | st.sampled_from([-0.5, 0.5, 1.5, 19.5, 20.5, 30.5, 300.5, 14399.5, 14400.5]))
def test_a_bare_number_passes_if_the_reader_accepts_it(short: Notation, number: float) -> None:
    try:
        short.parse(str(number))
        taken = True
    except NotationError:
        taken = False
    assert validator(short).is_valid(number) is taken


def test_a_text_that_does_not_fit_is_shown_an_example() -> None:
    told = {short.name: notation_schema(short)["errorMessage"] for short in ALL}
    assert told["breaths"] == "expected breaths, such as 4-0-6-2 x 8, 4-0-6-2 for 2m or 3-0-4-0 to 4-0-6-0 x 10"
    assert told["degrees"] == "expected degrees, such as 8"
    assert told["the name of a part"] == "expected the name of a part"
