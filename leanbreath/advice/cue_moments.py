"""LB076 to LB078: lines that ask too early, wait where nothing waits, or tell what to do when it has begun."""

from collections.abc import Iterator

from leanbreath.advice.finding import Finding, Key
from leanbreath.advice.placed_routine import Bout, PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.advice.text_search import first_match, first_told
from leanbreath.routine.author_cue import AuthorCue
from leanbreath.routine.work import Breath, Pattern, Reps

EARLY_REPS = 3
"""A first line at a plain time within so many reps is about how to do them."""


def questions_before_their_time(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB076 for questions about what has not been done in full yet."""
    for bout, index, cue in _own_cues(placed):
        frame, questions = _first_frame(bout, cue), [each for each in _each_text(index, cue) if "?" in each[1]]
        asks = first_match(questions, rules["LB076"].words) is not None
        if asks and frame is not None and frame < _end_of_reps(bout, 1):
            message = f'"{questions[0][1]}" is asked before what it asks about is done'
            yield Finding("LB076", message, "ask it at: end, or later", (bout.path,), ("cues", index, "at"))


def waits_without_pause(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB077 for lines that tell to wait in a breath that has no pause."""
    seen: set[tuple[str, str]] = set()
    for bout in placed.bouts:
        for index, cue in enumerate(bout.step.cues):
            texts = (text for text in cue.wordings if first_told([((), text)], rules["LB077"].words))
            text = next(texts, None)
            if text and (bout.path, text) not in seen and _is_in_breath_without_pause(bout, cue):
                seen.add((bout.path, text))
                yield _waiting(bout, index, text)


def instructions_after_their_rep(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB078 for lines that tell how to do a rep when it has begun or is over."""
    for bout, index, cue in _own_cues(placed):
        frame = _first_frame(bout, cue)
        if frame is not None and _is_late(bout, cue, frame) and "?" not in _text(cue):
            tells_all = first_told(_each_text(index, cue), rules["LB078"].words) or _names_parts(bout, cue)
            if tells_all or _is_first_by_time(bout, cue, frame):
                message = f'"{_text(cue)}" tells what to do, but the first rep has begun by then'
                yield Finding("LB078", message, "write {at: start, rep: 1}", (bout.path,), ("cues", index, "at"))


def _waiting(bout: Bout, index: int, text: str) -> Finding:
    assert isinstance(bout.dose, Breath)
    pattern = bout.dose.pattern
    message = f'"{text}" tells you to wait, but {pattern.text()} has no pause'
    paused = Pattern(pattern.inhale, pattern.hold, pattern.exhale, pattern.rest + 1).text()
    is_own = bout.step.cues is not bout.step.drill.cues or bout.step.drill.drill is None
    key: Key = ("cues", index, "say") if is_own else (bout.dose.kind,)
    return Finding("LB077", message, f"leave it out, or give the breath a pause, such as {paused}", (bout.path,), key)


def _is_in_breath_without_pause(bout: Bout, cue: AuthorCue) -> bool:
    """Return whether a cue belongs to the phase of a breath in a dose without any pause."""
    if not isinstance(bout.dose, Breath) or cue.at.name not in ("inhale", "exhale", "last", "half"):
        return False
    patterns = [bout.dose.pattern, *([bout.dose.to] if bout.dose.to else [])]
    return bool(bout.passage.cue_frames(cue)) and all(each.hold == each.rest == 0 for each in patterns)


def _is_late(bout: Bout, cue: AuthorCue, frame: int) -> bool:
    """Return whether a cue of counted reps comes after the first of them has begun, but in the first half."""
    is_counted = isinstance(bout.dose, Reps) and not bout.dose.is_open
    return is_counted and not cue.at.from_end and bout.start < frame < bout.passage.half


def _is_first_by_time(bout: Bout, cue: AuthorCue, frame: int) -> bool:
    """Return whether a cue is the drill's first, at a plain time within its first reps."""
    if cue.at.name is not None or cue.at.from_end or frame >= _end_of_reps(bout, EARLY_REPS):
        return False
    others = (_first_frame(bout, each) for each in bout.step.cues if not each.is_posture and each is not cue)
    return all(each is None or each >= frame for each in others)


def _names_parts(bout: Bout, cue: AuthorCue) -> bool:
    """Return whether a cue names two or more of the words of its drill."""
    words = {each.word.lower() for each in bout.drill.action_words.values()}
    text = _text(cue).lower()
    return sum(first_match([((), text)], (word,)) is not None for word in words) > 1


def _own_cues(placed: PlacedRoutine) -> Iterator[tuple[Bout, int, AuthorCue]]:
    """Yield each cue that is written in the file itself, once, where it is first said."""
    seen: set[tuple[str, int]] = set()
    for bout in placed.bouts:
        is_own = bout.step.cues is not bout.step.drill.cues or bout.step.drill.drill is None
        for index, cue in enumerate(bout.step.cues if is_own and placed.is_own(bout.path) else ()):
            if (bout.path, index) not in seen and _first_frame(bout, cue) is not None:
                seen.add((bout.path, index))
                yield bout, index, cue


def _first_frame(bout: Bout, cue: AuthorCue) -> int | None:
    return min(bout.passage.cue_frames(cue), default=None)


def _end_of_reps(bout: Bout, count: int) -> int:
    """Return the frame at which so many repetitions are over; without any, the first frame."""
    parts = zip(bout.passage.edges[1:], bout.passage.parts, strict=True)
    return max((end for end, part in parts if part.rep and part.rep <= count), default=bout.start)


def _each_text(index: int, cue: AuthorCue) -> Iterator[tuple[Key, str]]:
    return ((("cues", index, "say"), text) for text in cue.wordings)


def _text(cue: AuthorCue) -> str:
    return cue.wordings[0]
