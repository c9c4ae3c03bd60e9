"""The word for what is done in a part: the author's, the name of the part, or the usual one in a breath or a hold."""

from collections.abc import Sequence

from leanbreath.routine.action_word import ActionWord
from leanbreath.routine.work.reps import COMMON_PARTS
from leanbreath.score.part import Part
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import Phrases, capitalised, name_in_words
from leanbreath.score.score import Segment


def action_words(passage: Passage, parts: Sequence[Part], phrases: Phrases) -> list[ActionWord | None]:
    """Return the word for each part of a passage."""
    found = {(part.phase, part.side): part for part in parts}
    words = {key: action_word(passage, part, phrases) for key, part in found.items()}
    return [words[part.phase, part.side] for part in parts]


def action_word(passage: Passage, part: Part, phrases: Phrases) -> ActionWord | None:
    """Return the word for a part of a passage, with what is below it; None where the count says enough.

    The word for a phase comes before the one for a side, which is then below it, and that before the one for all of it.
    """
    words, key = passage.words, passage.work.word_key if passage.work else None
    of_side = words.get(part.side) if part.side and passage.alternates_from else None
    of_phase = words.get(part.phase or "") or _usual_of_phase(part, phrases)
    found = of_phase or of_side or words.get(key or "") or _usual_of_hold(part, phrases)
    if found is None:
        return None
    below = found.sub_word or (of_side.word if of_side and of_phase else None)
    return ActionWord(capitalised(found.word), below)


def action_in_full(segment: Segment, phrases: Phrases) -> str:
    """Return the words for what is done where there is room: `Breathe in` for In, `Six, hollow`; empty without any."""
    if segment.phase in phrases.calls and segment.word == phrases.call(segment.phase):
        return phrases.phase(segment.phase)
    if segment.kind == "hold" and segment.word == phrases.call("hold"):
        return phrases.still
    return ", ".join(filter(None, (segment.word, segment.sub_word)))


def _usual_of_phase(part: Part, phrases: Phrases) -> ActionWord | None:
    """Return the usual word for a phase of a breath or a hold between two parts, else the name of a part."""
    if part.phase is None or part.phase in COMMON_PARTS[::2]:
        return None
    is_named = part.kind == "rep" and part.phase not in COMMON_PARTS
    return ActionWord(name_in_words(part.phase) if is_named else phrases.call(part.phase))


def _usual_of_hold(part: Part, phrases: Phrases) -> ActionWord | None:
    return ActionWord(phrases.call("hold")) if part.kind == "hold" else None
