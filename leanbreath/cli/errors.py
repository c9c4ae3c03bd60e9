"""The one place where errors and signals become messages and exit codes."""

import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from leanbreath.cli.report import print_message, print_problems, print_prose, print_to_stderr
from leanbreath.cli.standard_streams import STOPPING, output_failure
from leanbreath.file_errors import file_error, is_from_system
from leanbreath.playback.interrupts import Stopped
from leanbreath.routine.problems import InvalidRequest, Problems
from leanbreath.userdata.log import append_to_log
from leanbreath.userdata.paths import log_file

if TYPE_CHECKING:
    from leanbreath.playback.runner import Outcome
    from leanbreath.presentation.end_card import EndCard
    from leanbreath.session.progress import SessionResult

FINE, INVALID, USAGE, INTERNAL_ERROR = 0, 1, 2, 3


def run_and_exit(command: Callable[[], Any]) -> NoReturn:
    """Run a command and exit with the code for how it ended."""
    code = _exit_code(command)
    try:
        sys.stdout.flush()
    except Stopped as stopped:
        code = 128 + stopped.number
    failure = output_failure()
    if failure is not None and failure.errno not in STOPPING:
        print_message(f"cannot write the output: {failure.strerror}")
        code = code or INVALID
    sys.exit(code)


def _exit_code(command: Callable[[], Any]) -> int:
    """Run a command, print the message of what stops it, and return the exit code."""
    try:
        result = command()
        return result if isinstance(result, int) else FINE
    except Problems as problems:
        print_problems(problems.problems)
        return INVALID
    except InvalidRequest as request:
        print_message(str(request))
        return INVALID
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        print_to_stderr(shown.getvalue().rstrip().split("\n"))
        return USAGE
    except Stopped as stopped:
        return 128 + stopped.number
    except (KeyboardInterrupt, click.Abort):
        return 128 + signal.SIGINT
    except Exception as error:
        if isinstance(error, OSError) and error.filename and is_from_system(error):
            print_message(file_error("cannot use", Path(error.filename), error))
            return INVALID
        return report_internal_error(error)


def report_outcome(
    outcome: "Outcome", with_notices: bool, made_card: "Callable[[SessionResult], EndCard] | None" = None
) -> int:
    """Print how a session ended and what was done, and return the exit code.

    Notices are repeated after a screen; lines have printed them already.
    """
    from leanbreath.presentation.end_card import end_card  # here, since only a session has an outcome

    print_to_stderr(outcome.notices if with_notices else ())
    code = FINE if outcome.signal is None else 128 + outcome.signal
    if outcome.error is not None:
        code = report_internal_error(outcome.error)
    with suppress(OSError):  # there may be nobody left to read it
        print_prose((made_card or end_card)(outcome.result).lines if outcome.result else ())
    for warning in outcome.warnings:
        print_message(warning)
    return code


def report_internal_error(error: BaseException) -> int:
    """Write an internal error to the log, print it in one line, and return its exit code."""
    text = "".join(traceback.format_exception(error))
    where = f"the log is {log_file()}" if append_to_log(f"\n{text}\n") else "the log could not be written"
    reason = str(error).encode("unicode_escape").decode()
    print_to_stderr([f"leanbreath: internal error ({type(error).__name__}: {reason}); {where}"])
    return INTERNAL_ERROR
