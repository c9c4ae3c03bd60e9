"""Commands that obey the permissions of files, also where the tests run as root."""

import os

CAPABILITIES = "-dac_override,-dac_read_search"


def unprivileged(command: list[str]) -> list[str]:
    """Return a command that can't read or write what the permissions of a file forbid."""
    if os.geteuid():
        return command
    return ["setpriv", f"--bounding-set={CAPABILITIES}", f"--inh-caps={CAPABILITIES}", *command]
