"""The schemas: good files pass, bad ones fail, every key has a description."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from leanbreath.authoring.file_templates import template
from leanbreath.authoring.schema import FORMS, modeline, schema
from leanbreath.authoring.schema_files import schema_text
from leanbreath.routine.library import Library, bundled_folder
from tests.userdata.sample import sample

LIBRARY = Library((bundled_folder("drills"),))
BAD = Path(__file__).parent.parent / "routine" / "bad"

BEYOND = {
    "alternate-on-a-hold": "sides go with what is counted",
    "breath-without-inhale": "a value within its notation",
    "more-than-four-hours": "a value within its notation",
    "every-too-short": "how long a round takes",
    "every-with-waits": "what a round is made of",
    "round-outside-repeat": "where a step stands",
    "sides-within-sides": "where a step stands",
    "round-past-the-last": "the number of rounds around it",
    "rate-too-slow": "a value within its notation",
    "rest-of-no-length": "a value within its notation",
    "zero-length": "a value within its notation",
    "cue-at-unknown-moment": "a rep may have parts of any name",
    "duplicate-keys": "the parser of YAML takes the last",
    "id-of-another-file": "a schema sees no file name",
    "id-of-another-routine": "a schema sees no file name",
    "My Warm Up": "a schema sees no file name",
    "include-of-itself": "another file",
    "include-of-nothing": "another file",
    "include-out-of-its-folder": "another file",
    "line-separator-of-prose": "letters that YAML allows",
    "escape-in-title": "letters that YAML allows",
    "override-in-a-comment": "letters that YAML allows",
    "more-cues-than-breaths-allow": "cues and breaths together",
    "rounds-past-a-day": "rounds and steps together",
    "unknown-drill": "another file, which may be newer than the schema",
    "dose-of-another-kind": "another file",
    "least-of-another-kind-in-step": "another file",
    "all-skipped": "all steps together",
    "skip-outside-repeat": "where a step stands",
}
"""Mistakes that only the reader can see, and why."""


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


def made(kind: str) -> dict[str, Any]:
    return schema(kind, {"drill": {"march": "March"}, "routine": {"daily-12": "Daily"}})


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(made(kind))


def mistakes(kind: str, text: str | bytes) -> list[str]:
    loaded = yaml.load(text, CoreLoader)  # noqa: S506 - a safe loader
    return [error.message for error in validator(kind).iter_errors(loaded)]


@pytest.mark.parametrize("kind", FORMS)
def test_the_committed_schema_is_valid_and_up_to_date(kind: str) -> None:
    fresh = schema_text(kind, LIBRARY)
    Draft202012Validator.check_schema(json.loads(fresh))
    committed = (bundled_folder("drills") / "schema" / f"{kind}.json").read_text("utf-8")
    assert committed == fresh, "run: leanbreath schema --bundled --write drills/schema"


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        *(("drill", path) for path in LIBRARY.drill_files.values()),
        *(("routine", path) for path in LIBRARY.routine_files.values()),
        *(("plan", path) for path in LIBRARY.plan_files.values()),
        *(("pack", path) for path in bundled_folder("sounds").rglob("pack.yaml")),
    ],
    ids=lambda value: value if isinstance(value, str) else value.stem,
)
def test_a_bundled_file_passes(kind: str, path: Path) -> None:
    assert mistakes(kind, path.read_bytes()) == []


@pytest.mark.parametrize("kind", ["drill", "routine", "plan"])
def test_the_templates_of_new_pass(kind: str) -> None:
    assert mistakes(kind, template(kind)) == []


@pytest.mark.parametrize("path", sorted(BAD.rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_bad_file_fails_unless_only_the_reader_can_see_its_mistake(path: Path) -> None:
    kind = "drill" if path.parent.name == "library" else "routine"
    try:
        failed = bool(mistakes(kind, path.read_bytes()))
    except yaml.YAMLError:
        failed = True  # it is no YAML, which editors tell too
    assert failed != (path.stem in BEYOND)


WEEK = "plan: x\ntitle: X\nweeks:\n  - phase: ramp\n    sessions: [{routine: daily-12, times: 3}]\n"
DRILL = "drill: x\ntitle: X\ngoal: release\nposition: prone\n"
PACK = "pack: x\ntitle: X\nlicence: CC0\norigin: x\ncues: {half: half.wav}\n"
STEPS = "routine: x\ntitle: X\nsteps:\n"


@pytest.mark.parametrize(
    ("kind", "text", "good"),
    [
        ("plan", WEEK, True),
        ("plan", WEEK + "    lean: {march: 1, not-yet-known: 2}\n    hold: 30\n    breath: 4-6\n", True),
        ("plan", WEEK.replace("ramp", "rmp"), False),
        ("plan", WEEK.replace("times: 3", "times: 0"), False),
        ("plan", WEEK.replace("plan: x\n", ""), False),
        ("plan", WEEK + "allow: [LB052]\n", False),
        ("pack", PACK, True),
        ("pack", PACK.replace("half:", "halv:"), False),
        ("pack", PACK.replace("origin: x\n", ""), False),
        ("drill", DRILL + "breath: {pattern: 4-6, count: 8}\nleast: 4-6 x 3\nlevels: [4-6 x 3, 4-6 for 1m]\n", True),
        ("drill", DRILL + "breath: 4-6 x 8\nlevels: [4-6 x 3, 30s]\n", False),
        ("drill", DRILL + "breath: {pattern: 4-6}\n", False),
        ("drill", DRILL + "reps: {count: 4, each: 2s, phases: [{lean: 3s}]}\n", False),
        ("drill", DRILL + "reps: {count: 4, phases: [{lean: 3s}, {jog: 6}]}\n", True),
        ("drill", DRILL + "cadence: {rate: 110, for: 60s, breath: 3-4}\n", True),
        ("drill", DRILL + "hold: 30\nlean: 8\nsets: 2\nsafety-class: 1\nrest: 0\n", True),
        ("drill", DRILL + "hold: 0\n", False),
        ("drill", DRILL + "hold: 30s\nlean: 8.5\n", False),
        ("drill", DRILL + "hold: 30s\ninstead: {dizziness: March}\n", False),
        ("drill", DRILL + "hold: 30s\ncues: [{at: -5, say: x}, {at: lean, say: x}]\n", True),
        ("routine", STEPS + "  - {drill: march, rest: 0, least: 4-6 x 3, most: {count: 3, each: 2s}}\n", True),
        ("routine", STEPS + "  - {rest: 0}\n", False),
        ("routine", STEPS + '  - {move: "There", time: 5s, rest: 5s}\n', False),
        ("routine", STEPS + '  - {drill: march, title: "Both"}\n', False),
        ("routine", STEPS + "  - {include: ../my routine.yaml}\n", True),
        ("settings", sample(), True),
        ("settings", "sound: {volume: -6 dB, voice: off}\nnight: {from: '21:30', voice: {name: de}}\n", True),
        ("settings", "instead: {march: not-yet-known}\nrules: {LB033: {severity: off, limits: {longest: 40}}}\n", True),
        ("settings", "sound: {volum: 3}\n", False),
        ("settings", "sound: {volume: 7}\n", False),
        ("settings", "screen: {theme: dark}\n", False),
        ("settings", "night: {from: 9pm}\n", False),
        ("settings", "rules: {LB3: {severity: off}}\n", False),
    ],
)
def test_a_file_passes_or_fails_by_the_format(kind: str, text: str, good: bool) -> None:
    assert (mistakes(kind, text) == []) is good


def tables(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping with known keys in a schema."""
    if isinstance(node, dict) and node.get("additionalProperties") is False:
        yield node["properties"]
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from tables(each)


@pytest.mark.parametrize("kind", FORMS)
def test_every_key_has_a_description(kind: str) -> None:
    found = list(tables(made(kind)))
    assert found
    assert [key for keys in found for key, value in keys.items() if not value["description"].strip()] == []


def test_every_description_belongs_to_a_key() -> None:
    path = Path(__file__).parents[2] / "leanbreath" / "authoring" / "descriptions.yaml"
    shown = json.dumps([made(kind) for kind in FORMS], ensure_ascii=False)
    lines = yaml.load(path.read_bytes(), CoreLoader)  # noqa: S506 - a safe loader
    assert [key for key, words in lines.items() if json.dumps(words, ensure_ascii=False) not in shown] == []


def test_a_modeline_names_the_schema() -> None:
    assert modeline("../schema/routine.json") == "# yaml-language-server: $schema=../schema/routine.json"
