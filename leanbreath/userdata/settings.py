"""The user's settings: each is one field, with its type, its default and a sentence of help.

The reader of the file, the settings screen, the schema for editors and the README are made from these fields.
"""

import re
from dataclasses import dataclass, field, fields, replace
from datetime import time
from fractions import Fraction
from typing import Annotated, Literal

from leanbreath.advice.rule_override import RuleOverride
from leanbreath.diary.moment import DAY_STARTS
from leanbreath.routine.basic_notations import LENGTH_PATTERN, Notation, NotationError, parse_length
from leanbreath.routine.field_types import Id, RuleId
from leanbreath.routine.form_fields import Help
from leanbreath.score.score import Density
from leanbreath.sound.outputs import OutputName
from leanbreath.sound.voice_settings import VoiceSettings
from leanbreath.sound.volume_range import LOUDEST_DB, SOFTEST_DB

LONGEST_PRE_ROLL = 30
"""The longest near-silence before the first cue, in seconds."""

BALANCE_DB = 12
"""The voice can be at most this much louder or softer than the tones."""

EARLIEST_OFFSET, LATEST_OFFSET = -500, 2_000
"""The range of the offset in milliseconds; loudspeakers in a network are heard two seconds later."""

SLOWEST_PACE, FASTEST_PACE = 0.8, 1.2
"""How fast a voice speaks: at 1 as it does by itself."""

PACE_PATTERN = r"0\.[89][0-9]?|1(?:\.0{1,2}|\.1[0-9]?|\.20?)?"

BY_DAY = "same as by day"
ON_REQUEST = "only with --night"


def _whole_decibels(text: str, least: int, most: int) -> int:
    found = re.fullmatch(r"([+-]?[0-9]{1,2})\s*(?:dB)?", text)
    if found is None or not least <= int(found[1]) <= most:
        raise NotationError(f'expected {least} to {most} decibels, not "{text}"', f"write {least} to {most}")
    return int(found[1])


def _volume(text: str) -> int:
    return _whole_decibels(text, SOFTEST_DB, LOUDEST_DB)


def _balance(text: str) -> int:
    return _whole_decibels(text, -BALANCE_DB, BALANCE_DB)


def _offset(text: str) -> int:
    found = re.fullmatch(r"([+-]?[0-9]{1,4}) ?(?:ms)?", text)
    if found is None or not EARLIEST_OFFSET <= int(found[1]) <= LATEST_OFFSET:
        expected = f"{EARLIEST_OFFSET} to {LATEST_OFFSET}"
        raise NotationError(f'expected {expected} milliseconds, not "{text}"', f"write {expected}")
    return int(found[1])


def _pace(text: str) -> float:
    if not re.fullmatch(PACE_PATTERN, text) or not SLOWEST_PACE <= float(text) <= FASTEST_PACE:
        expected = f"{SLOWEST_PACE:g} to {FASTEST_PACE:g}"
        raise NotationError(f'expected a pace of {expected}, not "{text}"', f"write {expected}")
    return float(text)


def parse_time_of_day(text: str) -> time:
    """Return a time of the day from its text, such as `21:30`; raise `NotationError` for anything else."""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", text)
    if found is None:
        raise NotationError(f'expected a time of day, not "{text}"', "write it as 21:30")
    return time(int(found[1]), int(found[2]))


def _pre_roll(text: str) -> Fraction:
    seconds = parse_length(text)
    if seconds > LONGEST_PRE_ROLL:
        raise NotationError(f'"{text}" is longer than {LONGEST_PRE_ROLL} seconds', "write a shorter length, such as 2s")
    return seconds


Volume = Annotated[int, Notation(_volume, "decibels", "[+-]?[0-9]{1,2}( ?dB)?", ("-6",))]
Balance = Annotated[int, Notation(_balance, "decibels", "[+-]?[0-9]{1,2}( ?dB)?", ("3",))]
Offset = Annotated[int, Notation(_offset, "milliseconds", "[+-]?[0-9]{1,4}( ?ms)?", ("120",))]
Pace = Annotated[float, Notation(_pace, "a pace", PACE_PATTERN, ("0.9",))]
PreRoll = Annotated[Fraction, Notation(_pre_roll, "a length", LENGTH_PATTERN, ("0.5s", "2s"))]
TimeOfDay = Annotated[
    time, Notation(parse_time_of_day, "a time of day", "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]", ("21:30",))
]

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
    """What is seen: `screen` in the file."""

    theme: Annotated[Theme, Help("Colours; the ansi themes use your terminal's own.")] = "textual-dark"
    view: Annotated[View, Help("What a session shows first; press b to change it.")] = "figure"
    calm: Annotated[bool, Help("Nothing moves more than twice a second.")] = False
    card: Annotated[bool, Help("Before a session, show what you need and wait for a key.")] = True


@dataclass(frozen=True, kw_only=True)
class SoundSettings:
    """What is heard, and where it is played: `sound` in the file."""

    output: Annotated[OutputName, Help("The sound output; auto takes the first that works.")] = "auto"
    device: Annotated[
        str, Help("Part of the name of the device that plays.", "the system's default", example="headset")
    ] = ""
    pack: Annotated[Id, Help("The sounds: warm, bright, night, or a pack of your own.", kind="pack")] = "warm"
    cues: Annotated[Density, Help("How much you hear: everything, the essentials, no words, nothing.")] = "full"
    voice: Annotated[VoiceSettings, Help("The voice that speaks.")] = field(default_factory=VoiceSettings)
    pace: Annotated[Pace, Help("How fast the voice speaks, 0.8 to 1.2.")] = 1.0
    volume: Annotated[Volume, Help(f"Loudness in decibels, {SOFTEST_DB} to {LOUDEST_DB}; ↑ and ↓ change it.")] = 0
    balance: Annotated[
        Balance, Help(f"How much louder the voice is than the tones, in decibels, {-BALANCE_DB} to {BALANCE_DB}.")
    ] = 0
    glide: Annotated[bool, Help("A tone rises and falls with your breath.")] = True
    pre_roll: Annotated[
        PreRoll,
        Help("Near-silence before the first cue; it wakes a sleeping headset."),
    ] = Fraction(1, 2)
    offset: Annotated[
        Offset, Help("How many milliseconds later you hear sound than the computer says; doctor --sync finds it.")
    ] = 0


@dataclass(frozen=True, kw_only=True)
class NightSettings:
    """What is heard at night: `night` in the file; without both times, night mode is there only on request."""

    from_: Annotated[TimeOfDay | None, Help("When night mode begins.", ON_REQUEST, example='"21:30"')] = None
    to: Annotated[TimeOfDay | None, Help("When night mode ends.", ON_REQUEST, example='"6:00"')] = None
    pack: Annotated[Id, Help("The sounds at night.", kind="pack")] = "night"
    cues: Annotated[Density, Help("How much you hear at night.")] = "sparse"
    pace: Annotated[Pace, Help("How fast the voice speaks at night.")] = 0.9
    volume: Annotated[Volume, Help(f"Loudness at night, in decibels, {SOFTEST_DB} to {LOUDEST_DB}.")] = -9
    balance: Annotated[
        Balance | None, Help("How much louder the voice is than the tones at night.", BY_DAY, example="3")
    ] = None
    voice: Annotated[VoiceSettings | None, Help("The voice that speaks at night.", BY_DAY, example="off")] = None
    glide: Annotated[
        bool | None, Help("A tone rises and falls with your breath at night.", BY_DAY, example="false")
    ] = None

    def is_active(self, now: time) -> bool:
        """Return whether it is night at a time of day; the night may go past midnight."""
        if self.from_ is None or self.to is None:
            return False
        if self.from_ <= self.to:
            return self.from_ <= now < self.to
        return now >= self.from_ or now < self.to


SET_AT_NIGHT = {each.name for each in fields(SoundSettings)} & {each.name for each in fields(NightSettings)}
"""Settings of the sound that the night has too."""


def _start_of_day(text: str) -> time:
    found = parse_time_of_day(text)
    if found.hour >= 12:
        raise NotationError(f'a day can\'t start at "{text}"', "write a time before noon, such as 4:00")
    return found


StartOfDay = Annotated[
    time, Notation(_start_of_day, "a time of day before noon", "(?:0?[0-9]|1[01]):[0-5][0-9]", ("4:00",))
]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything a user can set."""

    language: Annotated[
        Id, Help("The language you hear: en, or a file of your own in the folder phrases.", kind="language")
    ] = "en"
    screen: Annotated[ScreenSettings, Help("What you see.")] = ScreenSettings()
    sound: Annotated[SoundSettings, Help("What you hear.")] = SoundSettings()
    night: Annotated[NightSettings, Help("What you hear at night.")] = NightSettings()
    day_starts: Annotated[StartOfDay, Help("What you do before this time still counts for the day before.")] = (
        DAY_STARTS
    )
    instead: Annotated[
        dict[Id, Id], Help("Drills that you do in place of others, in every routine.", example="{march: easy-jog}")
    ] = field(default_factory=dict)
    rules: Annotated[
        dict[RuleId, RuleOverride],
        Help("Training rules whose severity, limits or words you change.", example="{LB033: {severity: off}}"),
    ] = field(default_factory=dict)

    def sound_at(self, night: bool) -> SoundSettings:
        """Return what is heard, by day or by night."""
        if not night:
            return self.sound
        changes = {key: getattr(self.night, key) for key in SET_AT_NIGHT}
        return replace(self.sound, **{key: value for key, value in changes.items() if value is not None})
