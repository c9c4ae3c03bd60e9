"""Poses as animated SVG, side by side: the same shapes as in the terminal, drawn smoothly."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from leanbreath.figure.motion import unpaced_belly
from leanbreath.figure.outline import outline
from leanbreath.figure.pose_scene import Shot, extent, lean_label_at, lean_of, scene_layers, shot_at
from leanbreath.figure.shapes import Box, Capsule, Tag
from leanbreath.routine.pose import Point, Pose
from leanbreath.score.phrases import ENGLISH
from leanbreath.unsafe_characters import without_unsafe

SAMPLES = 10
"""How many moments of a movement are drawn."""
BREATH_ROUNDS, BREATH_SAMPLES = 7, 8
"""A cycle with a breath of its own shows this many rounds, in which two breaths end, with fewer moments in each."""
CYCLE_SECONDS = 6.0
"""How long a movement that follows the pacer takes, there and back."""
CAPTION, LETTER = 16.0, 7.0
"""The height of a caption and the width of its letters, when there is more than one pose."""

COLOURS: dict[Tag, str] = {
    "surroundings": "#8a8f98",
    "far": "#9db4cc",
    "body": "#2f5d8a",
    "near": "#2f5d8a",
    "breath": "#f2b84b",
    "muscle": "#d9653b",
    "guide": "#555b66",
}
TEXTURES: dict[Tag, str] = {
    "muscle": '<path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" stroke="#ffffff" stroke-width="1.2"/>',
    "breath": '<circle cx="3" cy="3" r="1" fill="#ffffff"/>',
}
"""Stripes and dots, so that a tag differs by more than its colour."""
EDGED: tuple[Tag, ...] = ("body", "near", "muscle", "breath", "guide")
"""Tags set off from what lies behind them by a pale line."""


def render_svg(shots: Sequence[tuple[str, Shot]], title: str, width: int = 480) -> str:
    """Return an SVG of poses that move through all their frames; with more than one, their names stand below."""
    boxes = [_box(name, each) for name, each in shots]
    wide, tall = sum(box[2] - box[0] for box in boxes), max(box[3] - box[1] for box in boxes)
    room = tall + (CAPTION if len(shots) > 1 else 0)
    about = " ".join(each.pose.about for _, each in shots)
    drawn = "\n".join(_panels(shots, tall))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * len(shots)}" '
        f'height="{round(width * len(shots) * room / wide)}" viewBox="0 0 {wide:g} {room:g}" role="img">\n'
        f"<title>{_xml(title)}</title>\n<desc>{_xml(about)} {ENGLISH.safety}</desc>\n"
        f"<defs>{''.join(_patterns())}</defs>\n{drawn}\n</svg>\n"
    )


def _box(name: str, each: Shot) -> Box:
    """Return the box in centimetres for a pose, wide enough for its name."""
    left, low, right, high = extent(each.pose, each.mirrored)
    more = max(LETTER * len(name) - (right - left), 0.0) / 2
    return left - more, low, right + more, high


def _patterns() -> Iterator[str]:
    for tag, drawn in TEXTURES.items():
        yield f'<pattern id="{tag}" width="6" height="6" patternUnits="userSpaceOnUse">{drawn}</pattern>'


def _panels(shots: Sequence[tuple[str, Shot]], tall: float) -> Iterator[str]:
    """Yield each pose in its own panel, all on one floor."""
    at = 0.0
    for index, (name, each) in enumerate(shots):
        left, low, right, high = _box(name, each)
        moments = [
            shot_at(each.pose, progress, each.mirrored, each.swapped, each.targets)
            for progress in _progress_values(each.pose)
        ]
        yield (
            f'<svg x="{at:g}" y="{tall - high + low:g}" width="{right - left:g}" height="{high - low:g}" '
            f'viewBox="{left:g} 0 {right - left:g} {high - low:g}">'
        )
        yield from _shapes(moments, high, _seconds(each.pose), f"layer-{index}")
        if each.pose.angle:
            yield _lean(moments, high)
        yield "</svg>"
        if len(shots) > 1:
            yield _text(Point(at + (right - left) / 2, tall + CAPTION - 5), "middle", name)
        at += right - left


def _progress_values(pose: Pose) -> tuple[float, ...]:
    """Return the progress of a movement at each moment: round, there and back, or there."""
    if unpaced_belly(pose, 0.0) is not None:
        return tuple(sample / BREATH_SAMPLES for sample in range(BREATH_ROUNDS * BREATH_SAMPLES + 1))
    if len(pose.frames) == 1:
        return (0.0,)
    there = tuple(sample / SAMPLES for sample in range(SAMPLES + 1))
    return there + there[-2::-1] if pose.moves.name == "level" else there


def _seconds(pose: Pose) -> float:
    rounds = 1 if unpaced_belly(pose, 0.0) is None else BREATH_ROUNDS
    return rounds * float(pose.moves.seconds) or CYCLE_SECONDS


def _xml(text: str) -> str:
    """Return a text as XML holds it, which has no room for control characters."""
    return escape(without_unsafe(text))


def _text(at: Point, anchor: str, text: str) -> str:
    look = f'font-size="12" font-family="sans-serif" fill="{COLOURS["guide"]}"'
    return f'<text x="{at.x:g}" y="{at.y:g}" text-anchor="{anchor}" {look}>{_xml(text)}</text>'


def _lean(moments: list[Shot], high: float) -> str:
    """Return the label of a lean, in the same place as in the terminal."""
    at = lean_label_at(lean_of(moments[0])[0], moments[0].mirrored)
    leans = [abs(round(lean_of(moment)[1])) for moment in moments]
    text = f"{max(leans)}°" if min(leans) == max(leans) else f"{min(leans)}° to {max(leans)}°"
    return _text(Point(at.x, high - at.y), "start" if moments[0].mirrored else "end", text)


def _shapes(moments: list[Shot], high: float, seconds: float, name: str) -> Iterator[str]:
    """Yield each shape with its outline at every moment."""
    layers = [scene_layers(moment) for moment in moments]
    for index, layer in enumerate(layers[0]):
        yield f'<defs><g id="{name}-{index}">'
        for number in range(len(layer.shapes)):
            yield _path([path_data(upside_down(each[index].shapes[number], high)) for each in layers], seconds)
        yield "</g></defs>"
        drawn = f'<use href="#{name}-{index}"'
        if layer.tag in EDGED:
            yield f'{drawn} fill="#ffffff" stroke="#ffffff" stroke-width="2.4"/>'
        yield f'{drawn} fill="{COLOURS[layer.tag]}"/>'
        if layer.tag in TEXTURES:
            yield f'{drawn} fill="url(#{layer.tag})"/>'


def _path(outlines: list[str], seconds: float) -> str:
    if len(set(outlines)) == 1:
        return f'<path d="{outlines[0]}"/>'
    values = ";".join(outlines)
    return (
        f'<path d="{outlines[0]}"><animate attributeName="d" dur="{seconds:g}s" repeatCount="indefinite" '
        f'values="{values}"/></path>'
    )


def path_data(shape: Capsule) -> str:
    """Return the outline of a capsule as the data of an SVG path, where y points down."""
    start, one, near, far, other, end = outline(shape)
    return (
        f"M{start.x:.1f} {start.y:.1f}A{one:.1f} {one:.1f} 0 0 1 {near.x:.1f} {near.y:.1f}"
        f"L{far.x:.1f} {far.y:.1f}A{other:.1f} {other:.1f} 0 0 1 {end.x:.1f} {end.y:.1f}Z"
    )


def upside_down(shape: Capsule, high: float) -> Capsule:
    """Return a capsule with y measured down from a height."""
    a, b = Point(shape.a.x, high - shape.a.y), Point(shape.b.x, high - shape.b.y)
    return Capsule(a, shape.a_radius, b, shape.b_radius)
