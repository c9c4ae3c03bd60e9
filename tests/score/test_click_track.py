"""The click track: a click each second, and a flash that begins with it."""

import pytest

from leanbreath.score.click_track import FLASH_FRAMES, click_track, is_flash
from leanbreath.score.score import RATE


def test_it_clicks_at_each_second_and_says_nothing():
    score = click_track()
    assert [cue.at for cue in score.cues] == list(range(0, score.total, RATE))
    assert {(cue.sound, cue.say) for cue in score.cues} == {("tick", None)}


@pytest.mark.parametrize(
    ("frame", "expected"),
    [(0, True), (FLASH_FRAMES - 1, True), (FLASH_FRAMES, False), (RATE - 1, False), (RATE, True), (7 * RATE + 1, True)],
)
def test_the_picture_flashes_from_each_click_on(frame, expected):
    assert is_flash(frame) is expected
