"""The readout: word, pacer and number in one column, whole and apart from each other at every size."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.letters import fit_letters
from leanbreath.figure.readout import Readout, draw_readout
from leanbreath.score.kinds import PacerShape
from tests.figure.test_pacer import text

WORDS = ("", "In", "Hold", "Stretch", "Push back", "Little toe", "Small breath", "Look ahead", "Hands high", "Größe")
SIZES = {(40, 12): (40, 6), (80, 24): (39, 14), (100, 30): (49, 18), (120, 40): (59, 28), (200, 60): (99, 48)}
"""The room a readout has in a window of each size."""

readouts = st.builds(
    Readout,
    word=st.sampled_from(WORDS),
    sub_word=st.sampled_from(("", "left side", "space when you're done")),
    number=st.sampled_from(("", "3", "18", "1:40")),
    total=st.sampled_from(("", "8", "20")),
    shape=st.sampled_from((None, *get_args(PacerShape))),
    level=st.floats(0, 1),
    keys=st.sampled_from(((), (("space", "resume"), ("q", "end")))),
)


@given(readouts, st.integers(0, 110), st.integers(0, 50))
def test_a_readout_fills_the_room_it_is_given(readout, columns, rows):
    drawn = text(draw_readout(readout, columns, rows))
    assert [len(row) for row in drawn] == [columns] * rows


@pytest.mark.parametrize("room", SIZES.values(), ids=map(str, SIZES))
@pytest.mark.parametrize("shape", ["disc", "track", "ring"])
def test_word_number_and_pacer_are_all_there_and_never_touch(room, shape):
    total = "10" if shape == "track" else ""
    drawn = draw_readout(Readout("Hold", "left side", "3", total, shape, 0.5), *room)
    looks = [{run.look for run in row if run.text.strip()} for row in drawn]
    assert {look for row in looks for look in row} >= {"word", "number"}
    if room[1] > 9:
        first = next(index for index, row in enumerate(looks) if row & {"number", "pacer", "track"})
        assert all(row <= {"word"} for row in looks[:first])
        assert not any("word" in row for row in looks[first:])
        assert {"pacer"} <= {look for row in looks for look in row}


@pytest.mark.parametrize("room", [(39, 13), (39, 14), (49, 18), (59, 28)])
@pytest.mark.parametrize("word", [word for word in WORDS if word.isascii() and word])
def test_every_word_of_a_drill_is_drawn_large_from_80_by_24_on(word, room):
    drawn = draw_readout(Readout(word, "hollow", "3", "10", "track", 0.5), *room)
    letters = [run.text for row in drawn for run in row if run.look == "word" and "█" in run.text]
    assert len(letters) >= 4 and word.upper() not in "".join(text(drawn)).upper()


@pytest.mark.parametrize("number", ["3", "18", "59"])
@pytest.mark.parametrize("word", ["", "Hold"])
def test_seconds_are_drawn_large_inside_a_ring_from_80_by_24_on(number, word):
    drawn = draw_readout(Readout(word, "", number, "", "ring", 0.5), 39, 14)
    inside = [run.text for row in drawn for run in row if run.look == "number"]
    assert len(inside) >= 3 and number not in "".join(text(drawn))


def test_reps_read_as_so_many_of_so_many():
    drawn = text(draw_readout(Readout(number="3", total="8", shape="track"), 36, 9))
    assert "\n".join(row.rstrip() for row in drawn) == PICTURE


PICTURE = """\
        ▄██████▄
        ▀▀    ██     █▀ ▄█▀█▄
          ██████    ▄▀  █▄▄▄█
        ▄▄    ██   ▄▀   █▀▀▀█
        ▀██████▀  ▄█    ▀█▄█▀

   ▄▄▄
  █████━━━━━━━━━━━━━━━━━━━━━━━━━━━
   ▀▀▀"""


@pytest.mark.parametrize(("number", "room"), [("3", (39, 14)), ("12", (39, 14)), ("3", (59, 28)), ("12", (59, 28))])
def test_the_total_is_no_larger_than_the_number_and_stands_after_it(number, room):
    rows = draw_readout(Readout("Right", "", number, "20", "track", 0.5), *room)
    lines = [run.text for row in rows for run in row if run.look == "number"]
    last = draw_readout(Readout("Right", "", number, "21", "track", 0.5), *room)
    changed = [
        column
        for one, other in zip(lines, (run.text for row in last for run in row if run.look == "number"), strict=True)
        for column, pair in enumerate(zip(one, other, strict=True))
        if pair[0] != pair[1]
    ]
    heights = [sum(line[column] != " " for line in lines) for column in range(len(lines[0]))]
    assert len(lines) >= 4 and changed and min(changed) > room[0] // 2
    assert max(heights[: room[0] // 3]) >= max(heights[min(changed) :])


def test_a_pause_lists_the_keys_in_place_of_the_pacer():
    keys = (("space", "resume"), ("→", "next"), ("q", "end"))
    drawn = text(draw_readout(Readout("Paused", keys=keys), 39, 14))
    assert [row.strip() for row in drawn if row.strip() and "█" not in row][-3:] == [
        "space  resume",
        "→  next",
        "q  end",
    ]


def test_a_low_window_has_word_and_number_next_to_each_other():
    drawn = text(draw_readout(Readout("In", "", "4", "", "disc", 1.0), 40, 6))
    assert fit_letters("In", 17, 6).is_legible
    assert all(row[:19].strip() and row[21:].strip() for row in drawn[1:5])


@pytest.mark.parametrize("word", ["Wait", "Ready", "Stretch", "Forward"])
def test_a_longer_word_stands_above_the_number_in_a_low_window(word):
    drawn = draw_readout(Readout(word, "left side", "3", "", "ring", 0.5), 40, 6)
    looks = [{run.look for run in row if "█" in run.text or "▀" in run.text} for row in drawn]
    assert looks == [{"word"}] * 3 + [{"number"}] * 3


def test_a_level_that_would_look_the_same_is_not_drawn_again():
    readout = Readout("In", "", "4", "", "disc", 0.5)
    assert draw_readout(readout, 39, 14) is draw_readout(readout._replace(level=0.501), 39, 14)
