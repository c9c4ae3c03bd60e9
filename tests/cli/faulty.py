"""Runs the program with an internal error in the middle of a session."""

from leanbreath.cli import main
from leanbreath.session.session import Session
from leanbreath.session.status import Status

LOOKS_BEFORE = 20


def break_after(looks: int) -> None:
    """Let the session fail at a later look."""
    status = Session.status
    left = [looks]

    def failing(self: Session, now: float) -> Status:
        left[0] -= 1
        if left[0] < 0:
            raise RuntimeError("the fault [that was] planted")
        return status(self, now)

    Session.status = failing  # type: ignore[method-assign]


if __name__ == "__main__":
    break_after(LOOKS_BEFORE)
    main()
