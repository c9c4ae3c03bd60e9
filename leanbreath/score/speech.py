"""What is said aloud: which lines at which density, and every text that a controller may come to say."""

from collections.abc import Iterator

from leanbreath.score.announce import ANNOUNCEMENT
from leanbreath.score.count_in import lead_in_texts
from leanbreath.score.score import Cue, Density, Score


def is_spoken(cue: Cue, density: Density) -> bool:
    """Return whether the words of a cue are said at a density; those of lines that are not are only shown."""
    if cue.say is None or density in ("tones", "off"):
        return False
    return density == "full" or cue.line is None or cue.line.rank >= ANNOUNCEMENT


def session_texts(score: Score) -> tuple[str, ...]:
    """Return every text that may come to be said aloud in a session, each once, those of the score first."""
    return tuple(dict.fromkeys((*score_texts(score), *_namings(score))))


def score_texts(score: Score) -> tuple[str, ...]:
    """Return every text that may be said aloud when a score is played through, each once, in its order."""
    return tuple(dict.fromkeys(_lines(score)))


def _lines(score: Score) -> Iterator[str]:
    for cue in sorted((*score.cues, *score.unplaced), key=lambda cue: cue.at):
        if is_spoken(cue, score.density):
            forms = (cue.line.text, cue.line.short) if cue.line else (cue.say,)
            yield from filter(None, forms)


def _namings(score: Score) -> Iterator[str]:
    """Yield what is said when a step is entered with a key, or after a pause."""
    if score.density in ("full", "sparse"):
        starts = dict.fromkeys(segment.passage for segment in score.segments)
        for passage in starts:
            yield from lead_in_texts(score, score.passage_span(passage)[0])
