"""A shot as a picture: in characters of one colour each, or blended, for terminals that show every colour."""

from functools import lru_cache

from leanbreath.figure.blend import blended_rows
from leanbreath.figure.camera import Camera, fit_camera
from leanbreath.figure.coverage import SCAN_LINES, coverage
from leanbreath.figure.picture import Rows, Run
from leanbreath.figure.pose_scene import Shot, extent, lean_label_at, lean_of, scene_layers
from leanbreath.figure.raster import draw_layers


@lru_cache(maxsize=512)
def draw_shot(shot: Shot, columns: int, rows: int) -> Rows:
    """Return a shot as rows of characters, with the degrees of the lean if the pose shows its angle."""
    if columns < 1 or rows < 1:
        return ((),) * max(rows, 0)
    camera = fit_camera(extent(shot.pose, shot.mirrored), columns, rows)
    return _with_label(draw_layers(scene_layers(shot), camera), camera, shot)


@lru_cache(maxsize=512)
def blend_shot(shot: Shot, columns: int, rows: int) -> Rows:
    """Return a shot as rows of characters whose colours are blended, with its label as above."""
    if columns < 1 or rows < 1:
        return ((),) * max(rows, 0)
    camera = _scan_camera(shot, columns, rows)
    layers = scene_layers(shot, thickness=SCAN_LINES / camera.scale)
    return _with_label(blended_rows(coverage(layers, camera), columns), camera, shot)


def _scan_camera(shot: Shot, columns: int, rows: int) -> Camera:
    """Return the camera whose dots are scan lines; a floor fills the half of a character."""
    left, low, right, high = extent(shot.pose, shot.mirrored)
    floor = SCAN_LINES if shot.pose.view == "side" and low < 0 else 0
    return fit_camera((left, 0.0 if floor else low, right, high), columns, rows, 2 * SCAN_LINES, floor)


def _with_label(drawn: Rows, camera: Camera, shot: Shot) -> Rows:
    """Return rows with the degrees of a lean laid over them, if the pose shows its angle."""
    if not shot.pose.angle:
        return drawn
    foot, lean = lean_of(shot)
    text = f"{abs(round(lean))}°"
    end = camera.dot(lean_label_at(foot, shot.mirrored))
    row = min(max(int(end.y) // camera.cell, 0), len(drawn) - 1)
    column = int(end.x) // (camera.cell // 2) - (0 if shot.mirrored else len(text))
    return tuple(_overlay(runs, text, column) if index == row else runs for index, runs in enumerate(drawn))


def _overlay(runs: tuple[Run, ...], text: str, column: int) -> tuple[Run, ...]:
    """Return a row with a text laid over it from a column on."""
    cells = [(letter, run.look) for run in runs for letter in run.text]
    column = min(max(column, 0), max(len(cells) - len(text), 0))
    cells[column : column + len(text)] = [(letter, "guide") for letter in text[: len(cells)]]
    return tuple(Run(letter, look) for letter, look in cells)
