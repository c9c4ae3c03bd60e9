"""The videos show what is said of them: each point is where it should be, in every codec, and angles are as asked."""

import subprocess
from math import atan2, degrees
from pathlib import Path

import numpy as np
import pytest

from leanbreath.routine.pose import Point
from tests.browser.videos import VP9, Points, Scene, Video, known_video, record

pytestmark = pytest.mark.browser

SCENES = {
    "upright.mp4": Scene(lean=0),
    "tilted.mp4": Scene(lean=7.5, far_lean=9, tilt=4, facing="left"),
    "fast.webm": Scene(lean=15, tilt=-3, rate=120, stances=2),
    "slow-motion.webm": Scene(lean=4, facing="left", rate=120, slow_motion=4, stances=2),
}


@pytest.mark.parametrize(("name", "scene"), SCENES.items())
def test_the_marks_in_a_video_are_where_they_are_said_to_be(tmp_path: Path, name: str, scene: Scene) -> None:
    video = record(scene, tmp_path / name, VP9 if name == "slow-motion.webm" else None)
    frames = [video.standing.frame, *(moment.frame for moment in video.stances)]
    for frame, shown in zip(frames, decoded(video, frames), strict=True):
        points = video.points[frame]
        for point in (points.near_hip, points.neck, points.ear, points.near_ankle):
            assert mark_near(shown, point) == pytest.approx(point, abs=0.5)


@pytest.mark.parametrize(("name", "scene"), SCENES.items())
def test_the_trunk_leans_as_asked_and_the_background_stays(name: str, scene: Scene) -> None:
    video = known_video(scene, Path(name))
    forward = 1 if scene.facing == "right" else -1
    zero = trunk_angle(video.points[video.standing.frame])
    assert forward * zero - scene.standing_lean == pytest.approx(-forward * scene.tilt)
    for moment in video.stances:
        lean = scene.lean if moment.leg == "near" or scene.far_lean is None else scene.far_lean
        assert forward * (trunk_angle(video.points[moment.frame]) - zero) == pytest.approx(lean)
    assert len({points.background for points in video.points}) == 1
    assert [moment.leg for moment in video.stances] == (["near", "far"] * 4)[: scene.stances]


def test_a_camera_that_moves_takes_everything_with_it() -> None:
    still, moved = (known_video(Scene(shift=shift, stances=1), Path("x.mp4")) for shift in (0, 12))
    for one, other in zip(still.points[-1], moved.points[-1], strict=True):
        assert (other.x - one.x, other.y - one.y) == pytest.approx((12, 0))


def trunk_angle(points: Points) -> float:
    """Return how far the line from mid-hip to neck leans to the right in the picture, in degrees."""
    return degrees(atan2(points.neck.x - points.mid_hip.x, points.mid_hip.y - points.neck.y))


def decoded(video: Video, frames: list[int]) -> np.ndarray:
    """Return frames of a video as ffmpeg decodes them: rows of red, green and blue."""
    wanted = "+".join(f"eq(n\\,{frame})" for frame in frames)
    command = ["ffmpeg", "-v", "error", "-i", video.path, "-vf", f"select={wanted}", "-fps_mode", "passthrough"]
    raw = subprocess.run([*command, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], check=True, capture_output=True).stdout
    width, height = video.scene.size
    return np.frombuffer(raw, np.uint8).reshape(len(frames), height, width, 3)


def mark_near(picture: np.ndarray, point: Point, reach: int = 5) -> tuple[float, float]:
    """Return the middle of the white mark around a point."""
    left, top = int(point.x) - reach, int(point.y) - reach
    part = picture[top : top + 2 * reach + 1, left : left + 2 * reach + 1].mean(axis=2)
    weight = np.clip(part - 180, 0, None)
    rows, columns = np.indices(weight.shape)
    return left + 0.5 + (columns * weight).sum() / weight.sum(), top + 0.5 + (rows * weight).sum() / weight.sum()
