"""The fields of a form are found by their keys, with type and help apart."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from leanbreath.routine.field_types import WholeNumber
from leanbreath.routine.form_fields import FormField, Help, form_fields, required_keys

COLOURS = Help("Colours.", "the terminal's own", example="nord")


@dataclass
class Form:
    title: str
    from_: Annotated[Literal["a", "b"] | None, COLOURS] = None
    first_side: Annotated[WholeNumber, Help("A number.")] = 3
    notes: dict[str, str] = field(default_factory=dict)


def test_a_key_has_hyphens_and_no_trailing_underscore():
    assert list(form_fields(Form)) == ["title", "from", "first-side", "notes"]


def test_only_a_field_without_a_default_is_required():
    assert required_keys(Form) == ("title",)


def test_a_type_comes_without_its_help_and_keeps_its_notation():
    found = form_fields(Form)
    assert found["from"] == FormField("from_", Literal["a", "b"] | None, COLOURS, False)
    assert found["first-side"].type == WholeNumber and found["title"].help is None
