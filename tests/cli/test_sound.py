"""Sound from the command line: settings and options, what is missing, and the saved volume."""

import json
import shlex
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile

from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.sound.voice_settings import VoiceSettings
from leanbreath.userdata.settings_file import read_settings
from tests.home import PROGRAM, at_terminal, environment, leanbreath, short_routine
from tests.quick_cases import quick_values
from tests.terminal import Terminal

NO_VOICE = """
import sys
sys.modules["hibari"] = sys.modules["espeakng_loader"] = None
sys.argv = ["leanbreath", *sys.argv[1:]]
from leanbreath.cli import main
main()
"""


def settings(home: Path, text: str) -> Path:
    path = home / "leanbreath" / "settings.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("sound: {volume: 40}", "1:17", 'expected -36 to 6 decibels, not "40"; write -36 to 6'),
        ("sound: {cues: loud}", "1:15", '"cues" cannot be "loud"'),
        ("sound: {pack: warm, outputs: auto}", "1:21", 'unknown key "outputs"; did you mean "output"?'),
        ("sound: {voice: espek}", "1:16", 'no voice engine "espek"; did you mean "espeak"?'),
        ("sound: {voice: command}", "1:16", 'the engine "command" needs a command'),
        (
            """sound: {voice: {engine: command, command: "say 'it {file}"}}""",
            "1:16",
            "this command is cut short: no closing quotation; close its quotes",
        ),
        ('night: {from: "25:00"}', "1:15", 'expected a time of day, not "25:00"; write it as 21:30'),
        ("sound: {glide: 1}", "1:16", 'expected true or false, not "1"'),
        ("sound: {balance: 30}", "1:18", "write -12 to 12"),
    ],
)
def test_a_mistake_in_the_settings_is_reported_with_its_place_and_a_session_uses_the_defaults(
    tmp_path, text, place, message
):
    path = settings(tmp_path, text)
    done = leanbreath(tmp_path, "run", short(tmp_path), "--plain", "--speed", "100")
    assert done.returncode == 0 and "of drills done" in done.stdout
    assert f"{path}:{place}: " in done.stderr and message in done.stderr


@pytest.mark.parametrize("options", [["--pack", "nigth"], ["--pack", "nigth", "--night"]])
def test_an_unknown_pack_is_reported_with_the_nearest_name(tmp_path, options):
    done = leanbreath(tmp_path, "run", "pre-run-6", "--plain", *options)
    assert done.returncode == 1
    assert 'no sound pack "nigth"; did you mean "night"?' in done.stderr


def test_a_language_without_a_file_is_reported(tmp_path):
    settings(tmp_path, "language: eo")
    done = leanbreath(tmp_path, "run", "pre-run-6", "--plain")
    assert done.returncode == 1 and 'your settings ask for the language "eo"' in done.stderr


def rendered(home: Path, *options: str) -> np.ndarray:
    path = home / "x.wav"
    done = leanbreath(home, "render", short(home), "-o", str(path), *options)
    assert done.returncode == 0, done.stderr
    return soundfile.read(path, dtype="float32")[0]


def short(home: Path) -> str:
    path = home / "brief.yaml"
    path.write_text(
        "routine: brief\ntitle: Brief\nsteps:\n"
        '  - {move: "Come.", time: 8s}\n  - {title: Stand, hold: 8s}\n'
        "  - {title: Breathe, breath: 4-4 x 2, ready: 5s}\n"
    )
    return str(path)


def energy(samples: np.ndarray, first: float, last: float) -> float:
    return float(np.square(samples[round(first * 48_000) : round(last * 48_000)]).mean())


def test_options_and_settings_choose_what_is_heard(tmp_path):
    full, tones = rendered(tmp_path), rendered(tmp_path, "--cues", "tones")
    bare = rendered(tmp_path, "--cues", "tones", "--no-glide")
    assert energy(full, 1, 4) > 0 == energy(tones, 1, 4)
    assert energy(tones, 22.5, 24.5) > 0 == energy(bare, 22.5, 24.5)
    assert not rendered(tmp_path, "--cues", "off").any()
    settings(tmp_path, "sound: {cues: tones, glide: false}")
    assert np.array_equal(rendered(tmp_path), bare)
    assert energy(rendered(tmp_path, "--cues", "full"), 1, 4) > 0


def clock(hours: int) -> str:
    """Return the time of the day so many hours from now."""
    return f"{datetime.now() + timedelta(hours=hours):%H:%M}"


def test_at_night_the_pack_and_the_density_change(tmp_path):
    night, day = rendered(tmp_path, "--night", "--no-voice"), rendered(tmp_path, "--no-voice")
    assert np.array_equal(night, rendered(tmp_path, "--pack", "night", "--no-voice")) and not np.array_equal(night, day)
    settings(tmp_path, f'night: {{from: "{clock(-1)}", to: "{clock(1)}"}}')
    assert np.array_equal(rendered(tmp_path, "--no-voice"), night)
    assert np.array_equal(rendered(tmp_path, "--no-voice", "--no-night"), day)


def test_every_tone_of_the_cue_sheet_is_in_the_file_at_its_frame(tmp_path):
    samples = rendered(tmp_path, "--cues", "tones", "--no-glide")
    sheet = json.loads(leanbreath(tmp_path, "cues", short(tmp_path), "--json").stdout)
    onsets = sorted({cue["at"] for cue in sheet["cues"] if cue["sound"]})
    loud = np.abs(samples).max(axis=1) > 1e-3
    begun = [at for at in onsets if not loud[max(at - 2_400, 0) : at].any()]
    assert len(begun) > 5
    for at in begun:
        assert loud[at : at + 2_400].any()


def test_without_a_voice_engine_tones_are_played_and_the_fix_is_printed(tmp_path):
    path = tmp_path / "x.wav"
    done = run_code(tmp_path, NO_VOICE, "render", "pre-run-6", "-o", str(path))
    assert done.returncode == 0
    assert "No voice: no voice was found; install one with  pip install 'leanbreath[voice]'. Tones only." in done.stderr
    assert np.array_equal(soundfile.read(path, dtype="int16")[0], soundfile.read(toneless(tmp_path), dtype="int16")[0])


def toneless(home: Path) -> Path:
    path = home / "y.wav"
    assert leanbreath(home, "render", "pre-run-6", "-o", str(path), "--no-voice").returncode == 0
    return path


def run_code(home: Path, code: str, *arguments: str):
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)


def test_a_voice_by_command_is_in_the_file(tmp_path):
    program = tmp_path / "hum.py"
    program.write_text(
        "import sys, wave\n"
        "with wave.open(sys.argv[1], 'wb') as file:\n"
        "    file.setnchannels(1); file.setsampwidth(2); file.setframerate(48000)\n"
        "    file.writeframes((b'\\x00\\x40' + b'\\x00\\xc0') * 48000)\n"
    )
    settings(tmp_path, f"sound: {{voice: {{engine: command, command: '{sys.executable} {program} {{file}}'}}}}")
    spoken, mute = rendered(tmp_path), rendered(tmp_path, "--no-voice")
    assert energy(spoken, 1, 1.8) > 0.001 > energy(mute, 1, 1.8)


def test_the_volume_set_by_keys_is_saved(tmp_path):
    path = settings(tmp_path, "# mine\nsound: {pack: night} # soft\n")
    terminal = at_terminal(tmp_path, "run", short_routine(tmp_path), "--at-once")
    terminal.wait_for("Third hold")
    for _ in range(2):
        terminal.send("\x1b[B")
    leave(terminal)
    assert terminal.end() == 0
    assert path.read_text() == "# mine\nsound: {volume: -6, pack: night} # soft\n"


def leave(terminal: Terminal) -> None:
    """Leave a session in which something was done, and say nothing about it."""
    terminal.send("qy")
    terminal.wait_for("of drills done.")
    terminal.send(" ")


def test_an_unchanged_volume_writes_no_settings(tmp_path):
    terminal = at_terminal(tmp_path, "run", short_routine(tmp_path), "--at-once")
    terminal.wait_for("Third hold")
    leave(terminal)
    assert terminal.end() == 0
    assert not (tmp_path / "leanbreath" / "settings.yaml").exists()


def test_the_terminal_bell_rings_where_nothing_else_can_play(tmp_path):
    terminal = at_terminal(tmp_path, "run", short_routine(tmp_path), "--plain", "--at-once", "--output", "bell")
    terminal.wait_for(lambda: terminal.text().count("Hold still.") >= 3)
    terminal.send("\x03")
    terminal.end()
    assert terminal.text().count("\a") >= 2


def test_the_voice_option_overrides_the_settings_and_speaks_their_language(tmp_path):
    folder = tmp_path / "leanbreath" / "phrases"
    folder.mkdir(parents=True)
    (folder / "de.yaml").write_text("half: Halbzeit.")
    settings(tmp_path, "language: de\nsound: {voice: off}")
    own = read_settings(tmp_path / "leanbreath" / "settings.yaml").value
    heard, _ = AudioOptions(voice=True).sound_settings(own, datetime.now())
    assert heard.voice == VoiceSettings(engine="auto", name="de")


@pytest.mark.parametrize("arguments", quick_values([["--plain"], []], ["--plain"]), ids=["lines", "screen"])
def test_a_session_needs_no_standard_error(tmp_path, arguments):
    line = shlex.join([*PROGRAM, "run", short_routine(tmp_path), "--at-once", *arguments])
    terminal = Terminal(["sh", "-c", f"exec {line} 2>&-"], environment(tmp_path))
    terminal.wait_for("First hold", 20)
    terminal.send("\x03")
    assert terminal.end() == 130 and "ALSA" not in terminal.text()
