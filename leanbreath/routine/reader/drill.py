"""From the form of a drill to what it means: one dose, and floors, ceilings, levels and cues that go with it."""

from dataclasses import replace
from typing import Any

from leanbreath.routine.model import ANCHORS, Drill
from leanbreath.routine.problems import choice
from leanbreath.routine.reader.shape import UNKNOWN_WORD, WRONG, Shaper
from leanbreath.routine.reader.size import drill_size
from leanbreath.routine.reader.tree import Items, Node, Scalar, Table
from leanbreath.routine.work import KINDS, Breath, Cadence, Reps, Work


def settle_drill(shaper: Shaper, table: Table, form: type[Drill] = Drill) -> Any:
    """Return the drill a table stands for, or WRONG."""
    drill = shaper.shape(form, table, "drill")
    kinds = [kind for kind in KINDS if table.get(kind) is not None]
    if len(kinds) != 1:
        return _not_one(shaper, table, kinds)
    work = shaper.shape(KINDS[kinds[0]], table.get(kinds[0]) or table, kinds[0])
    doses = settle_doses(shaper, table, kinds[0])
    if work is not WRONG:
        check_cues(shaper, table, work)
        check_sides(shaper, table, work)
        check_figure(shaper, table, work)
    return WRONG if drill is WRONG or WRONG in doses.values() else _bounded(shaper, table, replace(drill, **doses))


def _bounded(shaper: Shaper, table: Table, drill: Drill) -> Any:
    """Return a drill, or WRONG where it is too much to be laid out."""
    if excess := drill_size(drill).excess:
        return shaper.wrong(table.place, excess, "write fewer")
    return drill


def _not_one(shaper: Shaper, table: Table, kinds: list[str]) -> Any:
    """Note that a drill has no dose, or more than one: then at the second of them."""
    fix = f"write exactly one of {', '.join(KINDS)}"
    if kinds:
        second = [entry.place for entry in table.entries if entry.key in kinds][1]
        return shaper.wrong(second, f"a drill has {' and '.join(kinds)}", fix)
    if any(shaper.has(table, kind) for kind in KINDS):
        return WRONG
    return shaper.wrong(table.place, "a drill does not say what is done", fix)


def settle_doses(shaper: Shaper, table: Table, kind: str) -> dict[str, Any]:
    """Return least, most and levels as doses of the drill's kind, from the nodes that the shaper left as they are."""
    doses: dict[str, Any] = {}
    for key in ("least", "most"):
        if (node := table.get(key)) is not None:
            doses[key] = shaper.shape(KINDS[kind], node, key)
    levels = table.get("levels")
    if isinstance(levels, Items):
        each = tuple(shaper.shape(KINDS[kind], node, "levels") for node in levels.items)
        doses["levels"] = WRONG if WRONG in each else each
    return doses


def check_allowed(shaper: Shaper, table: Table) -> None:
    """Note a training rule that is allowed without a reason."""
    allow = table.get("allow")
    if allow is not None and table.get("because") is None:
        shaper.wrong(allow.place, "a rule is allowed without a reason", 'add because: "..."')


def check_sides(shaper: Shaper, table: Table, work: Work) -> None:
    """Note sides that share a count where nothing is counted."""
    node = table.get("sides")
    if isinstance(node, Scalar) and node.value == "alternate" and work.kind in ("hold", "time"):
        message = f'"alternate" shares a count, and {work.kind} has none'
        shaper.wrong(node.place, message, "write each, or give reps or breaths")


def check_figure(shaper: Shaper, table: Table, work: Work) -> None:
    """Note each figure that is tied to a phase its drill does not have."""
    node, known = table.get("figure"), _phases(work)
    for entry in node.entries if isinstance(node, Table) else ():
        if entry.key not in known:
            fix = choice(entry.key, known) if known else "name one pose for the whole drill"
            shaper.wrong(entry.place, f'this drill has no phase "{entry.key}"', fix, UNKNOWN_WORD)


def check_cues(shaper: Shaper, table: Table, work: Work) -> None:
    """Note each cue that is tied to a phase, breath or rep its drill does not have."""
    cues = table.get("cues")
    for cue in cues.items if isinstance(cues, Items) else ():
        if isinstance(cue, Table):
            _check_moment(shaper, cue.get("at"), work)
            for key, has in (("breath", _breathes(work)), ("rep", isinstance(work, Reps | Cadence))):
                node = cue.get(key)
                if node is not None and not has:
                    shaper.wrong(node.place, f'"{key}" narrows a cue, and this drill has no {key}s', "leave it out")


def _check_moment(shaper: Shaper, at: Node | None, work: Work) -> None:
    word = at.value.strip() if isinstance(at, Scalar) and isinstance(at.value, str) else ""
    known = {*(anchor for anchor in ANCHORS if anchor != "last" or work.counted), *_phases(work)}
    if at is not None and word and not (word[0].isdigit() or word[0] == "-") and word not in known:
        shaper.wrong(at.place, f'"{word}" is no moment of this drill', choice(word, known))


def _breathes(work: Work) -> bool:
    return isinstance(work, Breath) or (isinstance(work, Cadence) and work.breath is not None)


def _phases(work: Work) -> set[str]:
    if isinstance(work, Breath):
        return {name for name, _ in (*work.pattern.phases, *(work.to or work.pattern).phases)}
    if isinstance(work, Reps):
        return {name for name, _ in work.parts if name}
    return {"inhale", "exhale"} if _breathes(work) else set()
