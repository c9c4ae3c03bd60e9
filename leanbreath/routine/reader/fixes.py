"""Messages and fixes for values of the wrong type, and for unknown keys."""

import re
from collections.abc import Iterable

from leanbreath.routine.name_suggestions import nearest_name, suggestion
from leanbreath.routine.yaml_nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from leanbreath.unsafe_characters import HIDDEN, described, first_hidden

YES = ("yes", "on", "y", "true", None)
NO = ("no", "off", "n", "false")

PAIR = re.compile(r"([a-z-]+)(?:\s*[:=]\s*(\S.{0,99})|\s+([0-9]\S{0,99}))")
"""A key and its value without the colon or the space between them."""

MERGE_KEY = "<<"
"""The key by which YAML 1.1 merges mappings; editors and newer parsers disagree on it, so it isn't read."""

SYNONYMS = {
    "duration": ("time", "hold"),
    "seconds": ("time", "hold"),
    "minutes": ("time", "hold"),
    "length": ("time", "hold"),
    "repetitions": ("reps", "repeat"),
    "rounds": ("repeat", "sets"),
    "times": ("repeat", "sets"),
    "loop": ("repeat",),
    "circuit": ("repeat",),
    "exercise": ("drill", "title"),
    "name": ("title", "say"),
    "pattern": ("breath",),
    "pace": ("cadence",),
    "text": ("say", "note"),
    "title": ("say",),
    "say": ("cues",),
    "repeat": ("sets",),
    "for": ("time", "rest"),
    "time": ("rest", "most"),
    "when": ("at",),
    "equipment": ("needs",),
    "muscles": ("targets",),
    "instructions": ("setup",),
    "description": ("about", "why"),
    "warnings": ("cautions",),
    "contraindications": ("cautions",),
    "image": ("figure",),
}
"""Other words for keys of the format, with the keys they may stand for."""

LONGEST_QUOTE = 60
"""The most characters of a value that a message repeats."""

WORD = re.compile(r"[\w-]{1,64}")


def node_description(node: Node) -> str:
    """Return how a message describes a node."""
    if isinstance(node, SequenceNode):
        return "a list"
    if isinstance(node, MappingNode):
        return "key: value pairs"
    if node.value is None:
        return "nothing"
    if isinstance(node.value, str):
        return quoted(node.value)
    return str(node.value).lower()


def quoted(text: str) -> str:
    """Return a text in quotes, cut short if it is long."""
    return f'"{text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"}"'


def mismatch(name: str, wanted: str, node: Node) -> str:
    """Return the message for a node that is not what a key wants."""
    found = node_description(node)
    return f'"{name}" is empty' if found == "nothing" else f'"{name}" must be {wanted}, not {found}'


def without_hidden(text: str) -> str:
    """Return a text with plain spaces only, and without characters that show nothing."""
    return re.sub(HIDDEN, lambda found: " " if found[0].isspace() else "", text).strip()


def first_word(text: str) -> str:
    """Return the first word of a text, apart from hidden characters."""
    word = WORD.match(without_hidden(text))
    return word[0] if word else ""


def hidden_character(text: str) -> tuple[str, str]:
    """Return the message and the fix for the first hidden character in a number or a name; empty if there is none."""
    char = first_hidden(text)
    fix = "write a normal space" if char.isspace() else "delete it"
    return (f"{quoted(without_hidden(text))} contains {described(char)}", fix) if char else ("", "")


def bool_fix(node: Node, name: str) -> str:
    """Return the fix for a value that must be true or false."""
    value = node.value if isinstance(node, ScalarNode) else ""
    word = value.lower() if isinstance(value, str) else value
    return f"write {name}: true" if word in YES else f"write {name}: false" if word in NO else "write true or false"


def word_fix(value: str, known: tuple[str, ...]) -> str:
    """Return the fix for an unknown word, or for several known ones without commas."""
    words = value.split()
    if len(words) > 1 and set(words) <= set(known):
        return f"put a comma between them: {', '.join(words)}"
    return suggestion(value, known, len(known))


def text_fix(node: Node) -> str:
    """Return the fix for a value that must be text."""
    if isinstance(node, SequenceNode):
        return "remove the brackets, or put it in quotes"
    return "write some text" if isinstance(node, ScalarNode) and node.value is None else "quote the text"


def list_fix(node: Node) -> str:
    """Return the fix for a value that must be a list."""
    words: list[str] = []
    start = node.entries[0].key if isinstance(node, MappingNode) and node.entries else getattr(node, "value", "")
    if isinstance(start, str) and start[:1] == "-" and (char := first_hidden(start[1:2])):
        return f"write a normal space after the hyphen, not {described(char)}"
    if isinstance(node, ScalarNode) and isinstance(node.value, str):
        if re.match(r"-\S", node.value):
            return "put a space after the hyphen"
        words = [word.strip() for word in node.value.split(",")]
    elif (
        isinstance(node, MappingNode)
        and node.in_braces
        and all(node_description(entry.node) == "nothing" for entry in node.entries)
    ):
        words = [entry.key for entry in node.entries]
    if words and all(WORD.fullmatch(word) for word in words[:20]):
        return f"write [{', '.join(words)}]"
    return "start each item on its own line with a hyphen"


def unknown_key(entry: Entry, mapping: MappingNode, known: Iterable[str]) -> tuple[str, str, str]:
    """Return the message and the fix for an unknown key, and the known key it probably stands for."""
    if first_hidden(entry.key) and (near := nearest_name(first_word(entry.key), known)):
        return *hidden_character(entry.key), near
    if mapping.in_braces and node_description(entry.node) == "nothing":
        pair = PAIR.fullmatch(entry.key)
        if pair and pair[1] in known:
            return f'"{entry.key}" has no value', f"write {pair[1]}: {pair[2] or pair[3]}", pair[1]
        if not nearest_name(entry.key, known):
            return *_cut_by_comma(entry, mapping), ""
    if entry.key == MERGE_KEY:
        return 'a merge key ("<<") is not read', "write its keys out here", ""
    if meant := synonym(entry.key, known):
        return f'unknown key "{entry.key}"', f'write "{meant}: ..."', meant
    return f'unknown key "{entry.key}"', suggestion(entry.key, known), nearest_name(entry.key, known)


def synonym(key: str, known: Iterable[str]) -> str:
    """Return the known key that another word stands for, or an empty string."""
    return next((each for each in SYNONYMS.get(key, ()) if each in known), "")


def _cut_by_comma(entry: Entry, mapping: MappingNode) -> tuple[str, str]:
    """Return the message and the fix for a key that is really the rest of the text or number before it."""
    before = mapping.entries[max(mapping.entries.index(entry) - 1, 0)].node
    number = before.value if isinstance(before, ScalarNode) else None
    if isinstance(number, str) and number.isdigit() and entry.key[:1].isdigit():
        return f'a comma splits the number "{number},{entry.key}"', f"write a decimal point: {number}.{entry.key}"
    return f'a comma cuts "{entry.key}" off from its text', 'quote the text: "..., ..."'
