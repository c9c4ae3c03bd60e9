"""A shot as a picture: in characters of one colour each, or blended, for terminals that show every colour."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from leanbreath.figure.blend import blended_rows
from leanbreath.figure.camera import DOTS, Camera, fit_camera
from leanbreath.figure.coverage import SCAN_LINES, coverage
from leanbreath.figure.picture import Rows, Run
from leanbreath.figure.pose_scene import Shot, extent, lean_label_at, lean_of, scene_layers
from leanbreath.figure.raster import draw_layers
from leanbreath.figure.shapes import Layer


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
    lines, shapes = (tuple(each for each in layers if _is_line(each) == is_line) for is_line in (True, False))
    drawn = blended_rows(coverage(shapes, camera), columns)
    if lines:
        drawn = tuple(map(_behind, drawn, draw_layers(lines, camera.with_cell(DOTS))))
    return _with_label(drawn, camera, shot)


def _is_line(layer: Layer) -> bool:
    """Return whether a layer is a thin line, which is finer in dots than in colours."""
    return layer.tag == "guide" and not layer.halo


def _behind(front: tuple[Run, ...], lines: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a row with thin lines where it is empty."""
    if all(run.is_empty for run in lines):
        return front
    cells = zip(_cells(front), _cells(lines), strict=True)
    seen = (line if line.look == "guide" and cell.is_empty else cell for cell, line in cells)
    return tuple(Run("".join(run.text for run in runs), look) for look, runs in groupby(seen, lambda run: run.look))


def _cells(row: tuple[Run, ...]) -> Iterator[Run]:
    """Yield the characters of a row."""
    return (Run(letter, run.look) for run in row for letter in run.text)


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
    cells = list(_cells(runs))
    column = min(max(column, 0), max(len(cells) - len(text), 0))
    cells[column : column + len(text)] = [Run(letter, "guide") for letter in text[: len(cells)]]
    return tuple(cells)
