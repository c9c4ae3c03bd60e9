"""Whether an output still plays, and how often it ran dry: by the clock of its device, if it has one."""

from leanbreath.session.clock import DeviceClock
from leanbreath.sound.outputs import Output


def is_lost(output: Output | None, clock: DeviceClock | None, now: float) -> bool:
    """Return whether the device that played is lost."""
    if clock is not None:
        return clock.is_lost(now)
    return output is not None and output.kind == "push" and output.is_lost


def underruns(output: Output | None, clock: DeviceClock | None) -> int:
    """Return how often a device ran dry: as it asked too late, once each time, or else as it says itself."""
    said = output.underruns if output is not None and output.kind == "pull" else 0
    return (clock.underruns if clock is not None else 0) or said
