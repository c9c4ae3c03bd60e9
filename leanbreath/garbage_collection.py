"""When Python collects garbage: rarely while the program starts, in short steps while a session plays."""

import gc

RARELY = (100_000, 20, 100)
"""More new objects than the program makes before the first screen is drawn; collection stays on for those after it."""

IN_SHORT_STEPS = (700, 10, 10)
"""Python's own thresholds: each collection is too short to delay sound or a frame."""


def collect_rarely() -> None:
    """Collect garbage rarely, since collections would slow down the start of the program."""
    gc.set_threshold(*RARELY)


def collect_in_short_steps() -> None:
    """Collect all garbage now, and from then on only what is new, often and briefly."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*IN_SHORT_STEPS)
