"""From the form of a routine to what it means: ids looked up, defaults filled in, each dose of the right kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from leanbreath.routine.model import Drill, DrillStep, Include, Move, Repeat, Rest, Routine, Step, Wait
from leanbreath.routine.notation import is_id
from leanbreath.routine.problems import nearest_name, with_list_command
from leanbreath.routine.reader.converter import INVALID, UNKNOWN_NAME_RULE, Converter, fields_by_key
from leanbreath.routine.reader.drill import build_doses, build_drill, check_allowed, check_cues, check_sides
from leanbreath.routine.reader.limits import size_of_steps
from leanbreath.routine.reader.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.routine.routine_file import (
    STEP_SPECS,
    Defaults,
    DrillStepSpec,
    InlineDrillSpec,
    MoveSpec,
    RestSpec,
    RoutineFile,
    WaitSpec,
)
from leanbreath.routine.work import KINDS, Work

PAUSE_KEYS = ("pause", "break", "stop")
PAUSE_FIX = 'write "rest: ..." for a timed rest, or "wait: ..." to wait for a key'
"""What authors write where a rest or a wait is meant."""


class UnresolvedName(Exception):
    """Says that a name leads nowhere, and what would be right."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message, self.fix = message, fix


@dataclass(frozen=True)
class Resolver:
    """How a routine finds what it names; each raises `UnresolvedName` where there is none."""

    drill: Callable[[str], Drill]
    include: Callable[[str], Routine]


def build_routine(converter: Converter, table: MappingNode, links: Resolver) -> Any:
    """Return the routine a table stands for, or INVALID; steps with a problem are noted and left out."""
    form = converter.convert(RoutineFile, table, "routine")
    defaults = form.defaults if form is not INVALID else Defaults()
    steps = _RoutineBuilder(converter, links, defaults).steps(table, "routine")
    if form is INVALID:
        return INVALID
    check_allowed(converter, table)
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
class _RoutineBuilder:
    converter: Converter
    links: Resolver
    defaults: Defaults

    def steps(self, table: MappingNode, what: str) -> tuple[Step, ...]:
        nodes = table.get("steps")
        if not isinstance(nodes, SequenceNode):
            return ()
        if not nodes.items:
            self.converter.report(nodes.place, f"a {what} needs at least one step", "add one, such as {drill: march}")
        settled = (self._step(node, what == "repeat") for node in nodes.items)
        steps = tuple(step for step in settled if step is not INVALID)
        if steps and all(isinstance(step, DrillStep) and step.skip == "always" for step in steps):
            self.converter.report(
                nodes.place, f"every step of this {what} is skipped", 'remove "skip" from one of them'
            )
        return steps if self._bounded(table, steps) else ()

    def _bounded(self, table: MappingNode, steps: Iterable[Step]) -> bool:
        if excess := size_of_steps(steps).excess:
            self.converter.report(table.place, excess, "use fewer")
        return not excess

    def _step(self, node: Node, in_repeat: bool) -> Any:
        if not isinstance(node, MappingNode):
            return self.converter.report(
                node.place, "a step must be key: value pairs", "write {drill: march, time: 60s}"
            )
        key = next((key for key in STEP_SPECS if node.get(key) is not None), None)
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
        return _plain(self.converter.convert(STEP_SPECS[key], node, "step"))

    def _strange(self, node: MappingNode) -> Any:
        """Note a step without any key that tells what it is, at the key that may stand for one."""
        for entry in node.entries:
            if entry.key in PAUSE_KEYS:
                return self.converter.report(entry.place, f'unknown key "{entry.key}"', PAUSE_FIX)
            near = "" if entry.key in fields_by_key(DrillStepSpec)[0] else nearest_name(entry.key, STEP_SPECS)
            if near:
                return self.converter.report(entry.place, f'unknown key "{entry.key}"', f'write "{near}: ..."')
        fix = f"add one of {', '.join(STEP_SPECS)}, such as drill: march"
        return self.converter.report(node.place, "this step doesn't say what to do", fix)

    def _repeat(self, node: MappingNode) -> Any:
        form = self.converter.convert(STEP_SPECS["repeat"], node, "step")
        steps = self.steps(node, "repeat")
        if form is INVALID:
            return INVALID
        repeat = Repeat(form.repeat, self.defaults.rest if form.rest is None else form.rest, steps)
        return repeat if self._bounded(node, (repeat,)) else INVALID

    def _include(self, node: MappingNode) -> Any:
        form = self.converter.convert(STEP_SPECS["include"], node, "step")
        if form is INVALID:
            return INVALID
        try:
            routine = self.links.include(form.include)
        except UnresolvedName as unknown:
            place, fix = (node.get("include") or node).place, with_list_command(unknown.fix, "routine")
            return self.converter.report(place, unknown.message, fix, UNKNOWN_NAME_RULE)
        return Include(routine.title, routine.steps)

    def _check_options(self, node: MappingNode, in_repeat: bool) -> None:
        skip = node.get("skip")
        if isinstance(skip, ScalarNode) and skip.value in ("first", "last") and not in_repeat:
            message = f'"skip: {skip.value}" only works inside a repeat'
            self.converter.report(skip.place, message, "write skip: always")
        check_allowed(self.converter, node)

    def _inline_step(self, node: MappingNode) -> Any:
        form = build_drill(self.converter, node, InlineDrillSpec)
        if form is INVALID or form.work is None:
            return INVALID
        return self._joined(_as_drill(form), form, form.work, {"least": form.least, "most": form.most})

    def _library_step(self, node: MappingNode) -> Any:
        form = self.converter.convert(DrillStepSpec, node, "step")
        drill = self._named(node)
        if drill is INVALID:
            return INVALID
        work = self._work(drill, node)
        doses = build_doses(self.converter, node, drill.work.kind)
        if INVALID in (form, work, *doses.values()):
            return INVALID
        return self._joined(drill, form, work, {"least": drill.least, "most": drill.most, **doses})

    def _named(self, node: MappingNode) -> Any:
        name = node.get("drill")
        if not isinstance(name, ScalarNode) or not isinstance(name.value, str) or not is_id(name.value):
            return INVALID
        try:
            return self.links.drill(name.value)
        except UnresolvedName as unknown:
            return self.converter.report(
                name.place, unknown.message, with_list_command(unknown.fix, "drill"), UNKNOWN_NAME_RULE
            )

    def _work(self, drill: Drill, node: MappingNode) -> Any:
        """Return the dose of a step: the one it gives, which is of the drill's kind, or the drill's own."""
        assert drill.work is not None
        given = {kind: value for kind in KINDS if (value := node.get(kind)) is not None}
        if len(given) > 1:
            return self.converter.report(node.place, "this step has two doses", "keep one")
        for kind, value in given.items():
            if kind != drill.work.kind:
                message = f'"{drill.drill}" uses {drill.work.kind}, not {kind}'
                return self.converter.report(value.place, message, f"write {drill.work.kind}: {drill.work.text()}")
        work = (
            self.converter.convert(KINDS[drill.work.kind], given[drill.work.kind], drill.work.kind)
            if given
            else drill.work
        )
        if work is not INVALID:
            check_sides(self.converter, node, work)
            check_cues(self.converter, node, work)
        return work

    def _joined(self, drill: Drill, form: Any, work: Work, doses: dict[str, Any]) -> DrillStep:
        return DrillStep(
            drill=drill,
            work=work,
            sides=form.sides or drill.sides,
            first_side=form.first_side or self.defaults.first_side,
            sets=form.sets or drill.sets,
            rest=_first_given(form.rest, drill.rest, self.defaults.rest),
            ready=_first_given(form.ready, self.defaults.ready),
            switch=_first_given(form.switch, self.defaults.switch),
            cues=drill.cues if form.cues is None else form.cues,
            **doses,
            **{name: getattr(form, name) for name in ("optional", "priority", "skip", "allow", "because", "note")},
        )


def _plain(form: Any) -> Any:
    match form:
        case MoveSpec():
            return Move(form.move, form.time)
        case RestSpec():
            return Rest(form.rest, form.say)
        case WaitSpec():
            return Wait(form.wait)
    return INVALID


def _first_given(*values: Fraction | None) -> Fraction:
    return next((value for value in values if value is not None), Fraction(0))


def _as_drill(form: Drill) -> Drill:
    """Return an inline drill without the options of its step."""
    return Drill(**{each.name: getattr(form, each.name) for each in fields(Drill)})
