"""A session as plain lines, one per cue, for pipes, braille displays and screen readers."""

import sys
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from threading import Thread
from typing import Protocol

from leanbreath.playback.breath_in_lines import BreathInLines
from leanbreath.playback.keyboard import Keyboard
from leanbreath.playback.returning_drills import ReturningDrills, ask_in_lines
from leanbreath.playback.time_source import TimeSource
from leanbreath.presentation.cue_lines import cue_line
from leanbreath.presentation.hurt_question import hurt_question
from leanbreath.presentation.key_help import key_help
from leanbreath.presentation.set_up import is_before_work
from leanbreath.score.score import RATE
from leanbreath.score.time_format import format_time
from leanbreath.session.controller import STALLED, SessionController
from leanbreath.session.key_labels import key_labels
from leanbreath.session.keyboard_layouts import latin
from leanbreath.session.keys import CONFIRMATIONS, action, choice
from leanbreath.session.states import Move
from leanbreath.session.status import Status

BELL = "\a"
MAX_NAP_SECONDS = 0.25
TAIL_SECONDS = 2.5
"""How long the last sound may ring before the session closes."""

START = "Press space to start, or q to leave."
FIND_BREATH = "To begin at your own breath, press b first."
UNKNOWN_KEY = "That key does nothing here. Press question mark to hear the keys."
PASTED = "Pasted text isn't taken as keys."
BACKGROUND = "The session continues in the background. Type fg to use its keys again."


def run_lines(
    controller: SessionController,
    opening: Iterable[str],
    write: Callable[[str], None],
    warn: Callable[[str], None],
    time: TimeSource | None = None,
    questions: ReturningDrills | None = None,
    begin_breath_at: Callable[[Fraction], str] | None = None,
) -> None:
    """Run a session in lines, until it ends or the runner leaves; `warn` gets what isn't part of it.

    One that is held begins when the runner has read the `opening` and presses space. `begin_breath_at` is called with
    the runner's own breath, if there is a choice, and returns what that changes.
    """
    time = time or TimeSource()
    for line in opening:
        write(line)
    with Keyboard(time.sleep).listening() as keyboard:
        if questions and not ask_in_lines(questions, write, keyboard):
            return
        Thread(target=controller.open, args=(time.now,), daemon=True).start()  # a sound system may hang
        if controller.is_held and begin_breath_at:
            write(FIND_BREATH)
        if controller.is_held:
            write(START)
        breath = BreathInLines(begin_breath_at, write, lambda: write(START)) if begin_breath_at else None
        Lines(controller, write, warn, keyboard, time, breath).run()


class KeySource(Protocol):
    """Where keys come from; `has_paste` says that text was pasted just now, which gave none."""

    @property
    def has_paste(self) -> bool:
        """Whether text was pasted just now."""

    def is_in_background(self) -> bool:
        """Return whether another program has the keyboard."""

    def wait(self, seconds: float) -> Iterator[str]:
        """Wait some seconds or until a key comes, and yield the keys."""


class Lines:
    """Prints a controller line by line and reads the keys of a terminal, if there is one."""

    def __init__(
        self,
        controller: SessionController,
        write: Callable[[str], None],
        warn: Callable[[str], None],
        keys: KeySource,
        time: TimeSource,
        breath: BreathInLines | None = None,
    ) -> None:
        self._controller, self._write, self._warn, self._keys, self._time = controller, write, warn, keys, time
        self._breath = breath
        self._printed = 0
        self._state = ""
        self._notice = ""
        self._explained: set[tuple[str, ...]] = set()
        self._said: list[str] = []
        self._hints = [UNKNOWN_KEY, PASTED]
        self._is_asking = self._was_playing = False
        self._closes_at: float | None = None

    def run(self) -> None:
        """Run until the session ends or the runner leaves."""
        while True:
            now = self._time.now()
            status = self._controller.tick(now, self._time.boot())
            if self._controller.should_ring_bell(status) and sys.stdout.isatty():
                print(BELL, end="", flush=True)
            self._print_new(status)
            self._continue_in_background(status, now)
            self._controller.record_progress(status, now)
            if self._closes_at is None and status.state == "over":
                self._closes_at = now + TAIL_SECONDS / self._controller.speed
            if self._closes_at is not None and now >= self._closes_at:
                return
            for sent in self._keys.wait(self._nap(status)):
                if self._press(sent, self._time.now()):
                    return
            if self._keys.has_paste:
                self._hint(PASTED)

    def _continue_in_background(self, status: Status, now: float) -> None:
        """Begin, or resume after a stop, in the background, where no key can do it."""
        self._controller.is_held = self._controller.is_held and not self._keys.is_in_background()
        was_stopped = status.state == "paused" and self._controller.notice == STALLED
        if was_stopped and self._keys.is_in_background() and self._controller.move("resume", now):
            self._controller.notice = ""
            self._write(BACKGROUND)

    def _hint(self, text: str) -> None:
        """Explain what was typed, once."""
        if text in self._hints:
            self._hints.remove(text)
            self._write(text)

    def _nap(self, status: Status) -> float:
        session = self._controller.session
        change = session.timeline.next_change(status.device_frame)
        if status.state == "preparing" or change is None:
            return MAX_NAP_SECONDS / 10
        return min(session.clock.seconds(change - session.clock.heard_frame(self._time.now())), MAX_NAP_SECONDS)

    def _print_new(self, status: Status) -> None:
        """Print every cue since the last call."""
        if self._controller.notice != self._notice:
            self._notice = self._controller.notice
            if self._notice:
                self._warn(self._notice)
        for _, score, cue in self._controller.session.timeline.cues(self._printed, status.device_frame + 1):
            if line := cue_line(score, cue):
                self._said.append(status.score.as_written(line))
                self._write(self._said[-1])
        self._printed = status.device_frame + 1
        self._print_setup(status)
        if status.state != self._state:
            if status.state == "waiting" and status.wait_left is not None:
                self._write(f"Continues in {format_time(status.wait_left + RATE - 1)}.")
            if status.state == "paused" and not self._is_asking:
                self._write(f"Paused at {format_time(status.snapshot.frame)}. Press space to resume.")
            self._state = status.state

    def _print_setup(self, status: Status) -> None:
        """Print how to set up for a drill in the gap that leads to it, the first time it comes, after its title."""
        work = status.snapshot.work
        if not work or not work.setup or work.setup in self._explained or not is_before_work(status):
            return
        self._explained.add(work.setup)
        if not any(f"{work.title}{mark}" in line for line in self._said for mark in ".,"):
            self._write(f"Coming up: {work.title}.")
        for line in work.setup:
            self._write(line)

    def _press(self, sent: str, now: float) -> bool:
        """Do what a key does, and return whether the runner leaves."""
        controller = self._controller
        if self._is_asking:
            return self._answer(sent, now)
        if controller.is_held and self._breath and self._breath.takes(sent, now):
            return False
        if controller.is_held and action(sent) != "help":
            controller.is_held = action(sent) != "space"
            return action(sent) == "leave"
        if (move := choice(sent)) and controller.session.is_hurt:
            self._move(move, now)
            return False
        match action(sent):
            case "space":
                controller.press_space(now)
            case "pause":
                controller.toggle_pause(now)
            case "next" | "back" | "repeat" | "switch" | "hurts" | "undo" | "longer" as move:
                self._move(move, now)
            case "louder" | "quieter" | "mute" as change:
                getattr(controller.sound, change)()
                self._write(controller.sound.volume_text())
            case "help":
                self._help(now)
            case "leave":
                return self._ask(now)
            case None if sent.isprintable():
                self._hint(UNKNOWN_KEY)
            case "view" | None:
                pass
        return False

    def _move(self, move: Move, now: float) -> None:
        """Make a move, and say what can't be heard at once."""
        session = self._controller.session
        self._print_new(session.status(now))  # what was said before it comes before it
        if not self._controller.move(move, now):
            return
        if move in CONFIRMATIONS:
            self._write(CONFIRMATIONS[move])
        if move == "hurts":
            self._ask_about_pain()

    def _help(self, now: float) -> None:
        """Say what each key does now; where a drill hurts, ask again."""
        session = self._controller.session
        if session.is_hurt:
            self._ask_about_pain()
        elif labels := key_labels(session.status(now), bool(session.painful)):
            self._write(key_help(labels))

    def _ask_about_pain(self) -> None:
        session = self._controller.session
        for line in hurt_question(session.painful_titles[-1], session.easier_title).lines:
            self._write(line)

    def _ask(self, now: float) -> bool:
        if self._closes_at is not None:
            return True
        self._is_asking = True
        self._was_playing = self._controller.move("pause", now)
        self._write("End the session? y or n.")
        return False

    def _answer(self, sent: str, now: float) -> bool:
        if latin(sent) in ("y", "q", "\r", "\n"):
            return True
        if latin(sent) in ("n", " ", "\x1b"):
            self._is_asking = False
            if self._was_playing:
                self._controller.move("resume", now)
        return False
