"""`--fit` on the command line: never longer than asked, with one line about what changed, or what would fit."""

import json

import pytest

from tests.home import in_process


def test_a_cue_sheet_is_fitted_and_says_what_changed(tmp_path):
    result = in_process(tmp_path, "cues", "daily-12", "--fit", "9m", "--json")
    data = json.loads(result.stdout)
    assert result.returncode == 0 and 535 <= data["total_seconds"] <= 540
    assert data["segments"][-1]["end"] == data["total_frames"] == round(data["total_seconds"] * 48_000)
    assert result.stderr.startswith("Left out: ") and result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("cues", "daily-12", "--fit", "2m"), 1, "daily-12 doesn't fit into 2:00; its shortest form takes 6:25"),
        (("run", "daily-12", "--fit", "2m", "--plain"), 1, "so write --fit 6m25s or more"),
        (("cues", "daily-12", "--fit", "0"), 2, "how much time do you have? Write it as 6m, for example"),
        (("cues", "daily-12", "--fit", "6"), 2, '"6" is 6 seconds; for minutes, write 6m'),
        (("run", "--resume", "--fit", "6m"), 2, "a resumed session keeps its length"),
    ],
)
def test_a_length_that_cannot_be_says_what_can(tmp_path, arguments, code, message):
    result = in_process(tmp_path, *arguments)
    assert result.returncode == code and message in result.stderr


def test_a_rehearsal_in_lines_begins_with_what_changed(tmp_path):
    result = in_process(tmp_path, "run", "pre-run-6", "--fit", "5m", "--plain", "--speed", "100", "--from", "10")
    assert "Six-minute lean primer. 5:00." in result.stdout
    assert "Left out: calf pump at the wall, head glide and wall lean march." in result.stdout
