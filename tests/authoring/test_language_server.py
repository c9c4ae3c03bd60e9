"""What an author sees in an editor, asked of the language server that editors use."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from leanbreath.routine.library import bundled
from leanbreath.routine.vocabulary import Position
from tests.authoring.languageserver import LanguageServer, program

DRILLS = bundled("drills")
ROUTINE = DRILLS / "routines" / "x.yaml"
DRILL = DRILLS / "library" / "hip" / "x.yaml"
ROUTINE_HEAD = "# yaml-language-server: $schema=../schema/routine.json\nroutine: x\ntitle: X\nsteps:\n"
DRILL_HEAD = "# yaml-language-server: $schema=../../schema/drill.json\ndrill: x\ntitle: X\n"
BUNDLED = [*DRILLS.glob("[lrp]*/**/*.yaml"), *bundled("sounds").rglob("pack.yaml")]


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    if program() is None:
        pytest.skip("yaml-language-server is not installed")
    with LanguageServer() as running:
        yield running


@pytest.mark.node
def test_the_ids_of_drills_are_completed(server: LanguageServer) -> None:
    uri = server.open(ROUTINE.with_name("ids.yaml"), ROUTINE_HEAD + "  - drill: \n")
    assert set(server.completions(uri, 5, 12)) >= {path.stem for path in (DRILLS / "library").rglob("*.yaml")}


@pytest.mark.node
def test_positions_are_completed(server: LanguageServer) -> None:
    uri = server.open(DRILL.with_name("positions.yaml"), DRILL_HEAD + "goal: release\nposition: \n")
    assert set(server.completions(uri, 5, 11)) == set(get_args(Position))


@pytest.mark.node
def test_the_keys_of_a_drill_are_completed(server: LanguageServer) -> None:
    uri = server.open(DRILL.with_name("keys.yaml"), DRILL_HEAD + "\n")
    assert {"goal", "position", "breath", "passive-exhale", "safety-class"} <= set(server.completions(uri, 4, 1))


@pytest.mark.node
def test_the_keys_of_steps_are_completed(server: LanguageServer) -> None:
    uri = server.open(ROUTINE.with_name("steps.yaml"), ROUTINE_HEAD + "  - \n")
    offered = set(server.completions(uri, 5, 5))
    assert {"drill", "title", "move", "rest", "wait", "repeat", "include"} <= offered


@pytest.mark.node
def test_a_key_shows_what_it_means(server: LanguageServer) -> None:
    uri = server.open(DRILL.with_name("hover.yaml"), DRILL_HEAD + "goal: release\nposition: prone\n")
    assert "How one lies, kneels or stands" in server.hover(uri, 5, 3)


WHOLE = DRILL_HEAD + "goal: release\nhold: 30s\n"


@pytest.mark.node
@pytest.mark.parametrize(
    ("path", "text", "place", "word"),
    [
        pytest.param(DRILL, WHOLE + "position: prone\nholdd: 30s\n", (7, 1), "holdd", id="a key of a drill"),
        pytest.param(DRILL, WHOLE + "position: prne\n", (6, 11), "prone", id="a position"),
        pytest.param(ROUTINE, ROUTINE_HEAD + "  - {drill: march, tme: 60s}\n", (5, 20), "tme", id="a key of a step"),
        pytest.param(
            ROUTINE, ROUTINE_HEAD + '  - {move: "There", time: 5s, tim: 5s}\n', (5, 31), "tim", id="a key of a move"
        ),
        pytest.param(ROUTINE, ROUTINE_HEAD + "  - {drill: march, sides: both}\n", (5, 27), "each", id="sides"),
    ],
)
def test_what_is_wrong_is_flagged_at_its_place(
    server: LanguageServer, path: Path, text: str, place: tuple[int, int], word: str, request: pytest.FixtureRequest
) -> None:
    own = path.with_name(f"{request.node.callspec.id.replace(' ', '-')}.yaml")
    flagged = server.diagnostics(server.open(own, text))
    assert [(line, column) for line, column, _ in flagged] == [place]
    assert word in flagged[0][2]


@pytest.mark.node
def test_an_id_that_is_newer_than_the_schema_is_not_flagged(server: LanguageServer) -> None:
    uri = server.open(ROUTINE.with_name("new.yaml"), ROUTINE_HEAD + "  - {drill: my-own-drill}\n")
    assert server.diagnostics(uri) == []


@pytest.mark.node
def test_no_bundled_file_is_flagged(server: LanguageServer) -> None:
    flagged = {path.name: server.diagnostics(server.open(path, path.read_text("utf-8"))) for path in BUNDLED}
    assert {name: each for name, each in flagged.items() if each} == {}


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_bundled_file_names_its_schema(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).is_file()
