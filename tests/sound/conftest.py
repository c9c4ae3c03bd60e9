"""Sound servers for the tests that record what is really played."""

from collections.abc import Iterator

import pytest

from tests.soundserver import SoundServer, sound_server


@pytest.fixture(params=["pulseaudio", "pipewire"])
def server(request: pytest.FixtureRequest) -> Iterator[SoundServer]:
    """Run each of the servers in turn."""
    with sound_server(request.param) as running:
        yield running


@pytest.fixture
def pulseaudio() -> Iterator[SoundServer]:
    """Run PulseAudio."""
    with sound_server("pulseaudio") as running:
        yield running


@pytest.fixture
def alsa(pulseaudio: SoundServer) -> SoundServer:
    """Return a server that programs which know ALSA alone find too."""
    (pulseaudio.folder / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
    return pulseaudio
