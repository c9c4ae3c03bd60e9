"""A sound server for the tests that record what is really played."""

from collections.abc import Iterator

import pytest

from tests.soundserver import SoundServer, sound_server


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with sound_server() as running:
        yield running


@pytest.fixture
def alsa(server) -> SoundServer:
    """Return a server that programs which know ALSA alone find too."""
    (server.folder / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
    return server
