"""The log: what went wrong inside the program, with the time."""

from datetime import datetime

from leanbreath.userdata.paths import log_file


def logged(text: str) -> bool:
    """Add a text to the log with the current time; return whether it could be written."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {text.rstrip()}\n")
    except OSError:
        return False
    return True
