"""How near the lean meter comes to known leans: exact taps on the real page, then many taps that are off, and refusals.

The page runs in Chromium with a drawn video. The same modules, in node, measure the clips with random errors.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from leanbreath.routine.pose import Point
from leanbreath.take_along.lean_meter import write_lean_meter
from tests.bench.table import Row
from tests.browser.chromium import LARGE, chromium, visited
from tests.browser.lean_meter import LeanUser, Nudge, exactly
from tests.browser.videos import Points, Scene, Video, known_video, record

BATCH = Path(__file__).parents[1] / "export" / "web" / "lean_batch.mjs"

FULL = Scene(size=(1920, 1080), share=0.5, stances=8)
"""The runner is half as high as a picture of 1920 by 1080."""
FILMED = {
    "a.mp4": replace(FULL, lean=8, tilt=3),
    "b.webm": replace(FULL, lean=15, tilt=-4, facing="left", rate=120, slow_motion=4),
    "c.mp4": replace(FULL, lean=0, facing="left", rate=120),
}
LEANS, TILTS, PIXELS, TIMES = (0, 4, 8, 15), (-3, 0, 3), 3.0, 25

REFUSED = {
    "not-side-on": replace(FULL, turn=70),
    "too-small": replace(FULL, share=0.3),
    "camera-moved": replace(FULL, shift=25),
    "too-few-stances": replace(FULL, stances=6),
}
"""What should be refused, and why."""


def rows() -> Iterator[Row]:
    """Yield the rows of the table."""
    worst = max(_missed_on_page())
    yield Row(f"exact taps, {len(FILMED)} videos on the page, each leg", f"{worst:.2f}°", "≤ 0.3°", worst <= 0.3)
    misses = sorted(_missed_by_random_taps())
    middle, far = median(misses), misses[int(0.95 * len(misses))]
    found = f"median {middle:.2f}°, 95 % within {far:.2f}°"
    yield Row(f"taps {PIXELS:g} px off each way, {len(misses)} clips", found, "median ≤ 1.5°", middle <= 1.5)
    for reason, (first, *_) in zip(REFUSED, _refusals(), strict=True):
        yield Row(f"refused: {reason}", first, reason, first == reason)


def known_clip(video: Video, nudge: Nudge) -> dict[str, Any]:
    """Return what taps on known points, each moved a little, make of a video, as the page's modules take it."""

    def tap(point: Point) -> dict[str, float]:
        return nudge(point)._asdict()

    def trunk(points: Points) -> dict[str, Any]:
        return {"hip": tap(points.mid_hip), "neck": tap(points.neck)}

    standing, scene = video.points[0], video.scene
    direction = 1 if scene.facing == "right" else -1
    return {
        "picture": dict(zip(("width", "height"), scene.size, strict=True)),
        "direction": direction,
        "slowMotion": scene.slow_motion,
        "frameSeconds": 1 / video.rate,
        "standing": {
            "trunks": [trunk(standing) for _ in range(3)],
            "hips": [tap(standing.near_hip), tap(standing.far_hip)],
            "ankle": tap(standing.near_ankle),
            "background": tap(standing.background),
            "facing": direction,
        },
        "stances": [
            {
                "leg": moment.side,
                "seconds": moment.seconds,
                **trunk(video.points[moment.frame]),
                "background": tap(video.points[moment.frame].background),
            }
            for moment in video.stances
        ],
    }


def _missed_on_page() -> Iterator[float]:
    """Yield how far each leg's lean is off when a user taps exactly."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        page = Path(folder, "lean.html")
        write_lean_meter(page)
        for name, scene in FILMED.items():
            video = record(scene, Path(folder, name))
            with visited(browser, page, LARGE) as visit:
                user = LeanUser(visit.page, video)
                user.choose()
                user.stand()
                user.mark_stances()
                result = user.result()
                assert not visit.wrong, visit.wrong
            yield from (abs(result[leg]["lean_degrees"] - scene.lean) for leg in ("left", "right"))


def _missed_by_random_taps() -> list[float]:
    """Return how far the mean of both legs is off in each of many clips."""
    chance = Random(7)  # noqa: S311

    def nudge(point: Point) -> Point:
        return Point(point.x + chance.gauss(0, PIXELS), point.y + chance.gauss(0, PIXELS))

    scenes = [replace(FULL, lean=lean, tilt=tilt) for lean in LEANS for tilt in TILTS] * TIMES
    found = _measured([known_clip(known_video(scene, Path("x.mp4")), nudge) for scene in scenes])
    return [abs(each["both"]["mean"] - scene.lean) for scene, each in zip(scenes, found, strict=True)]


def _refusals() -> list[list[str]]:
    """Return the reasons to refuse each clip, without any error in its taps."""
    found = _measured([known_clip(known_video(scene, Path("x.mp4")), exactly) for scene in REFUSED.values()])
    return [[each["id"] for each in one["findings"] if each["refuses"]] or ["nothing"] for one in found]


def _measured(clips: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the page's own modules say about clips."""
    ran = subprocess.run(["node", str(BATCH)], input=json.dumps(clips), capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found
