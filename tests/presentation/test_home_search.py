"""The search of the home screen finds routines, drills, limiters, lessons and muscles by the words about them."""

import pytest

from leanbreath.authoring.catalogue import list_drills, list_routines
from leanbreath.authoring.page_lookup import lessons
from leanbreath.presentation.home_search import SearchEntry, search_entries, search_groups
from leanbreath.routine.library import Library, bundled_folder

LIBRARY = Library((bundled_folder("drills"),))


@pytest.fixture(scope="module")
def entries() -> tuple[SearchEntry, ...]:
    limiters = LIBRARY.limiters().value
    assert limiters is not None
    return search_entries(list_routines(LIBRARY, {}).rows, list_drills(LIBRARY).rows, limiters, lessons(LIBRARY))


def found(entries, text: str) -> dict[str, list[str]]:
    return {group.heading: [each.id for each in group.entries] for group in search_groups(entries, text)}


def test_calf_finds_the_routine_the_limiter_every_calf_drill_the_lesson_and_the_muscles(entries):
    shown = found(entries, "calf")
    trained = {each.id for each in list_drills(LIBRARY).rows if {"gastrocnemius", "soleus"} & {*each.targets}}
    assert shown["routines"] == ["focus-calves"] and shown["what can hold you back"] == ["calves"]
    assert trained <= set(shown["drills"]) and shown["lessons"] == ["calves"]
    assert set(shown["muscles"]) == {"gastrocnemius", "soleus"}


@pytest.mark.parametrize(
    ("text", "heading", "id"),
    [
        ("Calves", "drills", "gastroc-wall-stretch"),
        ("soleus", "drills", "soleus-wall-stretch"),
        ("psoas", "what can hold you back", "hip-flexors"),
        ("glutes", "muscles", "hip-extensors"),
        ("quads", "muscles", "rectus-femoris"),
        ("abdomen", "routines", "focus-lower-belly"),
        ("before run", "routines", "pre-run-6"),
        ("chair", "routines", "daily-floor-free"),
        ("knee mat", "drills", "half-kneel-breath"),
        ("head", "lessons", "head-and-eyes"),
        ("lean", "what can hold you back", "lean-skill"),
    ],
)
def test_words_find_what_they_name(entries, text, heading, id):
    assert id in found(entries, text)[heading]


def test_what_has_the_words_in_its_title_comes_first(entries):
    titles = [each.title.lower() for group in search_groups(entries, "lean") for each in group.entries][:1]
    drills = next(group for group in search_groups(entries, "lean") if group.heading == "drills").entries
    has = ["lean" in each.title.lower() for each in drills]
    assert "lean" in titles[0] and has == sorted(has, reverse=True)


@pytest.mark.parametrize("text", ["calf nowhere", "no-such-thing"])
def test_every_word_must_be_there(entries, text):
    assert found(entries, text) == {}


def test_no_text_finds_everything_and_no_entry_shows_an_id(entries):
    shown = [each for group in search_groups(entries, "  ") for each in group.entries]
    assert len(shown) == len(entries)
    assert {each.title for each in shown if each.kind == "limiter"} >= {
        "Calves",
        "Front of the hips",
        "The lean itself",
    }
