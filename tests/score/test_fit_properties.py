"""What holds for every routine and every length: open work, waits, rounds, includes, sets and sides too."""

from collections import Counter, defaultdict
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.advice.apply_rules import routine_findings
from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.advice.placed_routine import place_routine
from leanbreath.routine.model import DrillStep, Routine
from leanbreath.routine.work import Breath, Reps
from leanbreath.score.fit import DoesNotFit, Fitted, fit, fit_range
from leanbreath.score.fit_units import leaves
from leanbreath.score.passage import Passage, total_seconds
from leanbreath.score.position_change import change_seconds
from leanbreath.score.unroll import unroll
from leanbreath.score.work_key import drill_name
from tests.score.fit_strategies import routines, wishes

quick = settings(max_examples=8)

TIME_TO_SPEAK = {"LB026", "LB062"}
"""Rules about the time for a line, which depends on the lines around it: where a step goes, those that remain move."""


def passages(routine: Routine) -> list[Passage]:
    return list(unroll(routine, "left"))


def work(routine: Routine) -> list[Passage]:
    return [each for each in passages(routine) if each.kind == "work"]


def forms(routine: Routine, seconds: Fraction) -> list[Fitted]:
    """Return what a length gives, if anything, then the shortest and the longest form."""
    each = [fit(routine, seconds), *(fit(routine, end) for end in fit_range(routine))]
    return [form for form in each if isinstance(form, Fitted)]


def steps(routine: Routine) -> dict[str, DrillStep]:
    return {leaf.path: leaf.step for leaf in leaves(routine.steps) if isinstance(leaf.step, DrillStep)}


@quick
@given(routines(), wishes)
def test_a_form_is_never_longer_than_asked_and_says_how_long_it_is(routine, seconds):
    form = fit(routine, seconds)
    if isinstance(form, DoesNotFit):
        assert form.shortest > seconds and isinstance(fit(routine, form.shortest), Fitted)
    else:
        assert total_seconds(passages(form.routine)) == form.seconds <= seconds


@quick
@given(routines(), wishes)
def test_every_dose_stays_whole_in_its_pattern_and_between_its_least_and_its_most(routine, seconds):
    written = steps(routine)
    for form in forms(routine, seconds):
        for path, step in steps(form.routine).items():
            for now, was in zip(step.set_works, written[path].set_works, strict=True):
                least, most = written[path].least, written[path].most
                shortest = min(least.seconds, was.seconds) if least else was.seconds / 2
                longest = max(most.seconds, was.seconds) if most else was.seconds
                assert is_raise(step) or shortest <= now.seconds <= longest
                if isinstance(now, Breath):
                    assert isinstance(was, Breath) and (now.pattern, now.to) == (was.pattern, was.to)
                if isinstance(now, Reps):
                    assert isinstance(was, Reps) and (now.each, now.phases) == (was.each, was.phases)
                assert now.is_open == was.is_open and (now == was or not was.is_open)


def is_raise(step: DrillStep) -> bool:
    return step.drill.goal == "raise"


@quick
@given(routines(), wishes)
def test_the_order_and_the_closing_drills_stay(routine, seconds):
    written = [each.step for each in work(routine)]
    lean = [each.step for each in work(routine) if steps(routine)[each.step].drill.goal == "lean-skill"]
    for form in forms(routine, seconds):
        kept = [each.step for each in work(form.routine)]
        assert kept == [each for each in written if each in set(kept)]
        assert kept[-1] == written[-1]
        assert lean[-1:] == [each for each in lean[-1:] if each in kept]


@quick
@given(routines(), wishes)
def test_sides_that_are_equal_stay_equal(routine, seconds):
    equal = {drill for drill, sides in side_seconds(routine).items() if sides["left"] == sides["right"]}
    for form in forms(routine, seconds):
        for drill, sides in side_seconds(form.routine).items():
            assert drill not in equal or sides["left"] == sides["right"]


def side_seconds(routine: Routine) -> dict[str, Counter[str]]:
    seconds: dict[str, Counter[str]] = defaultdict(Counter)
    for each in work(routine):
        if each.side:
            seconds[drill_name(each)][each.side] += each.seconds
    return seconds


@quick
@given(routines(), wishes)
def test_no_gap_is_shorter_than_written_nor_than_a_body_needs_between_new_neighbours(routine, seconds):
    written = {(each.kind, each.step, each.side): each.seconds for each in passages(routine) if each.interval is None}
    known = {(one.step, two.step) for one, two in pairwise(work(routine))}
    for form in forms(routine, seconds):
        made = passages(form.routine)
        for each in made:
            if each.kind != "work" and each.interval is None:
                assert each.seconds >= written.get((each.kind, each.step, each.side), 0)
        indices = [index for index, each in enumerate(made) if each.kind == "work"]
        for one, two in pairwise(indices):
            between = made[one + 1 : two]
            if (made[one].step, made[two].step) not in known and all(
                each.kind != "wait" and each.interval is None for each in between
            ):
                assert total_seconds(between) >= change_seconds(made[one], made[two])


@quick
@given(routines(), st.lists(wishes, min_size=2, max_size=4))
def test_more_time_never_gives_less_of_any_drill_but_a_raise(routine, seconds):
    grown = [form for each in sorted(seconds) if isinstance(form := fit(routine, each), Fitted)]
    for less, more in pairwise([doses(form.routine) for form in grown]):
        assert all(more[drill] >= done for drill, done in less.items())


def doses(routine: Routine) -> Counter[str]:
    """Return how long each drill lasts in all."""
    seconds: Counter[str] = Counter()
    for each in work(routine):
        if not is_raise(steps(routine)[each.step]):
            seconds[drill_name(each)] += each.seconds
    return seconds


@quick
@given(routines(), wishes)
def test_the_same_length_gives_the_same_form_and_so_does_the_length_of_the_form(routine, seconds):
    form = fit(routine, seconds)
    assert fit(routine, seconds) == form
    if isinstance(form, Fitted):
        assert fit(routine, form.seconds) == form


@quick
@given(routines(), wishes)
def test_a_form_breaks_no_rule_of_training_that_the_routine_keeps(routine, seconds):
    allowed = rules_broken(routine) | TIME_TO_SPEAK
    for form in forms(routine, seconds):
        assert rules_broken(form.routine) <= allowed


def rules_broken(routine: Routine) -> set[str]:
    return {finding.rule for finding in routine_findings(place_routine(routine), bundled_rules())}


@pytest.mark.slow
@settings(max_examples=150)
@given(routines(), wishes)
def test_all_of_it_holds_for_many_routines(routine, seconds):
    for check in (
        test_a_form_is_never_longer_than_asked_and_says_how_long_it_is,
        test_every_dose_stays_whole_in_its_pattern_and_between_its_least_and_its_most,
        test_the_order_and_the_closing_drills_stay,
        test_sides_that_are_equal_stay_equal,
        test_no_gap_is_shorter_than_written_nor_than_a_body_needs_between_new_neighbours,
        test_the_same_length_gives_the_same_form_and_so_does_the_length_of_the_form,
        test_a_form_breaks_no_rule_of_training_that_the_routine_keeps,
    ):
        check.hypothesis.inner_test(routine, seconds)
    lengths = [seconds / 2, seconds, 2 * seconds]
    test_more_time_never_gives_less_of_any_drill_but_a_raise.hypothesis.inner_test(routine, lengths)
