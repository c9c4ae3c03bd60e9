"""The line mode: one line a cue, in words that can be read aloud, and the same keys as the screen."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from leanbreath.lines import BACKGROUND, PASTED, START, UNKNOWN_KEY, Lines
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.playback.breath_in_lines import BreathInLines
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.session_setup import prepare_session
from leanbreath.presentation.cue_lines import cue_line
from leanbreath.routine.model import Drill, DrillStep, Routine
from leanbreath.routine.work import KINDS
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.userdata.settings import Settings
from tests.home import QUICK, at_terminal, environment, leanbreath
from tests.playback.fake_time import NO_WAITING, FakeTime
from tests.score.making import LIBRARY, read
from tests.terminal import Terminal


def spoken(kind: str, dose: str, **more) -> list[tuple[float, str]]:
    """Return the lines of a routine of one drill, with their seconds."""
    work = KINDS[kind].notation.parse(dose)
    step = DrillStep(drill=Drill(title="Drill", **{kind: work}), work=work, **more)
    score = compose(Routine(id="one", title="One", steps=(step,)))
    return [(cue.at / RATE, line) for cue in score.cues if (line := cue_line(score, cue))]


def test_a_breath_is_printed_by_phases_with_their_seconds():
    assert spoken("breath", "4-1-6-2 x 1") == [
        (0, "Breathe in, 4"),
        (4, "Hold, 1"),
        (5, "Breathe out, 6"),
        (11, "Pause, 2"),
        (13, "That's it. Well done."),
    ]


def test_a_hold_counts_down_its_last_three_seconds():
    lines = spoken("hold", "10s")
    assert lines[1:] == [(7, "3"), (8, "2"), (9, "1"), (10, "That's it. Well done.")]


def test_reps_are_counted():
    assert [line for _, line in spoken("reps", "4 @ 2s")][1:4] == ["2", "3", "4"]


def test_each_part_of_a_rep_is_printed():
    assert [line for second, line in spoken("reps", "2 @ 2-1-2") if 0 < second < 6] == ["Hold", "2"]


WORDS = """\
routine: own
title: Own
steps:
  - {title: Clock, reps: {count: 2, phases: [{six: 2s}, {twelve: 1s}]}, words: {six: [six, hollow]}}
  - {move: "Up.", time: 9s}
  - {title: Hinge, reps: 2 @ 2-0-2, words: {there: hinge}}
  - {title: Pump, reps: 2 @ 1s, sides: alternate, words: {left: left, right: press}}
  - {title: March, time: 9s, words: {time: march}}
  - {title: Calf, hold: 9s, words: {hold: stretch}}
"""


def test_reps_and_their_parts_are_printed_in_the_words_for_what_is_done():
    score = compose(read(WORDS))
    lines = [line for cue in score.cues if cue.line is None and (line := cue_line(score, cue))]
    assert lines == [
        *("1: Six, hollow", "Twelve", "2: Six, hollow", "Twelve", "3", "2", "1"),
        *("1: Hinge", "2: Hinge", "1: Left", "2, right: Press"),
        *("March.", "3", "2", "1", "Stretch.", "3", "2", "1"),
    ]


def test_steps_of_a_cadence_are_counted_in_tens():
    assert [line for _, line in spoken("cadence", "180 for 10s") if line.endswith("steps")] == [
        "10 steps",
        "20 steps",
        "30 steps",
    ]


def test_in_a_pipe_every_line_comes_and_nothing_moves_the_cursor(tmp_path):
    result = leanbreath(tmp_path, "run", "tests/timed_routines/desk-reset-4.yaml", "--speed", "100", TERM="dumb")
    assert result.returncode == 0
    assert "\x1b" not in result.stdout
    assert not set(result.stdout) & set("│─╭╮╰╯█▀▄━")
    assert "Standing hip-flexor breath, left side." in result.stdout.splitlines()
    assert result.stdout.splitlines()[-8] == "Undo sitting: 3:22 of drills done."


def test_without_a_sound_device_the_session_runs_and_says_so_once_on_stderr(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text("routine: brief\ntitle: Brief\nsteps:\n  - {title: Stand, hold: 1s}\n")
    result = leanbreath(tmp_path, "run", str(path), "--plain", "--no-voice")
    assert (result.returncode, result.stdout.splitlines()[-3:-1]) == (
        0,
        ["Brief: 0:01 of drills done.", "  Stand: 0:01"],
    )
    assert result.stderr == "No sound: no sound device was found. The session runs without it.\n"


@pytest.fixture
def plain(tmp_path):
    terminal = at_terminal(tmp_path, "run", "pre-run-6", "--plain", "--output", "silent", columns=120)
    terminal.wait_for(START)
    terminal.send(" ")
    terminal.wait_for("March in place. 1 minute.")
    yield terminal
    terminal.kill()


def test_keys_do_the_same_in_lines_as_on_screen(plain: Terminal):
    plain.send(" ")
    plain.wait_for("Paused at 0:0")
    plain.send("\x1b[C ")
    plain.wait_for("Standing soft belly. 6 breaths.")
    plain.send("+")
    plain.wait_for("Ten seconds more.")
    plain.send("?")
    plain.wait_for("Keys: space: pause, resume, continue or be done (enter and click too); right arrow: next step")
    plain.send("q")
    plain.wait_for("End the session? y or n.")
    plain.send("y")
    assert plain.end() == 0
    assert "Six-minute lean primer: 0:0" in plain.text()


@dataclass
class Pressed:
    """Keys that are pressed at given seconds after the start, in time that moves on when somebody waits for them."""

    time: FakeTime
    keys: list[tuple[float, str]]
    stopped_at: float | None = None
    has_paste: bool = False

    def is_in_background(self) -> bool:
        return self.stopped_at is not None

    def wait(self, seconds: float) -> Iterator[str]:
        self.time.sleep(seconds)
        if self.stopped_at is not None and self.time.seconds - FakeTime().seconds > self.stopped_at:
            self.time.sleep(60)  # stopped by a shell, then sent to the background
            self.stopped_at = 1e9
        if self.keys and self.time.seconds - FakeTime().seconds > self.keys[0][0]:
            yield self.keys.pop(0)[1]


def lines_of(steps: str, *keys: tuple[float, str], stopped_at: float | None = None, is_held: bool = False) -> list[str]:
    """Return the lines of a session with keys; it may be held first, or stopped and sent to the background."""
    time, lines = FakeTime(), list[str]()
    options = SessionOptions(audio=AudioOptions(output="silent"))
    routine = LIBRARY.routine_from(f"routine: own\ntitle: Own\nsteps:\n{steps}".encode(), Path("own.yaml")).value
    controller = prepare_session(LIBRARY, routine, options, Settings(), None, True, time.source, NO_WAITING).controller
    controller.open(time.now)
    controller.is_held = is_held
    Lines(controller, lines.append, lines.append, Pressed(time, list(keys), stopped_at), time.source).run()
    return lines


def test_open_work_says_how_to_end_it_counts_up_and_ends_with_space():
    found = lines_of("  - {title: Plank, hold: max}\n  - {rest: 5s}\n", (45, " "))
    assert found == [
        "Get ready.", "Plank. As long as you can.", "3", "2", "1",
        "Press space when you're done.", "30 seconds.",
        "Rest.", "3", "2", "1", "That's it. Well done.",
    ]  # fmt: skip


def test_open_work_counts_down_to_its_most():
    found = lines_of("  - {title: Plank, hold: max, most: 20s}\n")
    assert found[-4:] == ["3", "2", "1", "That's it. Well done."]


def test_a_wait_that_ends_by_itself_says_when():
    found = lines_of('  - {title: A, hold: 5s}\n  - {wait: "Walk back.", most: 90s}\n  - {title: B, hold: 5s}\n')
    assert found[found.index("Walk back.") :][:5] == [
        *("Walk back.", "Continues in 1:30.", "Let's go.", "3", "B. 5 seconds."),
    ]


def test_p_pauses_open_work_which_space_would_end():
    found = lines_of("  - {title: Plank, hold: max}\n", (20, "p"), (30, "p"), (50, " "))
    (paused,) = (line for line in found if line.startswith("Paused at"))
    assert paused.startswith("Paused at 0:1") and found[-1] == "That's it. Well done."


HURTING = "  - {drill: ankle-rock-wall, sides: none}\n  - {drill: head-glide, reps: 6 @ 3s, ready: 8s}\n"
ASKED = [
    "Stopped. Does it hurt? Ankle rocks at the wall",
    "Press 1: Leave it out for a week.",
    "Press 2: Something easier: March in place.",
    "Press 3: That was a slip. Continue.",
    "Nothing happens until you choose.",
]


@pytest.mark.parametrize(
    ("key", "told", "announced"),
    [
        ("1", ["Left out for a week. Press u to bring it back.", "Let's go."], "Head glide. 6 reps."),
        ("2", ["Something easier. Press u to undo that.", "Let's go."], "March in place. 1 minute."),
        ("3", ["Let's go."], "Ankle rocks at the wall."),
    ],
)
def test_where_it_hurts_it_asks_and_waits_for_an_answer(key, told, announced):
    found = lines_of(HURTING, (8.5, "h"), (50, " "), (400, key), (404, "q"), (405, "y"))
    found = [line for line in found if not line.isdigit()]
    asked = found.index(ASKED[0])
    assert found[asked : asked + len(ASKED) + len(told)] == ASKED + told
    assert announced in found[asked + len(ASKED) :]


@pytest.mark.parametrize(
    ("steps", "at", "has", "lacks"),
    [
        ("  - {title: Stand, hold: 30s}\n", 10, ("space: ", "right arrow: "), ("s: ", "p: ", "u: ", "b: ")),
        ("  - {title: Kneel, hold: 30s, sides: each}\n", 10, ("s: change sides",), ("p: ",)),
        ("  - {title: Plank, hold: max, most: 30s}\n", 10, ("p: pause",), ("s: ",)),
    ],
)
def test_help_names_the_keys_that_do_something_now(steps, at, has, lacks):
    (told,) = (line for line in lines_of(steps, (at, "?")) if line.startswith("Keys: "))
    keys = told.removeprefix("Keys: ").split("; ")
    assert all(any(key.startswith(each) for key in keys) for each in has)
    assert not any(key.startswith(lacks) for key in keys)


def test_help_asks_again_where_it_hurts():
    found = lines_of(HURTING, (8.5, "h"), (50, "?"), (60, "1"), (64, "q"), (65, "y"))
    assert found.count(ASKED[0]) == 2 and not any(line.startswith("Keys: ") for line in found)


def test_what_was_left_out_is_brought_back():
    found = lines_of(HURTING, (9, "h"), (50, "1"), (51, "u"), (54, "q"), (55, "y"))
    assert "Ankle rocks at the wall." in found[found.index("It's back.") :]


def test_where_nothing_is_easier_it_says_so():
    found = lines_of("  - {drill: half-kneel-breath}\n  - {rest: 9s}\n", (9, "h"), (50, "2"), (60, "1"))
    assert "Nothing is easier in this position." in found and "Rest." in found


def test_a_session_that_was_stopped_continues_in_the_background_without_keys():
    found = lines_of("  - {title: Stand, hold: 30s}\n", stopped_at=15)
    assert found[found.index(BACKGROUND) - 1].startswith("Paused at 0:") and found[-1] == "That's it. Well done."


def test_a_session_that_waits_for_space_begins_by_itself_in_the_background():
    found = lines_of("  - {title: Stand, hold: 5s}\n", (200, "q"), stopped_at=30, is_held=True)
    assert found[0] == "Get ready." and found[-1] == "That's it. Well done."


def test_a_session_that_was_stopped_and_has_its_keys_waits_for_space():
    found = lines_of("  - {title: Stand, hold: 5s}\n  - {title: Sit, hold: 5s}\n", (7, "p"), (100, " "))
    assert BACKGROUND not in found and found[-1] == "That's it. Well done."


def test_a_key_that_does_nothing_is_explained_once():
    found = lines_of("  - {title: Stand, hold: 30s}\n", (10, "x"), (11, "ж"), (12, "й"), (13, "ж"), (14, "т"))
    assert found.count(UNKNOWN_KEY) == 1
    assert "End the session? y or n." in found and found[-1] == "That's it. Well done."


def test_a_drill_is_explained_in_full_before_its_first_set_and_side_only():
    steps = """  - {move: "To the wall.", time: 9s}
  - {title: Lunge, hold: 5s, sides: each, sets: 2, rest: 5s, switch: 5s, setup: ["One.", "Two.", "Three."]}
"""
    found = lines_of(steps)
    assert found[found.index("One.") :][:3] == ["One.", "Two.", "Three."] and found.count("One.") == 1


def test_how_to_set_up_is_told_after_the_title_and_once_however_often_the_drill_comes():
    step = '  - {title: Lunge, hold: 5s, setup: ["Kneel."]}\n'
    found = lines_of('  - {move: "To the wall.", time: 20s}\n' + step + "  - {rest: 12s}\n" + step)
    assert found[found.index("Kneel.") - 1] == "Coming up: Lunge." and found.count("Kneel.") == 1
    rest = '  - {title: Stand, hold: 5s}\n  - {rest: 20s, say: "How was that?"}\n'
    found = lines_of(rest + step)
    assert found[found.index("How was that?") :][1:3] == ["Coming up: Lunge.", "Kneel."]


def test_the_side_of_a_rep_is_named_once_even_if_its_words_name_it():
    step = "  - {title: Lunge, reps: 4 @ 2-0-2, sides: alternate, words: {there: down, left: left, right: right}}\n"
    assert "1: Down, left" in lines_of(step)


@pytest.fixture
def shell(tmp_path):
    environment_of = {**environment(tmp_path), "PS1": "ready> "}
    terminal = Terminal(["bash", "--norc", "--noprofile", "-i"], environment_of, 120)
    terminal.wait_for("ready>")
    yield terminal
    terminal.kill()


def test_a_session_runs_on_in_the_background_of_a_shell_and_has_its_keys_again_in_the_foreground(shell):
    shell.send(f"{shlex.join(QUICK)} run pre-run-6 --plain --output silent --at-once\n")
    shell.wait_for("March in place. 1 minute.")
    shell.send("\x1a")
    shell.wait_for("Stopped")
    shell.send("bg\n")
    shell.wait_for("--at-once &")
    shell.send("echo typed-$((6 * 7))\n")
    shell.wait_for("typed-42")
    shell.send("fg\n")
    shell.wait_for(lambda: shell.text().count("--at-once") >= 4)
    shell.send("Q")
    shell.wait_for("End the session? y or n.")
    shell.send("Y")
    shell.wait_for("Six-minute lean primer: 0:")
    shell.send("exit\n")
    assert shell.end() == 0


def test_text_pasted_into_a_session_is_no_key(plain: Terminal):
    assert "\x1b[?2004h" in plain.text()
    plain.send("\x1b[200~quit h s\x1b[201~")
    plain.wait_for(PASTED)
    plain.send("q")
    plain.wait_for("End the session? y or n.")
    plain.send("y")
    assert plain.end() == 0 and "\x1b[?2004l" in plain.text()


def test_lines_at_a_terminal_are_read_in_peace_and_q_leaves_before_the_start(tmp_path):
    terminal = at_terminal(tmp_path, "run", "pre-run-6", "--plain", "--output", "silent", columns=120)
    terminal.wait_for(START)
    terminal.send("?")
    terminal.wait_for("Keys: ")
    terminal.send("q")
    assert terminal.end() == 0 and "Get ready." not in terminal.text()


def test_before_a_session_a_breath_is_found_by_tapping():
    found = before(*((5 * count + 1, " ") for count in range(6)), (40, " "))
    assert found == [
        "Breathe as you do at rest. Tap space at each in-breath. Press b to go back.",
        *"123456",
        "begins at 5.0.",
        "Ready.",
        "Get ready.",
    ]


def test_a_runner_goes_back_without_a_breath_and_a_repeated_key_counts_once():
    found = before((1, " "), (2, " "), (8, "x"), (9, " "), (10, "B"), (12, " "))
    assert found[1:] == ["1", "2", "Ready.", "Get ready."]


def before(*keys: tuple[float, str]) -> list[str]:
    """Return the lines until a session begins that is held, where b was pressed first."""
    time, lines = FakeTime(), list[str]()
    options = SessionOptions(audio=AudioOptions(output="silent"))
    routine = LIBRARY.routine("focus-hip-flexors").value
    controller = prepare_session(LIBRARY, routine, options, Settings(), None, True, time.source, NO_WAITING).controller
    controller.open(time.now)
    controller.is_held = True
    breath = BreathInLines(lambda own: f"begins at {float(own)}", lines.append, lambda: lines.append("Ready."))
    pressed = Pressed(time, [(0.5, "b"), *keys, (keys[-1][0] + 1, "q"), (keys[-1][0] + 2, "y")])
    Lines(controller, lines.append, lines.append, pressed, time.source, breath).run()
    first = next(index for index, line in enumerate(lines) if line.startswith("Breathe as you do at rest."))
    return lines[first : lines.index("Get ready.") + 1]
