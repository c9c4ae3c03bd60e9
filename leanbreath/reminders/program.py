"""How this program is started: by a path that stays when it is upgraded."""

import os
import shutil
import sys
from pathlib import Path

from leanbreath.reminders.shell_command import Program

FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
"""What a shell may export and a scheduler isn't told."""


def this_program() -> Program:
    """Return the script `leanbreath`, found on the PATH if it is this one, with its links as they are.

    A link such as that of pipx stays when what it leads to moves. Without a script it is Python with the module.
    """
    variables = {name: os.environ[name] for name in FOLDERS if Path(os.environ.get(name, "")).is_absolute()}
    started = Path(sys.argv[0])
    is_script = started.stem == "leanbreath" and started.is_file()
    script = started if is_script else Path(sys.executable).with_name("leanbreath")
    on_path = shutil.which("leanbreath")
    if on_path and Path(on_path).resolve().with_suffix("") == script.resolve().with_suffix(""):
        script = Path(on_path)
    words = (str(script.absolute()),) if script.is_file() else (sys.executable, "-m", "leanbreath")
    return Program(words, variables)
