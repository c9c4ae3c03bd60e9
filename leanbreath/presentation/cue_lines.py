"""The line for each cue of a score, in words that can be read aloud."""

from leanbreath.score.action_words import action_in_full
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.score import RATE, Cue, Score

LINES = {
    "inhale": "Breathe in",
    "exhale": "Breathe out",
    "start": "Start.",
    "step": "Start.",
    "half": "Halfway.",
    "switch": "Change sides.",
    "done": "Stop.",
    "end": "The end.",
}


def cue_line(score: Score, cue: Cue) -> str | None:
    """Return the line for a cue, or None if another line says it at the same frame."""
    if cue.say is not None:
        return None if cue.line and cue.line.is_audio_only else cue.say
    segment = score.segments[cue.segment]
    traits, phase = SEGMENTS[segment.kind], segment.phase
    if phase is not None and phase == cue.sound:
        seconds = f", {round((segment.end - segment.start) / RATE, 1):g}" if traits.prints_seconds else ""
        return action_in_full(segment, score.phrases) + seconds
    if segment.rep and traits.printed_every and cue.sound in ("tick", "left", "right"):
        if traits.printed_every > 1:
            return f"{segment.rep} {traits.noun}s" if segment.rep % traits.printed_every == 0 else None
        return _rep_line(score, cue.segment)
    if cue.sound in ("start", "step") and segment.word and (segment.rep or not _is_spoken_too(score, cue)):
        return _rep_line(score, cue.segment) if segment.rep else f"{action_in_full(segment, score.phrases)}."
    if cue.sound == "tick":
        return f"{-(-(segment.end - cue.at) // RATE)}"
    return None if _is_spoken_too(score, cue) else LINES.get(cue.sound or "")


def _rep_line(score: Score, index: int) -> str | None:
    """Return the line for a part of a rep: what is done, at its start after the number; None for neither."""
    segment, before = score.segments[index], score.segments[max(index - 1, 0)]
    action = action_in_full(segment, score.phrases)
    if index and (before.passage, before.rep) == (segment.passage, segment.rep):
        return action or None
    side = None if segment.side in ((segment.word or "").lower(), segment.sub_word) else segment.side
    number = ", ".join(filter(None, (str(segment.rep), side)))
    return f"{number}: {action}" if action else number


def _is_spoken_too(score: Score, cue: Cue) -> bool:
    return any(other.say and other.at == cue.at for other in score.cues[score.cue_index(cue.at) :][:4])
