"""The settings as they are shown: each with a sentence and what it can be."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple, get_args

from leanbreath.routine.notation import length_text
from leanbreath.score.score import Density
from leanbreath.sound.fader import LOUDEST_DB, SOFTEST_DB
from leanbreath.sound.outputs import OutputName
from leanbreath.sound.pack_file import VoiceEngine
from leanbreath.userdata.settings import BALANCE_DB, Settings, Theme, View

YES_NO = ("true", "false")
AS_BY_DAY = "as by day"

Path = tuple[str, ...]


class Field(NamedTuple):
    """One setting: its keys in the file, what it does, and what it can be; any text where that is empty.

    `unset` says what holds while it is nothing; without that, one that is emptied is again as it comes.
    """

    path: Path
    words: str
    choices: tuple[str, ...] = ()
    unset: str = ""


FIELDS = (
    Field(("language",), "What is said: English, or a file of yours in the folder phrases."),
    Field(("screen", "theme"), "Colours; the ansi ones are the terminal's own.", get_args(Theme)),
    Field(("screen", "view"), "What a session opens with; b changes it meanwhile.", get_args(View)),
    Field(("screen", "calm"), "Nothing moves more often than twice a second.", YES_NO),
    Field(("screen", "card"), "Before a session, say what it needs and wait for a key.", YES_NO),
    Field(("sound", "output"), "What plays; auto takes the first that works.", get_args(OutputName)),
    Field(("sound", "device"), "A part of the name of the device that plays.", (), "the system's own choice"),
    Field(("sound", "pack"), "The sounds: warm, bright, night, or one of your own."),
    Field(("sound", "cues"), "How much is heard: all, without guides, without words, nothing.", get_args(Density)),
    Field(("sound", "voice", "engine"), "Who speaks; auto takes the first voice there is.", get_args(VoiceEngine)),
    Field(("sound", "voice", "name"), "The name of its voice, such as en-us."),
    Field(
        ("sound", "voice", "command"),
        "What speaks where the engine is command: it writes the words it is given to {file}.",
        (),
        "none",
    ),
    Field(("sound", "volume"), f"In decibels, {SOFTEST_DB} to {LOUDEST_DB}."),
    Field(("sound", "balance"), f"The voice over the tones, in decibels, {-BALANCE_DB} to {BALANCE_DB}."),
    Field(("sound", "glide"), "The tone that moves with the breath.", YES_NO),
    Field(("sound", "pre-roll"), "Near-silence before the first cue, which wakes a headset that sleeps."),
    Field(("night", "from"), "From this time on the night holds, such as 21:30.", (), "only by --night"),
    Field(("night", "to"), "Until this time it does.", (), "only by --night"),
    Field(("night", "pack"), "The sounds at night."),
    Field(("night", "cues"), "How much is heard at night.", get_args(Density)),
    Field(("night", "volume"), f"In decibels, {SOFTEST_DB} to {LOUDEST_DB}."),
    Field(("night", "balance"), "The voice over the tones at night.", (), AS_BY_DAY),
    Field(("night", "voice", "engine"), "Who speaks at night.", get_args(VoiceEngine), AS_BY_DAY),
    Field(("night", "voice", "name"), "The name of the voice at night.", (), AS_BY_DAY),
    Field(("night", "voice", "command"), "What speaks at night where the engine is command.", (), AS_BY_DAY),
    Field(("night", "glide"), "The tone that moves with the breath, at night.", YES_NO, AS_BY_DAY),
)
"""Every setting but the drills in the place of others, which are as many as one likes, and the training rules."""

SWITCHES = {field.path for field in FIELDS if field.choices == YES_NO}


def shown(settings: Settings) -> Iterator[tuple[Field, str]]:
    """Yield each field with its value as it would stand in the file; nothing where the file may be silent, and is."""
    for field in FIELDS:
        value: Any = settings
        for key in field.path:
            value = getattr(value, "from_" if key == "from" else key.replace("-", "_"), None)
        yield field, _text(field.path[-1], value)


def written(path: Path, value: str) -> tuple[Path, str | bool | None]:
    """Return where in the file a value that was shown goes, and as what; a voice without an engine goes whole."""
    if not value:
        return (path[:-1] if path == ("night", "voice", "engine") else path), None
    return path, value == "true" if path in SWITCHES and value in YES_NO else value


def _text(key: str, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() if key in ("from", "to"):
            return f"{value // 60}:{value % 60:02}"
        case Fraction():
            return length_text(value)
    return str(value)
