"""The list of the home screen: routines by occasion, one occasion only, or what was searched for."""

from dataclasses import replace

from leanbreath.presentation.home_contents import HomeContents
from leanbreath.presentation.home_rows import HomeRow, Target
from leanbreath.presentation.home_search import SearchEntry
from leanbreath.presentation.routine_summary import RoutineSummary


def row(id: str, kind: str, owner: str = "leanbreath") -> RoutineSummary:
    return RoutineSummary(id, id.title(), kind, 61.0, False, 0, (), (), "", owner)


CONTENTS = HomeContents(
    (row("warm", "pre-run"), row("home", "daily"), row("mine", "daily", "yours")),
    ("home",),
    (SearchEntry("drill", "march", "March", "standing", "march standing"),),
)


def shown(contents: HomeContents) -> dict[str, list[str]]:
    return {group.heading: [each.text for each in group.rows] for group in contents.groups}


def test_routines_stand_by_occasion_with_pins_first_and_the_runners_own_marked():
    assert shown(CONTENTS) == {"pinned": ["Home"], "before a run": ["Warm"], "at home": ["Mine  (yours)"]}
    assert CONTENTS.groups[0].rows[0] == HomeRow(Target("routine", "home"), "Home", "1:01")


def test_one_occasion_after_another_is_shown_and_then_all():
    first = CONTENTS.with_next_occasion()
    second = first.with_next_occasion()
    assert (first.filter_text, shown(first)) == ("before a run only", {"before a run": ["Warm"]})
    assert shown(second) == {"at home": ["Home", "Mine  (yours)"]}
    assert second.with_next_occasion() == CONTENTS and CONTENTS.filter_text == ""


def test_a_search_goes_through_everything():
    found = replace(CONTENTS, searched="stand", occasion="daily").groups
    assert [(group.heading, group.rows) for group in found] == [
        ("drills", (HomeRow(Target("drill", "march"), "March", detail="standing"),))
    ]
    assert replace(CONTENTS, searched="nowhere").groups == ()
    assert shown(replace(CONTENTS, searched="  ")) == shown(CONTENTS)
