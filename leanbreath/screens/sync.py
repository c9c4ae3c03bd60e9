"""Sound and picture compared: a click and a flash each second, adjusted until they match."""

from collections.abc import Callable
from threading import Thread
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Static

from leanbreath.playback.sound_player import SoundPlayer
from leanbreath.playback.time_source import boot_seconds
from leanbreath.score.click_track import TITLE, is_flash
from leanbreath.screens.messages import Closed
from leanbreath.session.controller import SessionController
from leanbreath.userdata.settings import EARLIEST_OFFSET, LATEST_OFFSET
from leanbreath.widgets.plain_text import PlainText

STEP_MILLISECONDS = 10
FRAMES_PER_SECOND = 60
HELP = """\
Does the flash come before the click? Press →.
Does it come after the click? Press ←.
Do they match? Press enter."""


class SyncScreen(Screen[None]):
    """Plays the click track; `saved` is the offset that the user accepted, None if they left.

    `save` writes an offset to the settings, and returns the reason if that is impossible.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", "flash sooner"),
        Binding("right", "change(1)", "flash later"),
        Binding("enter", "save", "save", key_display="enter"),
        Binding("escape,q", "leave", "leave unchanged", key_display="esc"),
    ]

    def __init__(self, controller: SessionController, sound: SoundPlayer, save: Callable[[int], str]) -> None:
        super().__init__()
        self._controller, self._sound, self._save = controller, sound, save
        self.saved: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out the flash between what to do and where it stands."""
        yield PlainText(TITLE, id="routine")
        yield Static(HELP, markup=False, id="help")
        yield Static(id="flash")
        yield PlainText(id="offset")
        yield PlainText(id="notice")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin to play."""
        self._flash = self.query_one("#flash", Static)
        Thread(target=self._controller.open, args=(monotonic,), daemon=True).start()  # a sound system may hang
        self.set_interval(1 / FRAMES_PER_SECOND, self._tick)

    def _tick(self) -> None:
        """Flash with the click that is heard."""
        status = self._controller.tick(monotonic(), boot_seconds())
        self._flash.set_class(status.state == "playing" and is_flash(status.snapshot.frame), "-on")
        self.query_one("#offset", PlainText).show(f"Offset: {self._sound.offset_milliseconds} ms")
        self.query_one("#notice", PlainText).show(self._controller.notice)
        if status.state == "over":
            self.action_leave()

    def action_change(self, steps: int) -> None:
        """Let the flash come sooner or later."""
        changed = self._sound.offset_milliseconds + steps * STEP_MILLISECONDS
        self._sound.offset_milliseconds = min(max(changed, EARLIEST_OFFSET), LATEST_OFFSET)

    def action_save(self) -> None:
        """Save the offset and leave; stay where it can't be saved, and say why."""
        if error := self._save(self._sound.offset_milliseconds):
            self._controller.notice = f"Not saved: {error}"
            return
        self.saved = self._sound.offset_milliseconds
        self.post_message(Closed())

    def action_leave(self) -> None:
        """Leave the settings as they are."""
        self.post_message(Closed())
