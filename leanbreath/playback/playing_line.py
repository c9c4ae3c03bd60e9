"""Whether a line of a session is being said, so that a voice that comes late doesn't begin in its middle."""

from leanbreath.score.score import RATE
from leanbreath.session.session import Session

SAID_SECONDS, SOON_SECONDS = 30, 5
"""How long a line may take, and how far ahead of what is heard a device may have taken its sound."""


def is_line_playing(session: Session, text: str, now: float) -> bool:
    """Return whether a line is being said, or soon will be."""
    heard = session.clock.heard_frame(now)
    cues = session.timeline.cues(heard - SAID_SECONDS * RATE, heard + SOON_SECONDS * RATE)
    return any(cue.say == text for _, _, cue in cues)
