"""The schemas: good files pass, mistakes of structure fail, patterns agree with the reader."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from leanbreath.authoring.new import template
from leanbreath.authoring.schema import FORMS, schema
from leanbreath.cli.schema import text
from leanbreath.routine.library import Library, bundled
from leanbreath.routine.model import Id, Length, RuleId, Source, Whole
from leanbreath.routine.notation import NotationError, Short
from leanbreath.routine.work import KINDS

LIBRARY = Library((bundled("drills"),))
BAD = Path(__file__).parent.parent / "routine" / "bad"


class CoreLoader(yaml.SafeLoader):
    """Reads plain scalars as editors do by YAML 1.2: numbers, true, false and null, and nothing else."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own form


for tag, pattern, first in (
    ("int", r"[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
    ("bool", r"(true|false)$", "tf"),
    ("null", r"(null)?$", ["n", ""]),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind, {"drill": {"march": "March"}, "routine": {}}))


def mistakes(kind: str, text: str | bytes) -> list[str]:
    return [error.message for error in validator(kind).iter_errors(yaml.load(text, CoreLoader))]  # noqa: S506 - a safe loader


@pytest.mark.parametrize("kind", FORMS)
def test_the_schema_is_one_and_is_the_one_that_is_committed(kind: str) -> None:
    made = text(kind, LIBRARY)
    Draft202012Validator.check_schema(json.loads(made))
    assert (bundled("drills") / "schema" / f"{kind}.json").read_text("utf-8") == made


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        *(("drill", path) for path in LIBRARY.drill_files.values()),
        *(("routine", path) for path in LIBRARY.routine_files.values()),
        ("pack", bundled("sounds") / "warm" / "pack.yaml"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.stem,
)
def test_a_bundled_file_passes(kind: str, path: Path) -> None:
    assert mistakes(kind, path.read_bytes()) == []


@pytest.mark.parametrize("kind", ["drill", "routine", "plan"])
def test_the_example_that_new_makes_passes(kind: str) -> None:
    assert mistakes(kind, template(kind)) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("drill", "unknown-key"),
        ("drill", "wrong-position"),
        ("drill", "two-work-kinds"),
        ("drill", "no-work-kind"),
        ("drill", "missing-title"),
        ("drill", "missing-goal-and-position"),
        ("drill", "text-for-list"),
        ("drill", "cue-without-words"),
        ("drill", "yes-for-true"),
        ("drill", "breath-without-number"),
        ("drill", "breath-of-three-numbers"),
        ("drill", "hold-with-parts"),
        ("routine", "unknown-option"),
        ("routine", "move-without-time"),
        ("routine", "step-that-is-text"),
        ("routine", "step-without-a-name"),
        ("routine", "no-title-and-no-steps"),
        ("routine", "no-routine-key"),
        ("routine", "unknown-session-and-default"),
        ("routine", "optional-yes"),
        ("routine", "allow-no-rule"),
        ("routine", "drill-on-the-spot-without-work"),
    ],
)
def test_a_mistake_of_structure_fails(kind: str, name: str) -> None:
    folder = "library" if kind == "drill" else "routines"
    assert mistakes(kind, (BAD / folder / f"{name}.yaml").read_bytes())


NAMED = {"id": Id, "whole": Whole, "length": Length, "rule": RuleId, "source": Source}
NOTATIONS: dict[str, Short] = {
    **{kind: form.notation for kind, form in KINDS.items()},
    **{name: hint.__metadata__[0] for name, hint in NAMED.items()},
}
ASCII = st.characters(codec="ascii")
BOUNDS = re.compile(
    "longer|no length|whole number from|above zero|go in and out|two minutes|steps a minute|an id|minutes in an hour"
)


@pytest.mark.parametrize("name", NOTATIONS)
def test_every_example_of_a_notation_fits_its_pattern_and_is_read(name: str) -> None:
    assert NOTATIONS[name].examples
    for example in NOTATIONS[name].examples:
        assert re.fullmatch(NOTATIONS[name].pattern, example)
        NOTATIONS[name].parse(example)


@pytest.mark.parametrize("name", NOTATIONS)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_what_fits_a_pattern_is_read_unless_it_is_out_of_bounds(name: str, data: st.DataObject) -> None:
    drawn = data.draw(st.from_regex(f"^(?:{NOTATIONS[name].pattern})\\Z", alphabet=ASCII))
    try:
        NOTATIONS[name].parse(drawn.strip())
    except NotationError as error:
        assert BOUNDS.search(f"{error.message} {error.cure}"), drawn
