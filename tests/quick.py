"""The program with count-ins of two seconds, a short last sound and eSpeak's voice, for tests of whole sessions."""

import sys
from collections.abc import Mapping

from leanbreath import lines
from leanbreath.cli import main
from leanbreath.score import count_in
from leanbreath.score.score import RATE
from leanbreath.session import moves

COUNT_IN_SECONDS = 2
TAIL_SECONDS = 0.1


def quarter_second(text: str, lengths: Mapping[str, int]) -> int:
    """Return how long a count-in takes for a line."""
    return RATE // 4


if __name__ == "__main__":
    sys.modules["hibari"] = None  # type: ignore[assignment] - as where it isn't installed
    moves.COUNT_IN_SECONDS = COUNT_IN_SECONDS
    count_in.spoken_frames, count_in.SECONDS_AFTER_WORDS = quarter_second, 0
    lines.TAIL_SECONDS = TAIL_SECONDS
    main()
