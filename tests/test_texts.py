"""What the program says in any place: no claims, every source used, and the safety text the same everywhere."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.advice.text_search import first_match
from leanbreath.authoring.page_lookup import page_lines
from leanbreath.cli import program
from leanbreath.playback.safety_text import load_safety
from leanbreath.presentation.lesson_page import lesson_page
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.sources import bundled_sources
from leanbreath.score.phrases import ENGLISH
from tests.home import leanbreath
from tests.routine.snippets import value_of
from tests.terminal import ROOT

DRILLS = bundled_folder("drills")
LIBRARY = Library((DRILLS,))
LESSONS = sorted((DRILLS / "lessons").glob("*.md"))
NAMES_OF_WORKS = DRILLS / "sources.yaml"  # what a study is called is no claim of ours
WRITTEN = sorted(
    path
    for folder in (DRILLS, bundled_folder("sounds"), ROOT / "leanbreath")
    for path in folder.rglob("*")
    if path.suffix in (".yaml", ".md", ".json") and path not in (NAMES_OF_WORKS, ROOT / "leanbreath/advice/rules.yaml")
)
DISCLAIMERS = ("it does not diagnose, and", "It isn't a formal diagnosis (S34).")
"""Where a text says what something is not."""

CITED = re.compile(r"\bS\d\d\d?b?\b")


def claimed(text: str) -> str | None:
    plain = re.sub(r"[\s>]+", " ", text)
    for disclaimer in DISCLAIMERS:
        plain = plain.replace(disclaimer, "")
    found = first_match(((("text",), plain),), bundled_rules()["LB064"].words)
    return found and found[1]


@pytest.mark.parametrize("path", [*WRITTEN, ROOT / "README.md"], ids=lambda path: path.name)
def test_no_bundled_text_makes_a_claim(path: Path) -> None:
    assert claimed(path.read_text("utf-8")) is None


def test_nothing_spoken_makes_a_claim() -> None:
    assert [each.name for each in fields(ENGLISH) if claimed(str(getattr(ENGLISH, each.name)))] == []


def test_a_claim_would_be_found() -> None:
    assert claimed("This stretch cures your back.") == "cures"
    assert claimed("Surely it does not diagnose, and it heals.") == "heals"


def test_no_help_text_makes_a_claim() -> None:
    with click.Context(program) as context:
        each = [program.get_command(context, name) for name in program.list_commands(context)]
        assert len(each) > 10
        assert [command.name for command in each if command and claimed(command.get_help(context))] == []


def cited() -> set[str]:
    files = [*LIBRARY.all_files(), ROOT / "leanbreath/advice/rules.yaml"]
    return {id for path in files for id in CITED.findall(path.read_text("utf-8"))}


def test_every_source_is_cited_and_every_citation_has_a_source() -> None:
    assert cited() == set(bundled_sources())


TOPICS = (
    "why-cant-i-lean-forward lower-belly-and-breath calves hip-flexors head-and-eyes how-much-lean "
    "what-the-evidence-says safety"
)


def test_there_is_a_lesson_on_every_topic() -> None:
    assert {path.stem for path in LESSONS} == set(TOPICS.split())


def parts(text: str) -> list[str]:
    """Return the paragraphs, points and rows of a lesson."""
    lessons = re.split(r"\n(?:\n|(?=- |\d\. |\|))", text.partition("\n")[2])
    return [re.sub(r"\s+", " ", part) for part in lessons if part.strip()]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_number_in_a_lesson_has_a_source_or_is_marked_as_ours(path: Path) -> None:
    bare = [
        part
        for part in parts(path.read_text("utf-8"))
        if re.search(r"\d", re.sub(r"`[^`]*`|^\d\.|\]\([^)]*\)", "", part))
        and not (CITED.search(part) or re.search(r"\bour|\bwe\b", part, re.I))
    ]
    assert bare == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_show_prints_a_lesson_with_the_sources_it_cites(tmp_path: Path, path: Path) -> None:
    shown = leanbreath(tmp_path, "show", path.stem).stdout
    _, _, listed = shown.partition("\n## Sources\n")
    cited = dict.fromkeys(CITED.findall(path.read_text("utf-8")))
    assert CITED.search(shown) is None
    titles = [re.escape(bundled_sources()[id].title) for id in cited]
    assert re.fullmatch("\n" + "".join(rf"{number}\. {title}.*\n" for number, title in enumerate(titles, 1)), listed)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_each_lesson_ends_with_something_to_try_and_something_to_measure(path: Path) -> None:
    lesson = lesson_page(path.stem, path.read_text("utf-8"), bundled_sources())
    assert lesson.try_now in LIBRARY.routine_files and lesson.measure
    assert set(lesson.measure) <= set(LIBRARY.assessment_files)


@pytest.mark.parametrize("name", sorted(LIBRARY.drill_files))
def test_a_drill_leads_to_the_lessons_about_what_it_helps(name: str) -> None:
    drill = value_of(LIBRARY.drill(name))
    lines = list(page_lines(LIBRARY, drill))
    assert ("Read more" in lines) == bool(drill.helps)


def test_the_readme_and_the_lesson_have_the_same_safety_text() -> None:
    readme = re.sub(r"\s+", " ", (ROOT / "README.md").read_text("utf-8").replace("\n> ", " ").replace("**", ""))
    told = load_safety()
    assert len(told) == 6
    assert [part for part in told[1:] if part not in readme] == []
    assert told[0].split(". ")[1] in readme


def test_an_svg_says_it_is_not_medical_advice(tmp_path: Path) -> None:
    assert ENGLISH.safety in leanbreath(tmp_path, "figure", "march", "--svg").stdout
