"""The figures of a page: their outlines at moments of a movement, between which a browser may interpolate."""

from collections.abc import Iterator
from typing import Any

from leanbreath.figure.motion import SETTLED_SECONDS, unpaced_belly
from leanbreath.figure.outline import outline
from leanbreath.figure.pose_scene import BREATH_STEPS, STEPS, Shot, extent, lean_label_at, lean_of, scene_layers
from leanbreath.figure.shapes import Capsule
from leanbreath.figure.shot_selection import PoseChoice
from leanbreath.figure.svg import BREATH_ROUNDS, BREATH_SAMPLES, EDGED, upside_down

SAMPLES, CYCLE_SAMPLES = 6, 12
"""How many parts a movement, and a cycle, is sampled in; they divide the steps of a shot."""

MILLIMETRES = 10
"""How many make a centimetre."""

Outline = list[int]


class PageFigures:
    """The figures that a page has so far, each once; `rows` are their data."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._indices: dict[PoseChoice, int] = {}

    def index(self, chosen: PoseChoice | None) -> int | None:
        """Return the index of the figure of a chosen pose, which is added if it is new; None without one.

        A figure that moves with the pacer stands still without it.
        """
        if chosen is None:
            return None
        if chosen.pose.moves.name == "level":
            chosen = chosen._replace(is_moving=True)
        if chosen not in self._indices:
            self._indices[chosen] = len(self.rows)
            self.rows.append(figure_data(chosen))
        return self._indices[chosen]


def figure_data(chosen: PoseChoice) -> dict[str, Any]:
    """Return a figure as data: its frames are spread evenly over one movement, the first and the last included.

    It moves with the `level` of the pacer, in a `cycle` of so many seconds whose last frame is the first again, or it
    takes so many seconds to `settle`, slow at either end. An outline is a list of numbers in millimetres, which
    take less room; the box is in centimetres. An outline that stays as it is in the first frame is None in the others.
    `lean` is its label: where, its anchor, and the degrees in each frame.
    """
    shots = list(_shots(chosen))
    left, low, right, high = extent(chosen.pose, chosen.mirrored)
    layers = [scene_layers(shot) for shot in shots]
    frames = [[_outline(upside_down(shape, high)) for layer in each for shape in layer.shapes] for each in layers]
    moves, seconds = _movement(chosen)
    return {
        "view_box": [round(each, 1) for each in (left, 0.0, right - left, high - low)],
        "about": chosen.pose.about,
        "moves": moves,
        "seconds": seconds,
        "layers": [{"tag": layer.tag, "edged": layer.tag in EDGED, "shapes": len(layer.shapes)} for layer in layers[0]],
        "frames": list(_changes(frames)),
        "lean": _lean(shots, high) if chosen.pose.angle else None,
    }


def _outline(shape: Capsule) -> Outline:
    """Return the millimetres of a path around a shape, in the order in which the path has them; a radius once."""
    start, one, near, far, other, end = outline(shape)
    numbers = (start.x, start.y, one, near.x, near.y, far.x, far.y, other, end.x, end.y)
    return [round(MILLIMETRES * each) for each in numbers]


def _changes(frames: list[list[Outline]]) -> Iterator[list[Outline | None]]:
    """Yield the first frame, then of each other one what changes; nothing else if nothing ever does."""
    first = frames[0]
    is_still = [all(each[shape] == outline for each in frames) for shape, outline in enumerate(first)]
    yield list(first)
    if not all(is_still):
        for frame in frames[1:]:
            yield [None if still else outline for still, outline in zip(is_still, frame, strict=True)]


def _movement(chosen: PoseChoice) -> tuple[str, float]:
    """Return how a figure moves, and the seconds of one movement; 0 with the pacer."""
    pose = chosen.pose
    if not chosen.is_moving or pose.moves.name == "level" or _breathes_settled(chosen):
        return "level", 0.0
    if pose.moves.name == "settle":
        return "settle", SETTLED_SECONDS
    rounds = 1 if unpaced_belly(pose, 0.0) is None else BREATH_ROUNDS
    return "cycle", rounds * float(pose.moves.seconds)


def _breathes_settled(chosen: PoseChoice) -> bool:
    """Return whether a figure has settled, and moves with the paced breath alone."""
    return chosen.breath_follows_pacer and chosen.pose.moves.name == "settle"


def _shots(chosen: PoseChoice) -> Iterator[Shot]:
    """Yield a figure at each moment of a movement; only its start if it isn't moving."""
    pose = chosen.pose
    if not chosen.is_moving:
        yield _shot(chosen, 0.0, unpaced_belly(pose, 0.0))
    elif pose.moves.name == "cycle":
        yield from _cycle_shots(chosen)
    else:
        for sample in range(SAMPLES + 1):
            part = sample / SAMPLES
            yield _shot(
                chosen, 1.0 if _breathes_settled(chosen) else part, part if chosen.breath_follows_pacer else None
            )


def _cycle_shots(chosen: PoseChoice) -> Iterator[Shot]:
    """Yield a round of a figure; as many rounds as two breaths take if it breathes at its own pace."""
    breathes = unpaced_belly(chosen.pose, 0.0) is not None
    samples, rounds = (BREATH_SAMPLES, BREATH_ROUNDS) if breathes else (CYCLE_SAMPLES, 1)
    for sample in range(rounds * samples + 1):
        progress = sample / samples
        yield _shot(chosen, progress % 1.0, unpaced_belly(chosen.pose, progress))


def _shot(chosen: PoseChoice, progress: float, belly: float | None) -> Shot:
    breath = None if belly is None else round(belly * BREATH_STEPS)
    return Shot(chosen.pose, round(progress * STEPS), chosen.mirrored, chosen.swapped, chosen.targets, breath)


def _lean(shots: list[Shot], high: float) -> dict[str, Any]:
    """Return the label of a lean: where it stands, and its degrees in each frame."""
    at = lean_label_at(lean_of(shots[0])[0], shots[0].mirrored)
    return {
        "at": [round(at.x, 1), round(high - at.y, 1)],
        "anchor": "start" if shots[0].mirrored else "end",
        "degrees": [abs(round(lean_of(shot)[1])) for shot in shots],
    }
