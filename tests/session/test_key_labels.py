"""Each state offers the keys that do something in it, each with what it does."""

import pytest

from leanbreath.routine.model import Wait
from leanbreath.score.compose import compose
from leanbreath.session.key_labels import key_labels
from leanbreath.session.session import Session
from leanbreath.session.states import next_state
from tests.score.making import read, score, step
from tests.session.playing import PLAY, begun, key, silent

SCORE = score(
    step("Belly", "breath", "4-0-6-0 x 2"),  # 0 to 20
    step("Rock", "hold", "30s", sides="each", switch="5s", ready="5s"),  # 25 to 55, 60 to 90
    Wait("Go out."),
    step("Jog", "time", "30s"),  # 90 to 120
)
USUAL = {
    "next": "next", "back": "back", "longer": "10 s", "repeat": "again", "hurts": "hurts",
    "view": "view", "louder": "louder", "quieter": "quieter", "mute": "mute", "help": "keys", "leave": "end",
}  # fmt: skip
ALWAYS = {name: USUAL[name] for name in ("view", "louder", "quieter", "mute", "help", "leave")}
OPEN = """\
routine: own
title: Own
steps:
  - {title: Plank, hold: max}
  - {title: March, time: 9s}
"""


def paused(at: float) -> Session:
    session = begun(SCORE)
    session.move("pause", key(at))
    return session


@pytest.mark.parametrize(
    ("session", "at", "expected"),
    [
        (silent(SCORE), -PLAY, ALWAYS),
        (begun(SCORE), -2, USUAL | {"space": "pause"}),
        (begun(SCORE), 5, USUAL | {"space": "pause"}),
        (begun(SCORE), 22, USUAL | {"space": "pause", "switch": "right"}),
        (begun(SCORE), 30, USUAL | {"space": "pause", "switch": "right"}),
        (begun(SCORE), 70, USUAL | {"space": "pause", "switch": "left"}),
        (paused(30), 99, USUAL | {"space": "resume", "switch": "right"}),
        (begun(SCORE), 92, ALWAYS | {"space": "continue", "pause": "pause", "back": "back", "hurts": "hurts"}),
        (begun(SCORE, start=90 * 48_000), 5, USUAL | {"space": "pause", "next": "finish"}),
        (begun(compose(read(OPEN))), 5, USUAL | {"space": "done", "pause": "pause"}),
    ],
    ids=["preparing", "counting", "breath", "gap", "left", "right", "paused", "waiting", "last", "open"],
)  # fmt: skip
def test_a_key_is_offered_with_what_it_does_now(session, at, expected):
    assert key_labels(session.status(PLAY + at + 0.01)) == expected


def test_a_drill_that_was_left_out_can_be_brought_back():
    status = begun(SCORE).status(PLAY + 5)
    assert key_labels(status, can_undo=True) == key_labels(status) | {"undo": "undo h"}


def test_nothing_is_offered_at_the_end():
    session = begun(SCORE, start=118 * 48_000)
    assert key_labels(session.status(PLAY + 5)) == {}


@pytest.mark.parametrize("at", [-2, 5, 30, 70])
def test_every_move_that_is_offered_is_made(at):
    for move in key_labels(begun(SCORE).status(PLAY + at + 0.01)):
        session = begun(SCORE)
        if next_state(session.status(PLAY + at).state, move):
            assert session.move(move, PLAY + at), move
