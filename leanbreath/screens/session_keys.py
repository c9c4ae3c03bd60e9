"""The keys of a session, as actions on its controller."""

from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import Screen

from leanbreath.session.controller import SessionController
from leanbreath.session.key_labels import key_labels
from leanbreath.session.keys import CONFIRMATIONS, KEYS, MOVES, Action
from leanbreath.session.states import Move
from leanbreath.session.status import Status

FOOTER_SECONDS = 12.0
"""How long the footer stays after the last key."""

CONFIRMATION_SECONDS = 2.0
MUTED = "Muted"


def _binding_action(action: Action) -> str:
    return f"move('{action}')" if action in MOVES else action


ACTIONS = {_binding_action(key.action): key.action for key in KEYS}
"""The action of each binding."""

IN_FOOTER = {key.action for key in KEYS if key.in_footer}


class SessionKeys(Screen[None]):
    """A screen that takes the keys of a session; `confirmation` says what the last one has done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.names, _binding_action(key.action), key.label, key_display=key.symbol, show=key.in_footer)
        for key in KEYS
    ]

    def __init__(self, controller: SessionController) -> None:
        super().__init__()
        self.controller = controller
        self.confirmation = ""
        self._active_at = 0.0
        self._labels: dict[Action, str] = {}
        self._moment: object = None

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Return the keys, each with what it does now; the foot of the screen names those that do something."""
        return {name: self._labelled(active) for name, active in super().active_bindings.items()}

    def _labelled(self, active: ActiveBinding) -> ActiveBinding:
        action = ACTIONS.get(active.binding.action)
        if action is None:
            return active
        label = self._labels.get(action, "")
        binding = replace(active.binding, description=label, show=bool(label) and action in IN_FOOTER)
        return active._replace(binding=binding)

    def note_status(self, status: Status) -> None:
        """Say what the keys do from now on."""
        can_undo = bool(self.controller.session.painful)
        moment = status.state, status.snapshot.segment.passage, status.score, can_undo
        if moment != self._moment:
            self._moment = moment
            self._labels = key_labels(status, can_undo)
            self.refresh_bindings()

    def note_activity(self) -> None:
        """Keep the footer in sight for a while."""
        self._active_at = monotonic()

    def needs_footer(self, now: float) -> bool:
        """Return whether somebody was there a moment ago."""
        return now - self._active_at < FOOTER_SECONDS

    def on_key(self) -> None:
        """Show the footer again."""
        self.note_activity()

    def on_mouse_move(self) -> None:
        """Show the footer again."""
        self.note_activity()

    def action_move(self, move: Move) -> None:
        """Go to another step or side, or make this one longer."""
        self.note_activity()
        is_made = self.controller.move(move, monotonic())
        if is_made and move in CONFIRMATIONS:
            self._confirm(CONFIRMATIONS[move])
        if is_made and move == "hurts":
            self.ask_about_pain()

    def ask_about_pain(self) -> None:
        """Ask what to do about the drill that hurts."""

    def action_space(self) -> None:
        """Pause, resume, or end a wait or open work."""
        self.note_activity()
        self.controller.press_space(monotonic())

    def action_pause(self) -> None:
        """Pause, or resume."""
        self.note_activity()
        self.controller.toggle_pause(monotonic())

    def action_louder(self) -> None:
        """Turn the volume up."""
        self.controller.sound.louder()
        self._confirm(self.controller.sound.volume_text())

    def action_quieter(self) -> None:
        """Turn the volume down."""
        self.controller.sound.quieter()
        self._confirm(self.controller.sound.volume_text())

    def action_mute(self) -> None:
        """Mute, or unmute."""
        self.controller.sound.mute()
        self._confirm(self.controller.sound.volume_text())

    def _confirm(self, text: str) -> None:
        self.confirmation = text
        self.set_timer(CONFIRMATION_SECONDS, self._clear_confirmation)

    def _clear_confirmation(self) -> None:
        """Clear the confirmation; muted sound stays in sight."""
        self.confirmation = MUTED if self.controller.sound.volume_text() == MUTED else ""
