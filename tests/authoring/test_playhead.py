"""Where a preview is, at any time and speed."""

from leanbreath.authoring.playhead import Playhead
from leanbreath.score.score import RATE
from tests.authoring.test_draft import TWO


def test_a_preview_moves_at_its_speed_and_stops_at_the_end() -> None:
    head = Playhead(speed=5.0).toggled(100.0, TWO)
    assert [head.at(now, TWO) for now in (100.0, 102.0, 1000.0)] == [0, 10 * RATE, TWO.total]


def test_pausing_jumping_and_changing_speed_lose_no_time() -> None:
    head = Playhead(speed=2.0).toggled(0.0, TWO)
    head = head.at_speed(10.0, 1.0, TWO)
    assert head.at(2.0, TWO) == 12 * RATE
    stopped = head.toggled(2.0, TWO)
    assert stopped.at(50.0, TWO) == 12 * RATE
    moved = stopped.moved_to(30 * RATE, 60.0).toggled(70.0, TWO)
    assert moved.at(71.0, TWO) == 40 * RATE


def test_playing_from_the_end_starts_again() -> None:
    assert Playhead(TWO.total).toggled(5.0, TWO).at(5.0, TWO) == 0
