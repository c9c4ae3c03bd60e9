"""Runs the program as it is and writes down, at its end, what each look at the session gave: `LOG COMMAND...`."""

import atexit
import json
import sys
from pathlib import Path

from leanbreath.cli import main
from leanbreath.session.session import Session
from leanbreath.session.status import Status


def watch(log: Path) -> None:
    """Note second, heard device frame, state and score frame of each status that is asked for."""
    looks: list[tuple[float, int, str, int]] = []
    status = Session.status

    def noted(self: Session, now: float) -> Status:
        found = status(self, now)
        looks.append((now, found.device_frame, found.state, found.snapshot.frame))
        return found

    Session.status = noted  # type: ignore[method-assign]
    atexit.register(lambda: log.write_text(json.dumps(looks)))


if __name__ == "__main__":
    watch(Path(sys.argv.pop(1)))
    main()
