"""The program with a count-in of two seconds, a short last sound and eSpeak's voice, for tests of whole sessions."""

import sys

from leanbreath import lines
from leanbreath.cli import main
from leanbreath.session import moves

COUNT_IN_SECONDS = 2
RING_SECONDS = 0.1

if __name__ == "__main__":
    sys.modules["hibari"] = None  # type: ignore[assignment] - as where it isn't installed
    moves.COUNT_IN_SECONDS = COUNT_IN_SECONDS
    lines.RING_SECONDS = RING_SECONDS
    main()
