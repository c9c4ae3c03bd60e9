"""From the form of a file to what it means: ids looked up, defaults filled in, each dose of the right kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import Any

from leanbreath.routine.form import (
    STEP_FORMS,
    Defaults,
    DrillForm,
    IncludeForm,
    InlineForm,
    MoveForm,
    RepeatForm,
    RestForm,
    RoutineForm,
    WaitForm,
)
from leanbreath.routine.model import (
    ANCHORS,
    Drill,
    DrillStep,
    Include,
    Move,
    Repeat,
    Rest,
    Routine,
    Step,
    Wait,
)
from leanbreath.routine.problems import choice
from leanbreath.routine.reader.shape import WRONG, Shaper
from leanbreath.routine.reader.tree import Items, Node, Scalar, Table
from leanbreath.routine.work import KINDS, Breath, Cadence, Reps, Work


class Unknown(Exception):
    """Says that a name leads nowhere, and what would be right."""

    def __init__(self, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.message, self.cure = message, cure


@dataclass(frozen=True)
class Links:
    """How a routine finds what it names; each raises `Unknown` where there is none."""

    drill: Callable[[str], Drill]
    include: Callable[[str], Routine]


def settle_drill(shaper: Shaper, table: Table, form: type[Drill] = Drill) -> Any:
    """Return the drill a table stands for, or WRONG."""
    drill = shaper.shape(form, table, "drill")
    kinds = [kind for kind in KINDS if table.get(kind) is not None]
    if len(kinds) != 1:
        found = f"has {' and '.join(kinds)}" if kinds else "does not say what is done"
        return shaper.wrong(table.place, f"a drill {found}", f"write exactly one of {', '.join(KINDS)}")
    doses = _doses(shaper, table, kinds[0])
    work = shaper.shape(KINDS[kinds[0]], table.get(kinds[0]) or table, kinds[0])
    if work is not WRONG:
        _check_cues(shaper, table, work)
    if drill is WRONG or WRONG in doses.values():
        return WRONG
    _check_sides(shaper, table, drill.sides, work)
    return replace(drill, **doses)


def _doses(shaper: Shaper, table: Table, kind: str) -> dict[str, Any]:
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


def _check_sides(shaper: Shaper, table: Table, sides: str, work: Work) -> None:
    node = table.get("sides")
    if sides == "alternate" and node is not None and work.kind in ("hold", "time"):
        shaper.wrong(
            node.place, f'"alternate" shares a count, and {work.kind} has none', "write each, or give reps or breaths"
        )


def _phases(work: Work) -> set[str]:
    if isinstance(work, Breath):
        return {name for name, _ in (*work.pattern.phases, *(work.to or work.pattern).phases)}
    if isinstance(work, Reps):
        return {name for name, _ in work.parts if name}
    return {"inhale", "exhale"} if isinstance(work, Cadence) and work.breath else set()


def _check_cues(shaper: Shaper, table: Table, work: Work) -> None:
    """Note each cue that is tied to a phase its drill does not have."""
    cues = table.get("cues")
    known = {*ANCHORS, *_phases(work)}
    for cue in cues.items if isinstance(cues, Items) else ():
        at = cue.get("at") if isinstance(cue, Table) else None
        word = at.value if isinstance(at, Scalar) and isinstance(at.value, str) else ""
        if at is not None and word[:1].isalpha() and word not in known:
            shaper.wrong(at.place, f'"{word}" is no moment of this drill', choice(word, known))


@dataclass(frozen=True)
class _Settler:
    shaper: Shaper
    links: Links
    defaults: Defaults

    def steps(self, nodes: Iterable[Node], in_repeat: bool = False) -> tuple[Step, ...]:
        steps = [self._step(node, in_repeat) for node in nodes]
        return tuple(step for step in steps if step is not WRONG)

    def _step(self, node: Node, in_repeat: bool) -> Any:
        if not isinstance(node, Table):
            return self.shaper.wrong(node.place, "a step is keys with values", "write {drill: march, time: 60s}")
        key = next((key for key in STEP_FORMS if node.get(key) is not None), None)
        if key is None:
            cure = f"give it one of {', '.join(STEP_FORMS)}"
            return self.shaper.wrong(node.place, "this step does not say what it is", cure)
        if key in ("drill", "title"):
            return self._drill_step(node, key, in_repeat)
        form = self.shaper.shape(STEP_FORMS[key], node, "step")
        return WRONG if form is WRONG else self._plain_step(form, node)

    def _plain_step(self, form: Any, node: Table) -> Any:
        match form:
            case MoveForm():
                return Move(form.move, form.time)
            case RestForm():
                return Rest(form.rest, form.say)
            case WaitForm():
                return Wait(form.wait)
            case RepeatForm():
                rest = self.defaults.rest if form.rest is None else form.rest
                return Repeat(form.repeat, rest, self.steps(form.steps, in_repeat=True))  # type: ignore[arg-type]
            case IncludeForm():
                return self._include(form, node)
        raise AssertionError(form)

    def _include(self, form: IncludeForm, node: Table) -> Any:
        try:
            routine = self.links.include(form.include)
        except Unknown as unknown:
            place = node.get("include")
            return self.shaper.wrong(place.place if place else node.place, unknown.message, unknown.cure)
        return Include(routine.title, routine.steps)

    def _drill_step(self, node: Table, key: str, in_repeat: bool) -> Any:
        self._check_options(node, in_repeat)
        drill = settle_drill(self.shaper, node, InlineForm) if key == "title" else WRONG
        form = drill if key == "title" else self.shaper.shape(DrillForm, node, "step")
        if key == "drill":
            drill = self._named(node)
        if drill is WRONG or form is WRONG:
            return WRONG
        return self._joined(drill, form, node)

    def _named(self, node: Table) -> Any:
        name = node.get("drill")
        if not isinstance(name, Scalar) or not isinstance(name.value, str):
            return WRONG
        try:
            return self.links.drill(name.value)
        except Unknown as unknown:
            return self.shaper.wrong(name.place, unknown.message, unknown.cure)

    def _check_options(self, node: Table, in_repeat: bool) -> None:
        skip = node.get("skip")
        if isinstance(skip, Scalar) and skip.value in ("first", "last") and not in_repeat:
            self.shaper.wrong(
                skip.place, f'"skip: {skip.value}" speaks of rounds, and this is no repeat', "write skip: always"
            )
        allow, because = node.get("allow"), node.get("because")
        if allow is not None and because is None:
            self.shaper.wrong(allow.place, "a rule is allowed without a reason", 'add because: "..."')

    def _joined(self, drill: Drill, form: Any, node: Table) -> Any:
        work = self._work(drill, form, node)
        doses = _doses(self.shaper, node, drill.work.kind) if drill.work else {}
        if work is WRONG or WRONG in doses.values():
            return WRONG
        sides = form.sides or drill.sides
        _check_sides(self.shaper, node, sides, work)
        if isinstance(form, DrillForm):
            _check_cues(self.shaper, node, work)
        return DrillStep(
            drill=_as_drill(drill),
            work=work,
            sides=sides,
            first_side=form.first_side or self.defaults.first_side,
            sets=form.sets or drill.sets,
            rest=_first(form.rest, drill.rest, self.defaults.rest),
            ready=_first(form.ready, self.defaults.ready),
            switch=_first(form.switch, self.defaults.switch),
            cues=drill.cues if form.cues is None else form.cues,
            least=doses.get("least", drill.least),
            most=doses.get("most", drill.most),
            **{name: getattr(form, name) for name in ("optional", "priority", "skip", "allow", "because", "note")},
        )

    def _work(self, drill: Drill, form: Any, node: Table) -> Any:
        given: Work | None = form.work
        assert drill.work is not None
        if len(form.works) > 1 and isinstance(form, DrillForm):
            return self.shaper.wrong(node.place, "this step has two doses", "keep one")
        if given is not None and given.kind != drill.work.kind:
            place = node.get(given.kind)
            cure = f"write {drill.work.kind}: {drill.work.text()}"
            message = f'"{drill.drill}" is done by {drill.work.kind}, not by {given.kind}'
            return self.shaper.wrong(place.place if place else node.place, message, cure)
        return given or drill.work


def _first(*values: Fraction | None) -> Fraction:
    return next((value for value in values if value is not None), Fraction(0))


def _as_drill(drill: Drill) -> Drill:
    """Return an inline drill without the options of its step."""
    return drill if type(drill) is Drill else Drill(**{each.name: getattr(drill, each.name) for each in fields(Drill)})


def settle_routine(shaper: Shaper, table: Table, links: Links) -> Any:
    """Return the routine a table stands for, or WRONG; steps with a problem are noted and left out."""
    form = shaper.shape(RoutineForm, table, "routine")
    steps = table.get("steps")
    defaults = form.defaults if form is not WRONG else Defaults()
    settled = _Settler(shaper, links, defaults).steps(steps.items if isinstance(steps, Items) else ())
    if isinstance(steps, Items) and not steps.items:
        shaper.wrong(steps.place, "a routine needs at least one step", "write {drill: march}")
    if form is WRONG:
        return WRONG
    return Routine(id=form.routine, title=form.title, kind=form.for_, about=form.about, tired=form.tired, steps=settled)
