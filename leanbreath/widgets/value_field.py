"""The field for a value that is measured."""

from textual.widgets import Input


class ValueField(Input):
    """Where a value is typed; `leaves_space` says that space is the key of a clock."""

    leaves_space = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key is text."""
        return not (self.leaves_space and key == "space") and super().check_consume_key(key, character)
