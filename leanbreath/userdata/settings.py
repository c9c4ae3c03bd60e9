"""The user's settings: one YAML file, and what holds where it says nothing."""

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Annotated, Literal

from leanbreath.advice.rules import Change
from leanbreath.routine.model import Id, Length, RuleId
from leanbreath.routine.notation import NotationError, Short
from leanbreath.score.score import Density
from leanbreath.sound.fader import LOUDEST_DB, SOFTEST_DB
from leanbreath.sound.outputs import OutputName
from leanbreath.sound.pack_file import VoiceForm

BALANCE_DB = 12


def _whole_decibels(text: str, least: int, most: int) -> int:
    found = re.fullmatch(r"([+-]?[0-9]{1,2})\s*(?:dB)?", text)
    if found is None or not least <= int(found[1]) <= most:
        raise NotationError(f'"{text}" is no number of decibels here', f"write {least} to {most}")
    return int(found[1])


def _volume(text: str) -> int:
    return _whole_decibels(text, SOFTEST_DB, LOUDEST_DB)


def _balance(text: str) -> int:
    return _whole_decibels(text, -BALANCE_DB, BALANCE_DB)


def _hour(text: str) -> int:
    found = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", text)
    if found is None:
        raise NotationError(f'"{text}" is no time of the day', "write it as 21:30")
    return int(found[1]) * 60 + int(found[2])


Volume = Annotated[int, Short(_volume, "decibels", "[+-]?[0-9]{1,2}( ?dB)?", ("-6",))]
Balance = Annotated[int, Short(_balance, "decibels", "[+-]?[0-9]{1,2}( ?dB)?", ("3",))]
Hour = Annotated[int, Short(_hour, "a time of the day", "[0-9]{1,2}:[0-5][0-9]", ("21:30",))]
"""Minutes since midnight."""


@dataclass(frozen=True, kw_only=True)
class SoundSettings:
    """What is heard, and by what: `sound` in the settings."""

    output: OutputName = "auto"
    device: str = ""
    pack: Id = "warm"
    cues: Density = "full"
    voice: VoiceForm = field(default_factory=VoiceForm)
    volume: Volume = 0
    balance: Balance = 0
    glide: bool = True
    pre_roll: Length = Fraction(1, 2)


@dataclass(frozen=True, kw_only=True)
class NightSettings:
    """What is heard otherwise at night: `night` in the settings; without hours, only where it is asked for."""

    from_: Hour | None = None
    to: Hour | None = None
    pack: Id = "night"
    cues: Density = "sparse"
    volume: Volume = -9
    balance: Balance | None = None
    voice: VoiceForm | None = None
    glide: bool | None = None

    def is_active(self, minute: int) -> bool:
        """Return whether it is night at a minute of the day; hours may go past midnight."""
        if self.from_ is None or self.to is None:
            return False
        if self.from_ <= self.to:
            return self.from_ <= minute < self.to
        return minute >= self.from_ or minute < self.to


Theme = Literal[
    "textual-dark",
    "textual-light",
    "ansi-dark",
    "ansi-light",
    "high-contrast",
    "nord",
    "gruvbox",
    "dracula",
    "tokyo-night",
    "monokai",
    "catppuccin-mocha",
    "catppuccin-latte",
    "solarized-dark",
    "solarized-light",
]
View = Literal["figure", "digits", "text"]


@dataclass(frozen=True, kw_only=True)
class ScreenSettings:
    """What is seen: `screen` in the settings; `card` shows before a session what it needs."""

    theme: Theme = "textual-dark"
    view: View = "figure"
    calm: bool = False
    card: bool = True


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a user can set; `rules` changes severities, limits and words of training rules, `language` what is said.

    `instead` maps drills to those that are done in their place, whenever a routine holds them.
    """

    rules: dict[RuleId, Change] = field(default_factory=dict)
    language: Id = "en"
    instead: dict[Id, Id] = field(default_factory=dict)
    screen: ScreenSettings = field(default_factory=ScreenSettings)
    sound: SoundSettings = field(default_factory=SoundSettings)
    night: NightSettings = field(default_factory=NightSettings)

    def sound_at(self, night: bool) -> SoundSettings:
        """Return what is heard, by day or by night."""
        if not night:
            return self.sound
        changes = {key: getattr(self.night, key) for key in ("pack", "cues", "volume", "balance", "voice", "glide")}
        return replace(self.sound, **{key: value for key, value in changes.items() if value is not None})
