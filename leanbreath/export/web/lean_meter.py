"""The lean meter: a page that measures lean from a runner's own video, in the browser alone."""

from typing import Any

from leanbreath.export.web.bundle import bundle, page_file
from leanbreath.export.web.document import document
from leanbreath.figure.body_outline import body_layers
from leanbreath.figure.motion import frame_at
from leanbreath.figure.shapes import Capsule
from leanbreath.figure.skeleton import Body, joints
from leanbreath.figure.svg import path_data
from leanbreath.routine.pose import Point, Pose

TITLE = "Lean meter"

CONTACT, MID_STANCE = 0.0, 0.125
"""How far through a stride the near foot lands, and is below the hips."""

LEFT, RIGHT, HIGH = -58.0, 58.0, 185.0
"""The edges of the drawings, in centimetres; the floor is at 0."""
MARGIN = 6.0

FIXED_POINT = Point(-46.0, 130.0)
"""The point of the background that a drawing shows."""


def lean_meter_page(standing: Pose, running: Pose) -> str:
    """Return the page; the poses are those its drawings show."""
    moments = {"standing": (standing, 0.0), "contact": (running, CONTACT), "mid-stance": (running, MID_STANCE)}
    figures = {name: _figure(joints(frame_at(pose, progress))) for name, (pose, progress) in moments.items()}
    css = page_file("shared/base.css") + page_file("lean/lean.css")
    return document(TITLE, page_file("lean/lean.html"), css, bundle("lean", "main.js"), {"figures": figures})


def _figure(body: Body) -> dict[str, Any]:
    """Return a drawing as data: its outlines from back to front, and where the points to tap are."""
    points = {
        "hip": body.hip,
        "neck": body.shoulder,
        "ear": body.head,
        "ankle": body.near_leg.ankle,
        "background": FIXED_POINT,
    }
    return {
        "view_box": [LEFT, 0, RIGHT - LEFT, HIGH + MARGIN],
        "layers": [
            {"tag": layer.tag, "shapes": [path_data(_upside_down(shape)) for shape in layer.shapes]}
            for layer in body_layers(body)
        ],
        "points": {name: [round(point.x, 1), round(HIGH - point.y, 1)] for name, point in points.items()},
    }


def _upside_down(shape: Capsule) -> Capsule:
    """Return a capsule with y measured down from the upper edge."""
    return shape._replace(a=_down(shape.a), b=_down(shape.b))


def _down(point: Point) -> Point:
    return Point(point.x, HIGH - point.y)
