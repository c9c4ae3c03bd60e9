"""The one place where mistakes, stops and faults become messages and exit codes."""

import os
import signal
import sys
from collections.abc import Callable
from io import StringIO
from typing import Any, NoReturn

import click

from leanbreath.playback.interrupts import Stopped
from leanbreath.presentation.report import as_shown, escaped, problem_lines
from leanbreath.routine.problems import InvalidRequest, Problems
from leanbreath.userdata.messages import fault, say

FINE, INVALID, USAGE = 0, 1, 2


def guarded(command: Callable[[], Any]) -> NoReturn:
    """Run a command and exit with the code that fits how it ended."""
    code = _run(command)
    try:
        sys.stdout.flush()
    except OSError:
        _drop_stdout()
    sys.exit(code)


def _run(command: Callable[[], Any]) -> int:
    try:
        result = command()
        return result if isinstance(result, int) else FINE
    except Problems as problems:
        say(line for problem in problems.problems for line in problem_lines(problem))
        return INVALID
    except InvalidRequest as request:
        say([as_shown(f"leanbreath: {request}", sys.stderr)])
        return INVALID
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        say(map(escaped, shown.getvalue().splitlines()))
        return USAGE
    except Stopped as stopped:
        return 128 + stopped.number
    except (KeyboardInterrupt, click.Abort):
        return 128 + signal.SIGINT
    except BrokenPipeError:
        _drop_stdout()
        return 128 + getattr(signal, "SIGPIPE", 13)
    except Exception as error:
        return fault(error)


def _drop_stdout() -> None:
    """Keep Python from complaining about a reader that has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
