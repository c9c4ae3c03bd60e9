"""The sound of a session looks for a device in the background, whatever happens there, and keeps nobody waiting."""

from threading import Event, Thread

import pytest

from leanbreath.playback.audio_setup import PreparedAudio
from leanbreath.playback.sound_player import NO_ANSWER, SoundPlayer
from leanbreath.playback.time_source import TimeLimits
from leanbreath.score.score import Score
from leanbreath.session.clock import DRAWING_SECONDS, DeviceClock, SilentClock
from leanbreath.session.session import Session
from leanbreath.sound.outputs import NoDevice
from leanbreath.userdata.settings import SoundSettings
from tests.score.making import score, step

QUICK = TimeLimits(answer=0.05, retry=0.001, close=0.05, exit=0.05)
SCORE = score(step("A", "hold", "10s"))


class Output:
    """An output that plays nothing and, if it hangs, does not close before it is freed."""

    name, description, latency_seconds, kind, is_lost = "simpleaudio", "fake", 0.2, "push", False

    def __init__(self, hangs: bool = False) -> None:
        self.freed, self.closed = Event(), Event()
        if not hangs:
            self.freed.set()

    def start(self, source) -> None:
        raise AssertionError

    def close(self) -> None:
        self.freed.wait(20)
        self.closed.set()


class Attempts(SoundPlayer):
    """Meets one thing after the other when it tries to open a device, the last for ever."""

    def __init__(self, *met) -> None:
        super().__init__(SoundSettings(), limits=QUICK)
        self._met, self.tries, self.found, self.output = list(met), 0, Event(), Output()
        self._open_device = self._attempt

    def _attempt(self, state):
        self.tries += 1
        met = self._met.pop(0) if len(self._met) > 1 else self._met[0]
        if isinstance(met, Exception):
            raise met
        self.found.set()
        return self.output, None


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "leanbreath" / "log" / "leanbreath.log"


def lost(player: SoundPlayer, state="playing") -> SoundPlayer:
    """Let a player in a state lose its device."""
    player.state = state
    player.reopen()
    return player


def ended(player: SoundPlayer) -> None:
    thread = player._search.thread
    assert thread is not None
    thread.join(5)
    assert not thread.is_alive()


def test_an_error_while_a_lost_device_is_looked_for_is_logged_once_and_tried_again(log):
    sound = lost(Attempts(NoDevice("none"), OSError("strange"), OSError("strange"), ValueError("other"), None))
    assert sound.found.wait(5) and (sound.tries, sound.fault) == (5, None)
    ended(sound)
    assert sound.state == "playing" and sound.description == "fake"
    sound.close()
    logged = log.read_text()
    assert logged.count("OSError('strange')") == logged.count("ValueError('other')") == 1


def test_an_error_at_the_first_try_ends_the_session(log):
    sound = lost(Attempts(ValueError("ours")), "opening")
    ended(sound)
    assert (sound.tries, str(sound.fault), sound.state) == (1, "ours", "failed") and not log.exists()


def test_an_output_that_opens_after_the_end_is_closed():
    sound = Attempts(None)
    sound.close()
    sound._adopt(sound.output, None)
    assert sound.output.closed.is_set() and sound._output is None


def test_a_lost_device_is_looked_for_with_the_output_that_played():
    sound = lost(Attempts(None))
    ended(sound)
    assert (sound._output_name, sound.losses, sound.follows_session) == ("simpleaudio", 1, True)


def hanging(freed: Event):
    """Return what opens a device, but not before it is freed."""

    def open_device(state):
        freed.wait(20)
        return Output(), None

    return open_device


def can_close(sound: SoundPlayer) -> bool:
    thread = Thread(target=sound.close, daemon=True)
    thread.start()
    thread.join(5)
    return not thread.is_alive()


@pytest.mark.parametrize("searching", [False, True])
def test_a_device_that_does_not_close_keeps_nobody_from_ending(searching):
    sound, output = SoundPlayer(SoundSettings(), limits=QUICK), Output(hangs=True)
    sound.state, sound._output = "playing", output
    if searching:
        sound._open_device = hanging(output.freed)
        sound.reopen()
    assert can_close(sound) and not output.freed.is_set()
    output.freed.set()


def test_a_voice_that_hangs_keeps_nobody_from_ending():
    sound = SoundPlayer(SoundSettings(), limits=QUICK)
    sound._preparation._is_done.clear()
    assert can_close(sound)


def test_a_session_begins_without_a_sound_system_that_does_not_answer():
    sound, freed = SoundPlayer(SoundSettings(pre_roll=0), limits=QUICK), Event()
    sound._open_device = hanging(freed)
    sound.state = "opening"
    sound._look_for_device()
    assert sound._first_notice() == f"No sound: {NO_ANSWER}. The session runs without it."
    assert sound.state == "unanswered" and sound.needs_bell and sound.volume_text() == "No sound"
    sound.close()
    freed.set()


@pytest.mark.parametrize(("settings", "expected"), [({"output": "silent"}, "off"), ({"output": "bell"}, "bell")])
def test_silent_and_bell_open_nothing_and_give_no_notice(settings, expected):
    sound = SoundPlayer(SoundSettings(**settings), limits=QUICK)
    assert sound.open(Session(SCORE, SilentClock(0))) == ""
    assert sound.state == expected and sound._search.thread is None
    sound.close()


class Preparation:
    """Notes which scores it prepares, with a bank that is a mere name."""

    is_cancelled = False

    def __init__(self) -> None:
        self.scores: list[Score] = []

    def prepare(self, score: Score, on_tones) -> PreparedAudio:
        self.scores.append(score)
        return PreparedAudio(score, "bank of the new lines")  # type: ignore[arg-type]


@pytest.mark.parametrize(("bank", "prepared"), [("bank", 1), (None, 0)])
def test_a_score_that_was_chosen_on_the_card_is_prepared_if_there_is_sound_at_all(bank, prepared):
    sound, preparation, other = SoundPlayer(SoundSettings()), Preparation(), score(step("B", "hold", "20s"))
    sound._preparation, sound._bank = preparation, bank
    session = Session(SCORE, SilentClock(0))
    session.replace_score(lambda _: other)
    sound.prepare_again(session)
    assert preparation.scores == [other] * prepared
    assert sound._bank == ("bank of the new lines" if bank else None)


def test_an_offset_that_is_changed_reaches_the_clock_of_the_device_that_plays():
    sound = SoundPlayer(SoundSettings(offset=40))
    assert sound.offset_milliseconds == 40
    sound.device_clock = DeviceClock()
    sound.offset_milliseconds = 120
    assert sound.device_clock.offset_seconds == pytest.approx(0.12 - DRAWING_SECONDS)
