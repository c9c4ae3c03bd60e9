"""When the program takes a frame for heard, and when it is: recorded at a sound server, also through a tunnel."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import numpy as np
import pytest

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.session.clock import DRAWING_SECONDS
from leanbreath.session.moves import COUNT_IN_SECONDS
from leanbreath.sound.voice_settings import VoiceSettings
from leanbreath.userdata.settings import SoundSettings
from tests.sound.recording import brief, first_sound, played
from tests.soundserver import Recording, SoundServer, sound_server
from tests.terminal import ROOT

pytestmark = pytest.mark.sound_server

RECORDER_MILLISECONDS = 10
"""How much the recorder takes at a time; a null sink renders as much ahead."""

REPORTED_SECONDS = {"pulseaudio": (0.0, 0.02), "tunnel": (0.0, 0.02), "pipewire": (-0.043, 0.055)}
"""How much later than at the monitor a frame may be taken for heard; PipeWire counts in 43 ms and may be one off."""

TONES = SoundSettings(voice=VoiceSettings(engine="off"))


@pytest.fixture
def servers(request: pytest.FixtureRequest) -> Iterator[tuple[str, SoundServer, SoundServer]]:
    """Return a name, the server that the program plays at, and the one where that is heard."""
    with ExitStack() as running:
        if request.param != "tunnel":
            near = far = running.enter_context(sound_server(request.param))
        else:
            near, far = (running.enter_context(sound_server()) for _ in range(2))
            sink = f"server=unix:{far.folder}/native", "sink=cap", "sink_name=tunnel", f"rate={RATE}"
            near.control("load-module", "module-tunnel-sink", *sink)
            near.control("set-default-sink", "tunnel")
        yield request.param, near, far


@pytest.mark.parametrize(
    ("servers", "offset"),
    [("pulseaudio", 0), ("pipewire", 0), ("tunnel", 0), ("tunnel", 150)],
    indirect=["servers"],
)
def test_a_frame_is_shown_when_it_is_heard_and_later_by_the_offset(tmp_path, servers, offset):
    name, near, far = servers
    recording = far.record(milliseconds=RECORDER_MILLISECONDS)
    path, log = brief(tmp_path), tmp_path / "looks.json"
    (near.folder / "leanbreath").mkdir()
    (near.folder / "leanbreath" / "settings.yaml").write_text(f"sound: {{voice: off, offset: {offset}}}\n")
    probe = [sys.executable, "-m", "tests.bench.probe", str(log), "run", str(path), "--at-once", "--plain"]
    subprocess.run(probe, env=near.environment, cwd=ROOT, stdin=subprocess.DEVNULL, check=True)
    score = compose(Library((bundled_folder("drills"),)).routine_at(path).value)
    begin = played_at(recording, first_sound(played(score, 10 * RATE, TONES)))
    looks = [(second, frame) for second, _, state, frame in json.loads(log.read_text()) if state == "playing"]
    late = np.array([second - begin - COUNT_IN_SECONDS - frame / RATE for second, frame in looks[len(looks) // 3 :]])
    least, most = REPORTED_SECONDS[name]
    assert least < np.median(late) + DRAWING_SECONDS - offset / 1000 < most
    assert np.ptp(late) < 0.03


def played_at(recording: Recording, first: int) -> float:
    """Return the second at which frame 0 of what was meant was played, by the recorder's earliest arrivals.

    `first` is the frame of its first sound.
    """
    samples, arrivals = recording.stop(), recording.arrivals
    origin = min(second - frame / RATE for second, frame in arrivals[len(arrivals) // 4 :])
    return origin + (first_sound(samples) - first) / RATE
