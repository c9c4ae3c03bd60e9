"""The log of internal errors and of how the sound went."""

from datetime import datetime

from leanbreath.unsafe_characters import without_unsafe
from leanbreath.userdata.paths import log_file


def append_to_log(text: str) -> bool:
    """Append a text with the current time to the log; return whether that worked."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            log.write(f"{now} {without_unsafe(text).rstrip()}\n")
    except OSError:
        return False
    return True
