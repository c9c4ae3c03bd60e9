"""The settings as a page: a row for each, with its help, its value and what it can be."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from leanbreath.userdata.settings_as_text import Field, Path, values

if TYPE_CHECKING:
    from leanbreath.userdata.settings import Settings

SUBSTITUTION_HELP = "In every routine, with the same dose where it suits the other drill."
NO_SUBSTITUTE = "no substitute"
LABELS = {"true": "on", "false": "off"}


class Choice(NamedTuple):
    """A value that a setting can have, and what it is called."""

    value: str
    label: str


class SettingRow(NamedTuple):
    """One setting; without `choices` it takes any text, and `unset` says what applies while it has none."""

    path: Path
    name: str
    help: str
    value: str
    choices: tuple[Choice, ...] = ()
    unset: str = ""

    @property
    def id(self) -> str:
        """The keys that lead to the setting, as one word."""
        return "-".join(self.path)

    @property
    def label(self) -> str:
        """What the value is called."""
        return next((each.label for each in self.choices if each.value == self.value), self.value) or self.unset


class SettingsPage(NamedTuple):
    """All settings and the file they are in, the drills that can be replaced, and the error that hides the settings."""

    file: str
    rows: tuple[SettingRow, ...] = ()
    drills: tuple[Choice, ...] = ()
    error: str = ""


def settings_page(
    file: str, settings: "Settings", known: Mapping[str, tuple[str, ...]], drills: tuple[Choice, ...]
) -> SettingsPage:
    """Return the page of settings; `known` has the names of a kind (pack, language) that the user's files offer."""
    rows = (_row(field, value, known) for field, value in values(settings))
    substitutions = (substitution_row(old, new, drills) for old, new in settings.instead.items())
    return SettingsPage(file, (*rows, *substitutions), drills)


def substitution_row(old: str, new: str, drills: tuple[Choice, ...]) -> SettingRow:
    """Return the row of a drill that is replaced by another, or by none if `new` is empty."""
    title = next((drill.label for drill in drills if drill.value == old), old)
    unknown = () if not new or new in {drill.value for drill in drills} else (Choice(new, new),)
    choices = (Choice("", NO_SUBSTITUTE), *unknown, *drills)
    return SettingRow(("instead", old), f"instead of {title}", SUBSTITUTION_HELP, new, choices, NO_SUBSTITUTE)


def _row(field: Field, value: str, known: Mapping[str, tuple[str, ...]]) -> SettingRow:
    names = known.get(field.help.kind, field.choices)
    if names and value and value not in names:
        names = (*names, value)
    choices = tuple(Choice(name, LABELS.get(name, name)) for name in names)
    unset = (Choice("", field.unset),) if field.unset and choices else ()
    return SettingRow(field.path, " · ".join(field.path), field.help.text, value, (*unset, *choices), field.unset)
