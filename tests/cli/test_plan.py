"""`leanbreath plan` shows training plans; cue sheets have a command of their own."""

from tests.home import leanbreath


def test_without_a_name_every_plan_is_listed_with_its_title(tmp_path):
    rows = leanbreath(tmp_path, "plan").stdout.splitlines()
    assert [row.split(maxsplit=1)[0] for row in rows] == ["eight-weeks", "maintenance"]
    assert all(len(row.split()) > 1 for row in rows)


def test_a_plan_is_shown_as_show_shows_it(tmp_path):
    plan = leanbreath(tmp_path, "plan", "eight-weeks").stdout
    assert plan == leanbreath(tmp_path, "show", "eight-weeks").stdout and "Week 8" in plan


def test_a_routine_is_answered_with_the_command_for_cue_sheets(tmp_path):
    result = leanbreath(tmp_path, "plan", "daily-12")
    assert (result.returncode, result.stdout) == (1, "")
    assert 'no plan "daily-12"' in result.stderr and "leanbreath cues" in result.stderr
