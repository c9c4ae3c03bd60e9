"""What an author sees in an editor, as the YAML language server shows it."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import get_args

import pytest

from leanbreath.authoring.file_templates import renamed, template
from leanbreath.authoring.schema import modeline
from leanbreath.routine.library import bundled_folder
from leanbreath.routine.model import DrillStep, Repeat
from leanbreath.routine.routine_file import STEP_SPECS
from leanbreath.routine.vocabulary import Caution, Position
from tests.authoring.language_server import LanguageServer, cursor
from tests.home import leanbreath
from tests.routine.snippets import routine_of, value_of

DRILLS, SOUNDS = bundled_folder("drills"), bundled_folder("sounds")
FOLDERS = {
    "drill": DRILLS / "library" / "hip",
    "routine": DRILLS / "routines",
    "plan": DRILLS / "plans",
    "pose": DRILLS / "poses",
    "pack": SOUNDS / "warm",
}
HEADS = {
    "drill": modeline("../../schema/drill.json") + "\ndrill: x\ntitle: X\ngoal: release\n",
    "routine": modeline("../schema/routine.json") + "\nroutine: x\ntitle: X\nsteps:\n",
    "plan": modeline("../schema/plan.json") + "\nplan: x\ntitle: X\nweeks:\n",
    "pose": modeline("../schema/pose.json") + "\npose: x\nframes:\n",
    "pack": modeline("../../drills/schema/pack.json") + "\npack: x\ntitle: X\nlicence: CC0\norigin: x\n",
}
"""What a file begins with; what a test adds begins on the fifth line, or in a pack on the sixth."""

BUNDLED = [*DRILLS.glob("[lrp]*/**/*.yaml"), *SOUNDS.rglob("pack.yaml")]
BUNDLED_DRILLS = {path.stem for path in (DRILLS / "library").rglob("*.yaml")}
BUNDLED_ROUTINES = {path.stem for path in (DRILLS / "routines").rglob("*.yaml")}
NUMBERS = count()


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as running:
        yield running


def opened(server: LanguageServer, kind: str, body: str) -> tuple[str, int, int]:
    """Open a file of a kind that is on no disk; return its address, and the place of the mark in it."""
    text, line, column = cursor(HEADS[kind] + body)
    return server.open(FOLDERS[kind] / f"x-{next(NUMBERS)}.yaml", text), line, column


@pytest.mark.node
@pytest.mark.parametrize(
    ("kind", "body", "offered"),
    [
        ("routine", "  - {drill: ‸", BUNDLED_DRILLS),
        ("routine", "  - {drill: ‸}\n", BUNDLED_DRILLS),
        ("routine", "  - drill: ‸\n", BUNDLED_DRILLS),
        ("routine", "  - {drill: march}\n  - {drill: ha‸\n  - {drill: march}\n", BUNDLED_DRILLS),
        ("routine", "  - repeat: 2\n    steps:\n      - {drill: ‸}\n", BUNDLED_DRILLS),
        ("routine", "  - {include: ‸}\n", BUNDLED_ROUTINES),
        ("routine", "  - title: X\n    position: ‸\n", set(get_args(Position))),
        ("routine", "  - {drill: march, sides: ‸}\n", {"none", "each", "alternate", "left", "right"}),
        ("routine", "  - {drill: march, optional: ‸}\n", {"true", "false"}),
        ("drill", "position: ‸\n", set(get_args(Position))),
        ("drill", "cautions:\n  - ‸\n", set(get_args(Caution))),
        ("drill", "instead: {‸}\n", set(get_args(Caution))),
        ("drill", "instead: {dizziness: ‸}\n", BUNDLED_DRILLS),
        ("drill", "cues:\n  - {‸}\n", {"at", "say", "short", "breath", "rep", "round", "set", "side", "cue"}),
        ("drill", "breath: 4-6 x 8\nleast: ‸\n", {"4-0-6-2 x 8", "4-0-6-2 for 2m", "3-0-4-0 to 4-0-6-0 x 10"}),
        ("drill", "safety-class: ‸\n", {"0", "1", "2", "3"}),
        ("plan", "  - phase: ‸\n", {"ramp", "build", "lighter", "maintain"}),
        ("plan", "  - phase: ramp\n    sessions:\n      - {routine: ‸}\n", BUNDLED_ROUTINES),
        ("plan", "  - phase: ramp\n    lean:\n      ‸\n", BUNDLED_DRILLS),
    ],
)
def test_everything_that_fits_is_offered_and_nothing_else(
    server: LanguageServer, kind: str, body: str, offered: set[str]
) -> None:
    assert set(server.completions(*opened(server, kind, body))) == offered


@pytest.mark.node
@pytest.mark.parametrize(
    ("kind", "body", "offered", "not_offered"),
    [
        ("drill", "‸\n", {"position", "breath", "passive-exhale", "safety-class"}, {"drill", "goal", "ready", "move"}),
        ("routine", "  - drill: march\n    ‸\n", {"time", "sets", "ready", "least", "cues"}, {"drill", "goal", "move"}),
        ("routine", "  - {drill: march, t‸}\n", {"time", "sets", "ready", "least", "cues"}, {"drill", "goal", "move"}),
        ("routine", "  - title: X\n    ‸\n", {"hold", "position", "why", "ready"}, {"drill", "title", "move"}),
        ("routine", "  - repeat: 2\n    ‸\n", {"steps", "rest"}, {"sets", "drill", "say"}),
        ("routine", '  - move: "There"\n    ‸\n', {"time"}, {"say", "rest", "drill"}),
        ("plan", "  - ‸\n", {"phase", "sessions", "hold", "lean"}, {"routine", "drill"}),
        ("pack", "cues:\n  ‸\n", {"inhale", "exhale", "half"}, {"title", "cues"}),
    ],
)
def test_the_keys_that_fit_are_offered(
    server: LanguageServer, kind: str, body: str, offered: set[str], not_offered: set[str]
) -> None:
    found = set(server.completions(*opened(server, kind, body)))
    assert offered <= found
    assert not not_offered & found


@pytest.mark.node
@pytest.mark.parametrize("body", ["  - ‸\n", "  - {‸}\n", "  - repeat: 2\n    steps:\n      - ‸\n"])
def test_an_empty_step_offers_what_a_step_can_be(server: LanguageServer, body: str) -> None:
    whole = {"repeat, with steps", "title, with a dose"}
    assert set(server.completions(*opened(server, "routine", body))) == {*STEP_SPECS, *whole}


@pytest.mark.node
@pytest.mark.parametrize(("label", "kind"), [("repeat, with steps", Repeat), ("title, with a dose", DrillStep)])
def test_an_offered_snippet_is_a_valid_step(server: LanguageServer, label: str, kind: type) -> None:
    offered = server.completions(*opened(server, "routine", "  - ‸\n"))[label]
    filled = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", offered).replace("$2", "march")
    (step,) = value_of(routine_of("  - " + filled.replace("\n", "\n  ") + "\n")).steps  # as editors indent it
    assert isinstance(step, kind)


@pytest.mark.node
@pytest.mark.parametrize(
    ("kind", "body", "shown"),
    [
        ("drill", "po‸sition: prone\n", "How the runner lies, kneels or stands"),
        ("drill", "bre‸ath: 4-6 x 3\n", "Paced breaths"),
        ("drill", "breath: 4-6 x 3\nle‸ast: 4-6 x 2\n", "The smallest dose when"),
        ("drill", "hold: 30s\ncues:\n  - {a‸t: half, say: x}\n", "When it is said"),
        ("routine", "  - {dr‸ill: march}\n", "The id of a drill"),
        ("routine", "  - {drill: ma‸rch}\n", "`march`: March in place"),
        ("routine", "  - {dr‸ill: my-own-drill}\n", "The id of a drill"),
        ("routine", "  - {drill: march, re‸st: 5s}\n", "The rest between sets"),
        ("routine", "  - {re‸st: 5s}\n", "A pause, as a step"),
        ("routine", "  - repeat: 2\n    re‸st: 5s\n    steps: [{drill: march}]\n", "The rest between rounds"),
        ("routine", "  - {drill: march}\ndefaults: {re‸st: 5s}\n", "unless a step gives its own"),
        ("routine", "  - {drill: march, breath: {pat‸tern: 4-6, count: 3}}\n", "4-6 means 4-0-6-0"),
        ("plan", "  - {pha‸se: ramp, sessions: []}\n", "ramp while doses grow"),
        ("plan", "  - {phase: ramp, sessions: [{routine: daily‸-12, times: 3}]}\n", "`daily-12`: Home session"),
        ("pack", "cu‸es: {half: half.wav}\n", "The sound file of each cue"),
    ],
)
def test_a_key_shows_its_meaning_and_an_id_its_title(server: LanguageServer, kind: str, body: str, shown: str) -> None:
    hover = server.hover(*opened(server, kind, body))
    assert shown in hover
    assert "||" not in hover  # the server's way to say that it cannot tell which of several is meant


@pytest.mark.node
@pytest.mark.parametrize(
    ("kind", "body", "word"),
    [
        ("drill", "position: prone\nhold: 30s\n‸holdd: 30s\n", "Property holdd is not allowed"),
        ("drill", "hold: 30s\nposition: ‸prne\n", '"prone"'),
        ("drill", "position: prone\nhold: 30s\n‸time: 20s\n", '"hold" is there already'),
        ("drill", "position: prone\nhold: ‸30x\n", "expected a length, such as 30s"),
        ("drill", "position: prone\nbreath: 4-6 x 8\nleast: ‸30s\n", "expected breaths, such as 4-0-6-2 x 8"),
        ("drill", "position: prone\nhold: 30s\nsafety-class: ‸4\n", "maximum of 3"),
        ("drill", "position: prone\nhold: 30s\ncues:\n  - {at: half, say: x, ‸shrt: x}\n", "shrt is not allowed"),
        ("drill", "position: prone\nhold: 30s\ninstead: {‸dizzyness: march}\n", '"dizziness"'),
        ("routine", "  - {drill: march, ‸tme: 60s}\n", "Property tme is not allowed"),
        ("routine", "  - drill: march\n    ‸tme: 60s\n", "Property tme is not allowed"),
        ("routine", '  - {move: "There", time: 5s, ‸rest: 5s}\n', "Property rest is not allowed"),
        ("routine", '  - ‸{move: "There"}\n', 'Missing property "time"'),
        ("routine", '  - {rest: 5s, ‸sy: "x"}\n', "Property sy is not allowed"),
        ("routine", '  - {wait: "There", ‸time: 5s}\n', "Property time is not allowed"),
        ("routine", "  - repeat: 2\n    ‸rst: 5s\n    steps: [{drill: march}]\n", "Property rst is not allowed"),
        ("routine", "  - repeat: 2\n    steps:\n      - {drill: march, ‸tme: 5s}\n", "Property tme is not allowed"),
        ("routine", "  - {drill: march, sides: ‸both}\n", '"each"'),
        ("routine", "  - {drill: march, ‸time: 60s, hold: 3s}\n", '"hold" is there already'),
        ("routine", "  - {drill: march, sets: ‸0}\n", "minimum of 1"),
        ("routine", "  - {drill: march, breath: ‸4-0-6-2}\n", "expected breaths, such as"),
        ("routine", "  - {drill: march, reps: {count: 4, each: 2s, ‸phass: []}}\n", "phass is not allowed"),
        ("routine", "  - ‸{drill: march, allow: [LB002]}\n", "needs a reason"),
        ("routine", "  - ‸march\n", "a step must be key: value pairs"),
        ("routine", "  - ‸{title: X, position: prone}\n", "one of breath, hold, reps, cadence, time is missing"),
        ("routine", "  ‸[]\n", "too few items"),
        ("plan", "  - {phase: ‸rmp, sessions: [{routine: daily-12, times: 3}]}\n", '"ramp"'),
        ("plan", "  - {phase: ramp, sessions: [{routine: daily-12, times: 3, ‸ft: 3m}]}\n", "ft is not allowed"),
        ("pack", "cues: {‸halv: half.wav}\n", '"half"'),
    ],
)
def test_a_mistake_is_flagged_once_at_its_place(server: LanguageServer, kind: str, body: str, word: str) -> None:
    uri, *place = opened(server, kind, body)
    ((*flagged, message),) = server.diagnostics(uri)
    assert flagged == place
    assert word in message


@pytest.mark.node
def test_a_step_with_a_wrong_first_key_is_shown_the_possible_keys(server: LanguageServer) -> None:
    uri, line, column = opened(server, "routine", "  - {‸dril: march}\n")
    flagged = {(line, column): message for line, column, message in server.diagnostics(uri)}
    assert flagged == {
        (line, column): "Property dril is not allowed.",
        (line, column - 1): f"one of {', '.join(STEP_SPECS)} is missing",
    }


@pytest.mark.node
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("routine", "  - {drill: my-own-drill}\n  - {include: ../others/mine.yaml}\n"),
        ("plan", "  - {phase: ramp, sessions: [{routine: my-own, times: 3}], lean: {my-own-drill: 1}}\n"),
        ("drill", "position: prone\nhold: 30\ninstead: {dizziness: my-own-drill}\n"),
    ],
)
def test_an_id_newer_than_the_schema_is_not_flagged(server: LanguageServer, kind: str, body: str) -> None:
    uri, *_ = opened(server, kind, body)
    assert server.diagnostics(uri) == []


@pytest.mark.node
@pytest.mark.parametrize("kind", ["drill", "routine", "plan"])
def test_the_templates_of_new_are_not_flagged(server: LanguageServer, kind: str) -> None:
    text = renamed(template(kind), kind, "x", modeline=HEADS[kind].partition("\n")[0])
    assert server.diagnostics(server.open(FOLDERS[kind] / f"new-{kind}.yaml", text)) == []


@pytest.mark.node
def test_no_bundled_file_is_flagged(server: LanguageServer) -> None:
    flagged = {path.name: server.diagnostics(server.open(path, path.read_text("utf-8"))) for path in BUNDLED}
    assert {name: each for name, each in flagged.items() if each} == {}


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_bundled_file_names_its_schema(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    assert first.startswith(modeline(""))
    assert (path.parent / first.partition("=")[2]).is_file()


@pytest.mark.node
def test_a_users_new_routine_is_offered_the_users_drills(server: LanguageServer, tmp_path: Path) -> None:
    leanbreath(tmp_path, "new", "drill", "my-sway")
    path = Path(leanbreath(tmp_path, "new", "routine", "my-evening").stdout.strip())
    head = path.read_text("utf-8").partition("\n")[0]
    text, line, column = cursor(f"{head}\nroutine: my-evening\ntitle: My evening\nsteps:\n  - {{drill: ‸}}\n")
    offered = server.completions(server.open(path, text), line, column)
    assert set(offered) == {*BUNDLED_DRILLS, "my-sway"}
