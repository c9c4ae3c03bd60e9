"""`leanbreath doctor`: what works, what is missing and how to get it; nothing is played without a device."""

import pytest

from tests.cli.test_sound import settings
from tests.home import at_terminal, leanbreath


def rows(done) -> dict[str, str]:
    return {line.split()[0]: line for line in done.stdout.splitlines() if line.startswith("  ")}


def test_doctor_reports_what_works_and_what_is_missing(tmp_path):
    done = leanbreath(tmp_path, "doctor", "--no-play")
    shown = rows(done)
    assert done.returncode == 0
    assert "no sound device was found" in shown["miniaudio"] and "simpleaudio" in shown["simpleaudio"]
    assert "rung when a step starts or ends" in shown["bell"] and "only the screen" in shown["silent"]
    assert 'the voice "en" speaks' in shown["espeak"] and "espeak-ng en 160 speaks" in shown["yours"]
    assert "ready to write audio files" in shown["render"]
    assert {"warm", "bright", "night"} <= set(shown)
    assert str(tmp_path) in shown["log"]


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        ("{engine: command, command: 'no-such-program {file}'}", "command: the program no-such-program was not found"),
        ("{engine: espeak, name: klingon-x}", 'espeak: eSpeak NG has no voice "klingon-x"'),
        ("off", "off: the voice is turned off"),
    ],
)
def test_doctor_reports_whether_the_voice_of_the_settings_speaks(tmp_path, voice, said):
    settings(tmp_path, f"sound: {{voice: {voice}}}")
    assert said in rows(leanbreath(tmp_path, "doctor", "--no-play"))["yours"]


def test_without_a_device_doctor_says_how_to_get_one_and_plays_nothing(tmp_path):
    done = leanbreath(tmp_path, "doctor")
    assert done.returncode == 1 and "Inhale." not in done.stdout
    assert "nothing can be played: no sound device was found; " in done.stderr
    assert "connect headphones" in done.stderr and "--output bell" in done.stderr


@pytest.mark.parametrize("options", [["--output", "silent"], ["--cues", "off"]])
def test_doctor_plays_nothing_where_playback_is_disabled(tmp_path, options):
    done = leanbreath(tmp_path, "doctor", *options)
    assert done.returncode == 0 and "Inhale." not in done.stdout
    assert "playback is disabled in your settings" in done.stderr


def test_sync_without_a_terminal_says_what_it_needs(tmp_path):
    done = leanbreath(tmp_path, "doctor", "--sync")
    assert done.returncode == 1 and "doctor --sync needs a terminal" in done.stderr


def test_sync_without_a_device_says_that_there_is_no_click_to_match(tmp_path):
    terminal = at_terminal(tmp_path, "doctor", "--sync", columns=200)
    terminal.wait_for("there is no click to match: no sound device was found")
    assert terminal.end() == 1


def test_the_report_names_the_offset(tmp_path):
    settings(tmp_path, "sound: {offset: 120 ms}")
    assert "120 ms; leanbreath doctor --sync" in rows(leanbreath(tmp_path, "doctor", "--no-play"))["offset"]
