"""The settings as they are shown: each with a sentence and what it can be."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from leanbreath.score.score import Density
from leanbreath.settings import Settings, Theme, View
from leanbreath.sound.fader import LOUDEST_DB, SOFTEST_DB
from leanbreath.sound.outputs import OutputName

YES_NO = ("true", "false")
VOICES = ("auto", "espeak", "system", "off")


class Field(NamedTuple):
    """One setting: its section and key in the file, what it does, and what it can be; any text where that is empty."""

    section: str
    key: str
    words: str
    choices: tuple[str, ...] = ()


FIELDS = (
    Field("screen", "theme", "Colours; the ansi ones are the terminal's own.", get_args(Theme)),
    Field("screen", "view", "What a session opens with; b changes it meanwhile.", get_args(View)),
    Field("screen", "calm", "Nothing moves more often than twice a second.", YES_NO),
    Field("screen", "card", "Before a session, say what it needs and wait for a key.", YES_NO),
    Field("sound", "output", "What plays; auto takes the first that works.", get_args(OutputName)),
    Field("sound", "device", "A part of the name of the device that plays; the system's own choice if left out."),
    Field("sound", "pack", "The sounds: warm, bright, night, or one of your own."),
    Field("sound", "cues", "How much is heard: all, without guides, without words, nothing.", get_args(Density)),
    Field("sound", "voice", "Who speaks; auto takes the first voice there is.", VOICES),
    Field("sound", "volume", f"Decibels, {SOFTEST_DB} to {LOUDEST_DB}."),
    Field("sound", "balance", "The voice over the tones, in decibels, -12 to 12."),
    Field("sound", "glide", "The tone that moves with the breath.", YES_NO),
    Field("sound", "pre-roll", "Near-silence before the first cue, which wakes a headset that sleeps."),
    Field("night", "from", "From this time on the night profile holds, such as 21:30."),
    Field("night", "to", "Until this time it does."),
    Field("night", "pack", "The sounds at night."),
    Field("night", "cues", "How much is heard at night.", get_args(Density)),
    Field("night", "volume", "Decibels at night."),
)


def shown(settings: Settings) -> Iterator[tuple[Field, str]]:
    """Yield each field with its value as it would stand in the file."""
    for field in FIELDS:
        holder = getattr(settings, field.section)
        name = field.key.replace("-", "_")
        yield field, _text(field, getattr(holder, f"{name}_" if name == "from" else name))


def _text(field: Field, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() if field.key in ("from", "to"):
            return f"{value // 60}:{value % 60:02}"
    if field.key == "voice":
        return value.engine if value.engine in VOICES else "auto"
    return f"{float(value):g}s" if field.key == "pre-roll" else str(value)
