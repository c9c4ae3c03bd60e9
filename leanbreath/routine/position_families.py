"""The families of positions: whoever changes from one to another gets up or down."""

from typing import Literal

from leanbreath.routine.vocabulary import Position

Family = Literal["floor", "knees", "chair", "feet"]
"""Groups of positions; to change from one to another, a runner gets down or up."""

POSITION_FAMILIES: dict[Position, Family] = {
    "supine": "floor",
    "supine-legs-long": "floor",
    "side-lying": "floor",
    "prone": "floor",
    "prone-elbows": "floor",
    "floor-seated": "floor",
    "quadruped": "knees",
    "plank": "knees",
    "half-kneel": "knees",
    "tall-kneel": "knees",
    "squat": "feet",
    "seated": "chair",
    "standing": "feet",
    "split-stance": "feet",
    "wall-lean": "feet",
    "walk": "feet",
    "jog": "feet",
}
