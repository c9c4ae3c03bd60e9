"""The options that several commands share."""

from collections.abc import Callable
from dataclasses import fields
from fractions import Fraction
from functools import wraps
from math import isnan
from typing import Any, get_args

import click

from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.playback.session_options import SessionOptions
from leanbreath.routine.basic_notations import NotationError, parse_length
from leanbreath.score.score import Density
from leanbreath.sound.outputs import OutputName

Command = Callable[..., Any]

SECONDS_A_MINUTE, MOST_GAP = 60, 300


class LengthType(click.ParamType):  # type: ignore[type-arg] # older releases take no argument
    """A length on the command line, in the notation of the format."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """Return the length in seconds."""
        try:
            return value if isinstance(value, Fraction) else parse_length(value)
        except NotationError as error:
            self.fail(f"{error.message}; {error.fix}", param, ctx)


class FitType(LengthType):
    """The time there is; a bare number of up to 59 was meant in minutes, so it is asked for again."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """Return the length in seconds."""
        seconds = super().convert(value, param, ctx)
        if not seconds:
            self.fail("how much time do you have? Write it as 6m, for example", param, ctx)
        if value == str(seconds) and seconds < SECONDS_A_MINUTE:
            self.fail(f'"{value}" is {value} seconds; for minutes, write {value}m', param, ctx)
        return seconds


class GapType(LengthType):
    """The time before a lean drill."""

    name = "gap"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """Return the length in seconds."""
        seconds = super().convert(value, param, ctx)
        if seconds > MOST_GAP:
            self.fail("a gap lasts up to 5 minutes, such as 10s", param, ctx)
        return seconds


class OwnBreathType(LengthType):
    """The length of a breath at rest."""

    name = "breath"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """Return the length in seconds."""
        from leanbreath.coach.breath_finder import LONGEST, SHORTEST  # here, since few sessions are given a breath

        seconds = super().convert(value, param, ctx)
        if not SHORTEST <= seconds <= LONGEST:
            self.fail("a breath takes 1.5 to 20 seconds, such as 5.2s", param, ctx)
        return seconds


class SpeedType(click.FloatRange):
    """How many times faster than life; also "nan" is in no range."""

    def __init__(self) -> None:
        super().__init__(0.1, 100)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the speed."""
        speed = float(super().convert(value, param, ctx))
        return self.fail("the speed must be a number, such as 10", param, ctx) if isnan(speed) else speed


OWN_BREATH = click.option(
    "--own-breath",
    type=OwnBreathType(),
    metavar="LENGTH",
    help="How long your own breath takes (5.2s); paced breaths slow down from there.",
)
SOUND = (
    click.option(
        "--cues", type=click.Choice(get_args(Density)), help="Which cues to hear: all, few, only tones, or none."
    ),
    click.option("--voice/--no-voice", default=None, help="Speak the cues."),
    click.option("--glide/--no-glide", default=None, help="Play a gliding tone with each breath."),
    click.option("--night/--no-night", default=None, help="Play soft, sparse cues for the evening."),
    click.option("--pack", metavar="NAME", help="The sound pack: warm, bright, night or your own."),
)
OUTPUT = (
    click.option("--output", type=click.Choice(get_args(OutputName)), help="How to play sound."),
    click.option("--device", metavar="NAME", help="The playback device, by any part of its name."),
)
FIT = click.option("--fit", type=FitType(), help="Fit it to the time you have, such as 6m.")

SESSION = (
    FIT,
    click.option("--plain", is_flag=True, help="Print plain lines instead of showing a screen."),
    click.option("--at-once", is_flag=True, help="Start without the preparation card."),
    click.option("--calm", is_flag=True, help="Reduce movement: nothing moves more than twice a second."),
    click.option("--mute", is_flag=True, help="Start muted; press m to unmute."),
    click.option("--from", "from_step", metavar="STEP", help="Start at a step: its number (3, 5.2) or its drill."),
    click.option("--wait", type=LengthType(), default="10s", help="How long a wait lasts without a keyboard."),
    click.option("--speed", type=SpeedType(), default=1.0, help="Rehearse slower or faster, without sound."),
    click.option(
        "--first-side", type=click.Choice(["left", "right"]), help="The side that alternating steps start with."
    ),
    OWN_BREATH,
)


def sound_options(command: Command) -> Command:
    """Give a command the options for what to hear, as `audio`."""
    return _with_options(_with_audio(command), SOUND)


def playback_options(command: Command) -> Command:
    """Give a command the options for what to hear and how to play it, as `audio`."""
    return _with_options(_with_audio(command), (*SOUND, *OUTPUT))


def session_options(command: Command) -> Command:
    """Give a command the options of a session, as `options`."""

    @wraps(command)
    def with_session(audio: AudioOptions, **values: Any) -> Any:
        given, others = _split(values, SessionOptions)
        return command(**others, options=SessionOptions(**given, audio=audio))

    return _with_options(_with_audio(with_session), (*SESSION, *SOUND, *OUTPUT))


def _with_audio(command: Command) -> Command:
    @wraps(command)
    def with_audio(**values: Any) -> Any:
        given, others = _split(values, AudioOptions)
        return command(**others, audio=AudioOptions(**given))

    return with_audio


def _split(values: dict[str, Any], form: type[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values that are fields of a form, and the others."""
    names = {field.name for field in fields(form)}
    return {k: v for k, v in values.items() if k in names}, {k: v for k, v in values.items() if k not in names}


def _with_options(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
