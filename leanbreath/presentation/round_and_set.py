"""Which round and which set some work is, in words."""

from collections.abc import Iterator

from leanbreath.score.passage import Passage


def round_and_set(passage: Passage) -> Iterator[str]:
    """Yield the round and the set of some work, where there are several: `round 2 of 3`, `set 1 of 2`."""
    if passage.kind == "work" and passage.round:
        yield f"round {passage.round.number} of {passage.round.of}"
    if passage.kind == "work" and passage.sets > 1:
        yield f"set {passage.set} of {passage.sets}"
