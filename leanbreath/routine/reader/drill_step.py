"""Builds a step that does a drill: one from a file, with what the step changes in it, or one described in the step."""

from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from leanbreath.routine.basic_notations import is_id
from leanbreath.routine.model import Drill, DrillStep, progression
from leanbreath.routine.name_suggestions import with_list_command
from leanbreath.routine.reader.converter import INVALID, UNKNOWN_NAME_RULE, Converter
from leanbreath.routine.reader.drill import build_doses, build_drill, in_own_parts
from leanbreath.routine.reader.drill_checks import check_cues, check_sets, check_sides
from leanbreath.routine.reader.open_work import build_open_work
from leanbreath.routine.reader.resolver import Resolver, UnresolvedName
from leanbreath.routine.routine_file import Defaults, DrillStepSpec, InlineDrillSpec
from leanbreath.routine.work import KINDS, Work
from leanbreath.routine.yaml_nodes import MappingNode, ScalarNode


@dataclass(frozen=True)
class DrillStepBuilder:
    """Builds the drill steps of a routine with its defaults; what is wrong with them is reported."""

    converter: Converter
    resolver: Resolver
    defaults: Defaults

    def inline_step(self, node: MappingNode) -> Any:
        """Return the step of a drill that is described in it, or INVALID."""
        spec = build_drill(self.converter, node, InlineDrillSpec)
        if spec is INVALID or spec.work is None:
            return INVALID
        return self._drill_step(_without_options(spec), spec, spec.work, {"least": spec.least, "most": spec.most})

    def library_step(self, node: MappingNode) -> Any:
        """Return the step of a drill that has a file of its own, or INVALID."""
        spec = self.converter.convert(DrillStepSpec, node, "step")
        drill = self._drill(node)
        if drill is INVALID:
            return INVALID
        work = self._work(drill, node)
        doses = build_doses(self.converter, node, drill.work.kind, work)
        if work is not INVALID and spec is not INVALID:
            work = build_open_work(self.converter, node, work, spec.expect, _most_seconds(drill, work))
        if INVALID in (spec, work, *doses.values()):
            return INVALID
        return self._drill_step(drill, spec, work, {"least": drill.least, "most": drill.most, **doses})

    def _drill(self, node: MappingNode) -> Any:
        name = node.get("drill")
        if not isinstance(name, ScalarNode) or not isinstance(name.value, str) or not is_id(name.value):
            return INVALID
        try:
            return self.resolver.drill(name.value)
        except UnresolvedName as unknown:
            return self.converter.report(
                name.place, unknown.message, with_list_command(unknown.fix, "drill"), UNKNOWN_NAME_RULE
            )

    def _work(self, drill: Drill, node: MappingNode) -> Any:
        """Return the dose of a step: its own, which must be of the drill's kind, or the drill's."""
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
        if work is INVALID or not check_sets(self.converter, node, work):
            return INVALID
        work = in_own_parts(work, drill.work)
        check_sides(self.converter, node, work)
        check_cues(self.converter, node, work)
        return work

    def _drill_step(self, drill: Drill, spec: Any, work: Work, doses: dict[str, Any]) -> DrillStep:
        sets = spec.sets or drill.sets
        return DrillStep(
            drill=drill,
            work=work,
            sides=spec.sides or drill.sides,
            first_side=spec.first_side or self.defaults.first_side,
            sets=sets if isinstance(sets, int) else len(sets),
            progression=progression(work, sets),
            rest=next(rest for rest in (spec.rest, drill.rest, self.defaults.rest) if rest is not None),
            ready=self.defaults.ready if spec.ready is None else spec.ready,
            switch=self.defaults.switch if spec.switch is None else spec.switch,
            cues=drill.cues if spec.cues is None else spec.cues,
            **doses,
            **{name: getattr(spec, name) for name in ("optional", "priority", "skip", "allow", "because", "note")},
        )


def _most_seconds(drill: Drill, work: Work) -> Fraction | None:
    """Return the most that a drill gives to open work of a step, None if the step keeps the drill's own dose."""
    if work == drill.work or drill.work is None:
        return None
    return drill.work.most_seconds or (drill.most.seconds if drill.most else None)


def _without_options(spec: Drill) -> Drill:
    """Return the drill of an inline step, without the options of the step."""
    return Drill(**{each.name: getattr(spec, each.name) for each in fields(Drill)})
