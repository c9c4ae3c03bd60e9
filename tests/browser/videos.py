"""Side-view videos of a runner, drawn by the figures' own engine, with every point that can be tapped known exactly.

First the runner stands for two seconds, then runs on the spot, as on a treadmill. Pixels count from the upper left
corner of the picture; the middle of the first pixel is (0.5, 0.5).
"""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import cos, pi, radians, sin
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from leanbreath.figure.body_outline import body_layers
from leanbreath.figure.camera import Camera
from leanbreath.figure.motion import frame_at
from leanbreath.figure.scan_conversion import capsule_spans
from leanbreath.figure.shapes import Capsule, Layer, disc
from leanbreath.figure.skeleton import Body, joints
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.pose import Point, Pose

STANDING_SECONDS, STRIDE_SECONDS = 2, 0.8
PICTURES = 24
"""Pictures of a stride, which is two steps."""
CONTACT, STANCE = 6, 8
"""The pictures of a stride in which the near foot lands, and in which it is below the hip; the far one is 12 later."""

HEIGHT, HIP_HALF_WIDTH = 176.0, 9.0
"""The runner's height, and half the distance between the hip joints, in centimetres."""
BACKGROUND_POINT = Point(-95, 120)
"""A spot on the wall behind the runner."""
MARK_RADIUS = 2.0
"""The white marks on the runner's joints."""

COLOURS: dict[str, tuple[int, int, int]] = {
    "surroundings": (70, 74, 70),
    "far": (100, 125, 150),
    "body": (47, 93, 138),
    "near": (30, 66, 104),
    "guide": (250, 250, 250),
}
BACKGROUND = (150, 156, 150)

CODECS = {
    ".mp4": ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-g", "30", "-movflags", "+faststart"),
    ".webm": ("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "8M", "-g", "30"),
}
VP9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-row-mt", "1", "-b:v", "8M", "-g", "30")

Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class Scene:
    """A runner before a camera. Angles are in degrees.

    `lean` is how much further forward the trunk is at mid-stance than in standing, `far_lean` the same on the far leg.
    `tilt` turns the camera's picture anticlockwise; `turn` turns the standing runner away from side-on.
    The runner is `share` of the picture's height. After standing, the camera jumps `shift` pixels to the left.
    A video filmed at `rate` frames a second plays `slow_motion` times slower.
    """

    lean: float = 8.0
    far_lean: float | None = None
    standing_lean: float = 2.0
    tilt: float = 0.0
    turn: float = 0.0
    shift: float = 0.0
    facing: Literal["left", "right"] = "right"
    rate: int = 30
    slow_motion: int = 1
    size: tuple[int, int] = (640, 360)
    share: float = 0.5
    stances: int = 8


class Points(NamedTuple):
    """Where the points to tap are in one frame, in pixels."""

    near_hip: Point
    far_hip: Point
    neck: Point
    ear: Point
    near_ankle: Point
    far_ankle: Point
    background: Point

    @property
    def mid_hip(self) -> Point:
        """The point between both hips."""
        return Point((self.near_hip.x + self.far_hip.x) / 2, (self.near_hip.y + self.far_hip.y) / 2)

    def ankle(self, leg: str) -> Point:
        """Return the ankle of the near or the far leg."""
        return self.near_ankle if leg == "near" else self.far_ankle


class Moment(NamedTuple):
    """A frame in which a foot lands or carries the runner."""

    frame: int
    seconds: float
    leg: Literal["near", "far"]
    side: Literal["left", "right"]


@dataclass(frozen=True)
class Video:
    """A video file and what is known of each frame; frame n is shown from n / `rate` seconds on."""

    path: Path
    scene: Scene
    rate: float
    points: tuple[Points, ...]
    standing: Moment
    stances: tuple[Moment, ...]
    contacts: tuple[Moment, ...]


def record(scene: Scene, path: Path, codec: tuple[str, ...] | None = None) -> Video:
    """Write the video of a scene to an .mp4 (H.264) or a .webm (VP8, or another codec); needs ffmpeg."""
    video, (width, height) = known_video(scene, path), scene.size
    pictures = [_picture(scene, index).tobytes() for index in range(1 + PICTURES)]
    command = [
        *("ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}"),
        *("-r", f"{video.rate:g}", "-i", "-", *(codec or CODECS[path.suffix]), "-pix_fmt", "yuv420p", str(path)),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        assert encoder.stdin
        for index in _order(scene):
            encoder.stdin.write(pictures[index])
    assert encoder.returncode == 0
    return video


def known_video(scene: Scene, path: Path) -> Video:
    """Return what is known of the video of a scene, without making it."""
    known = [_points(scene, index) for index in range(1 + PICTURES)]
    return Video(
        path,
        scene,
        scene.rate / scene.slow_motion,
        tuple(known[index] for index in _order(scene)),
        _moment(scene, STANDING_SECONDS * scene.rate // 2, "near"),
        tuple(_moments(scene, STANCE)),
        tuple(_moments(scene, CONTACT)),
    )


def _moments(scene: Scene, picture: int) -> Iterator[Moment]:
    """Yield when a picture of the near leg's step comes, and the same one of the far leg's, in turn."""
    for number in range(scene.stances):
        pictures = picture + number * PICTURES // 2
        frame = STANDING_SECONDS * scene.rate + pictures * _frames_a_picture(scene)
        yield _moment(scene, frame, "far" if number % 2 else "near")


def _moment(scene: Scene, frame: int, leg: Literal["near", "far"]) -> Moment:
    side: Literal["left", "right"] = "right" if (scene.facing == "right") == (leg == "near") else "left"
    return Moment(frame, (frame + 0.5) * scene.slow_motion / scene.rate, leg, side)


def _frames_a_picture(scene: Scene) -> int:
    frames = scene.rate * STRIDE_SECONDS / PICTURES
    assert frames == int(frames), "a picture of a stride lasts whole frames at 30, 60, 120 or 240 a second"
    return int(frames)


def _order(scene: Scene) -> list[int]:
    """Return the index of the picture in each frame; the first picture shows the runner standing."""
    pictures = STANCE + (scene.stances - 1) * PICTURES // 2 + STANCE
    running = [1 + picture % PICTURES for picture in range(pictures) for _ in range(_frames_a_picture(scene))]
    return [0] * (STANDING_SECONDS * scene.rate) + running


@cache
def _pose(name: str) -> Pose:
    library = Library((bundled_folder("drills"),))
    pose = library.pose_at(library.pose_files[name]).value
    assert pose is not None
    return pose


@cache
def _bodies(scene: Scene) -> tuple[Body, ...]:
    """Return the body in standing, then in every picture of a stride."""
    far_lean = scene.lean if scene.far_lean is None else scene.far_lean
    standing = joints(replace(frame_at(_pose("standing"), 0.0), **_trunk(scene.standing_lean)))
    running = []
    for picture in range(PICTURES):
        away = (1 - cos(2 * pi * (picture - STANCE) / PICTURES)) / 2
        bounce = 1 - cos(4 * pi * (picture - STANCE) / PICTURES)
        lean = scene.lean + (far_lean - scene.lean) * away + bounce + scene.standing_lean
        frame = frame_at(_pose("jog"), (picture - CONTACT) / PICTURES)
        running.append(joints(replace(frame, **_trunk(lean))))
    return (standing, *running)


def _trunk(lean: float) -> dict[str, Any]:
    return {"lean": lean, "spine": 0}


def _points(scene: Scene, index: int) -> Points:
    """Return the known points of a picture, in pixels."""
    body = _bodies(scene)[index]
    apart = HIP_HALF_WIDTH * sin(radians(scene.turn)) if index == 0 else 0.0
    near, far = (Point(body.hip.x + away, body.hip.y) for away in (apart, -apart))
    known = (near, far, body.shoulder, body.head, body.near_leg.ankle, body.far_leg.ankle, BACKGROUND_POINT)
    camera, seen = _camera(scene, index), _seen(scene)
    return Points(*(camera.dot(seen(each)) for each in known))


def _camera(scene: Scene, index: int) -> Camera:
    width, height = scene.size
    scale = height * scene.share / HEIGHT
    middle = -scene.shift / scale if index else 0.0
    return Camera(middle, HEIGHT / 2 - height / 2 / scale, scale, width, height)


def _seen(scene: Scene) -> Callable[[Point], Point]:
    """Return how a tilted camera sees a point of a runner who may face left; both turn about the runner's middle."""
    x, y, sign = cos(radians(scene.tilt)), sin(radians(scene.tilt)), 1 if scene.facing == "right" else -1

    def seen(point: Point) -> Point:
        along, up = point.x * sign, point.y - HEIGHT / 2
        return Point(along * x - up * y, along * y + up * x + HEIGHT / 2)

    return seen


@cache
def _picture(scene: Scene, index: int) -> Picture:
    """Return a picture as rows of red, green and blue."""
    width, height = scene.size
    picture = np.full((height, width, 3), BACKGROUND, np.uint8)
    camera, seen = _camera(scene, index), _seen(scene)
    for layer in _layers(_bodies(scene)[index]):
        for shape in layer.shapes:
            moved = Capsule(seen(shape.a), shape.a_radius, seen(shape.b), shape.b_radius)
            for row, left, right in capsule_spans(moved, camera, 0.0, 0.5):
                picture[row, max(round(left), 0) : max(round(right), 0)] = COLOURS[layer.tag]
    return picture


def _layers(body: Body) -> Iterator[Layer]:
    """Yield what is before the camera from back to front: floor and background point, the body, marks on its joints."""
    floor = Capsule(Point(-400, -1), 1.0, Point(400, -1), 1.0)
    yield Layer("surroundings", (floor, disc(BACKGROUND_POINT, 3.0)))
    yield from (layer for layer in body_layers(body) if layer.tag in COLOURS)
    marked = (body.hip, body.shoulder, body.head, body.near_leg.ankle)
    yield Layer("guide", tuple(disc(each, MARK_RADIUS) for each in marked))
