"""The sound of a page as the timeline of a session: that of a runner who answers each wait once its words are over.

Count-ins, the prompts at waits and open work, which lasts as long as it may, are spliced in by the session itself.
"""

from leanbreath.score.count_in import COUNT_IN_SECONDS, count_in_texts
from leanbreath.score.open_work import open_work
from leanbreath.score.score import Score
from leanbreath.score.speech import score_texts
from leanbreath.session.splice import Splice
from leanbreath.session.timeline import Timeline


def page_timeline(score: Score) -> Timeline:
    """Return the timeline of a whole page, whose last splice is the end."""
    timeline = Timeline((Splice(0, "preparing", score, 0),)).count_in(0, score, 0, COUNT_IN_SECONDS, is_entry=True)
    while timeline.splices[-1].state == "waiting":
        wait = timeline.splices[-1]
        assert wait.interlude is not None
        timeline = timeline.resume(wait.at + wait.interlude.total)
    return timeline


def page_texts(score: Score) -> tuple[str, ...]:
    """Return every text that a page may speak, each once, those of the score first."""
    if score.density not in ("full", "sparse"):
        return ()
    texts = list(score_texts(score))
    for splice in page_timeline(score).splices:
        if splice.state == "counting":
            texts += count_in_texts(score, splice.score_frame)
        elif splice.state == "open":
            texts += score_texts(open_work(score, score.index(splice.score_frame)))
        elif splice.state == "waiting" and splice.interlude:
            texts += score_texts(splice.interlude)
    return tuple(dict.fromkeys(texts))
