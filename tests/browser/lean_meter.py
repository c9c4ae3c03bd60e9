"""A user of the lean meter who taps the known points of a drawn runner's video, exactly or nearly."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leanbreath.routine.pose import Point
from tests.browser.videos import Moment, Points, Video

if TYPE_CHECKING:
    from playwright.sync_api import Page

Nudge = Callable[[Point], Point]
"""Where a tap lands that is meant for a point."""

SPEEDS = {1: "Normal speed", 2: "Half speed", 4: "4 times slower", 8: "8 times slower"}


def exactly(point: Point) -> Point:
    return point


@dataclass
class LeanUser:
    """A user on the page of the lean meter with a video."""

    page: "Page"
    video: Video
    nudge: Nudge = exactly
    is_whole_body: bool = False
    with_contacts: bool = True

    def choose(self) -> None:
        """Choose the video, and answer the two questions about it."""
        page, scene = self.page, self.video.scene
        page.set_input_files("#file", self.video.path)
        page.get_by_role("button", name=SPEEDS[scene.slow_motion], exact=True).click()
        page.get_by_label("Also measure").set_checked(self.is_whole_body)
        page.get_by_role("button", name="left" if scene.facing == "left" else "right").click()

    def stand(self) -> None:
        """Mark the standing, from a frame near its beginning."""
        self.go_to(2)
        self.press("I stand still here")
        points = self.video.points[0]
        for point in (points.mid_hip, points.neck) * 3:
            self.tap(point)
        for point in (points.near_hip, points.far_hip, points.near_ankle):
            self.tap(point)
        if self.is_whole_body:
            self.tap(points.ear)
        self.tap(points.background)

    def mark_stance(self, contact: Moment, stance: Moment) -> None:
        """Mark one stance with all its points."""
        self.press("Mark a stance")
        foot = "near side" if stance.leg == "near" else "far side"
        if self.with_contacts:
            points = self._find(contact)
            self.press(foot)
            self.tap(points.ankle(contact.leg))
            self.tap(points.mid_hip)
        else:
            self.press("Skip")
        points = self._find(stance)
        self.press("This is mid-stance" if self.with_contacts else foot)
        self.tap(points.mid_hip)
        self.tap(points.neck)
        if self.is_whole_body:
            self.tap(points.ankle(stance.leg))
            self.tap(points.ear)
        self.tap(points.background)

    def mark_stances(self, count: int | None = None) -> None:
        """Mark the first stances of the video, or all."""
        pairs = list(zip(self.video.contacts, self.video.stances, strict=True))
        for contact, stance in pairs[:count]:
            self.mark_stance(contact, stance)

    def result(self) -> dict[str, Any]:
        """Return the result that the page saves for the diary."""
        self.press("Show the result")
        with self.page.expect_download() as saved:
            self.press("Save as a file")
        found: dict[str, Any] = json.loads(Path(saved.value.path()).read_text())
        return found

    def go_to(self, frame: int) -> None:
        """Bring a frame of the video to the screen by the slider."""
        self.page.get_by_label("Place in the video").evaluate(
            "(slider, seconds) => { slider.value = seconds; slider.dispatchEvent(new Event('input')); }",
            (frame + 0.5) / self.video.rate,
        )
        self.page.get_by_text(f"{frame / self.video.rate:.3f} s", exact=True).wait_for()

    def tap(self, point: Point) -> None:
        """Tap a point of the video in the picture, and wait until the next thing is asked for."""
        canvas, landed = self.page.locator("#marks"), self.nudge(point)
        self.page.locator("#marks.asking").wait_for()
        box = canvas.bounding_box()
        assert box
        scale = box["width"] / self.video.scene.size[0]
        before = self.page.locator("#progress").inner_text()
        self.page.mouse.click(box["x"] + landed.x * scale, box["y"] + landed.y * scale)
        self.page.wait_for_function("before => document.getElementById('progress').textContent !== before", arg=before)

    def press(self, label: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=label).click()

    def _find(self, moment: Moment) -> Points:
        """Come near a moment by the slider and go to it frame by frame; return its points."""
        self.go_to(moment.frame - 1)
        self.page.get_by_role("button", name="A frame on").click()
        self.page.get_by_text(f"{moment.frame / self.video.rate:.3f} s", exact=True).wait_for()
        return self.video.points[moment.frame]
