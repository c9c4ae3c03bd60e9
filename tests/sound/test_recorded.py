"""What is really played: recorded at the monitor of a sound server, against the mixer's own output."""

import subprocess
import sys

import numpy as np
import pytest

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.session.moves import COUNT_IN_SECONDS
from leanbreath.sound.pack import load_pack
from leanbreath.sound.voice_settings import VoiceSettings
from leanbreath.userdata.settings import SoundSettings
from tests.sound.recording import brief, command, difference, from_first_sound, loud, onsets, played
from tests.soundserver import SoundServer
from tests.terminal import ROOT, Terminal

pytestmark = pytest.mark.sound_server


PLAYED = {
    "plain": (True, SoundSettings()),
    "screen": (False, SoundSettings()),
    "miniaudio": (True, SoundSettings(output="miniaudio")),
    "night": (True, SoundSettings(pack="night", cues="sparse", balance=-6)),
    "tones": (True, SoundSettings(voice=VoiceSettings(engine="off"), glide=False)),
}
SAME_AT_ANY_SERVER = ("night", "tones")


@pytest.mark.parametrize(
    ("server", "kind"),
    [
        *(("pulseaudio", kind) for kind in PLAYED),
        *(("pipewire", kind) for kind in PLAYED if kind not in SAME_AT_ANY_SERVER),
    ],
    indirect=["server"],
)
def test_every_sample_of_a_session_is_played_as_it_was_mixed(tmp_path, server, monkeypatch, kind):
    plain, hearing = PLAYED[kind]
    path = brief(tmp_path)
    score = compose(Library((bundled_folder("drills"),)).routine_at(path).value)
    settings(server, hearing)
    monkeypatch.setenv("XDG_CACHE_HOME", str(server.folder))  # with every line there, no line joins in late
    meant = from_first_sound(played(score, score.total + 15 * RATE, hearing))
    recording, second = server.record(), server.record()
    if plain:
        subprocess.run(command(path, "--plain"), env=server.environment, cwd=ROOT, stdin=subprocess.DEVNULL, check=True)
    else:
        terminal = Terminal(command(path), server.environment, 120, 40)
        terminal.wait_for("Brief: 0:", 60)
        ended = recording.arrivals[-1][1]
        terminal.wait_for(lambda: recording.arrivals[-1][1] > ended + 4 * RATE)
        terminal.send("q")
        assert terminal.end() == 0
    recordings = [from_first_sound(each.stop())[: len(meant)] for each in (recording, second)]
    assert min(map(len, recordings)) > score.total
    wrong = min((difference(each, meant) for each in recordings), key=len)  # what both recorders missed was not played
    assert not wrong, server.log()


def settings(server: SoundServer, hearing: SoundSettings) -> None:
    """Write sound settings for the program that plays at a server."""
    folder = server.folder / "leanbreath"
    folder.mkdir()
    voice, glide = hearing.voice.engine, str(hearing.glide).lower()
    own = f"pack: {hearing.pack}, cues: {hearing.cues}, voice: {voice}, balance: {hearing.balance}, glide: {glide}"
    (folder / "settings.yaml").write_text(f"sound: {{output: {hearing.output}, {own}}}\n")


def test_a_pause_is_silent_and_a_re_entry_counts_three_two_one(tmp_path, pulseaudio):
    path = brief(tmp_path)
    recording = pulseaudio.record()
    terminal = Terminal(command(path, "--no-voice"), pulseaudio.environment)
    terminal.wait_for("HOLD STILL", 30)
    terminal.send(" ")
    terminal.wait_for("Press space to resume.")
    terminal.send(" ")
    terminal.wait_for("HOLD STILL", 30)
    terminal.send("\x03")
    assert terminal.end() == 130
    ticks = onsets(recording.stop(), load_pack(bundled_folder("sounds") / "warm").tones["tick"])
    gaps = np.round(np.diff(ticks) / RATE, 3)
    assert list(gaps[:2]) == [1.0, 1.0] and list(gaps[3:5]) == [1.0, 1.0]


def test_doctor_names_every_sound_and_plays_it(tmp_path, pulseaudio):
    recording = pulseaudio.record()
    doctor = [sys.executable, "-m", "leanbreath", "doctor", "--no-voice"]
    keyless = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "check": True}
    done = subprocess.run(doctor, env=pulseaudio.environment, cwd=ROOT, **keyless)
    samples = recording.stop()
    assert "Underruns: 0. Times lost: 0." in done.stdout
    named = [f"{name}." for name in ("Inhale", "Hold", "Exhale", "Rest", "Tick", "Start", "Half", "Switch", "Step")]
    lines = iter(done.stdout.splitlines())
    assert all(name in lines for name in named)
    tones = load_pack(bundled_folder("sounds") / "warm").tones
    assert {name: len(onsets(samples, tones[name])) > 0 for name in tones} == dict.fromkeys(tones, True)


def test_mute_silences_what_is_played_and_brings_it_back(tmp_path, pulseaudio):
    recording = pulseaudio.record()
    terminal = Terminal(command(brief(tmp_path), "--mute"), pulseaudio.environment)
    terminal.wait_for("BREATHE IN", 40)
    terminal.send("m")
    terminal.wait_for("BREATHE OUT", 20)
    terminal.wait_for("Rock", 20)
    terminal.send("\x03")
    terminal.end()
    heard_at = loud(recording.stop())
    assert len(heard_at) and heard_at[0] > COUNT_IN_SECONDS + 8
