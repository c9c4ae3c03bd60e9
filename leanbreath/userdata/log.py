"""The log of internal errors and of how the sound went."""

from datetime import datetime

from leanbreath.userdata.paths import log_file


def append_to_log(text: str) -> bool:
    """Append a text with the current time to the log; return whether that worked."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {text.rstrip()}\n")
    except OSError:
        return False
    return True
