"""LB066 and LB074: what a file says that its meaning no longer shows."""

import re
from collections.abc import Iterator

from leanbreath.advice.finding import Finding, Key
from leanbreath.advice.placed_routine import NumberedStep, PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.routine.vocabulary import Position
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.score.passage import PassageKind

LENGTH_KEYS = ("time", "for", "each", "cadence", "reps", "phases", "least", "most", "levels")
"""Keys with a length of movement in their value, or below it."""

MINUTES = re.compile(r"(?:[^@]+(?:@|\sfor\s)\s*)?([0-9]{2,3})m")
"""A length in minutes only, alone or at the end of a dose."""

ON_THE_MOVE: tuple[Position, ...] = ("standing", "split-stance", "walk", "jog")
"""Positions in which a runner may cover a distance."""


def metres(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB066 for each length in minutes that was probably meant in metres."""
    least = rules["LB066"].limit("from") / 60
    for path, node in _steps(placed.tree, ""):
        if _position(node, placed.steps.get(path)) in (None, *ON_THE_MOVE):
            for key, minutes in _minutes(node, ()):
                if minutes >= least:
                    message = f"{minutes}m is {minutes} minutes; a step is measured in time, not distance"
                    fix = f"for metres, write how long it takes, such as 30s; for minutes, write {minutes}:00"
                    yield Finding("LB066", message, fix, (path,) if path else (), key)


def _position(node: MappingNode, numbered: NumberedStep | None) -> str | None:
    """Return the position of a drill, in its own file or as a step; None if it has none."""
    own = node.get("position")
    if isinstance(own, ScalarNode):
        return str(own.value)
    return numbered.step.drill.position if numbered else None


def _steps(tree: MappingNode | None, prefix: str) -> Iterator[tuple[str, MappingNode]]:
    """Yield the mapping of each step that is no repeat, with its path; of a drill, the file without a path."""
    if tree is None:
        return
    steps = tree.get("steps")
    if not isinstance(steps, SequenceNode):
        yield prefix, tree
        return
    for number, node in enumerate(steps.items, 1):
        if isinstance(node, MappingNode):
            yield from _steps(node, f"{prefix}.{number}" if prefix else f"{number}")


def _minutes(node: Node, path: Key) -> Iterator[tuple[Key, int]]:
    """Yield the path and the number of each length in minutes below a node."""
    if isinstance(node, MappingNode):
        for entry in node.entries:
            if entry.key in LENGTH_KEYS or "phases" in path:
                yield from _minutes(entry.node, (*path, entry.key))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield from _minutes(item, (*path, index))
    elif isinstance(node, ScalarNode) and isinstance(node.value, str) and (found := MINUTES.fullmatch(node.value)):
        yield path, int(found[1])


def unused_gaps(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB074 for each gap or side that a step sets without effect."""
    nodes = dict(_steps(placed.tree, ""))
    happening = {(each.passage.step, each.passage.kind) for each in placed.passages}
    for numbered in placed.steps.values():
        node = nodes.get(numbered.path)
        if node and numbered.own and (numbered.path, "work") in happening:
            for key, reason, fix in _unused(placed, numbered, happening):
                if _is_given(node.get(key)):
                    message = f'"{key}" has no effect here: {reason}'
                    yield Finding("LB074", message, fix, (numbered.path,), (key,))


def _unused(
    placed: PlacedRoutine, numbered: NumberedStep, happening: set[tuple[str, PassageKind]]
) -> Iterator[tuple[str, str, str]]:
    """Yield each key that would have no effect in a step, why, and what to write instead."""
    path, step, _ = numbered
    if (path, "ready") not in happening:
        yield "ready", *_without_ready(placed, path)
    if step.sides != "each":
        yield "switch", "this drill doesn't change sides", "remove it"
    if step.sides not in ("each", "alternate"):
        yield "first-side", "this drill doesn't change sides", "remove it"
    if step.sets == 1:
        fix = "add sets, or rest after this drill with a step of its own, such as {rest: 10s}"
        yield "rest", "a rest comes between sets, and there is only one set", fix


def _without_ready(placed: PlacedRoutine, path: str) -> tuple[str, str]:
    """Return why no `ready` comes before a step, and what to write instead."""
    first = next(bout.passage.index for bout in placed.bouts if bout.path == path)
    if not first:
        return "there is a count-in before the first step anyway", "remove it"
    kind = placed.passages[first - 1].passage.kind
    return f"it is left out straight after a {kind}", f"lengthen the {kind}, or remove it"


def _is_given(node: Node | None) -> bool:
    """Return whether a gap is written and isn't zero."""
    return node is not None and not (isinstance(node, ScalarNode) and node.value in ("0", "0s", "0m"))
