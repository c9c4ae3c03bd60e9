"""The reference on the authors' page is complete: every key, every word, every limit, and nothing else."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.schema import modeline
from leanbreath.routine import vocabulary
from leanbreath.routine.author_cue import AuthorCue
from leanbreath.routine.basic_notations import parse_length
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Drill
from leanbreath.routine.plan import Phase, Plan, Sessions, Week
from leanbreath.routine.reader import ReadResult
from leanbreath.routine.routine_file import Defaults, DrillStepSpec, RoutineFile
from leanbreath.routine.work import KINDS
from tests.pages.format_page import BLOCKS, FOLDER, PROSE, anchors, rows, section, ticked
from tests.routine.snippets import drill_file, drill_with, problem_texts, routine_file

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


def test_every_default_of_a_routine_is_named() -> None:
    (defaults,) = (cells[2] for cells in rows(section("Keys of a routine")) if cells[0] == "`defaults`")
    assert sorted(ticked(defaults)) == keys(Defaults)


WORDS = {
    "stretch": vocabulary.Stretch,
    "evidence": vocabulary.Evidence,
    "for": vocabulary.SessionType,
    "first-side": vocabulary.FirstSide,
    "skip": vocabulary.Skip,
    "side": vocabulary.Side,
    "phase": Phase,
}


def test_a_key_with_a_few_fixed_words_names_them_all() -> None:
    words_of = {cells[0].strip("`"): ticked(cells[1]) for _, text in TABLES for cells in rows(text)}
    assert {key: tuple(words_of[key]) for key in WORDS} == {key: get_args(words) for key, words in WORDS.items()}
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
def test_a_list_of_words_is_complete(heading: str, words: Any) -> None:
    assert ticked(section(heading)) == list(get_args(words))


LIMITS = [
    ("warns below 4 and above 10 a minute", "LB011", [4, 10]),
    ("asks for at least 8 seconds from the floor to standing", "LB020", [8]),
    (
        "15 seconds and a way up over your side or knees once you have been lying down for more than three minutes",
        "LB021",
        [180, 15],
    ),
    ("warns above 10 without support and above 15 with it", "LB053", [10, 12]),
    ("above 15 with it", "LB053b", [15, 20]),
    ("nine words are enough", "LB062", [9]),
]


@pytest.mark.parametrize(("claim", "rule", "limits"), LIMITS)
def test_each_limit_on_the_page_is_the_limit_of_its_rule(claim: str, rule: str, limits: list[int]) -> None:
    assert claim in " ".join(PROSE.split())
    assert list((bundled_rules()[rule].limits or {}).values()) == limits


def test_every_link_to_this_page_or_a_file_leads_somewhere() -> None:
    written = re.findall(r"\]\(([^)]+)\)", re.sub(r"`[^`]*`", "", PROSE))
    links = [link for link in written if not link.startswith("https://")]
    assert len(links) > 10
    assert [link for link in links if not (link[1:] in anchors() or (FOLDER / link.split("#")[0]).is_file())] == []


def test_each_caution_reads_as_in_the_rules() -> None:
    texts = {ticked(name)[0]: text for name, text in rows(section("Cautions"))}
    assert texts == {name: form.text for name, form in bundled_rules().cautions.items()}


def test_every_rule_is_listed_in_its_own_words() -> None:
    words = {ticked(rule)[0]: text for rule, text in rows(section("Rules"))}
    assert words == {id: rule.about for id, rule in bundled_rules().by_id.items()}


def values() -> Iterator[tuple[str, str]]:
    """Yield each short form in the table of values with what it is; an empty first cell continues the row above."""
    key = ""
    for name, forms in re.findall(r"^\| ([^|]*)\| (`[^|]*`) \|", section("Values"), re.MULTILINE):
        key = name.strip(" `") or key
        yield from ((key, form) for form in ticked(forms))


VALUES = list(values())


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, value in VALUES if key in KINDS])
def test_every_dose_in_the_table_of_values_is_valid(key: str, value: str) -> None:
    assert problem_texts(drill_with(f"{key}: {value}\n")) == []


def test_every_length_in_the_table_of_values_is_valid() -> None:
    lengths = [value for key, value in VALUES if key == "a length"]
    assert [parse_length(length) for length in lengths] == [30, 90, 1.5, 270, 30]


def test_the_table_of_values_has_every_kind_of_dose() -> None:
    assert {key for key, _ in VALUES} >= set(KINDS)


AUTHORS = ("new", "check", "cues", "watch", "fmt", "add", "remove", "schema")


def test_every_command_for_authors_is_in_the_table() -> None:
    assert [ticked(cells[0])[0].split()[1] for cells in rows(section("Tools for authors"))] == list(AUTHORS)


def test_the_formatter_for_helix_is_valid_toml_and_runs_fmt() -> None:
    (block,) = (block for block in BLOCKS if block.language == "toml")
    (language,) = tomllib.loads(block.text)["language"]
    assert language["formatter"] == {"command": "leanbreath", "args": ["fmt", "-"]}


def test_the_line_for_editors_is_the_one_that_new_files_start_with() -> None:
    assert f"{modeline('../schema/drill.json')}\n" in [block.text for block in BLOCKS]


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
def test_required_keys_are_enough_and_each_is_asked_for(
    text: str, read: Callable[[str], ReadResult[Any]], lines: list[str]
) -> None:
    required = [ticked(cells[0])[0] for cells in rows(text) if "required" in cells[2]]
    assert required == [line.split(":")[0] for line in lines]
    assert problem_texts(read("".join(f"{line}\n" for line in lines))) == []
    for missing in lines:
        (problem,) = problem_texts(read("".join(f"{line}\n" for line in lines if line != missing)))
        assert f'"{missing.split(":")[0]}" is missing' in problem
