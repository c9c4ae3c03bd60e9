"""The one place where mistakes, stops and faults become messages and exit codes."""

import os
import signal
import sys
from collections.abc import Callable
from io import StringIO
from typing import Any, NoReturn

import click

from leanbreath.cli.folders import log_file
from leanbreath.cli.report import as_shown, escaped, problem_lines
from leanbreath.routine.problems import Problems
from leanbreath.session.stop import Stopped

FINE, AT_FAULT, USAGE, OURS = 0, 1, 2, 3


class Mistake(Exception):
    """A wish that cannot be met: what is wrong, and what would be right."""


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
        return AT_FAULT
    except Mistake as mistake:
        say([as_shown(f"leanbreath: {mistake}", sys.stderr)])
        return AT_FAULT
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


def fault(error: BaseException) -> int:
    """Write a fault of ours to the log, say so in one line, and return its exit code."""
    import traceback

    text = "".join(traceback.format_exception(error))
    where = f"the log is {log_file()}" if logged(f"\n{text}\n") else "the log could not be written"
    say([f"leanbreath: a fault of ours ({type(error).__name__}: {escaped(str(error))}); {where}"])
    return OURS


def logged(text: str) -> bool:
    """Add a text to the log, with the time; return whether that could be done."""
    from datetime import datetime

    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {text.rstrip()}\n")
    except OSError:
        return False
    return True


def say(lines: Any) -> None:
    """Print messages on standard error, as far as there is one."""
    if sys.stderr is None:
        return
    try:
        for line in lines:
            print(line, file=sys.stderr, flush=True)
    except OSError:
        return


def _drop_stdout() -> None:
    """Keep Python from complaining about a reader that has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
