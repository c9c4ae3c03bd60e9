"""The limits of the rules: a value just inside each, and one just outside."""

import pytest

from leanbreath.advice.apply_rules import drill_findings, routine_findings
from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.advice.placed_routine import place_routine
from tests.routine.snippets import drill_file, routine_file, value_of


def at(position: str, seconds: int = 200) -> str:
    return f"  - {{title: {position.capitalize()}, position: {position}, hold: {seconds}s}}\n"


def told(line: str) -> str:
    return f'  - {{title: Stand, position: standing, hold: 20s, cues: [{{at: half, say: "{line}"}}]}}\n'


UP = '  - {move: "To the wall.", time: 5s}\n'


def found(steps: str, kind: str = "any", head: str = "") -> set[tuple[str, str]]:
    """Return rule and severity of each finding about a routine."""
    reading = routine_file(f"routine: x\ntitle: X\nfor: {kind}\n{head}steps:\n{steps}")
    rules = bundled_rules()
    return {
        (each.rule, each.severity or rules[each.rule].severity)
        for each in routine_findings(place_routine(value_of(reading), reading.tree), rules)
    }


def rules_of(steps: str, kind: str = "any") -> set[str]:
    return {rule for rule, _ in found(steps, kind)}


def drill(step: str, **options: str) -> str:
    more = "".join(f", {key.replace('_', '-')}: {value}" for key, value in options.items())
    return f"  - {{drill: {step}{more}}}\n"


def breath(pattern: str) -> str:
    return drill("standing-soft-belly", breath=f"{pattern} x 3")


def jog(lean: int) -> str:
    return f"  - {{title: Jog, position: jog, goal: lean-skill, lean: {lean}, time: 30s}}\n"


def wall(lean: int) -> str:
    return f"  - {{title: Wall, position: wall-lean, goal: lean-skill, needs: [wall], lean: {lean}, hold: 10s}}\n"


def getting_up(rest: str, gap: str, text: str = "Roll to your side, kneel, stand.") -> str:
    return drill("constructive-rest", time=rest) + f'  - {{move: "{text}", time: {gap}}}\n' + drill("micro-ankle-lean")


def calf(seconds: int) -> str:
    return drill("march", time="200s") + UP + drill("gastroc-wall-stretch", hold=f"{seconds}s", switch="5s")


def quiet(seconds: int) -> str:
    lying = (
        drill("march", time="200s")
        + '  - {move: "Down.", time: 10s}\n'
        + drill("constructive-rest", time=f"{seconds}s")
    )
    return lying + '  - {move: "Up.", time: 10s}\n' + drill("micro-ankle-lean")


def floor_changes(number: int) -> str:
    places = [drill(("standing-soft-belly", "hooklying-low-belly")[turn % 2]) for turn in range(number + 1)]
    return '  - {move: "Change, by the side and the knees.", time: 20s}\n'.join(places)


@pytest.mark.parametrize(
    ("rule", "fine", "wrong"),
    [
        ("LB010", breath("8-0-12-0"), breath("8-0-12.1-0")),
        ("LB010", breath("2-0-3-0"), breath("2-0-2.9-0")),
        ("LB011", breath("5-0-10-0"), breath("5-0-10.1-0")),
        ("LB011", breath("3-0-3-0"), breath("2.9-0-3-0")),
        ("LB012", breath("4-10-4-0"), breath("4-10.1-4-0")),
        ("LB013", breath("4-5-4-0"), breath("4-5.1-4-0")),
        ("LB015", breath("4-0-4-0"), breath("4-0-3.9-0")),
        (
            "LB016",
            drill("hooklying-low-belly", breath="4-0-6-0 x 30"),
            drill("hooklying-low-belly", breath="4-0-6-0 x 31"),
        ),
        ("LB017", breath("1.5-0-1.5-0"), breath("1.5-0-1.4-0")),
        ("LB018", breath("3-4-3-0"), breath("3-4.1-3-0")),
        ("LB019", breath("3-0-6.6-0"), breath("3-0-6.7-0")),
        ("LB020", getting_up("60s", "8s"), getting_up("60s", "7.9s")),
        ("LB021", getting_up("180s", "8s"), getting_up("181s", "8s")),
        ("LB021", getting_up("4m", "15s"), getting_up("4m", "14.9s")),
        ("LB021", getting_up("4m", "20s"), getting_up("4m", "20s", "Stand up.")),
        ("LB022", getting_up("60s", "8s"), getting_up("60s", "2.9s")),
        ("LB024", floor_changes(2), floor_changes(3)),
        ("LB053", jog(10), jog(11)),
        ("LB066", drill("march", time="19m"), drill("march", time="20m")),
        ("LB066", drill("march", time="100:00"), drill("march", time="100m")),
        ("LB066", drill("constructive-rest", time="30m"), drill("jog", time="30m")),
        ("LB066", '  - {move: "Jog 100m.", time: 40s}\n', '  - {move: "Jog.", time: 100m}\n'),
        ("LB067", at("standing", 300), at("standing", 301)),
        ("LB068", "  - {rest: 10m}\n", "  - {rest: 601s}\n"),
        ("LB068", drill("march") + drill("march", ready="10m"), drill("march") + drill("march", ready="601s")),
        ("LB069", drill("march", time="2h"), drill("march", time="7201s")),
        ("LB070", drill("calf-pump-walk", reps="20 @ 0.4s"), drill("calf-pump-walk", reps="20 @ 0.39s")),
        ("LB071", drill("gastroc-wall-stretch", hold="4m"), drill("gastroc-wall-stretch", hold="241s")),
        ("LB072", drill("march", least="60s", most="60s"), drill("march", least="61s", most="60s", time="60s")),
        ("LB073", drill("ankle-rock-wall", sides="alternate"), drill("ankle-rock-wall", sides="none")),
        ("LB074", drill("march") + drill("march", ready="5s"), "  - {rest: 5s}\n" + drill("march", ready="5s")),
        ("LB074", "  - {rest: 5s}\n" + drill("march", ready="0s"), "  - {rest: 5s}\n" + drill("march", ready="1s")),
        ("LB074", drill("head-glide", rest="5s", sets="2"), drill("head-glide", rest="5s")),
        ("LB075", told("Never hold your breath."), told("Hold your breath.")),
        ("LB075", told("Breathe; don't ever hold the breath."), told("Breathe in, hold the breath.")),
        ("LB075", told("Hold your arms. Your breath flows."), told("Breath retention.")),
        ("LB053b", wall(15), wall(16)),
        ("LB063", drill("head-glide", sets="2", rest="5s"), drill("head-glide", sets="2", rest="4.9s")),
        ("LB005", drill("calf-pump-walk", reps="20 @ 1s"), drill("calf-pump-walk", reps="21 @ 1s")),
        ("LB006", drill("ankle-rock-wall", sides="each"), drill("ankle-rock-wall", sides="right")),
    ],
)
def test_a_limit_holds_in_any_routine(rule: str, fine: str, wrong: str) -> None:
    assert rule not in rules_of(fine)
    assert rule in rules_of(wrong)


@pytest.mark.parametrize(
    ("rule", "kind", "fine", "wrong"),
    [
        ("LB001", "pre-run", calf(59), calf(60)),
        (
            "LB001",
            "pre-run",
            calf(59),
            drill("march", time="200s") + UP + drill("gastroc-wall-stretch", hold="30s", sets="2"),
        ),
        ("LB002", "pre-run", calf(30), calf(31)),
        ("LB004", "pre-run", calf(20) + UP + drill("calf-pump-walk"), calf(20) + UP + drill("dynamic-lunge-rock")),
        ("LB025", "pre-run", quiet(30), quiet(31)),
        ("LB030", "pre-run", drill("march", time="60s"), drill("march", time="59s")),
        ("LB030", "pre-run", drill("march", time="30s") + drill("easy-walk", time="30s"), drill("micro-ankle-lean")),
        ("LB031", "pre-run", drill("micro-ankle-lean"), drill("standing-soft-belly")),
        (
            "LB031",
            "pre-run",
            drill("micro-ankle-lean") + drill("gaze-far", time="60s", sets="1"),
            drill("micro-ankle-lean") + drill("gaze-far", time="61s", sets="1"),
        ),
        ("LB031", "pre-run", drill("micro-ankle-lean") + "  - {rest: 30s}\n", drill("gaze-far", time="60s")),
        ("LB032", "pre-run", drill("march", time="4m"), drill("march", time="239s")),
        ("LB032", "pre-run", drill("march", time="10m"), drill("march", time="601s")),
        ("LB033", "daily", drill("march", time="6m"), drill("march", time="359s")),
        ("LB033", "daily", drill("march", time="20m"), drill("march", time="1201s")),
        (
            "LB034",
            "daily",
            drill("ankle-rock-wall") + drill("micro-ankle-lean"),
            drill("micro-ankle-lean") + drill("ankle-rock-wall"),
        ),
        ("LB054", "post-run", drill("wall-lean-breath"), drill("fall-forward-start")),
    ],
)
def test_a_limit_holds_in_one_kind_of_session(rule: str, kind: str, fine: str, wrong: str) -> None:
    assert rule not in rules_of(fine, kind)
    assert rule in rules_of(wrong, kind)
    if kind == "pre-run":
        assert rule not in rules_of(wrong, "any")


@pytest.mark.parametrize(
    ("steps", "rule", "severity"),
    [
        (jog(12), "LB053", "warning"),
        (jog(13), "LB053", "error"),
        (wall(20), "LB053b", "warning"),
        (wall(21), "LB053b", "error"),
        (drill("hooklying-low-belly", breath="4-0-6-0 x 60"), "LB016", "warning"),
        (drill("hooklying-low-belly", breath="4-0-6-0 x 61"), "LB016", "error"),
        (breath("2-6-2-0"), "LB018", "warning"),
        (breath("2-6.1-2-0"), "LB018", "error"),
        (breath("3-0-9-0"), "LB019", "warning"),
        (breath("3-0-9.1-0"), "LB019", "error"),
    ],
)
def test_a_value_far_beyond_a_limit_is_an_error(steps: str, rule: str, severity: str) -> None:
    assert (rule, severity) in found(steps)


def hip(seconds: int) -> str:
    dose = f"4-0-6-0 x {seconds // 10}"
    return drill("march", time="200s") + UP + drill("standing-hip-flexor-breath", breath=dose, switch="5s")


@pytest.mark.parametrize(("seconds", "severity"), [(60, "warning"), (110, "warning"), (120, "error")])
def test_hip_flexors_tolerate_twice_as_much(seconds: int, severity: str) -> None:
    assert ("LB001", severity) in found(hip(seconds), "pre-run")
    assert ("LB003" in rules_of(hip(seconds), "pre-run")) == (severity == "warning")


def test_a_wait_gives_all_the_time_a_runner_needs() -> None:
    waits = (
        drill("crocodile-breath")
        + '  - {wait: "Stand up by the side, then press space."}\n'
        + drill("micro-ankle-lean")
    )
    assert not {"LB020", "LB022"} & rules_of(waits)


SAME = [
    pytest.param(drill("gastroc-wall-stretch", hold="30s", sets="2"), id="sets"),
    pytest.param(drill("gastroc-wall-stretch", hold="30s") * 2, id="two steps"),
    pytest.param("  - {repeat: 2, steps: [{drill: gastroc-wall-stretch, hold: 30s}]}\n", id="rounds"),
    pytest.param(
        "  - {repeat: 3, steps: [{drill: gastroc-wall-stretch, hold: 30s, skip: last}, {drill: march}]}\n", id="skipped"
    ),
    pytest.param(drill("gastroc-wall-stretch", hold="1m"), id="one hold"),
    pytest.param(
        drill("gastroc-wall-stretch", hold="60s", sides="left")
        + drill("gastroc-wall-stretch", hold="60s", sides="right"),
        id="a step for each side",
    ),
]


@pytest.mark.parametrize("steps", SAME)
def test_a_dose_counts_the_same_however_it_is_written(steps: str) -> None:
    assert ("LB001", "error") in found(drill("march", time="200s") + UP + steps, "pre-run")


def test_skipped_rounds_do_not_count() -> None:
    steps = "  - {repeat: 2, steps: [{drill: gastroc-wall-stretch, hold: 30s, skip: last}, {drill: march}]}\n"
    assert "LB001" not in rules_of(drill("march", time="200s") + UP + steps, "pre-run")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("This HEALS.", True),
        ("It cures\n  stiffness.", True),
        ("Guaranteed.", True),
        ("A secure stance, healthy and pure.", False),
        ("No study shows a cure.", True),
        ("It obscures nothing; procures nothing.", False),
    ],
)
def test_a_claim_is_a_whole_word_in_upper_or_lower_case(text: str, claims: bool) -> None:
    lines = f'drill: x\ntitle: X\ngoal: awareness\nposition: standing\nhold: 20s\nwhy: "{text}"\n'
    rules = {each.rule for each in drill_findings(value_of(drill_file(lines)), bundled_rules())}
    assert ("LB064" in rules) == claims


@pytest.mark.parametrize(
    ("before", "gap", "after", "rules"),
    [
        ("floor-seated", 7, "standing", {"LB020"}),
        ("floor-seated", 8, "standing", set()),
        ("floor-seated", 0, "supine", set()),
        ("supine", 0, "floor-seated", set()),
        ("quadruped", 0, "plank", set()),
        ("plank", 2, "standing", {"LB022"}),
        ("tall-kneel", 0, "half-kneel", set()),
        ("tall-kneel", 2, "squat", {"LB022"}),
        ("squat", 0, "standing", set()),
        ("supine", 8, "squat", {"LB021"}),
    ],
)
def test_a_change_of_position_takes_time(before: str, gap: int, after: str, rules: set[str]) -> None:
    move = f'  - {{move: "Change.", time: {gap}s}}\n' if gap else ""
    assert rules_of(at(before) + move + at(after)) & {"LB020", "LB021", "LB022"} == rules


def test_after_lying_down_a_while_on_the_seat_is_a_way_up_in_stages() -> None:
    up = '  - {move: "Up.", time: 8s}\n'
    assert "LB021" in rules_of(at("supine") + up + at("standing"))
    assert "LB021" not in rules_of(at("supine") + at("floor-seated", 30) + up + at("standing"))


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(
            at("supine") + '  - {move: "Sit down.", time: 5s}\n' + at("seated"), id="from the floor to a chair"
        ),
        pytest.param(at("supine") + at("quadruped") + at("standing"), id="from the floor to the knees"),
    ],
)
def test_only_a_change_from_the_floor_to_the_feet_is_getting_up(steps: str) -> None:
    assert "LB020" not in rules_of(steps)


def test_only_changes_between_floor_and_feet_are_counted() -> None:
    between = '  - {move: "Change, by the side.", time: 20s}\n'
    assert "LB024" in rules_of(between.join([at("supine"), at("standing")] * 2))
    assert "LB024" not in rules_of(between.join([at("supine"), at("seated")] * 3))
    assert "LB024" not in rules_of(between.join([at("supine"), at("half-kneel")] * 3))


@pytest.mark.parametrize(("pattern", "is_found"), [("4-4-4-4", False), ("5-5-5-5", False), ("4-4-4-3", True)])
def test_a_box_of_four_equal_parts_is_a_practice_of_its_own(pattern: str, is_found: bool) -> None:
    assert ("LB018" in rules_of(breath(pattern))) == is_found


@pytest.mark.parametrize(
    ("kind", "is_found"),
    [
        ("pre-run", True),
        ("daily", True),
        ("lean-lab", True),
        ("post-run", False),
        ("desk-reset", False),
        ("any", False),
    ],
)
def test_mobility_work_asks_for_a_lean_drill_in_sessions_of_runners(kind: str, is_found: bool) -> None:
    assert ("LB034" in rules_of(drill("micro-ankle-lean") + drill("ankle-rock-wall"), kind)) == is_found


def fixes(steps: str) -> dict[str, str]:
    """Return the fix of each rule that is broken."""
    reading = routine_file(f"routine: x\ntitle: X\nsteps:\n{steps}")
    return {each.rule: each.fix for each in routine_findings(place_routine(value_of(reading)), bundled_rules())}


def test_one_long_block_of_breathing_is_to_be_split() -> None:
    long = drill("hooklying-low-belly", breath="4-0-6-0 x 31")
    short = drill("hooklying-low-belly", breath="4-0-6-0 x 20")
    assert fixes(long)["LB016"] == "split it into sets, with rest: 10s"
    assert fixes(short + short)["LB016"] == "add {rest: 10s} before this step"


HEEL = "Back heel heavy and the knee straight, please."
STAND = f'  - {{title: Stand, position: standing, hold: 4s, cues: [{{at: start, say: "{HEEL}"}}]}}\n'


@pytest.mark.parametrize(
    ("before", "fix"),
    [
        # the count-in says it
        ("", None),
        ('  - {wait: "Press space."}\n', None),
        # twelve words, and a pause each after "Next:", "Stand." and "straight,"
        ("  - {drill: march}\n", "write ready: 6s"),
        # three more words
        ('  - {move: "Get into place.", time: 5s}\n', "write time: 7s"),
        ('  - {move: "Get into place.", time: 7s}\n', None),
        ("  - {rest: 6s}\n", "write rest: 7s"),
        ("  - {rest: 7s}\n", None),
    ],
)
def test_a_gap_is_to_be_as_long_as_its_words(before: str, fix: str | None) -> None:
    assert fixes(before + STAND).get("LB026") == fix


@pytest.mark.parametrize(("length", "fix"), [("4s", None), ("2s", "write ready: 3s")])
def test_without_a_gap_a_title_is_said_before_the_work_ends(length: str, fix: str | None) -> None:
    steps = f"  - {{title: March, time: {length}}}\n  - {{title: Stand, position: standing, hold: 9s}}\n"
    assert fixes(steps).get("LB026") == fix


def test_a_gap_is_measured_on_the_side_that_begins() -> None:
    cues = f'cues: [{{at: start, side: right, say: "{HEEL}"}}]'
    step = f"  - {{title: Stand, position: standing, hold: 4s, sides: each, ready: 5s, switch: 9s, %s{cues}}}\n"
    march = "  - {drill: march}\n"
    assert "LB026" not in fixes(march + step % "")
    assert fixes(march + step % "first-side: alternate, ")["LB026"] == "write ready: 7s"


def test_a_gap_from_the_defaults_may_come_to_nothing() -> None:
    steps = "  - {rest: 5s}\n" + drill("march") + drill("head-glide")
    assert "LB074" not in {rule for rule, _ in found(steps, head="defaults: {ready: 5s, switch: 4s, rest: 10s}\n")}
