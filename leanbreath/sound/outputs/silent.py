"""No sound at all."""

from leanbreath.sound.outputs import Fill


class Silent:
    """Plays nothing and asks for nothing."""

    name = "silent"
    held_seconds = 0.0

    def start(self, fill: Fill) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
