"""The authors' page is true: its examples are valid, its times add up, its commands exist."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.linter import Linter
from leanbreath.authoring.preview import preview_routine
from leanbreath.cli.commands import COMMANDS
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Routine
from leanbreath.routine.reader import ReadResult
from leanbreath.routine.work import KINDS
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE, Score
from leanbreath.score.time_format import format_time
from leanbreath.userdata.settings_file import read_settings
from tests.home import leanbreath
from tests.pages.format_page import BLOCKS, PAGE, PROSE, Block, marked, rows, section, ticked
from tests.routine.snippets import ROUTINE, drill_with, problem_texts, value_of

CODES = ticked(PROSE)
STEP_WORDS = ("{drill:", "{title:", "{move:", "{rest:", "{wait:", "{repeat:", "{include:")


def linter() -> Linter:
    """Return what `leanbreath check` asks, where the user has nothing of his own."""
    return Linter(Library((bundled_folder("drills"),)), bundled_rules())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every whole file of the page."""
    folder = tmp_path_factory.mktemp("page")
    for block in (block for block in BLOCKS if block.mark == "file"):
        (folder / block.name).write_text(block.text, encoding="utf-8")
    return folder


def steps(lines: str, path: Path) -> ReadResult[Routine]:
    """Read lines of a list of steps, as they would stand in a routine with this path."""
    return linter().library.routine_from((ROUTINE + lines).encode(), path)


def performable(path: Path) -> Routine:
    """Return what a file comes to when it is performed."""
    routine = preview_routine(path, linter().library)
    assert routine is not None
    return routine


def score_of(block: Block, folder: Path) -> Score:
    """Return the score of an example: a file, or steps of one."""
    if block.mark == "file":
        return compose(performable(folder / block.name))
    assert block.mark == "step"
    return compose(value_of(steps(block.text, folder / "x.yaml")))


def test_every_yaml_example_says_what_it_is_an_example_of() -> None:
    marks = [block.mark for block in BLOCKS if block.language == "yaml"]
    assert len(marks) == PAGE.count("```yaml") >= 15
    assert set(marks) == {"file", "step", "drill-lines", "settings", "wrong"}


@pytest.mark.parametrize("block", marked("file"))
def test_every_file_on_the_page_passes_check_without_a_warning(folder: Path, block: Block) -> None:
    assert linter().check_file(folder / block.name) == ()


@pytest.mark.parametrize("block", [*marked("file"), *marked("step")])
def test_every_routine_drill_and_step_on_the_page_can_be_performed(folder: Path, block: Block) -> None:
    if not block.text.startswith(("plan:", "pose:", "assessment:")):
        assert score_of(block, folder).total > 0


@pytest.mark.parametrize("block", marked("drill-lines"))
def test_every_part_of_a_drill_on_the_page_is_valid(block: Block) -> None:
    assert problem_texts(drill_with(block.text)) == []


@pytest.mark.parametrize("block", marked("settings"))
def test_the_settings_on_the_page_are_valid(tmp_path: Path, block: Block) -> None:
    (tmp_path / "settings.yaml").write_text(block.text, encoding="utf-8")
    assert problem_texts(read_settings(tmp_path / "settings.yaml", bundled_rules())) == []


@pytest.mark.parametrize("step", sorted({code for code in CODES if code.startswith(STEP_WORDS)}))
def test_every_step_in_the_text_is_valid_or_gets_the_answer_on_the_page(step: str) -> None:
    answers = {ticked(cells[0])[0]: cells[1] for cells in rows(section("When check complains"))}
    answer = [problem.split(": ", 1)[1] for problem in problem_texts(steps(f"  - {step}\n", Path("x.yaml")))]
    assert answer == ([answers[step]] if step in answers else [])


@pytest.mark.parametrize("dose", sorted({code for code in CODES if code.split(":")[0] in KINDS and ":" in code}))
def test_every_dose_in_the_text_is_valid(dose: str) -> None:
    assert problem_texts(drill_with(f"{dose}\n")) == []


def test_a_short_form_means_the_same_as_its_long_form() -> None:
    pairs = [(ticked(short)[0], ticked(long)[0]) for short, long in rows(section("Long forms"))]
    assert len(pairs) >= 5
    for short, long in pairs:
        assert value_of(drill_with(f"{short}\n")) == value_of(drill_with(f"{long}\n"))


TIMES = [(match.start(), match[1]) for match in re.finditer(r"takes\s([0-9]+:[0-9]{2})", PAGE)]


@pytest.mark.parametrize(("place", "length"), TIMES)
def test_every_length_on_the_page_is_that_of_the_example_before_it(folder: Path, place: int, length: str) -> None:
    block = [block for block in BLOCKS if block.start < place][-1]
    assert format_time(score_of(block, folder).total) == length


def test_the_table_of_gaps_adds_up_row_by_row(folder: Path) -> None:
    score = compose(performable(folder / "my-calm-warm-up.yaml"))
    assert len(TIMES) >= 7
    spans = [score.passage_span(index) for index in range(len(score.passages))]
    seconds = [int(cells[1]) for cells in rows(section("Gaps, and how the time is counted"))]
    assert seconds == [(end - start) / RATE for start, end in spans]


@pytest.mark.parametrize("block", marked("wrong"))
def test_check_answers_a_wrong_file_as_on_the_page(tmp_path: Path, block: Block) -> None:
    answer = BLOCKS[BLOCKS.index(block) + 1]
    (tmp_path / block.name).write_text(block.text, encoding="utf-8")
    output = leanbreath(tmp_path, "check", str(tmp_path / block.name)).stdout
    assert answer.mark == "answer"
    assert output.replace(f"{tmp_path}/", "") == answer.text


def test_the_first_routine_checks_and_runs_as_the_page_says(folder: Path) -> None:
    lines = next(block.text for block in BLOCKS if block.language == "sh").splitlines()
    check, cues, rehearsal, run = (line.split()[1:] for line in lines)
    path = [str(folder / "my-warm-up.yaml")]
    assert leanbreath(folder, check[0], *path).stdout == "1 file: no problems\n"
    assert leanbreath(folder, cues[0], *path).stdout.startswith("My warm-up: 4:40\n")
    assert rehearsal[:3] == [*run, "--speed"]
    assert "3:56 of drills done." in leanbreath(folder, run[0], *path, "--speed", "100").stdout


def _calls() -> Iterator[str]:
    yield from (line for block in BLOCKS if block.language == "sh" for line in block.text.splitlines())
    yield from (code for code in CODES if code.startswith("leanbreath "))


@pytest.mark.parametrize("call", sorted(set(_calls())))
def test_every_command_on_the_page_exists_with_its_options(call: str) -> None:
    _, name, *words = call.split()
    module, attribute = COMMANDS[name].split(":")
    command: click.Command = getattr(import_module(module), attribute)
    known = {option for parameter in command.params for option in parameter.opts}
    assert [word for word in words if word.startswith("--") and word not in known] == []
