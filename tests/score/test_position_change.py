"""How long a body needs from one drill's place into another's, and so how long a count-in lasts after a key."""

import pytest

from leanbreath.score.passage import Passage
from leanbreath.score.position_change import change_seconds

STANDING = Passage("work", "1", "Stand", position="standing")
AT_THE_WALL = STANDING._replace(needs=("wall",))
SPLIT_LEFT = Passage("work", "2", "Calf", position="split-stance", side="left", needs=("wall",))
SPLIT_RIGHT = SPLIT_LEFT._replace(side="right")
KNEEL_LEFT = Passage("work", "3", "Kneel", position="half-kneel", side="left", needs=("mat", "support"))
KNEEL_RIGHT = KNEEL_LEFT._replace(side="right")
ALL_FOURS = Passage("work", "4", "Belly", position="quadruped", needs=("mat",))
SUPINE = Passage("work", "5", "Breathe", position="supine", needs=("mat",))
PRONE = SUPINE._replace(position="prone")
ON_THE_FLOOR = SUPINE._replace(position="floor-seated")
ON_A_CHAIR = Passage("work", "6", "Turn", position="seated", needs=("chair",))
JOGGING = Passage("work", "7", "Jog", position="jog", needs=("space",))
ANYWHERE = Passage("work", "8", "Own")


@pytest.mark.parametrize(
    ("before", "after", "seconds"),
    [
        (STANDING, STANDING, 0),
        (SUPINE, SUPINE, 0),
        (SPLIT_LEFT, SPLIT_LEFT, 0),
        (ANYWHERE, SUPINE, 0),
        (SUPINE, ANYWHERE, 0),
        (STANDING, AT_THE_WALL, 8),
        (STANDING, JOGGING, 8),
        (AT_THE_WALL, SPLIT_LEFT, 8),
        (STANDING, ON_A_CHAIR, 8),
        (SUPINE, PRONE, 8),
        (SPLIT_LEFT, SPLIT_RIGHT, 10),
        (KNEEL_LEFT, KNEEL_RIGHT, 10),
        (ALL_FOURS, KNEEL_LEFT, 10),
        (SUPINE, STANDING, 15),
        (JOGGING, SUPINE, 15),
        (ON_THE_FLOOR, STANDING, 15),
        (ON_A_CHAIR, SUPINE, 15),
        (KNEEL_RIGHT, SPLIT_LEFT, 15),
        (STANDING, ALL_FOURS, 15),
    ],
    ids=lambda each: f"{each.position} {each.side or ''}" if isinstance(each, Passage) else str(each),
)
def test_the_longest_change_decides(before, after, seconds):
    assert change_seconds(before, after) == seconds
