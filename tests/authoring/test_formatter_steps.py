"""Steps written in every way YAML has: formatting keeps their meaning and every comment."""

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.authoring.formatter import format_text
from leanbreath.routine.library import Library, bundled_folder

LIBRARY = Library((bundled_folder("drills"),))

DOSES = {
    "march": ("time: 60s", "time: '1:30'"),
    "standing-soft-belly": ("breath: 4-6 x 8", "breath: {count: 8, pattern: 4-6}", "breath: {pattern: 4-6, for: 1m}"),
    "ankle-rock-wall": ("reps: 10 @ 2s", "reps: {each: 2s, count: 10}", 'reps: "8 @ 2-1-2"'),
}
TEXTS = (
    "a b",
    "'it''s \"so\", \\ no'",
    '"Tall… let\\tgo."',
    "|\n{indent}  of\n{indent}   two lines",
    ">-\n{indent}  folded",
)


def meant(text: str) -> Any:
    reading = LIBRARY.routine_from(text.encode(), Path("x.yaml"))
    assert reading.problems == ()
    return reading.value


@st.composite
def keys(draw: st.DrawFn, block: bool, indent: str) -> list[str]:
    drill = draw(st.sampled_from(sorted(DOSES)))
    found = [f"drill: {drill}", draw(st.sampled_from(DOSES[drill]))]
    found += draw(st.lists(st.sampled_from(("ready: 5s", "sets: '2'", "optional: true", '"priority": 2')), unique=True))
    if draw(st.booleans()):
        texts = TEXTS if block else TEXTS[:3]
        found.append("note: " + draw(st.sampled_from(texts)).format(indent=indent))
    return draw(st.permutations(found))


@st.composite
def comments(draw: st.DrawFn, indent: str) -> str:
    """Draw the lines above a key: nothing, empty lines, or comments at any indentation up to two deeper."""
    depth = draw(st.integers(0, len(indent) + 2))
    return draw(st.sampled_from(("", "", "\n", f"{' ' * depth}#@\n", f"\n{' ' * depth}#@\n")))


@st.composite
def steps(draw: st.DrawFn, indent: str = "  ", deep: bool = True) -> str:
    kind = draw(st.sampled_from(("braces", "lines", "block", "repeat") if deep else ("braces", "block")))
    inner = indent + "  "
    if kind == "repeat":
        below = f"steps:\n{''.join(draw(st.lists(steps(inner + '  ', False), min_size=1, max_size=2)))}".rstrip("\n")
        found = draw(st.permutations(["repeat: 2", "rest: 3s", below]))
    else:
        found = draw(keys(kind == "block", inner))
    if kind == "braces":
        return f"{indent}- {{{draw(st.sampled_from((', ', ' ,', ',  '))).join(found)}}}\n"
    if kind == "lines":
        return f"{indent}- {{{f',{chr(10)}{inner} '.join(found)}}}\n"
    first, *others = found
    ends = draw(st.lists(comments(inner), min_size=len(others), max_size=len(others)))
    return f"{indent}- {first}\n" + "".join(f"{end}{inner}{key}\n" for end, key in zip(ends, others, strict=True))


@st.composite
def routines(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a routine and how many comments it has."""
    body = "".join(draw(st.lists(steps(), min_size=1, max_size=4)))
    head = draw(
        st.permutations(
            ["routine: x", "title: X", "defaults:\n  switch: 4s\n  #@\n  ready: 5s", f"steps:\n{body}".rstrip("\n")]
        )
    )
    first, *others = "\n".join(head).split("#@")
    text = first + "".join(f"# note {number}.{part}" for number, part in enumerate(others))
    return draw(st.sampled_from((text, text + "\n", text + "\n\n", text.replace("\n", "\r\n")))), len(others)


@settings(max_examples=80)
@given(routines())
def test_steps_in_any_layout_keep_their_meaning_and_comments_and_formatting_twice_changes_nothing(
    case: tuple[str, int],
) -> None:
    text, count = case
    before, after = meant(text), format_text(text)
    assert meant(after) == before
    assert format_text(after) == after
    assert [after.count(f"# note {number}.") for number in range(count)] == [
        text.count(f"# note {number}.") for number in range(count)
    ]
