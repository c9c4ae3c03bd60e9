"""`leanbreath plan` shows training plans, starts one and says where a runner stands in it."""

import json

from tests.home import leanbreath


def test_without_a_plan_every_plan_is_listed_with_its_title_and_how_to_start(tmp_path):
    *rows, hint = leanbreath(tmp_path, "plan").stdout.splitlines()
    assert [row.split(maxsplit=1)[0] for row in rows] == ["eight-weeks", "maintenance"]
    assert all(len(row.split()) > 1 for row in rows)
    assert hint == "Start the one that suits you: leanbreath plan --start"
    assert json.loads(leanbreath(tmp_path, "plan", "--json").stdout) is None


def test_a_plan_is_started_shown_explained_and_stopped(tmp_path):
    started = leanbreath(tmp_path, "plan", "--start").stdout
    assert started.startswith("Started: Eight weeks of lean practice.") and "Next: Week 1, day 1 of 3" in started
    shown = leanbreath(tmp_path, "plan").stdout
    assert "week 1 of 8 · day 1 of 7" in shown and "hold 20 seconds x 2" in shown and "Next: " in shown
    assert "Eight weeks of lean practice, week 1." in leanbreath(tmp_path, "plan", "--why").stdout
    assert json.loads(leanbreath(tmp_path, "plan", "--json").stdout)["levels"]["wall-lean-hold"] == 1
    assert "level 2 of 3" in leanbreath(tmp_path, "plan", "--level", "wall-lean-hold=2").stdout
    replaced = leanbreath(tmp_path, "plan", "maintenance", "--start").stdout
    assert "It replaces Eight weeks of lean practice, week 1." in replaced
    assert leanbreath(tmp_path, "plan", "--stop").stdout.startswith("Stopped: Keep what you have")


def test_what_can_not_be_is_answered_with_what_can(tmp_path):
    for option in ("--pause", "--why"):
        result = leanbreath(tmp_path, "plan", option)
        assert (result.returncode, result.stdout) == (1, "")
        assert "no plan is running; start one with  leanbreath plan --start" in result.stderr
    assert leanbreath(tmp_path, "plan", "--stop", "--pause").returncode == 2
    assert leanbreath(tmp_path, "plan", "eight-weeks", "--stop").returncode == 2
    assert leanbreath(tmp_path, "plan", "--level", "wall-lean-hold").returncode == 2


def test_a_plan_is_shown_as_show_shows_it(tmp_path):
    plan = leanbreath(tmp_path, "plan", "eight-weeks").stdout
    assert plan == leanbreath(tmp_path, "show", "eight-weeks").stdout and "Week 8" in plan


def test_a_routine_is_answered_with_the_command_for_cue_sheets(tmp_path):
    result = leanbreath(tmp_path, "plan", "daily-12")
    assert (result.returncode, result.stdout) == (1, "")
    assert 'no plan "daily-12"' in result.stderr and "leanbreath cues" in result.stderr
