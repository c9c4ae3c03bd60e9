"""Values whose every text is hostile, made from good ones by walking their fields; no reader has seen them."""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from leanbreath.diary.events import SessionRow, WorkRow
from leanbreath.diary.moment import moment
from leanbreath.routine.author_cue import CueTime
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.problems import Place, Problem
from leanbreath.score.compose import compose
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import Score
from leanbreath.unsafe_characters import UNSAFE

T = TypeVar("T")

LIBRARY = Library((bundled_folder("drills"),))

ROUTINE, DRILL = "pre-run-6", "half-kneel-breath"
"""A routine with every kind of segment but one, and a drill with every field."""

EVENING = moment(datetime(2026, 3, 3, 18, 30, tzinfo=UTC))
WORK = WorkRow(0, "1", "march", "March", "left", 1, 60.0, 0.0, 30.0, EVENING, EVENING)
SESSION = SessionRow("1", EVENING, "x", "X", 60.0, "x.yaml", 1.0, effort=3, lean="easier", note="Note", work=(WORK,))
PROBLEM = Problem(Place("x.yaml"), "message", "fix", "quote", "warning", "LB001", "why", ("S43",))

MARK = "EVIL"
"""A word in every hostile text, to see that it was shown at all."""

PAYLOADS = {
    "writes the clipboard": f"{MARK}\x1b]52;c;cm0gLXJmIH4K\x1b\\",
    "ends in a bell": f"{MARK}\x1b]0;owned\x07",
    "moves the cursor": f"{MARK}\x1b[6666;6666H\x1b[2J\b\b\r",
    "controls in eight bits": f"{MARK}\x9d52;c;cm0K\x9c\x9b6666m\x90q\x85",
    "asks the terminal": f"{MARK}\x1b[6666c\x05\x1bZ\x1bc",
    "null and delete": f"{MARK}\0\x7f\x7f",
    "turns the reading direction": f"{MARK}\u202egnp\u2066x\u2069\u202d\u202c",
    "ends lines": f"{MARK}\na\r\nb\vc\fd\u2028e\u2029f\tg",
    "marks and no characters": f"{MARK}\ufeff\ufff9x\ufffb\uffff\udc80\udce9",
    "markup that acts": f"{MARK}[@click=app.bell]x[/] [link='http://x/\x1b]52;c;x\x07']y[/link]",
    "markup that is broken": f"{MARK}[/] [bold [$error]x[/bold] \\[b]z[",
    "an entity of XML": f"{MARK}]]></desc><script>&#27;&amp;\"'\x1b]52;c;x\x07",
}
"""What a terminal, a screen or a file would act on, by what it does."""

SHORT = f"{MARK}[b]\x1b]52;c;x\x07\x9b6666m\r\0\x7f\u202e\u2066\u2028\ufeff\udc80[@click=x]y[z"
"""A little of everything, short enough to be shown whole."""

OWN = re.compile(r"\x1b\[(?![?\d;]*6666)[?\d;]*[A-Za-z]|\x1b\]22;[a-z-]+\x07")
"""A sequence with which a screen is drawn, or the pointer set; none has the number that is in the hostile ones."""


def acted_on(sent: str) -> set[str]:
    """Return what a terminal would act on in what is sent to it, apart from the sequences that draw a screen.

    Line feeds and tabs are no part of that.
    """
    return set(UNSAFE.findall(OWN.sub("", sent)))


def hostile(value: T, payload: str, hint: Any = None) -> T:
    """Return a value with the payload at the end of every text in it, even of those it leaves out.

    Words of the vocabulary stay, since code branches on them.
    """
    made: Any = value
    if isinstance(value, CueTime):
        return value  # its name is a word, or that of a part
    hint = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if isinstance(value, str) or (value is None and str in get_args(hint)):
        made = value if _is_word(hint) else f"{value or ''}{payload}"
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        made = dataclasses.replace(value, **_fields(value, payload))
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        made = type(value)(**_fields(value, payload))
    elif isinstance(value, Mapping):
        keys, values = get_args(hint) if len(get_args(hint)) == 2 else (None, None)
        made = {hostile(key, payload, keys): hostile(each, payload, values) for key, each in value.items()}
    elif isinstance(value, Sequence):
        hints = get_args(hint)
        inner = hints[0] if len(set(hints) - {Ellipsis}) == 1 else None
        made = type(value)(hostile(each, payload, inner) for each in value or ([""] if inner is str else ()))  # type: ignore[call-arg]
    return made  # type: ignore[no-any-return]


def _fields(value: Any, payload: str) -> dict[str, Any]:
    """Return every field that can be given to the class of a value."""
    hints = get_type_hints(type(value), include_extras=True)
    return {name: hostile(getattr(value, name), payload, hints.get(name)) for name in _names(type(value))}


def _names(cls: Any) -> Sequence[str]:
    """Return the names of the fields with which a class is made."""
    is_dataclass = dataclasses.is_dataclass(cls)
    return [each.name for each in dataclasses.fields(cls) if each.init] if is_dataclass else list(cls._fields)


def _is_word(hint: Any) -> bool:
    """Return whether a type is made of fixed words, perhaps among others."""
    if get_origin(hint) is Literal:
        return True
    return any(_is_word(each) for each in get_args(hint) if each is not Ellipsis)


def hostile_score(payload: str) -> Score:
    """Return a score that is hostile in every text of its routine and its language."""
    routine = LIBRARY.routine(ROUTINE).value
    assert routine is not None
    return compose(hostile(routine, payload), phrases=hostile(ENGLISH, payload))


def text_fields(*roots: Any) -> set[tuple[str, str]]:
    """Return every field of some types, and of the types in their fields, that holds a text, by class and name."""
    found: set[tuple[str, str]] = set()
    seen, waiting = set[type](), list(roots)
    while waiting:
        each = waiting.pop()
        if not isinstance(each, type) or not (dataclasses.is_dataclass(each) or hasattr(each, "_fields")):
            waiting += get_args(each)
        elif each not in seen:
            seen.add(each)
            hints = get_type_hints(each, include_extras=True)
            own = {name: hints[name] for name in _names(each)}
            found |= {(each.__name__, name) for name, hint in own.items() if _holds_text(hint)}
            waiting += own.values()
    return found


def _holds_text(hint: Any) -> bool:
    """Return whether a type is a text, or is made of texts; fixed words are none."""
    return hint is str or (get_origin(hint) is not Literal and any(map(_holds_text, get_args(hint))))
