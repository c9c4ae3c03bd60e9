"""The program with a count-in of two seconds and a short last sound, for tests that need a whole session soon."""

from leanbreath import lines
from leanbreath.cli import main
from leanbreath.session import moves

COUNT_IN_SECONDS = 2
RING_SECONDS = 0.1

if __name__ == "__main__":
    moves.COUNT_IN_SECONDS = COUNT_IN_SECONDS
    lines.RING_SECONDS = RING_SECONDS
    main()
