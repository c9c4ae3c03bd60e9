"""A pose as SVG, moving where it moves: the same shapes as in the terminal, drawn smoothly."""

from collections.abc import Iterator
from math import hypot
from xml.sax.saxutils import escape

from leanbreath.figure.scene import STEPS, Shot, extent, lean_of, scene, written_at
from leanbreath.figure.shapes import Capsule, Tag
from leanbreath.routine.pose import Point
from leanbreath.score.phrases import ENGLISH

LOOKS = 16
CYCLE_SECONDS = 6.0
"""How long a movement that follows the pacer takes in a picture: there and back."""

COLOURS: dict[Tag, str] = {
    "world": "#8a8f98",
    "far": "#9db4cc",
    "body": "#2f5d8a",
    "near": "#2f5d8a",
    "breath": "#f2b84b",
    "muscle": "#d9653b",
    "angle": "#555b66",
}
EDGED = ("body", "near", "muscle", "breath")
"""Kinds that are set off from what lies behind them by a pale line."""


def svg(shot: Shot, title: str, width: int = 480) -> str:
    """Return a picture of a pose that moves through all its frames, from the left or the right."""
    left, low, right, high = extent(shot.pose, shot.mirrored)
    height = round(width * (high - low) / (right - left))
    moments = [shot._replace(step=step) for step in _steps(shot)]
    body = "\n".join(_shapes(moments, high, _seconds(shot)))
    lean = _text(shot, high) if shot.pose.angle else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{left:g} 0 {right - left:g} {high - low:g}" role="img">\n'
        f"<title>{escape(title)}</title>\n<desc>{escape(shot.pose.about)} {ENGLISH.safety}</desc>\n"
        f"{body}\n{lean}</svg>\n"
    )


def _steps(shot: Shot) -> tuple[int, ...]:
    """Return the steps of a movement in order: round, there and back, or there."""
    there = tuple(round(look * STEPS / LOOKS) for look in range(LOOKS + 1))
    if len(shot.pose.frames) == 1:
        return (0,)
    return there + there[-2::-1] if shot.pose.moves.name == "level" else there


def _seconds(shot: Shot) -> float:
    return float(shot.pose.moves.seconds) or CYCLE_SECONDS


def _text(shot: Shot, high: float) -> str:
    """Return what is written about the lean, where it is written in the terminal too."""
    x, y = written_at(lean_of(shot)[0], shot.mirrored)
    anchor = "start" if shot.mirrored else "end"
    look = f'font-size="12" font-family="sans-serif" fill="{COLOURS["angle"]}"'
    return f'<text x="{x:g}" y="{high - y:g}" text-anchor="{anchor}" {look}>{_lean(shot)}</text>'


def _lean(shot: Shot) -> str:
    least, most = (abs(round(lean_of(shot._replace(step=step))[1])) for step in (0, STEPS))
    return f"{most}°" if least == most else f"{min(least, most)}° to {max(least, most)}°"


def _shapes(moments: list[Shot], high: float, seconds: float) -> Iterator[str]:
    """Yield each shape with its outlines in all moments."""
    layers = [scene(moment) for moment in moments]
    for index, layer in enumerate(layers[0]):
        drawn = f'<use href="#layer-{index}" fill="{COLOURS[layer.tag]}"'
        yield f'<defs><g id="layer-{index}">'
        for number in range(len(layer.shapes)):
            outlines = [_outline(each[index].shapes[number], high) for each in layers]
            yield _path(outlines, seconds)
        yield "</g></defs>"
        if layer.tag in EDGED:
            yield f'{drawn} stroke="#ffffff" stroke-width="2.4"/>'
        yield f"{drawn}/>"


def _path(outlines: list[str], seconds: float) -> str:
    if len(set(outlines)) == 1:
        return f'<path d="{outlines[0]}"/>'
    values = ";".join(outlines)
    return (
        f'<path d="{outlines[0]}"><animate attributeName="d" dur="{seconds:g}s" repeatCount="indefinite" '
        f'values="{values}"/></path>'
    )


def _outline(shape: Capsule, high: float) -> str:
    """Return the outline of a capsule: two straight sides, and an arc around either end."""
    a, b = Point(shape.a.x, high - shape.a.y), Point(shape.b.x, high - shape.b.y)
    length = hypot(b.x - a.x, b.y - a.y)
    x, y = ((a.y - b.y) / length, (b.x - a.x) / length) if length > 1e-6 else (0.0, 1.0)
    one, other = shape.a_radius, shape.b_radius
    return (
        f"M{a.x + x * one:.1f} {a.y + y * one:.1f}"
        f"A{one:.1f} {one:.1f} 0 0 1 {a.x - x * one:.1f} {a.y - y * one:.1f}"
        f"L{b.x - x * other:.1f} {b.y - y * other:.1f}"
        f"A{other:.1f} {other:.1f} 0 0 1 {b.x + x * other:.1f} {b.y + y * other:.1f}Z"
    )
