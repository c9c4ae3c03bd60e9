"""The lean meter measures what was filmed, refuses what can't be measured, and loses no tap."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leanbreath.take_along.lean_meter import write_lean_meter
from tests.browser.axe import serious_findings
from tests.browser.chromium import LARGE, SMALL, Visit
from tests.browser.conftest import Visitor
from tests.browser.lean_meter import LeanUser
from tests.browser.videos import Scene, record
from tests.home import leanbreath

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Opener = Callable[..., LeanUser]

SCENES = {
    "right.mp4": Scene(lean=8, far_lean=6, tilt=3, rate=30),
    "left.webm": Scene(lean=15, tilt=-4, facing="left", rate=120, slow_motion=4),
    "upright.mp4": Scene(lean=0, rate=120, facing="left", tilt=2),
}
"""Leans from 0 to 15 degrees, tilted cameras, both directions, both kinds of file, 30 and 120 frames a second."""


@pytest.fixture(scope="module")
def meter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lean") / "lean.html"
    write_lean_meter(path)
    return path


@pytest.fixture
def opened(visit: Visitor, meter: Path, tmp_path: Path) -> Opener:
    def enter(scene: Scene, name: str = "run.mp4", size: tuple[int, int] = LARGE, **options: object) -> LeanUser:
        video = record(scene, tmp_path / name)
        entered: Visit = visit(meter, size)
        entered.page.set_default_timeout(10_000)
        user = LeanUser(entered.page, video, **options)  # type: ignore[arg-type]
        user.choose()
        return user

    return enter


@pytest.mark.parametrize(("name", "scene"), SCENES.items())
def test_exact_taps_measure_the_lean_of_each_leg(opened: Opener, name: str, scene: Scene) -> None:
    user = opened(scene, name, is_whole_body=True)
    user.stand()
    user.mark_stances()
    result = user.result()
    near, far = ("right", "left") if scene.facing == "right" else ("left", "right")
    assert result[near]["lean_degrees"] == pytest.approx(scene.lean, abs=0.3)
    assert result[far]["lean_degrees"] == pytest.approx(
        scene.lean if scene.far_lean is None else scene.far_lean, abs=0.3
    )
    assert result["cadence"] == pytest.approx(150, abs=2)
    assert result["foot_ahead_share"] == pytest.approx(0.19, abs=0.1)
    assert imported(user) == [result["left"]["lean_degrees"], result["right"]["lean_degrees"]]
    assert serious_findings(user.page) == []


def imported(user: LeanUser) -> list[float]:
    """Return what a check-up keeps of the text that the page offers to copy."""
    home = user.video.path.parent
    (home / "lean.txt").write_text(user.page.locator("#diary-text").input_value())
    done = leanbreath(home, "checkup", "--from", str(home / "lean.txt"), "--json")
    results = {each["assessment"]: each for each in json.loads(done.stdout)["results"]}
    assert results["video-lean-deg"]["grade"] is None
    values: list[float] = results["video-lean-deg"]["values"]
    return values


def test_a_finger_moves_the_point_at_a_quarter_of_its_speed_under_the_loupe(opened: Opener) -> None:
    user = opened(Scene(), size=SMALL)
    page = user.page
    user.press("I stand still here")
    page.locator("#marks.asking").wait_for()
    box = page.locator("#marks").bounding_box()
    assert box
    finger, devtools = [box["x"] + 100, box["y"] + 60], page.context.new_cdp_session(page)
    for kind, move in (("touchStart", (0, 0)), ("touchMove", (20, -12)), ("touchMove", (40, 8))):
        places = [{"x": finger[0] + move[0], "y": finger[1] + move[1]}]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})
        page.locator("#loupe").wait_for(state="visible")
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.get_by_text("Standing, step 3 of 11").wait_for()
    assert page.locator("#loupe").is_hidden()
    tapped = json.loads(page.evaluate("localStorage.getItem('leanbreath-lean-taps')"))["answers"]["hip-0"]
    scale = user.video.scene.size[0] / box["width"]
    assert (tapped["x"], tapped["y"]) == pytest.approx((110 * scale, 62 * scale), abs=0.6)


@pytest.mark.parametrize(
    ("scene", "stances", "reason"),
    [
        (Scene(turn=70), 0, "from side-on"),
        (Scene(share=0.25), 0, "You are too small"),
        (Scene(shift=40), 1, "The camera moved"),
        (Scene(), 2, "Too few stances"),
    ],
)
def test_what_cannot_be_measured_is_refused_with_a_reason(
    opened: Opener, scene: Scene, stances: int, reason: str
) -> None:
    user = opened(scene, with_contacts=False)
    user.stand()
    user.mark_stances(stances)
    if stances:
        user.press("Show the result")
    user.page.locator(".refusal").filter(has_text=reason).wait_for()
    assert user.page.locator("#diary-text").count() == 0


def test_a_file_that_is_no_video_is_named_as_such(visit: Visitor, meter: Path, tmp_path: Path) -> None:
    (tmp_path / "no.mp4").write_bytes(b"no video")
    page: Page = visit(meter, SMALL).page
    page.set_input_files("#file", tmp_path / "no.mp4")
    page.get_by_role("alert").filter(has_text="This browser can't read this file").wait_for()
    assert serious_findings(page) == []


def test_the_keyboard_alone_moves_the_cross_by_pixels_and_undoes(opened: Opener) -> None:
    user = opened(Scene(), size=SMALL)
    page, progress = user.page, user.page.locator("#progress")
    page.keyboard.press("ArrowRight")
    page.get_by_text("0.033 s", exact=True).wait_for()
    page.keyboard.press("ArrowLeft")
    page.get_by_text("0.000 s", exact=True).wait_for()
    page.get_by_role("button", name="I stand still here").press("Enter")
    page.locator("#marks.asking").wait_for()
    for key in ("ArrowUp", "Shift+ArrowUp", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.get_by_text("Standing, step 3 of 11").wait_for()
    saved = json.loads(page.evaluate("localStorage.getItem('leanbreath-lean-taps')"))
    width, height = user.video.scene.size
    assert saved["answers"]["hip-0"] == {"x": width / 2 + 1, "y": height / 2 - 11}
    page.keyboard.press("Backspace")
    page.get_by_text("Standing, step 2 of 11").wait_for()
    page.get_by_role("button", name="Redo").click()
    assert progress.inner_text() == "Standing, step 3 of 11"
    assert serious_findings(page) == []


def test_taps_are_kept_when_the_page_is_opened_again(opened: Opener) -> None:
    user = opened(Scene(stances=2), with_contacts=False)
    user.stand()
    user.mark_stances()
    leaving = "() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert user.page.evaluate(leaving), "the browser asks before it leaves the page"
    again = user.page.context.new_page()
    again.goto(user.page.url)
    assert not again.evaluate(leaving)
    again.set_input_files("#file", user.video.path)
    again.get_by_role("button", name="Continue").click()
    again.get_by_text("Left foot: 1 of 4. Right foot: 1 of 4.").wait_for()
    assert again.locator(".stances canvas").count() == 2


def test_on_a_phone_held_sideways_each_point_can_be_tapped(opened: Opener) -> None:
    user = opened(Scene(lean=6, rate=30), size=(640, 360))
    user.stand()
    user.mark_stances(1)
    assert user.page.get_by_role("button", name="Mark a stance").is_visible()
