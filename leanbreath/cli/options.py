"""The options that several commands share."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, get_args

import click

from leanbreath.routine.notation import NotationError, parse_length
from leanbreath.score.score import Density
from leanbreath.sound.outputs import OutputName


class LengthType(click.ParamType):  # type: ignore[type-arg] # older releases take no argument
    """A length on the command line, in the notation of the format."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """Return the length in seconds."""
        try:
            return value if isinstance(value, Fraction) else parse_length(value)
        except NotationError as error:
            self.fail(f"{error.message}; {error.fix}", param, ctx)


HEARD = (
    click.option("--cues", type=click.Choice(get_args(Density)), help="How much is heard."),
    click.option("--voice/--no-voice", default=None, help="Say what comes, or let tones do."),
    click.option("--glide/--no-glide", default=None, help="Let a tone glide with the breath, or not."),
    click.option("--night/--no-night", default=None, help="Soft and sparse, for the evening."),
    click.option("--pack", metavar="NAME", help="The sound pack: warm, bright, night or your own."),
)
PLAYED = (
    click.option("--output", type=click.Choice(get_args(OutputName)), help="Where the sound goes."),
    click.option("--device", metavar="NAME", help="A part of the name of the device that plays."),
)


def heard_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of what is heard."""
    return _with(command, HEARD)


def played_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of what is heard, and by what."""
    return _with(command, (*HEARD, *PLAYED))


def _with(command: Callable[..., Any], options: tuple[Callable[..., Any], ...]) -> Callable[..., Any]:
    for option in reversed(options):
        command = option(command)
    return command


def session_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a session."""
    for option in reversed(
        (
            click.option("--plain", is_flag=True, help="Print plain lines instead of the screen."),
            click.option("--at-once", is_flag=True, help="Begin without the card that says what is needed."),
            click.option("--calm", is_flag=True, help="Move little: nothing more often than twice a second."),
            click.option("--mute", is_flag=True, help="Begin without sound; m brings it back."),
            click.option(
                "--from", "from_step", metavar="STEP", help="Begin at a step: its number (3, 5.2) or its drill."
            ),
            click.option("--wait", type=LengthType(), default="10s", help="How long a wait lasts without a keyboard."),
            click.option(
                "--speed",
                type=click.FloatRange(0.1, 100),
                default=1.0,
                help="Rehearse faster or slower, without sound.",
            ),
            click.option(
                "--first-side", type=click.Choice(["left", "right"]), help="The side that alternating steps begin with."
            ),
        )
    ):
        command = option(command)
    return played_options(command)
