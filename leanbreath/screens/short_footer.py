"""A foot of the screen that names only as many keys as it has room for."""

from dataclasses import replace

from textual.binding import ActiveBinding

from leanbreath.screens.data_screen import DataScreen


class ShortFooterScreen(DataScreen):
    """A screen whose foot names the keys in `footer_keys`, None for all; the others do the same as ever."""

    footer_keys: frozenset[str] | None = None

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Return the keys, of which the foot shows some."""
        keys, active = self.footer_keys, super().active_bindings
        return active if keys is None else {key: _named_if(each, key in keys) for key, each in active.items()}


def _named_if(active: ActiveBinding, is_named: bool) -> ActiveBinding:
    return active._replace(binding=replace(active.binding, show=active.binding.show and is_named))
