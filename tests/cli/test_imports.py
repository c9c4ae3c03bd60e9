"""What each command imports: the screen, arrays, sound and the diary's database only where it needs them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.home import environment

SCREEN = frozenset({"textual", "rich", "asyncio"})
SOUND = frozenset({"numpy", "miniaudio", "soundfile"})
DIARY = frozenset({"sqlite3"})

PROCESSES = {
    "files": (
        "--version",
        "list",
        "list --drills",
        "show march",
        "show daily-12 --json",
        "show calves",
        "cues pre-run-6",
        "figure march",
        "schema drill",
        "new drill mine",
        "fmt",
        "check",
        "remove mine --yes",
    ),
    "sessions": (
        "history",
        "plan",
        "plan eight-weeks",
        "today --short",
        "checkup --json",
        "diary list",
        "diary check",
        "diary export",
        "run pre-run-6 --plain --speed 100",
        "warmup --plain --speed 100",
    ),
    "help": ("", "--help"),
    "sound": ("doctor --no-play",),
}
"""Commands that run one after the other in a process, so that each must be as sparing as the first."""

UNNEEDED = {
    "files": SCREEN | SOUND | DIARY,
    "sessions": SCREEN | SOUND,
    "help": SCREEN | SOUND,
    "sound": SCREEN | DIARY,
}

PROGRAM = """
import sys
from leanbreath.cli import main
for command in sys.argv[2:]:
    sys.argv = ["leanbreath", *command.split()]
    try:
        main()
    except SystemExit as end:
        loaded = sorted(set({unneeded}) & set(sys.modules))
        print(f"{{command}}: {{end.code}} {{loaded}}", file=sys.stderr)
"""


BEHIND_THE_FIRST_FRAME = (
    *SOUND,
    "leanbreath.advice.rules",
    "leanbreath.advice.easier_drill",
    "leanbreath.coach",
    "leanbreath.figure",
    "leanbreath.presentation.preparation_card",
    "leanbreath.score.fit",
    "leanbreath.screens.reading_messages",
    "leanbreath.screens.start",
    "leanbreath.widgets.session_panel",
    "statistics",
)
"""What a session needs only once its screen is there."""

PREPARATION = """
import sys
from threading import active_count
import leanbreath.app, leanbreath.cli.commands.run, leanbreath.cli.session, leanbreath.screens.session
from leanbreath.authoring.resolve import resolve_routine
from leanbreath.diary.store import Diary
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.session_setup import prepare_session
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import diary_file
from leanbreath.userdata.settings import Settings
library = load_library()
routine = resolve_routine(library, "pre-run-6").value
prepare_session(library, routine, SessionOptions(), Settings(), Diary(diary_file()), has_keys=True)
print(sorted(set(sys.argv[1:]) & set(sys.modules)), active_count())
"""


def test_before_its_first_frame_a_session_reads_and_imports_only_what_that_needs(tmp_path: Path) -> None:
    arguments = [sys.executable, "-c", PREPARATION, *BEHIND_THE_FIRST_FRAME]
    result = subprocess.run(arguments, env=environment(tmp_path), capture_output=True, text=True, check=False)
    assert (result.stdout, result.stderr) == ("[] 1\n", "")


@pytest.mark.parametrize("name", PROCESSES)
def test_a_command_imports_nothing_it_does_not_need(tmp_path: Path, name: str) -> None:
    program = PROGRAM.format(unneeded=sorted(UNNEEDED[name]))
    result = subprocess.run(
        [sys.executable, "-c", program, "", *PROCESSES[name]],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    reports = [line for line in result.stderr.splitlines() if line.endswith("]")]
    assert reports == [f"{command}: 0 []" for command in PROCESSES[name]]
