"""A tree of YAML to a value of a given type, with every mistake noted at its place."""

import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from leanbreath.routine.help import without_help
from leanbreath.routine.notation import Notation, NotationError
from leanbreath.routine.problems import Place, Problem, suggestion
from leanbreath.routine.reader.fixes import bool_fix, list_fix, node_description, text_fix, unknown_key, word_fix
from leanbreath.routine.reader.yaml_tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.routine.routine_file import StepSpec
from leanbreath.routine.work import Work

INVALID: Any = object()

Conversion = tuple[str, Any]
"""The name of a method of `Converter`, and what it is given."""

UNKNOWN_NAME_RULE = "LB061"
"""The rule that ids and words of the vocabulary are known ones."""

LONGEST_NOTATION = 200
"""More letters than any notation needs; a pattern is not tried on more."""

MOST_PROBLEMS = 1_000
"""So many mistakes of one file are told."""

DEFERRED = (get_args(Work), get_args(StepSpec))
"""What depends on more than its own text (the kind of the drill, the other steps) stays a node until it is settled."""


class TooManyProblems(Exception):
    """Ends the reading of a file that has more mistakes than are told."""


@dataclass
class Converter:
    """Shapes nodes and collects the problems it meets; a value that has one comes back as INVALID.

    `meant` holds the keys that misspelt ones stand for, by the place of their table: they are not missing.
    """

    problems: list[Problem] = field(default_factory=list)
    meant: set[tuple[Place, str]] = field(default_factory=set)

    def convert(self, hint: Any, node: Node, name: str) -> Any:
        """Return the value of the type `hint` that the node stands for; `name` is what messages call it."""
        return self._apply(_conversion(hint), node, name)

    def _apply(self, way: Conversion, node: Node, name: str) -> Any:
        method, inner = way
        return getattr(self, method)(inner, node, name) if method else node

    def report(self, place: Place, message: str, fix: str = "", rule: str = "") -> Any:
        """Note a problem and return INVALID."""
        self.problems.append(Problem(place, message, fix, rule=rule))
        if len(self.problems) > MOST_PROBLEMS:
            raise TooManyProblems
        return INVALID

    def _plain(self, hint: Any, node: Node, name: str) -> Any:
        value = node.value if isinstance(node, ScalarNode) else node
        if hint is bool:
            if isinstance(value, bool):
                return value
            return self.report(
                node.place, f"expected true or false, not {node_description(node)}", bool_fix(node, name)
            )
        words = get_args(hint) if get_origin(hint) is Literal else ()
        if not isinstance(value, str):
            fix = suggestion("", words) if words else text_fix(node)
            return self.report(node.place, f'"{name}" must be text, not {node_description(node)}', fix)
        if words and value not in words:
            return self.report(node.place, f'"{name}" cannot be "{value}"', word_fix(value, words), UNKNOWN_NAME_RULE)
        if not value.strip():
            return self.report(node.place, f'"{name}" is empty', "write some text")
        return value

    def _annotated(self, hint: tuple[Any, Notation], node: Node, name: str) -> Any:
        inner, short = hint
        if isinstance(inner, type) and is_dataclass(inner) and isinstance(node, MappingNode):
            return self._dataclass(inner, node, name)
        return self._short(short, node, name)

    def _short(self, short: Notation, node: Node, name: str) -> Any:
        if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
            like = f", such as {short.examples[0]}" if short.examples else ""
            return self.report(
                node.place, f'"{name}" must be {short.name}, not {node_description(node)}', f"write it as text{like}"
            )
        if len(node.value) > LONGEST_NOTATION:
            return self.report(
                node.place, f'"{name}" must be {short.name}, not {len(node.value):,} characters', "shorten it"
            )
        try:
            return _parsed(short.parse, node.value.strip())
        except NotationError as error:
            return self.report(node.place, f'"{name}": {error.message}', error.fix, error.rule)

    def _either(self, ways: tuple[Conversion, Conversion], node: Node, name: str) -> Any:
        """Return a text shaped in the first way, or keys with values in the second."""
        return self._apply(ways[isinstance(node, MappingNode)], node, name)

    def _tuple(self, way: Conversion, node: Node, name: str) -> Any:
        if not isinstance(node, SequenceNode):
            return self.report(node.place, f'"{name}" must be a list, not {node_description(node)}', list_fix(node))
        values = tuple(self._apply(way, item, name) for item in node.items)
        return INVALID if any(value is INVALID for value in values) else values

    def _dict(self, ways: tuple[Conversion, Conversion], node: Node, name: str) -> Any:
        if not isinstance(node, MappingNode):
            return self.report(
                node.place, f'"{name}" must be key: value pairs, not {node_description(node)}', "write {key: value}"
            )
        pairs = [
            (self._apply(ways[0], ScalarNode(entry.key, entry.place), name), self._apply(ways[1], entry.node, name))
            for entry in node.entries
        ]
        return INVALID if any(INVALID in pair for pair in pairs) else dict(pairs)

    def _dataclass(self, form: type, node: Node, name: str) -> Any:
        notation: Notation | None = getattr(form, "notation", None)
        if notation and (isinstance(node, ScalarNode) or not getattr(form, "long_form", True)):
            return self._short(notation, node, name)
        if isinstance(node, MappingNode):
            return self._build(form, node)
        wanted = notation.name if notation else "key: value pairs"
        return self.report(
            node.place, f'"{name}" must be {wanted}, not {node_description(node)}', _form_fix(form, notation)
        )

    def _build(self, form: type, node: MappingNode) -> Any:
        ways, needed = _conversions(form)
        values: dict[str, Any] = {}
        for entry in node.entries:
            if found := ways.get(entry.key):
                attribute, way = found
                values[attribute] = self._apply(way, entry.node, entry.key)
            else:
                self._unknown(entry, node, ways)
                values[entry.key] = INVALID
        for key in needed:
            if not self.has(node, key):
                values[key] = self.report(node.place, f'"{key}" is missing', f'add "{key}: ..."')
        if any(value is INVALID for value in values.values()):
            return INVALID
        return self._made(form, values, node)

    def _made(self, form: type, values: dict[str, Any], node: MappingNode) -> Any:
        try:
            return form(**values)
        except NotationError as error:
            return self.report(node.place, error.message, error.fix, error.rule)

    def has(self, node: MappingNode, key: str) -> bool:
        """Return whether a key is there, or one that was told to stand for it."""
        return node.get(key) is not None or (node.place, key) in self.meant

    def _unknown(self, entry: Entry, node: MappingNode, known: Iterable[str]) -> None:
        message, fix, meant = unknown_key(entry, node, known)
        self.meant.add((node.place, meant))
        self.report(entry.place, message, fix)


@lru_cache(maxsize=4096)
def _parsed(parse: Callable[[str], Any], text: str) -> Any:
    """Read a text in a notation; authors write the same doses again and again."""
    return parse(text)


@cache
def _conversion(hint: Any) -> Conversion:
    """Return the method that shapes a type, and what it is given; no method where the node is kept for later."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        alternatives = tuple(each for each in get_args(hint) if each is not types.NoneType)
        if alternatives in DEFERRED:
            return "", None
        return (
            ("_either", tuple(map(_conversion, alternatives)))
            if len(alternatives) > 1
            else _conversion(alternatives[0])
        )
    if origin is Annotated:
        return "_annotated", get_args(hint)[:2]
    if origin is tuple:
        return "_tuple", _conversion(get_args(hint)[0])
    if origin is dict:
        return "_dict", tuple(map(_conversion, get_args(hint)))
    return ("_dataclass" if is_dataclass(hint) else "_plain"), hint


@cache
def _conversions(form: type) -> tuple[dict[str, tuple[str, Conversion]], tuple[str, ...]]:
    """Return each key of a form with its attribute and the way it is shaped, and the keys it cannot do without."""
    hints, needed = fields_by_key(form)
    return {key: (attribute, _conversion(hint)) for key, (attribute, hint) in hints.items()}, needed


@cache
def fields_by_key(form: type) -> tuple[dict[str, tuple[str, Any]], tuple[str, ...]]:
    """Return each key of a form with its attribute and type, and the keys it cannot do without."""
    hints = get_type_hints(form, include_extras=True)
    shown = {each.name: each for each in fields(form)}
    keys = {_key(name): (name, without_help(hints[name])) for name in shown}
    needed = tuple(
        _key(name) for name, each in shown.items() if each.default is MISSING and each.default_factory is MISSING
    )
    return keys, needed


def _key(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")


def _form_fix(form: type, notation: Notation | None) -> str:
    if notation:
        return f"write it as {notation.examples[0]}"
    keys = fields_by_key(form)[1] or tuple(fields_by_key(form)[0])[:3]
    return "write {" + ", ".join(f"{key}: ..." for key in keys) + "}"
