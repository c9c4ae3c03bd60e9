"""Bones keep their length whatever a body does, and hands and feet stay at their points."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.motion import complete_frames, frame_at, movement_progress, unpaced_belly
from leanbreath.figure.skeleton import CHEST, FOREARM, NECK, PELVIS, SHANK, SOLE, THIGH, UPPER_ARM, joints
from leanbreath.routine.pose import Arm, Frame, Leg, Movement, Point, Pose

angles = st.integers(-180, 180)
points = st.builds(Point, st.integers(-150, 150).map(float), st.integers(0, 200).map(float))
legs = st.one_of(
    st.builds(Leg, hip=angles, knee=angles, ankle=angles), st.builds(Leg, foot=points, toes=st.integers(-60, 60))
)
arms = st.one_of(st.builds(Arm, shoulder=angles, elbow=angles), st.builds(Arm, hand=points))
frames = st.builds(
    Frame, hip=points, lean=angles, spine=angles, neck=angles, near_leg=legs, far_leg=legs, near_arm=arms, far_arm=arms
)
poses = st.builds(Pose, frames=st.lists(frames, min_size=1, max_size=4).map(tuple))


@given(poses, st.floats(0, 1), st.booleans())
def test_every_bone_keeps_its_length_throughout(pose, part, swapped):
    posed = joints(frame_at(pose, part, swapped))
    bones = [(posed.hip, posed.waist, PELVIS), (posed.waist, posed.shoulder, CHEST), (posed.shoulder, posed.neck, NECK)]
    for leg in (posed.near_leg, posed.far_leg):
        bones += [(leg.hip, leg.knee, THIGH), (leg.knee, leg.ankle, SHANK)]
    for arm in (posed.near_arm, posed.far_arm):
        bones += [(arm.shoulder, arm.elbow, UPPER_ARM), (arm.elbow, arm.hand, FOREARM)]
    for one, other, length in bones:
        assert dist(one, other) == pytest.approx(length)


def test_a_standing_body_is_as_tall_as_its_bones():
    standing = joints(complete_frames(Pose(frames=(Frame(),)))[0])
    assert standing.near_leg.ankle == pytest.approx((0, 94 - THIGH - SHANK))
    assert standing.near_leg.heel.y == pytest.approx(94 - THIGH - SHANK - SOLE) == pytest.approx(0)
    assert standing.head.y == pytest.approx(94 + PELVIS + CHEST + NECK + 9)
    assert standing.lean == pytest.approx(0)


@pytest.mark.parametrize(("x", "y"), [(14, 0), (40, 10), (-20, 5), (30, 40)])
def test_a_foot_stands_at_its_point_and_the_knee_bends_forward(x, y):
    pose = Pose(frames=(Frame(hip=Point(0, 88), near_leg=Leg(foot=Point(x, y))),))
    leg = joints(complete_frames(pose)[0]).near_leg
    assert leg.ball == pytest.approx((x, y)) and leg.reach == pytest.approx(0)
    straight = (leg.ankle.x - leg.hip.x) * (leg.knee.y - leg.hip.y) - (leg.ankle.y - leg.hip.y) * (
        leg.knee.x - leg.hip.x
    )
    assert straight >= 0


@pytest.mark.parametrize(("x", "y"), [(40, 120), (30, 100), (20, 140)])
def test_a_hand_is_at_its_point_and_the_elbow_bends_backward(x, y):
    pose = Pose(frames=(Frame(near_arm=Arm(hand=Point(x, y))),))
    arm = joints(complete_frames(pose)[0]).near_arm
    assert arm.hand == pytest.approx((x, y)) and arm.elbow.y < max(arm.shoulder.y, y)


def test_a_point_out_of_reach_is_measured_in_centimetres():
    pose = Pose(frames=(Frame(hip=Point(0, 94), near_leg=Leg(foot=Point(14, -10))),))
    assert joints(complete_frames(pose)[0]).near_leg.reach == pytest.approx(10)


def test_a_later_frame_takes_omitted_values_from_the_first_and_far_limbs_from_near_ones():
    first = Frame(hip=Point(0, 90), lean=5, near_leg=Leg(foot=Point(14, 0)))
    second = complete_frames(Pose(frames=(first, Frame(lean=20, near_arm=Arm(shoulder=90)))))[1]
    assert (second.hip, second.lean, second.near_leg) == (first.hip, 20, first.near_leg)
    assert second.far_leg == first.near_leg and second.far_arm == Arm(shoulder=90)


@pytest.mark.parametrize(
    ("moves", "level", "seconds", "expected"),
    [
        (Movement(), 0.3, 99, 0.3),
        (Movement(), 1.4, 0, 1.0),
        (Movement("settle"), 0.9, 0, 0.0),
        (Movement("settle"), 0.0, 1.5, 0.5),
        (Movement("settle"), 0.0, 60, 1.0),
        (Movement("cycle", 2), 0.9, 0.5, 0.25),
        (Movement("cycle", 2), 0.9, 7.0, 3.5),
    ],
)
def test_a_body_moves_with_the_pacer_or_settles_or_cycles(moves, level, seconds, expected):
    assert movement_progress(Pose(moves=moves, frames=(Frame(), Frame())), level, seconds) == pytest.approx(expected)


def test_a_cycle_ends_where_it_began():
    pose = Pose(moves=Movement("cycle", 1), frames=(Frame(lean=0), Frame(lean=10)))
    assert frame_at(pose, 0.0).lean == frame_at(pose, 1.0).lean == frame_at(pose, 7.0).lean == 0
    assert frame_at(pose, 0.5).lean == frame_at(pose, 2.5).lean == 10


def test_an_unpaced_walking_breath_takes_three_steps_in_and_four_out():
    walking = Pose(moves=Movement("cycle", 1), frames=(Frame(belly=1.0), Frame(lean=10)))
    steps = [unpaced_belly(walking, step / 2) for step in range(9)]
    assert steps[0] == steps[7] == 0 and max(steps) == steps[3] == 1
    assert steps[:4] == sorted(steps[:4]) and steps[3:8] == sorted(steps[3:8], reverse=True)
    assert unpaced_belly(Pose(moves=Movement("cycle", 1), frames=(Frame(), Frame(lean=10))), 1.5) is None
