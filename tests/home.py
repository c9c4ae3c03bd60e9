"""The program run as its users run it, in a home where it finds nobody's files but the test's own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.terminal import ROOT, Terminal

PROGRAM = [sys.executable, "-m", "leanbreath"]


def environment(folder: str | Path, **more: str) -> dict[str, str]:
    """Return an environment whose home and platform folders are `folder`, with no sound server in reach.

    Compiled modules are kept, as they are where the program is installed.
    """
    names = ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    home = dict.fromkeys(names, str(folder))
    ours = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**ours, **home, "PULSE_SERVER": f"unix:{folder}/nowhere", "PYTHONWARNINGS": "error", **more}


def leanbreath(home: Path, *arguments: str, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end in a folder, with no standard input."""
    command = [*PROGRAM, *arguments]
    return subprocess.run(
        command,
        env=environment(home, **more),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def at_terminal(folder: Path, *arguments: str, columns: int = 80, rows: int = 24, **more: str) -> Terminal:
    """Start a command at a terminal."""
    return Terminal([*PROGRAM, *arguments], environment(folder, **more), columns, rows)


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
