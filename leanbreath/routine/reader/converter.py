"""Converts a tree of YAML into a value of a given type, and reports every mistake at its place."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, is_dataclass
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from leanbreath.routine.basic_notations import Notation, NotationError
from leanbreath.routine.form_fields import form_fields, required_keys
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import Place, Problem
from leanbreath.routine.reader.conversion import Conversion, conversion_to, conversions_of
from leanbreath.routine.reader.fixes import (
    bool_fix,
    hidden_character,
    list_fix,
    mismatch,
    node_description,
    text_fix,
    unknown_key,
    without_hidden,
    word_fix,
)
from leanbreath.routine.yaml_nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.unsafe_characters import first_hidden

INVALID: Any = object()

UNKNOWN_NAME_RULE = "LB061"
"""The rule that ids and words of the vocabulary must be known."""

LINE_ENDS = re.compile(r" *[\n\t][ \n\t]*")
"""Where a text goes on in another line, or has a tab: spaces to a reader, since each text is one paragraph."""

LONGEST_NOTATION = 200
"""More characters than any notation needs; no pattern is tried on a longer text."""

LONGEST_TEXT = 2_000
"""More characters than anyone reads on a screen, or listens to."""

MOST_PROBLEMS = 1_000
"""The most mistakes reported for one file."""


class TooManyProblems(Exception):
    """Raised when a file has more mistakes than are reported."""


@dataclass
class Converter:
    """Converts nodes and collects their problems; a value with a problem is INVALID.

    `misspelt` holds the known keys that unknown ones probably stand for, by the place of their mapping; they don't
    count as missing.
    """

    problems: list[Problem] = field(default_factory=list)
    misspelt: set[tuple[Place, str]] = field(default_factory=set)

    def convert(self, type_: Any, node: Node, name: str) -> Any:
        """Return the node as a value of the type `type_`; `name` is its name in messages."""
        return self._apply(conversion_to(type_), node, name)

    def _apply(self, conversion: Conversion, node: Node, name: str) -> Any:
        method, inner = conversion
        return getattr(self, method)(inner, node, name) if method else node

    def report(self, place: Place, message: str, fix: str = "", rule: str = "") -> Any:
        """Record a problem and return INVALID."""
        self.problems.append(Problem(place, message, fix, rule=rule))
        if len(self.problems) > MOST_PROBLEMS:
            raise TooManyProblems
        return INVALID

    def _convert_plain(self, type_: Any, node: Node, name: str) -> Any:
        value = node.value if isinstance(node, ScalarNode) else node
        if type_ is bool:
            if isinstance(value, bool):
                return value
            return self.report(
                node.place, f"expected true or false, not {node_description(node)}", bool_fix(node, name)
            )
        words = get_args(type_) if get_origin(type_) is Literal else ()
        if not isinstance(value, str):
            fix = suggestion("", words) if words else text_fix(node)
            return self.report(node.place, mismatch(name, "text", node), fix)
        if words and value not in words:
            error = NotationError(f'"{name}" cannot be "{value}"', word_fix(value, words), UNKNOWN_NAME_RULE)
            return self._report_invalid(node.place, value, error)
        if not value.strip() or (first_hidden(value) and not without_hidden(value)):
            return self.report(node.place, f'"{name}" is empty', "write some text")
        if len(value) > LONGEST_TEXT:
            message = f'"{name}" has {len(value):,} characters, but at most {LONGEST_TEXT:,} are allowed'
            return self.report(node.place, message, "shorten it")
        return value if value.isprintable() else LINE_ENDS.sub(" ", value).strip()

    def _convert_annotated(self, type_: tuple[Any, Notation], node: Node, name: str) -> Any:
        inner, notation = type_
        if isinstance(inner, type) and is_dataclass(inner) and isinstance(node, MappingNode):
            return self._convert_dataclass(inner, node, name)
        return self._convert_notation(notation, node, name)

    def _convert_notation(self, notation: Notation, node: Node, name: str) -> Any:
        if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
            like = f", such as {notation.examples[0]}" if notation.examples else ""
            return self.report(node.place, mismatch(name, notation.name, node), f"write it as text{like}")
        if len(node.value) > LONGEST_NOTATION:
            return self.report(
                node.place, f'"{name}" must be {notation.name}, not {len(node.value):,} characters', "shorten it"
            )
        try:
            return _parsed(notation.parse, node.value.strip())
        except NotationError as error:
            shown = NotationError(f'"{name}": {error.message}', error.fix, error.rule)
            return self._report_invalid(node.place, node.value, shown)

    def _report_invalid(self, place: Place, text: str, error: NotationError) -> Any:
        """Report an invalid number or name; a hidden character in it is the mistake if there is one."""
        message, fix = hidden_character(text)
        return self.report(place, message or error.message, fix or error.fix, "" if message else error.rule)

    def _convert_union(self, conversions: tuple[Conversion, Conversion], node: Node, name: str) -> Any:
        """Return a text by the first conversion, or a list or a mapping by the second."""
        is_list = conversions[1][0] in ("_convert_tuple", "_convert_pair")
        is_list_of_values = is_list and conversions[0] != ("_convert_plain", str)
        lacks_brackets = is_list_of_values and isinstance(node, ScalarNode) and "," in str(node.value)
        is_second = lacks_brackets or isinstance(node, SequenceNode if is_list else MappingNode)
        return self._apply(conversions[is_second], node, name)

    def _convert_tuple(self, conversion: Conversion, node: Node, name: str) -> Any:
        if not isinstance(node, SequenceNode):
            return self.report(node.place, mismatch(name, "a list", node), list_fix(node))
        values = tuple(self._apply(conversion, item, name) for item in node.items)
        return INVALID if any(value is INVALID for value in values) else values

    def _convert_pair(self, conversion: Conversion, node: Node, name: str) -> Any:
        values = self._convert_tuple(conversion, node, name)
        if values is not INVALID and len(values) != 2:
            return self.report(node.place, f'"{name}" takes 2 texts', "write [one, two]")
        return values

    def _convert_dict(self, conversions: tuple[Conversion, Conversion], node: Node, name: str) -> Any:
        if not isinstance(node, MappingNode):
            return self.report(node.place, mismatch(name, "key: value pairs", node), "write {key: value}")
        pairs = [
            (
                self._apply(conversions[0], ScalarNode(entry.key, entry.place), name),
                self._apply(conversions[1], entry.node, name),
            )
            for entry in node.entries
        ]
        return INVALID if any(INVALID in pair for pair in pairs) else dict(pairs)

    def _convert_dataclass(self, cls: type, node: Node, name: str) -> Any:
        if example := getattr(cls, "value_by_name", ""):
            return self._convert_named_value(cls, node, name, example)
        notation: Notation | None = getattr(cls, "notation", None)
        if notation and (isinstance(node, ScalarNode) or not getattr(cls, "long_form", True)):
            return self._convert_notation(notation, node, name)
        if isinstance(node, MappingNode):
            return self._convert_fields(cls, node)
        wanted = notation.name if notation else "key: value pairs"
        return self.report(node.place, mismatch(name, wanted, node), _fix(cls, notation))

    def _convert_named_value(self, cls: Any, node: Node, name: str, example: str) -> Any:
        """Return a mapping whose one free key is the first field, with the second as its value."""
        fields, _ = conversions_of(cls)
        (_, (_, of_name)), (_, (_, of_value)), *more = fields.items()
        if not isinstance(node, MappingNode):
            return self.report(node.place, mismatch(name, "key: value pairs", node), f"write {example}")
        free = [entry for entry in node.entries if entry.key not in dict(more)]
        if len(free) != 1:
            return self.report(node.place, f'each of "{name}" needs one name and one length', f"write {example}")
        values = [
            self._apply(of_name, ScalarNode(free[0].key, free[0].place), name),
            self._apply(of_value, free[0].node, free[0].key),
            *(self._apply(of_key, given, key) for key, (_, of_key) in more if (given := node.get(key)) is not None),
        ]
        return INVALID if any(value is INVALID for value in values) else cls(*values)

    def _convert_fields(self, cls: type, node: MappingNode) -> Any:
        conversions, required = conversions_of(cls)
        values: dict[str, Any] = {}
        for entry in node.entries:
            if found := conversions.get(entry.key):
                attribute, conversion = found
                values[attribute] = self._apply(conversion, entry.node, entry.key)
            else:
                self._report_unknown_key(entry, node, conversions)
                values[entry.key] = INVALID
        for key in required:
            if not self.has(node, key):
                values[key] = self.report(node.place, f'"{key}" is missing', f'add "{key}: ..."')
        if any(value is INVALID for value in values.values()):
            return INVALID
        return self._construct(cls, values, node)

    def _construct(self, cls: type, values: dict[str, Any], node: MappingNode) -> Any:
        try:
            return cls(**values)
        except NotationError as error:
            return self.report(node.place, error.message, error.fix, error.rule)

    def has(self, node: MappingNode, key: str) -> bool:
        """Return whether a mapping has a key, or a misspelling of it."""
        return node.get(key) is not None or (node.place, key) in self.misspelt

    def _report_unknown_key(self, entry: Entry, node: MappingNode, known: Iterable[str]) -> None:
        message, fix, misspelt = unknown_key(entry, node, known)
        self.misspelt.add((node.place, misspelt))
        self.report(entry.place, message, fix)


@lru_cache(maxsize=4096)
def _parsed(parse: Callable[[str], Any], text: str) -> Any:
    """Return a text in a notation as its value; cached, because authors write the same doses again and again."""
    return parse(text)


def _fix(cls: type, notation: Notation | None) -> str:
    if notation:
        return f"write it as {notation.examples[0]}"
    keys = required_keys(cls) or tuple(form_fields(cls))[:3]
    return "write {" + ", ".join(f"{key}: ..." for key in keys) + "}"
