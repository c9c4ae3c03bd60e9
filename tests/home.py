"""An environment in which a program finds nobody's files but the test's own."""

import os
import sys
from pathlib import Path


def environment(folder: str | Path, **more: str) -> dict[str, str]:
    """Return an environment whose home and platform folders are `folder`, with no sound server in reach."""
    home = {
        name: str(folder)
        for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    }
    nowhere = {"PULSE_SERVER": f"unix:{folder}/nowhere"}
    path = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return {**os.environ, **home, **nowhere, **path, **more}
