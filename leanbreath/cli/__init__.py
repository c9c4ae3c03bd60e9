"""The command line: the only part that prints and picks exit codes."""

import os
from importlib import import_module

import click

from leanbreath import __version__
from leanbreath.cli.commands import COMMANDS
from leanbreath.garbage_collection import collect_rarely

TEXTUAL_PREFERENCES = ("TEXTUAL_ANIMATIONS", "TEXTUAL_DISABLE_KITTY_KEY")
"""What a user may ask of Textual; its other switches, for developers, press keys, take pictures and replace screens."""


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command by its name."""
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; if there is none, suggest the nearest name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from leanbreath.routine.name_suggestions import suggestion

            ctx.fail(f'no command "{args[0]}"; {suggestion(args[0], COMMANDS)}')
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="leanbreath %(version)s")
@click.pass_context
def program(ctx: click.Context) -> int:
    """Guide a runner through timed breathing, mobility and lean drills.

    Without a command, the home screen opens with all routines, ready to start.
    """
    if ctx.invoked_subcommand is None:
        from leanbreath.cli.commands.home import home

        return home(ctx)
    return 0


def main() -> None:
    """Run the command line and exit with its code."""
    collect_rarely()
    for name in [name for name in os.environ if name.startswith("TEXTUAL_") and name not in TEXTUAL_PREFERENCES]:
        del os.environ[name]
    from leanbreath.cli.errors import run_and_exit
    from leanbreath.cli.standard_streams import make_streams_safe

    make_streams_safe()
    run_and_exit(lambda: program(prog_name="leanbreath", standalone_mode=False))
