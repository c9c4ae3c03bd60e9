"""Thin shapes never vanish, and wide pictures are raised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.camera import Camera, fit_camera
from leanbreath.figure.raster import rasterise
from leanbreath.figure.shapes import Capsule
from leanbreath.routine.pose import Point

CAMERA = Camera(0.0, 0.0, 0.3, 60, 60)
places = st.builds(Point, st.floats(-90, 90), st.floats(10, 190))


@given(places, places, st.floats(0.1, 20), st.floats(0.1, 20))
def test_a_shape_sets_a_dot_on_each_row_it_crosses(a, b, one, other):
    shape = Capsule(a, one, b, other)
    rows = rasterise((shape,), CAMERA)
    top, low = (60 - edge * CAMERA.scale for edge in (shape.box[3], shape.box[1]))
    assert all(rows[y] for y in range(60) if top < y + 0.5 < low)
    assert any(rows)


@pytest.mark.parametrize("height", [10, 100, 400])
def test_a_wide_low_picture_is_raised_above_the_bottom(height):
    camera = fit_camera((-100, 0, 100, height), 40, 14)
    foot, top = camera.dot(Point(0, 0)).y, camera.dot(Point(0, height)).y
    assert -0.01 <= top < foot <= 56.01
    assert height > 200 or foot < 56
