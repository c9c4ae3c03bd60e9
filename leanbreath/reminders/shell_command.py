"""The command that a scheduler runs: leanbreath's reminder, and a plain one if leanbreath no longer starts."""

import shlex
from collections.abc import Mapping
from typing import NamedTuple

from leanbreath.reminders.reminder import Reminder

BROKEN = "Time to practise. leanbreath no longer starts; install it again."
"""What a runner is told when Python was upgraded and took the program's packages away."""

ON_LINUX = f"notify-send leanbreath {shlex.quote(BROKEN)}"
APPLESCRIPT = f'display notification "{BROKEN}" with title "leanbreath"'
ON_MACOS = f"osascript -e {shlex.quote(APPLESCRIPT)}"
ON_WINDOWS = f"msg * '{BROKEN}'"


class Program(NamedTuple):
    """How leanbreath is started: its words, and the variables that say where its folders are."""

    words: tuple[str, ...]
    variables: Mapping[str, str] = {}

    @property
    def shell_text(self) -> str:
        """The program as a shell reads it."""
        variables = (f"{name}={shlex.quote(value)}" for name, value in sorted(self.variables.items()))
        return " ".join((*variables, *map(shlex.quote, self.words)))


def shell_command(program: Program, reminder: Reminder, fallback: str) -> str:
    """Return the command for a POSIX shell."""
    return f"{program.shell_text} {reminder.arguments} || {fallback}"


def powershell_command(program: Program, reminder: Reminder) -> str:
    """Return the command for PowerShell, without the percent signs that the task scheduler would replace."""
    words = " ".join(_powershell_quote(word) for word in program.words)
    return f"& {words} {reminder.arguments}; if (-not $?) {{ {ON_WINDOWS} }}"


def _powershell_quote(word: str) -> str:
    quoted = "'" + word.replace("'", "''") + "'"
    return "(" + quoted.replace("%", "'+[char]37+'") + ")" if "%" in word else quoted
