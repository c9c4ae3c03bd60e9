"""Speech: which lines are spoken at which density, and every text a session may need a voice for."""

from collections.abc import Iterator

from leanbreath.score.announce import ANNOUNCEMENT
from leanbreath.score.count_in import count_in_texts
from leanbreath.score.open_work import open_work
from leanbreath.score.score import Cue, Density, Score


def is_spoken(cue: Cue, density: Density) -> bool:
    """Return whether a cue is spoken at a density; if not, its words are only shown."""
    if cue.say is None or density in ("tones", "off"):
        return False
    return density == "full" or cue.line is None or cue.line.rank >= ANNOUNCEMENT


def session_texts(score: Score) -> tuple[str, ...]:
    """Return every text a session may speak, each once, those of the score first."""
    return tuple(dict.fromkeys((*score_texts(score), *_lead_ins(score), *_open_work(score), *_wordings(score))))


def score_texts(score: Score) -> tuple[str, ...]:
    """Return every text that may be spoken when a score is played through, each once, in order."""
    return tuple(dict.fromkeys(_lines(score)))


def _lines(score: Score) -> Iterator[str]:
    for cue in sorted((*score.cues, *score.unplaced), key=lambda cue: cue.at):
        if is_spoken(cue, score.density):
            yield from cue.line.forms if cue.line else filter(None, (cue.say,))


def _wordings(score: Score) -> Iterator[str]:
    """Yield every wording of the cues of its drills, since a key may change how often each is said."""
    if score.density == "full":
        cues = dict.fromkeys(cue for passage in score.passages for cue in passage.cues)
        yield from (text for cue in cues if len(cue.wordings) > 1 for text in cue.wordings)


def _open_work(score: Score) -> Iterator[str]:
    """Yield what is said during open work."""
    for index in score.stops:
        if score.segments[index].is_open:
            yield from _lines(open_work(score, index))


def _lead_ins(score: Score) -> Iterator[str]:
    """Yield what is said after a pause, or when a key leads to a step."""
    if score.density in ("full", "sparse"):
        starts = dict.fromkeys(segment.passage for segment in score.segments)
        for passage in starts:
            start = score.passage_span(passage)[0]
            yield from count_in_texts(score, start)
