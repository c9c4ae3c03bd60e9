"""What plays a session looks for a device in the background, whatever happens there, and keeps nobody waiting."""

from threading import Event, Thread

import pytest

from leanbreath.playback.output_supervisor import SoundPlayer
from leanbreath.sound.outputs import NoDevice
from leanbreath.userdata.settings import SoundSettings


class Trying(SoundPlayer):
    """Meets one thing after the other when it tries to begin, the last for ever."""

    def __init__(self, *meets: Exception | None) -> None:
        super().__init__(SoundSettings())
        self._meets, self.tries, self.found = list(meets), 0, Event()
        self._begin = self._try

    def _try(self) -> None:
        self.tries += 1
        met = self._meets.pop(0) if len(self._meets) > 1 else self._meets[0]
        if met is not None:
            raise met
        self.found.set()


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "leanbreath" / "log" / "leanbreath.log"


def test_a_fault_while_a_lost_device_is_looked_for_is_logged_once_and_tried_again(log):
    sound = Trying(NoDevice("none"), OSError("strange"), OSError("strange"), ValueError("other"), None)
    sound.reopen()
    assert sound.found.wait(5) and (sound.tries, sound.fault) == (5, None)
    sound.close()
    told = log.read_text()
    assert told.count("OSError('strange')") == told.count("ValueError('other')") == 1


def test_a_fault_at_the_first_try_is_loud(log):
    sound = Trying(ValueError("ours"))
    sound.reopen()
    sound._search.join(5)
    assert (sound.tries, str(sound.fault)) == (1, "ours") and not log.exists()


class Hanging:
    """An output that does not close before it is let go."""

    name, about, held_seconds, failed = "miniaudio", "hanging", 0.2, False

    def __init__(self) -> None:
        self.free = Event()

    def start(self, source) -> None:
        raise AssertionError

    def close(self) -> None:
        self.free.wait(20)


def ends(sound: SoundPlayer) -> bool:
    """Return whether a loudspeaker can be closed."""
    thread = Thread(target=sound.close, daemon=True)
    thread.start()
    thread.join(5)
    return not thread.is_alive()


@pytest.mark.parametrize("searching", [False, True])
def test_a_device_that_does_not_close_keeps_nobody_from_ending(searching):
    sound, output = SoundPlayer(SoundSettings()), Hanging()
    sound._output = output
    if searching:
        sound._begin = lambda: output.free.wait(20)
        sound.reopen()
    assert ends(sound) and not output.free.is_set()
    output.free.set()


def test_it_does_not_wait_for_a_voice_that_hangs():
    sound = SoundPlayer(SoundSettings())
    sound._speechless.clear()
    assert ends(sound)
