"""The data of a page: a session in order of time, which agrees with the cue sheet."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings

from leanbreath.routine.model import Routine
from leanbreath.score import cue_sheet
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from tests.export.web.pages import LIBRARY, page_of, page_with
from tests.strategies import routines

GAPS = ("ready", "move", "switch", "rest")


def assert_tiled(rows, start, end):
    assert rows[0]["at"] == start and rows[-1]["end"] == end
    assert all(one["end"] == two["at"] for one, two in pairwise(rows))
    assert all(each["at"] < each["end"] for each in rows)


@settings(max_examples=40)
@given(routines())
def test_passages_tile_the_sound_and_segments_tile_the_passages(routine: Routine):
    page = page_of(routine)
    assert_tiled(page["passages"], 0, page["audio_total"])
    for index, passage in enumerate(page["passages"]):
        assert_tiled([each for each in page["segments"] if each["passage"] == index], passage["at"], passage["end"])


@settings(max_examples=40)
@given(routines())
def test_every_segment_of_the_cue_sheet_is_on_the_page_at_its_time(routine: Routine):
    page, sheet = page_of(routine), cue_sheet.data(compose(routine))
    assert page["total"] == sheet["total_frames"]
    passages, rows = page["passages"], list[tuple[object, ...]]()
    for each in page["segments"]:
        passage = passages[each["passage"]]
        if each["kind"] != "count-in":
            start = passage["time"] + each["at"] - passage["at"]
            rows.append(
                (start, None if each["stop"] else start + each["end"] - each["at"], each["kind"], passage["step"])
            )
    assert rows == [
        (each["start"], None if each["kind"] == "wait" or each["open"] else each["end"], each["kind"], each["step"])
        for each in sheet["segments"]
        if each["end"] > each["start"] or each["kind"] == "wait"
    ]


@settings(max_examples=40)
@given(routines())
def test_waits_and_open_work_are_the_stops(routine: Routine):
    page, score = page_of(routine), compose(routine)
    stops = [each for each in page["segments"] if each["stop"]]
    expected = []
    for index in score.stops:
        passage = score.passages[score.segments[index].passage]
        ends_itself = passage.kind != "wait" or passage.most_seconds is not None
        expected.append((score.segments[index].kind, "open" if ends_itself else "wait"))
    assert [(each["kind"], each["stop"]) for each in stops] == expected


@settings(max_examples=30)
@given(routines())
def test_every_line_of_the_cue_sheet_is_said_on_the_page(routine: Routine):
    page, score = page_of(routine), compose(routine)
    open_passages = {score.segments[index].passage for index in score.stops}
    said = [each["text"] for each in page["lines"]]
    assert [each["at"] for each in page["lines"]] == sorted(each["at"] for each in page["lines"])
    for cue in score.cues:
        is_shown = cue.say and not (cue.line and cue.line.is_audio_only)
        if is_shown and score.segments[cue.segment].passage not in open_passages:
            assert score.as_written(cue.say) in said


@settings(max_examples=30)
@given(routines())
def test_curves_and_figures_are_there_where_work_is_done(routine: Routine):
    page = page_of(routine)
    for each in page["segments"]:
        is_work = page["passages"][each["passage"]]["kind"] == "work"
        assert (each["curve"] is not None) == is_work
    assert all(len(curve) == 17 and all(0 <= level <= 1 for level in curve) for curve in page["curves"])
    assert len(set(map(tuple, page["curves"]))) == len(page["curves"])


def test_a_page_begins_with_the_count_in_of_a_session():
    page = page_with("  - {drill: ankle-rock-wall, reps: 3 @ 2s, switch: 4s}\n")
    first = page["passages"][0]
    assert (first["kind"], first["time"], first["at"], first["side"]) == ("count-in", None, 0, "left")
    assert page["lines"][0] == {"at": 0, "text": "Get ready."}
    assert page["passages"][1]["at"] == first["end"] >= 5 * RATE and page["passages"][1]["time"] == 0
    assert page["audio_total"] == first["end"] + page["total"]


def test_a_wait_sounds_like_its_prompt_and_leads_to_a_count_in():
    page = page_with(
        '  - {drill: march, time: 6s}\n  - {wait: "Walk back, then press space."}\n'
        "  - {drill: head-glide, reps: 2 @ 3s}\n"
    )
    kinds = [each["kind"] for each in page["passages"]]
    assert kinds == ["count-in", "work", "wait", "count-in", "work"]
    wait, lead, last = page["passages"][2:]
    assert wait["time"] == 6 * RATE and lead["time"] is None and last["time"] == 6 * RATE
    assert wait["title"] == "Walk back, then tap."
    assert {"at": wait["at"], "text": "Walk back, then tap."} in page["lines"]
    assert page["total"] == 12 * RATE
    assert [each["stop"] for each in page["segments"] if each["kind"] == "wait"] == ["wait"]


def test_open_work_lasts_up_to_its_most_and_counts_up():
    page = page_with("  - {title: Sway, hold: max, most: 60s, expect: 20s}\n")
    work = page["segments"][1]
    assert (work["end"] - work["at"], work["stop"], work["digits"]) == (60 * RATE, "open", "elapsed")
    assert page["total"] == 20 * RATE and page["is_estimate"]
    assert any(each["text"] == "Tap when you're done." for each in page["lines"])


def test_a_wait_that_ends_by_itself_can_be_skipped_and_counts_down():
    page = page_with('  - {drill: march, time: 6s}\n  - {wait: "Rest.", most: 40s}\n  - {drill: march, time: 6s}\n')
    wait = next(each for each in page["segments"] if each["kind"] == "wait")
    lead = next(each for each in page["segments"] if each["at"] == wait["end"])
    assert (wait["stop"], wait["digits"], lead["kind"]) == ("open", "segment", "count-in")
    assert lead["end"] - wait["at"] == 40 * RATE and not page["is_estimate"]


@pytest.mark.parametrize(
    ("step", "first", "digits", "count", "round"),
    [
        ("{drill: standing-soft-belly, breath: 4-0-6-0 x 3}", "In", "segment", "1/3", ""),
        ("{drill: head-glide, reps: 4 @ 3s}", "Forward", "none", "1/4", ""),
        ("{title: Sway, hold: 20s, sets: 2, rest: 5s}", "Hold", "passage", "", "Set 1 of 2"),
        ("{drill: march, time: 30s}", "March", "passage", "", ""),
        ("{title: Steps, cadence: 180 for 10s}", None, "passage", "", "180 steps a minute"),
    ],
)
def test_a_segment_says_what_is_read_from_afar(step, first, digits, count, round):
    page = page_with(f"  - {step}\n")
    found = page["segments"][1]
    assert (found["word"], found["digits"], found["count"], found["round"]) == (first, digits, count, round)


def test_before_work_the_page_says_how_to_get_into_place():
    page = page_with("  - {drill: march, time: 6s}\n  - {drill: half-kneel-breath, ready: 8s}\n")
    ready = next(each for each in page["passages"] if each["kind"] == "ready")
    assert ready["set_up"][0] == "Left knee on the pad. Tuck under." and ready["next"].startswith("Half-kneel")
    assert [each["set_up"] for each in page["passages"] if each["kind"] == "work"] == [[]] * 3


def test_what_is_needed_and_who_should_take_care_stand_before():
    page = page_with("  - {drill: ankle-rock-wall, reps: 3 @ 2s, switch: 4s}\n")
    assert page["before"][0] == "You need: wall." and page["before"][1].startswith("Take care with: ")
    assert page["safety"].startswith("Not medical advice.")


@pytest.mark.parametrize("name", sorted(LIBRARY.routine_files))
def test_the_work_of_a_page_has_its_planned_length(name):
    page = page_of(LIBRARY.routine(name).value, has_figures=False)
    work = [index for index, each in enumerate(page["passages"]) if each["kind"] == "work"]
    assert [each["passage"] for each in page["diary"]["work"]] == work
    for row in page["diary"]["work"]:
        passage = page["passages"][row["passage"]]
        assert row["planned_seconds"] == Fraction(passage["end"] - passage["at"], RATE)
        assert (row["step"], row["title"], row.get("side")) == (passage["step"], passage["title"], passage["side"])
