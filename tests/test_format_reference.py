"""The reference of the page of the format is whole: every key, every word, every limit, and nothing that is not."""

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.routine import vocabulary
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import AuthorCue, Drill
from leanbreath.routine.plan import Phase, Plan, Sessions, Week
from leanbreath.routine.reader import ReadResult
from leanbreath.routine.routine_file import Defaults, DrillStepSpec, RoutineFile
from tests.format_page import FOLDER, PROSE, anchors, rows, section, ticked
from tests.routine.authoring import all_said, drill_file, routine_file

PLAN_TABLES = section("Plans").split("| key of a ")

TABLES = [
    (Drill, section("Keys of a drill")),
    (AuthorCue, section("Keys of a cue")),
    (RoutineFile, section("Keys of a routine")),
    (DrillStepSpec, section("Keys of a drill step")),
    (Plan, f"| {PLAN_TABLES[1]}"),
    (Week, f"| {PLAN_TABLES[2]}"),
    (Sessions, f"| {PLAN_TABLES[3]}"),
]


def keys(form: type) -> list[str]:
    """Return the keys of a form, as authors write them."""
    return sorted(each.name.rstrip("_").replace("_", "-") for each in fields(form))


@pytest.mark.parametrize(("form", "text"), TABLES)
def test_a_table_of_keys_has_each_key_once_and_no_other(form: type, text: str) -> None:
    assert sorted(key for cells in rows(text) for key in ticked(cells[0])) == keys(form)


def test_the_defaults_of_a_routine_are_all_named() -> None:
    (told,) = (cells[2] for cells in rows(section("Keys of a routine")) if cells[0] == "`defaults`")
    assert sorted(ticked(told)) == keys(Defaults)


WORDS = {
    "stretch": vocabulary.Stretch,
    "evidence": vocabulary.Evidence,
    "for": vocabulary.SessionType,
    "first-side": vocabulary.FirstSide,
    "skip": vocabulary.Skip,
    "side": vocabulary.Side,
    "phase": Phase,
}


def test_a_key_that_takes_few_words_names_them_all() -> None:
    told = {cells[0].strip("`"): ticked(cells[1]) for _, text in TABLES for cells in rows(text)}
    assert {key: tuple(told[key]) for key in WORDS} == {key: get_args(words) for key, words in WORDS.items()}
    sides = [side for cells in rows(section("Both sides")) for side in ticked(cells[0])]
    assert sorted(sides) == sorted(get_args(vocabulary.Sides))


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Goals", vocabulary.Goal),
        ("Positions", vocabulary.Position),
        ("Muscles", vocabulary.Muscle),
        ("Limiters", vocabulary.Limiter),
        ("Needs", vocabulary.Need),
        ("Cautions", vocabulary.Caution),
    ],
)
def test_a_list_of_words_is_whole(heading: str, words: Any) -> None:
    assert ticked(section(heading)) == list(get_args(words))


LIMITS = [
    ("warns below 4 and above 10 a minute", "LB011", [4, 10]),
    ("asks for 8 seconds at least from the floor to standing", "LB020", [8]),
    (
        "15 seconds and a way over the side or the knees when you have lain for more than three minutes",
        "LB021",
        [180, 15],
    ),
    ("warns above 10 without support and above 15 with it", "LB053", [10, 12]),
    ("above 15 with it", "LB053b", [15, 20]),
    ("Nine words are enough", "LB062", [9]),
]


@pytest.mark.parametrize(("told", "rule", "limits"), LIMITS)
def test_a_limit_that_is_told_is_that_of_its_rule(told: str, rule: str, limits: list[int]) -> None:
    assert told in " ".join(PROSE.split())
    assert list((bundled_rules()[rule].limits or {}).values()) == limits


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", PROSE)
    assert len(links) > 10
    assert [link for link in links if not (link[1:] in anchors() or (FOLDER / link.split("#")[0]).is_file())] == []


def test_each_caution_tells_what_the_rules_tell() -> None:
    told = {ticked(name)[0]: text for name, text in rows(section("Cautions"))}
    assert told == {name: form.text for name, form in bundled_rules().cautions.items()}


def plan_file(text: str) -> ReadResult[Plan]:
    """Read a plan file called x.yaml."""
    return Library((bundled_folder("drills"),)).plan_from(text.encode(), Path("x.yaml"))


NEEDED: list[tuple[str, Callable[[str], ReadResult[Any]], list[str]]] = [
    (
        TABLES[0][1],
        lambda text: drill_file(f"{text}time: 9s\n"),
        ["drill: x", "title: X", "goal: raise", "position: walk"],
    ),
    (TABLES[2][1], routine_file, ["routine: x", "title: X", "steps: [{drill: march}]"]),
    (TABLES[4][1], plan_file, ["plan: x", "title: X", "weeks: []"]),
]


@pytest.mark.parametrize(("text", "read", "lines"), NEEDED)
def test_what_must_be_there_is_enough_and_is_asked_for(
    text: str, read: Callable[[str], ReadResult[Any]], lines: list[str]
) -> None:
    told = [ticked(cells[0])[0] for cells in rows(text) if "must be there" in cells[2]]
    assert told == [line.split(":")[0] for line in lines]
    assert all_said(read("".join(f"{line}\n" for line in lines))) == []
    for left_out in lines:
        (problem,) = all_said(read("".join(f"{line}\n" for line in lines if line != left_out)))
        assert f'"{left_out.split(":")[0]}" is missing' in problem
