"""Builds a routine from its mapping: ids resolved, defaults filled in, each dose of the right kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from leanbreath.routine.basic_notations import is_id, is_length
from leanbreath.routine.form_fields import form_fields
from leanbreath.routine.model import Include, Move, Rest, Routine, Step, Wait
from leanbreath.routine.name_suggestions import nearest_name, with_list_command
from leanbreath.routine.reader.converter import INVALID, UNKNOWN_NAME_RULE, Converter
from leanbreath.routine.reader.drill_checks import check_allowed, check_cue_rounds
from leanbreath.routine.reader.drill_step import DrillStepBuilder
from leanbreath.routine.reader.fixes import MERGE_KEY, first_word, hidden_character, synonym, unknown_key
from leanbreath.routine.reader.limits import MOST_SETS, size_of_steps
from leanbreath.routine.reader.repeat import build_repeat, check_turn
from leanbreath.routine.reader.resolver import Resolver, UnresolvedName
from leanbreath.routine.routine_file import (
    STEP_SPECS,
    Defaults,
    DrillStepSpec,
    MoveSpec,
    RestSpec,
    RoutineFile,
    WaitSpec,
)
from leanbreath.routine.work import KINDS
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.unsafe_characters import first_hidden

PAUSE_KEYS = ("pause", "break", "stop")
PAUSE_FIX = 'write "rest: ..." for a timed rest, or "wait: ..." to wait for a key'
"""Keys that authors use when they mean a rest or a wait."""

PROMPT_FIXES = {
    "wait": 'write {{rest: {0}}}, or {{wait: "...", most: {0}}}',
    "move": 'write {{rest: {0}}}, or {{move: "...", time: {0}}}',
}
"""What to write instead of a length, for each step that shows a text."""


def build_routine(converter: Converter, mapping: MappingNode, resolver: Resolver) -> Any:
    """Return the routine of a mapping, or INVALID; steps with a problem are reported and left out."""
    spec = converter.convert(RoutineFile, mapping, "routine")
    defaults = spec.defaults if spec is not INVALID else Defaults()
    steps = _RoutineBuilder(converter, resolver, defaults).steps(mapping, "routine", _EnclosingRepeats())
    if spec is INVALID:
        return INVALID
    check_allowed(converter, mapping)
    return Routine(
        id=spec.routine,
        title=spec.title,
        kind=spec.for_,
        about=spec.about,
        tired=spec.tired,
        allow=spec.allow,
        because=spec.because,
        steps=steps,
    )


class _EnclosingRepeats(NamedTuple):
    """The repeats around a step: the rounds of each, the innermost last, and whether one of them is `repeat: sides`."""

    rounds: tuple[int, ...] = ()
    is_turn: bool = False

    def within(self, repeat: int | Literal["sides"]) -> "_EnclosingRepeats":
        if repeat == "sides":
            return self._replace(is_turn=True)
        return self._replace(rounds=(*self.rounds, repeat))


@dataclass(frozen=True)
class _RoutineBuilder:
    converter: Converter
    resolver: Resolver
    defaults: Defaults

    def steps(self, mapping: MappingNode, what: str, enclosing: _EnclosingRepeats) -> tuple[Step, ...]:
        """Return the steps of a routine or a repeat."""
        nodes = mapping.get("steps")
        if not isinstance(nodes, SequenceNode):
            return ()
        if not nodes.items:
            self.converter.report(nodes.place, f"a {what} needs at least one step", "add one, such as {drill: march}")
        built = (self._step(node, enclosing) for node in nodes.items)
        steps = tuple(step for step in built if step is not INVALID)
        if steps and all(step.skip == "always" for step in steps):
            self.converter.report(
                nodes.place, f"every step of this {what} is skipped", 'remove "skip" from one of them'
            )
        return steps if self._within_limits(mapping, steps) else ()

    def _within_limits(self, mapping: MappingNode, steps: Iterable[Step]) -> bool:
        if excess := size_of_steps(steps).excess:
            self.converter.report(mapping.place, excess, "use fewer")
        return not excess

    def _step(self, node: Node, enclosing: _EnclosingRepeats) -> Any:
        if not isinstance(node, MappingNode):
            return self.converter.report(
                node.place, "a step must be key: value pairs", "write {drill: march, time: 60s}"
            )
        self._check_skip(node, enclosing)
        step = self._built_step(node, enclosing)
        if enclosing.is_turn and step is not INVALID:
            check_turn(self.converter, node, step)
        return step

    def _built_step(self, node: MappingNode, enclosing: _EnclosingRepeats) -> Any:
        key = next((key for key in STEP_SPECS if node.get(key) is not None), None)
        if key == "title" and node.get("rest") is not None and not any(node.get(kind) is not None for kind in KINDS):
            key = "rest"  # a drill on the spot has a dose
        match key:
            case None:
                return self._report_unknown_step(node)
            case "drill" | "title":
                check_allowed(self.converter, node)
                check_cue_rounds(self.converter, node, enclosing.rounds)
                builder = DrillStepBuilder(self.converter, self.resolver, self.defaults)
                return builder.library_step(node) if key == "drill" else builder.inline_step(node)
            case "repeat":
                return self._repeat(node, enclosing)
            case "include":
                return self._include(node)
        if self._check_prompt(node, key) is INVALID:
            return INVALID
        return _simple_step(self.converter.convert(STEP_SPECS[key], node, "step"))

    def _check_prompt(self, node: MappingNode, key: str) -> Any:
        """Report a wait or a move that has a length where its text should be, and a rest that has a wait."""
        text = node.get(key)
        if key in PROMPT_FIXES and isinstance(text, ScalarNode) and is_length(str(text.value)):
            message = f'"{key}" shows a text, and "{text.value}" is a length'
            self.converter.report(text.place, message, PROMPT_FIXES[key].format(text.value))
        if key == "rest" and isinstance(text, MappingNode) and text.get("wait") is not None:
            message = "a wait in place of a rest stands between sets or rounds"
            return self.converter.report(text.place, message, 'write the step {wait: "..."}')
        return None

    def _report_unknown_step(self, node: MappingNode) -> Any:
        """Report a step of unknown kind, at the key that is probably misspelt."""
        for entry in node.entries:
            if first_hidden(entry.key) and first_word(entry.key) in STEP_SPECS:
                return self.converter.report(entry.place, *hidden_character(entry.key))
            if entry.key in PAUSE_KEYS:
                return self.converter.report(entry.place, f'unknown key "{entry.key}"', PAUSE_FIX)
            if entry.key == MERGE_KEY:
                return self.converter.report(entry.place, *unknown_key(entry, node, STEP_SPECS)[:2])
            known = form_fields(DrillStepSpec)
            near = "" if entry.key in known else synonym(entry.key, STEP_SPECS) or nearest_name(entry.key, STEP_SPECS)
            if not near and (drill := self._drill_named(entry.key)):
                return self.converter.report(entry.place, f'unknown key "{entry.key}"', f"write drill: {drill}")
            if near:
                return self.converter.report(entry.place, f'unknown key "{entry.key}"', f'write "{near}: ..."')
        fix = f"add one of {', '.join(STEP_SPECS)}, such as drill: march"
        return self.converter.report(node.place, "this step doesn't say what to do", fix)

    def _drill_named(self, name: str) -> str:
        """Return the id of the drill with this name, or an empty string."""
        try:
            return self.resolver.drill(name).drill or "" if is_id(name) else ""
        except UnresolvedName:
            return ""

    def _repeat(self, node: MappingNode, enclosing: _EnclosingRepeats) -> Any:
        spec = self.converter.convert(STEP_SPECS["repeat"], node, "step")
        if spec is INVALID:
            self.steps(node, "repeat", enclosing.within(MOST_SETS))
            return INVALID
        steps = self.steps(node, "repeat", enclosing.within(spec.repeat))
        repeat = build_repeat(self.converter, node, spec, steps, self.defaults)
        return repeat if repeat is not INVALID and self._within_limits(node, (repeat,)) else INVALID

    def _include(self, node: MappingNode) -> Any:
        spec = self.converter.convert(STEP_SPECS["include"], node, "step")
        if spec is INVALID:
            return INVALID
        try:
            routine = self.resolver.include(spec.include)
        except UnresolvedName as unknown:
            place, fix = (node.get("include") or node).place, with_list_command(unknown.fix, "routine")
            return self.converter.report(place, unknown.message, fix, UNKNOWN_NAME_RULE)
        return Include(routine.title, routine.steps, spec.skip)

    def _check_skip(self, node: MappingNode, enclosing: _EnclosingRepeats) -> None:
        skip = node.get("skip")
        if isinstance(skip, ScalarNode) and skip.value in ("first", "last") and not enclosing.rounds:
            which = "a repeat of rounds" if enclosing.is_turn else "a repeat"
            message = f'"skip: {skip.value}" only works inside {which}'
            self.converter.report(skip.place, message, "write skip: always")


def _simple_step(spec: Any) -> Any:
    match spec:
        case MoveSpec():
            return Move(spec.move, spec.time, spec.skip)
        case RestSpec():
            return Rest(spec.rest, spec.say, spec.skip)
        case WaitSpec():
            return Wait(spec.wait, spec.most, spec.skip)
    return INVALID
