"""From the form of a routine to what it means: ids looked up, defaults filled in, each dose of the right kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from leanbreath.routine.form import (
    STEP_FORMS,
    Defaults,
    DrillForm,
    InlineForm,
    MoveForm,
    RestForm,
    RoutineForm,
    WaitForm,
)
from leanbreath.routine.model import Drill, DrillStep, Include, Move, Repeat, Rest, Routine, Step, Wait
from leanbreath.routine.notation import is_id
from leanbreath.routine.problems import listed, nearest
from leanbreath.routine.reader.drill import check_allowed, check_cues, check_sides, settle_doses, settle_drill
from leanbreath.routine.reader.shape import UNKNOWN_WORD, WRONG, Shaper, keys_of
from leanbreath.routine.reader.size import size
from leanbreath.routine.reader.tree import Items, Node, Scalar, Table
from leanbreath.routine.work import KINDS, Work

PAUSES = ("pause", "break", "stop")
PAUSE = 'write "rest: ..." for a while, or "wait: ..." for as long as one likes'
"""What authors write where a rest or a wait is meant."""


class Unknown(Exception):
    """Says that a name leads nowhere, and what would be right."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message, self.fix = message, fix


@dataclass(frozen=True)
class Links:
    """How a routine finds what it names; each raises `Unknown` where there is none."""

    drill: Callable[[str], Drill]
    include: Callable[[str], Routine]


def settle_routine(shaper: Shaper, table: Table, links: Links) -> Any:
    """Return the routine a table stands for, or WRONG; steps with a problem are noted and left out."""
    form = shaper.shape(RoutineForm, table, "routine")
    defaults = form.defaults if form is not WRONG else Defaults()
    steps = _Settler(shaper, links, defaults).steps(table, "routine")
    if form is WRONG:
        return WRONG
    check_allowed(shaper, table)
    return Routine(
        id=form.routine,
        title=form.title,
        kind=form.for_,
        about=form.about,
        tired=form.tired,
        allow=form.allow,
        because=form.because,
        steps=steps,
    )


@dataclass(frozen=True)
class _Settler:
    shaper: Shaper
    links: Links
    defaults: Defaults

    def steps(self, table: Table, what: str) -> tuple[Step, ...]:
        nodes = table.get("steps")
        if not isinstance(nodes, Items):
            return ()
        if not nodes.items:
            self.shaper.wrong(nodes.place, f"a {what} needs at least one step", "write {drill: march}")
        settled = (self._step(node, what == "repeat") for node in nodes.items)
        steps = tuple(step for step in settled if step is not WRONG)
        if steps and all(isinstance(step, DrillStep) and step.skip == "always" for step in steps):
            self.shaper.wrong(nodes.place, f"every step of this {what} is skipped", "leave one to do")
        return steps if self._bounded(table, steps) else ()

    def _bounded(self, table: Table, steps: Iterable[Step]) -> bool:
        if excess := size(steps).excess:
            self.shaper.wrong(table.place, excess, "write fewer")
        return not excess

    def _step(self, node: Node, in_repeat: bool) -> Any:
        if not isinstance(node, Table):
            return self.shaper.wrong(node.place, "a step is keys with values", "write {drill: march, time: 60s}")
        key = next((key for key in STEP_FORMS if node.get(key) is not None), None)
        match key:
            case None:
                return self._strange(node)
            case "drill" | "title":
                self._check_options(node, in_repeat)
                return self._library_step(node) if key == "drill" else self._inline_step(node)
            case "repeat":
                return self._repeat(node)
            case "include":
                return self._include(node)
        return _plain(self.shaper.shape(STEP_FORMS[key], node, "step"))

    def _strange(self, node: Table) -> Any:
        """Note a step without any key that tells what it is, at the key that may stand for one."""
        for entry in node.entries:
            if entry.key in PAUSES:
                return self.shaper.wrong(entry.place, f'the key "{entry.key}" is not known here', PAUSE)
            near = "" if entry.key in keys_of(DrillForm)[0] else nearest(entry.key, STEP_FORMS)
            if near:
                return self.shaper.wrong(
                    entry.place, f'the key "{entry.key}" is not known here', f'write "{near}: ..."'
                )
        fix = f"give it one of {', '.join(STEP_FORMS)}, such as drill: march"
        return self.shaper.wrong(node.place, "this step does not say what it is", fix)

    def _repeat(self, node: Table) -> Any:
        form = self.shaper.shape(STEP_FORMS["repeat"], node, "step")
        steps = self.steps(node, "repeat")
        if form is WRONG:
            return WRONG
        repeat = Repeat(form.repeat, self.defaults.rest if form.rest is None else form.rest, steps)
        return repeat if self._bounded(node, (repeat,)) else WRONG

    def _include(self, node: Table) -> Any:
        form = self.shaper.shape(STEP_FORMS["include"], node, "step")
        if form is WRONG:
            return WRONG
        try:
            routine = self.links.include(form.include)
        except Unknown as unknown:
            place, fix = (node.get("include") or node).place, listed(unknown.fix, "routine")
            return self.shaper.wrong(place, unknown.message, fix, UNKNOWN_WORD)
        return Include(routine.title, routine.steps)

    def _check_options(self, node: Table, in_repeat: bool) -> None:
        skip = node.get("skip")
        if isinstance(skip, Scalar) and skip.value in ("first", "last") and not in_repeat:
            message = f'"skip: {skip.value}" speaks of rounds, and this is no repeat'
            self.shaper.wrong(skip.place, message, "write skip: always")
        check_allowed(self.shaper, node)

    def _inline_step(self, node: Table) -> Any:
        form = settle_drill(self.shaper, node, InlineForm)
        if form is WRONG or form.work is None:
            return WRONG
        return self._joined(_as_drill(form), form, form.work, {"least": form.least, "most": form.most})

    def _library_step(self, node: Table) -> Any:
        form = self.shaper.shape(DrillForm, node, "step")
        drill = self._named(node)
        if drill is WRONG:
            return WRONG
        work = self._work(drill, node)
        doses = settle_doses(self.shaper, node, drill.work.kind)
        if WRONG in (form, work, *doses.values()):
            return WRONG
        return self._joined(drill, form, work, {"least": drill.least, "most": drill.most, **doses})

    def _named(self, node: Table) -> Any:
        name = node.get("drill")
        if not isinstance(name, Scalar) or not isinstance(name.value, str) or not is_id(name.value):
            return WRONG
        try:
            return self.links.drill(name.value)
        except Unknown as unknown:
            return self.shaper.wrong(name.place, unknown.message, listed(unknown.fix, "drill"), UNKNOWN_WORD)

    def _work(self, drill: Drill, node: Table) -> Any:
        """Return the dose of a step: the one it gives, which is of the drill's kind, or the drill's own."""
        assert drill.work is not None
        given = {kind: value for kind in KINDS if (value := node.get(kind)) is not None}
        if len(given) > 1:
            return self.shaper.wrong(node.place, "this step has two doses", "keep one")
        for kind, value in given.items():
            if kind != drill.work.kind:
                message = f'"{drill.drill}" is done by {drill.work.kind}, not by {kind}'
                return self.shaper.wrong(value.place, message, f"write {drill.work.kind}: {drill.work.text()}")
        work = (
            self.shaper.shape(KINDS[drill.work.kind], given[drill.work.kind], drill.work.kind) if given else drill.work
        )
        if work is not WRONG:
            check_sides(self.shaper, node, work)
            check_cues(self.shaper, node, work)
        return work

    def _joined(self, drill: Drill, form: Any, work: Work, doses: dict[str, Any]) -> DrillStep:
        return DrillStep(
            drill=drill,
            work=work,
            sides=form.sides or drill.sides,
            first_side=form.first_side or self.defaults.first_side,
            sets=form.sets or drill.sets,
            rest=_first(form.rest, drill.rest, self.defaults.rest),
            ready=_first(form.ready, self.defaults.ready),
            switch=_first(form.switch, self.defaults.switch),
            cues=drill.cues if form.cues is None else form.cues,
            **doses,
            **{name: getattr(form, name) for name in ("optional", "priority", "skip", "allow", "because", "note")},
        )


def _plain(form: Any) -> Any:
    match form:
        case MoveForm():
            return Move(form.move, form.time)
        case RestForm():
            return Rest(form.rest, form.say)
        case WaitForm():
            return Wait(form.wait)
    return WRONG


def _first(*values: Fraction | None) -> Fraction:
    return next((value for value in values if value is not None), Fraction(0))


def _as_drill(form: Drill) -> Drill:
    """Return an inline drill without the options of its step."""
    return Drill(**{each.name: getattr(form, each.name) for each in fields(Drill)})
