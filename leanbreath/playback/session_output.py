"""Opens an output for a session; imported when sound is first needed, since it imports numpy and the audio library."""

from collections.abc import Callable

from leanbreath.playback.mixer_source import SessionPullSource, SessionPushSource
from leanbreath.score.score import RATE
from leanbreath.session.clock import DRAWING_SECONDS, STEADY_SECONDS, DeviceClock
from leanbreath.session.session import PUSHED_EDIT_MARGIN, Session
from leanbreath.sound.outputs import Output, OutputName
from leanbreath.sound.outputs.choice import open_output
from leanbreath.sound.sound_bank import SoundBank
from leanbreath.sound.volume import Fader


def open_session_output(
    session: Session,
    bank: Callable[[], SoundBank],
    fader: Fader,
    name: OutputName,
    device: str,
    pre_roll_seconds: float,
    offset_seconds: float,
    now: Callable[[], float],
    on_fault: Callable[[Exception], None],
) -> tuple[Output, DeviceClock | None]:
    """Return an output that plays a session, and its clock if it sets the pace; raise `NoDevice` if none can.

    The bank may change until the session begins. The runner hears everything `offset_seconds` later than the output
    says. An error in the audio thread is passed to `on_fault`.
    """
    shown_later = offset_seconds - DRAWING_SECONDS
    clock = DeviceClock(offset_seconds=shown_later, settle_seconds=max(pre_roll_seconds, STEADY_SECONDS))
    pulled = SessionPullSource(session, bank, fader, now, on_fault, clock)
    pushed = SessionPushSource(session, bank, fader, now, on_fault, offset_seconds)
    output = open_output(name, device, pre_roll_seconds, pulled, pushed)
    clock.opened_at = now()
    if output.kind == "pull":
        clock.latency_seconds = output.latency_seconds
        return output, clock
    session.edit_margin = PUSHED_EDIT_MARGIN + max(round(offset_seconds * RATE), 0)
    return output, None
