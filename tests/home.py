"""The program as its users run it, in a home folder that holds only the test's own files."""

import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from leanbreath.cli import main
from tests.terminal import ROOT, Terminal

PROGRAM = [sys.executable, "-m", "leanbreath"]
QUICK = [sys.executable, "-m", "tests.quick"]
SESSIONS = ("run", "warmup", "daily")
"""Commands that take signals and the keyboard, and so need a process of their own."""


def environment(folder: str | Path, **more: str) -> dict[str, str]:
    """Return an environment whose home and platform folders are `folder`, with no sound server in reach.

    Compiled modules are kept, as they are where the program is installed.
    """
    names = ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    home = dict.fromkeys(names, str(folder)) | {"PYTHONPATH": str(ROOT)}
    ours = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**ours, **home, "PULSE_SERVER": f"unix:{folder}/nowhere", "PYTHONWARNINGS": "error", **more}


def leanbreath(home: Path, *arguments: str, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end in a folder, with no standard input: a session in a process, all else in this one."""
    if arguments and arguments[0] in SESSIONS:
        return in_process(home, *arguments, folder=folder, **more)
    out, err = _stream(), _stream()
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, environment(home, **more), clear=True))
        stack.enter_context(chdir(folder))
        stack.enter_context(_arguments(*arguments))
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(err))
        code = _exit_code()
    return subprocess.CompletedProcess(arguments, code, _text(out), _text(err))


def in_process(home: Path, *arguments: str, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end in a process of its own, where a session counts in for two seconds."""
    return subprocess.run(
        [*QUICK, *arguments],
        env=environment(home, **more),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def _arguments(*arguments: str) -> Iterator[None]:
    """Put arguments on the command line, with an empty standard input, and leave garbage collection as it was."""
    thresholds = gc.get_threshold()
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        try:
            with patch.object(sys, "argv", ["leanbreath", *arguments]), patch.object(sys, "stdin", nothing):
                yield
        finally:
            gc.set_threshold(*thresholds)


def _exit_code() -> int:
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def at_terminal(folder: Path, *arguments: str, columns: int = 80, rows: int = 24, **more: str) -> Terminal:
    """Start a command at a terminal, where a session counts in for two seconds."""
    return Terminal([*QUICK, *arguments], environment(folder, **more), columns, rows)


SHORT = """\
routine: short
title: Three short holds
steps:
  - {title: First hold, hold: 0.3s}
  - {title: Second hold, hold: 1s, sides: each}
  - {title: Third hold, hold: 10m}
"""


def short_routine(folder: Path) -> str:
    """Write a routine whose first steps are soon over; return its path."""
    path = folder / "short.yaml"
    path.write_text(SHORT)
    return str(path)
