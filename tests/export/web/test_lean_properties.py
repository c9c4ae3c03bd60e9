"""The lean meter's mathematics against numpy's, on random bodies, cameras and taps; one node measures all of them."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

pytestmark = [pytest.mark.node, pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")]

BATCH = Path(__file__).with_name("lean_batch.mjs")
RANDOM = np.random.default_rng(18)

TRUNK_METRES, LEG_METRES, EAR_METRES = 0.52, 0.9, 0.2
BODY_METRES = (LEG_METRES + TRUNK_METRES + EAR_METRES) / 0.9
WIDTH, HEIGHT = 1920, 1080
POST = 1 + 1j

Tap = Callable[[complex], dict[str, float]]
"""From a point in metres to the pixel that is tapped."""


class Upright(NamedTuple):
    """How a body stands, its hip in the middle: degrees that its trunk, leg and neck lean forward."""

    trunk: float
    leg: float
    head: float

    @property
    def neck(self) -> complex:
        return up(self.trunk, TRUNK_METRES)

    @property
    def ankle(self) -> complex:
        return -up(self.leg, LEG_METRES)

    @property
    def ear(self) -> complex:
        return self.neck + up(self.head, EAR_METRES)


class Case(NamedTuple):
    """A clip, and what is true of its body: lean at each stance, and how far each foot lands ahead of the hip."""

    clip: dict[str, Any]
    leans: np.ndarray
    bodies: np.ndarray
    aheads: np.ndarray


def test_exact_taps_measure_what_is_true_of_any_body_in_front_of_any_camera() -> None:
    cases = [case(tap_pixels=0.0) for _ in range(150)]
    for each, found in zip(cases, measured(cases), strict=True):
        assert not found["isRefused"], found["findings"]
        assert found["both"]["mean"] == pytest.approx(each.leans.mean(), abs=1e-6)
        assert found["both"]["spread"] == pytest.approx(each.leans.std(ddof=1), abs=1e-6)
        assert found["left"]["mean"] == pytest.approx(each.leans[::2].mean(), abs=1e-6)
        assert found["right"]["spread"] == pytest.approx(each.leans[1::2].std(ddof=1), abs=1e-6)
        real_change = 1.96 * np.sqrt(2) * each.leans.std(ddof=1) / np.sqrt(len(each.leans))
        assert found["both"]["realChange"] == pytest.approx(max(2, real_change), abs=1e-6)
        assert found["wholeBody"]["mean"] == pytest.approx(each.bodies.mean(), abs=1e-6)
        assert found["footAhead"]["mean"] == pytest.approx(each.aheads.mean(), abs=1e-6)
        assert found["tapSpread"] == pytest.approx(0, abs=1e-6)


def test_taps_that_are_three_pixels_off_miss_by_less_than_a_degree_and_a_half_and_vary_as_they_say() -> None:
    cases = [case(tap_pixels=3.0, share=0.5) for _ in range(200)]
    found = measured(cases)
    errors = np.array([each["both"]["mean"] - one.leans.mean() for one, each in zip(cases, found, strict=True)])
    assert np.median(np.abs(errors)) < 1.5 and abs(np.median(errors)) < 0.5
    trunk_pixels = TRUNK_METRES / BODY_METRES * 0.5 * HEIGHT
    expected = np.degrees(np.sqrt(2) * 3 / trunk_pixels)
    assert np.sqrt(np.mean([each["tapSpread"] ** 2 for each in found])) == pytest.approx(expected, rel=0.15)


def measured(cases: list[Case]) -> list[dict[str, Any]]:
    """Return what the page's own modules say about some clips."""
    clips = json.dumps([each.clip for each in cases])
    ran = subprocess.run(["node", str(BATCH)], input=clips, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def case(tap_pixels: float, share: float | None = None) -> Case:
    """Return a random runner on a treadmill before a random camera; complex numbers stand for points, with y up."""
    direction = int(RANDOM.choice([1, -1]))
    scale = (share or RANDOM.uniform(0.4, 0.9)) * HEIGHT / BODY_METRES
    turn = np.exp(1j * np.radians(RANDOM.uniform(-20, 20)))

    def tap(metres: complex) -> dict[str, float]:
        seen = complex(direction * metres.real, metres.imag) * turn * scale
        pixel = complex(WIDTH, HEIGHT) / 2 + seen.conjugate() + complex(*RANDOM.normal(0, tap_pixels, 2))
        return {"x": pixel.real, "y": pixel.imag}

    body = Upright(RANDOM.uniform(-8, 4), RANDOM.uniform(-4, 4), RANDOM.uniform(-10, 20))
    leans = RANDOM.normal(7, RANDOM.uniform(0.2, 4), 8)
    bodies, aheads = RANDOM.uniform(-2, 12, 8), RANDOM.uniform(-0.1, 0.4, 8)
    clip = {
        "picture": {"width": WIDTH, "height": HEIGHT},
        "direction": direction,
        "slowMotion": 1,
        "frameSeconds": 1 / 120,
        "standing": {**standing(body, tap), "facing": direction},
        "stances": [stance(number, body, leans[number], bodies[number], aheads[number], tap) for number in range(8)],
    }
    return Case(clip, leans, bodies, aheads)


def standing(body: Upright, tap: Tap) -> dict[str, Any]:
    """Return what is tapped of a body that stands."""
    return {
        "trunks": [{"hip": tap(0j), "neck": tap(body.neck)} for _ in range(3)],
        "hips": [tap(0j), tap(0j)],
        "ankle": tap(body.ankle),
        "ear": tap(body.ear),
        "background": tap(POST),
    }


def stance(number: int, body: Upright, lean: float, whole_body: float, ahead: float, tap: Tap) -> dict[str, Any]:
    """Return what is tapped of a body at mid-stance and at contact, somewhere on the treadmill."""
    hip = complex(RANDOM.uniform(-0.12, 0.12), RANDOM.uniform(-0.05, 0.05))
    ankle = hip - 0.9j
    line = body.ear - body.ankle
    ear = ankle + line * np.exp(-1j * np.radians(whole_body))  # forward is to the right, so it turns clockwise
    leg = LEG_METRES * complex(ahead, -np.sqrt(1 - ahead**2)) * np.exp(-1j * np.radians(body.leg))
    return {
        "leg": ("left", "right")[number % 2],
        "seconds": 0.35 * number,
        "hip": tap(hip),
        "neck": tap(hip + up(body.trunk + lean, TRUNK_METRES)),
        "ankle": tap(ankle),
        "ear": tap(ear),
        "background": tap(POST),
        "contact": {"seconds": 0.35 * number - 0.1, "hip": tap(hip), "ankle": tap(hip + leg)},
    }


def up(lean: float, length: float) -> complex:
    """Return a line of a length that leans forward from straight up by some degrees."""
    return complex(length * 1j * np.exp(-1j * np.radians(lean)))
