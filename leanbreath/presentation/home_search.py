"""The search of the home screen: routines, drills, limiters, lessons and muscles by the words about them."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from leanbreath.presentation.drill_summary import DrillSummary
from leanbreath.presentation.plain_words import (
    capitalised,
    goal_words,
    limiter_words,
    muscle_words,
    need_words,
    occasion_words,
    position_words,
)
from leanbreath.presentation.routine_summary import RoutineSummary, owner_mark
from leanbreath.presentation.terminal_text import counted
from leanbreath.routine.assessment import Limiters
from leanbreath.routine.lesson import Lesson
from leanbreath.routine.vocabulary import Limiter, Muscle

SearchKind = Literal["routine", "limiter", "drill", "lesson", "muscle"]

HEADINGS: dict[SearchKind, str] = {
    "routine": "routines",
    "limiter": "what can hold you back",
    "drill": "drills",
    "lesson": "lessons",
    "muscle": "muscles",
}
"""In the order in which they are shown."""

MUSCLES_OF: dict[Limiter, tuple[Muscle, ...]] = {
    "calves": ("gastrocnemius", "soleus"),
    "hip-flexors": ("hip-flexor", "rectus-femoris"),
    "lower-abdomen": ("lower-abdomen",),
    "core-stiff": ("obliques", "trunk-rotation"),
    "head": ("neck",),
    "hip-extensors": ("hip-extensors",),
    "arms": (),
    "lean-skill": (),
}
"""The muscles by which a limiter is found."""

SYNONYMS: dict[str, str] = {
    "calf": "calves",
    "calves": "calf",
    "belly": "abdomen abs",
    "trunk": "core",
    "core": "trunk",
    "front of the hip": "psoas hip flexors",
    "front of the thigh": "quads",
    "back of the hip": "buttocks glutes hip extensors",
}
"""What is found by the words on the left is found by those on the right too."""


class SearchEntry(NamedTuple):
    """Something that is found: its id, its title, a detail beside it, and the words by which it is found."""

    kind: SearchKind
    id: str
    title: str
    detail: str
    words: str


class SearchGroup(NamedTuple):
    """What was found of one kind, below a heading."""

    heading: str
    entries: tuple[SearchEntry, ...]


def search_groups(entries: Iterable[SearchEntry], text: str) -> tuple[SearchGroup, ...]:
    """Return what has every word of a text, in groups by kind, those with all of them in their titles first."""
    sought = text.lower().split()
    found = [each for each in entries if _has(each.words, sought)]
    found.sort(key=lambda each: not _has(with_synonyms(each.title), sought))
    groups = (
        SearchGroup(words, tuple(each for each in found if each.kind == kind)) for kind, words in HEADINGS.items()
    )
    return tuple(group for group in groups if group.entries)


def search_entries(
    rows: Iterable[RoutineSummary], drills: Iterable[DrillSummary], limiters: Limiters, lessons: Iterable[Lesson]
) -> tuple[SearchEntry, ...]:
    """Return everything that can be found; a limiter's routine and its lesson are found by its words too."""
    drills, specs = tuple(drills), limiters.limiters
    routine_words = _joined((spec.routine, _limiter_words(limiter)) for limiter, spec in specs.items())
    lesson_words = _joined((spec.lesson, _limiter_words(limiter)) for limiter, spec in specs.items())
    return (
        *(_routine(row, routine_words.get(row.id, "")) for row in rows),
        *map(_limiter, specs),
        *map(_drill, drills),
        *(_entry("lesson", each.id, each.title, "", lesson_words.get(each.id, "")) for each in lessons),
        *_muscles(drills),
    )


def with_synonyms(text: str) -> str:
    """Return a text in lower case, followed by other words for what it names."""
    lower = text.lower()
    return " ".join((lower, *(others for words, others in SYNONYMS.items() if words in lower)))


def _has(words: str, sought: Iterable[str]) -> bool:
    return all(word in words for word in sought)


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the words for each id, which may come more than once."""
    found: dict[str, str] = {}
    for id, words in pairs:
        found[id] = f"{found.get(id, '')} {words}"
    return found


def _limiter_words(limiter: Limiter) -> str:
    return " ".join((limiter_words(limiter), *map(muscle_words, MUSCLES_OF[limiter])))


def _entry(kind: SearchKind, id: str, title: str, detail: str, *words: str) -> SearchEntry:
    return SearchEntry(kind, id, title, detail, with_synonyms(" ".join((title, detail, *words))))


def _routine(row: RoutineSummary, words: str) -> SearchEntry:
    needs = map(need_words, row.needs)
    return _entry(
        "routine",
        row.id,
        row.title + owner_mark(row.owner),
        row.length,
        occasion_words(row.kind),
        *row.postures,
        *needs,
        words,
    )


def _limiter(limiter: Limiter) -> SearchEntry:
    return _entry("limiter", limiter, capitalised(limiter_words(limiter)), "", _limiter_words(limiter))


def _drill(row: DrillSummary) -> SearchEntry:
    helped = (limiter_words(each) for each in row.helps)
    needs = map(need_words, row.needs)
    goal = goal_words(row.goal) if row.goal else ""
    position = position_words(row.position) if row.position else ""
    title = row.title + owner_mark(row.owner)
    return _entry("drill", row.id, title, position, goal, *map(muscle_words, row.targets), *helped, *needs)


def _muscles(drills: tuple[DrillSummary, ...]) -> Iterator[SearchEntry]:
    """Yield each muscle that has drills, with their number."""
    for muscle in dict.fromkeys(each for drill in drills for each in drill.targets):
        count = counted(sum(muscle in drill.targets for drill in drills), "drill")
        yield _entry("muscle", muscle, capitalised(muscle_words(muscle)), count)
