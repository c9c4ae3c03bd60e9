"""Messages to the user on standard error, and internal errors, which go to the log as well."""

import sys
from collections.abc import Iterable

from leanbreath.userdata.log import append_to_log
from leanbreath.userdata.paths import log_file

INTERNAL_ERROR = 3
"""The exit code of an internal error."""


def say(lines: Iterable[str]) -> None:
    """Print messages on standard error, where there is one."""
    if sys.stderr is None:
        return
    try:
        for line in lines:
            print(line, file=sys.stderr, flush=True)
    except OSError:
        return


def fault(error: BaseException) -> int:
    """Write an internal error to the log, say so in one line, and return its exit code."""
    import traceback

    text = "".join(traceback.format_exception(error))
    where = f"the log is {log_file()}" if append_to_log(f"\n{text}\n") else "the log could not be written"
    reason = str(error).encode("unicode_escape").decode()
    say([f"leanbreath: internal error ({type(error).__name__}: {reason}); {where}"])
    return INTERNAL_ERROR
