"""The lines that are said: what comes, which side, how much, half, last, done, and the author's own cues."""

from collections.abc import Iterator
from itertools import islice

from leanbreath.routine.model import AuthorCue
from leanbreath.routine.work import Breath, Reps
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import RATE, Cue, Line
from leanbreath.score.signals import HALVED
from leanbreath.score.span import Span

TAIL = 8 * RATE
"""How far an announcement may reach back into what comes before it."""

EARLY = 2 * RATE
"""How much sooner than asked for an author's line may be said, to make room for the next."""

ANNOUNCEMENT, GUIDE, AUTHOR = 3, 2, 1


def lines(spans: tuple[Span, ...], total: int, phrases: Phrases) -> Iterator[Cue]:
    """Yield the lines of a score where they are wished for; `arrange` finds each its room."""
    worked: Span | None = None
    for span in spans:
        if span.passage.kind == "work":
            yield from _announcement(spans, span, worked, phrases)
            worked = span
            own = [(cue, frame) for cue in span.passage.cues for frame in span.moments(cue)]
            yield from _guides(span, phrases, {frame for _, frame in own})
            for cue, frame in own:
                yield _author(span, cue, frame)
        elif span.passage.kind == "wait":
            yield Cue(span.start, "say", span.segment, say=span.passage.say)
        elif text := _gap_text(span, phrases):
            yield _cue(span, Line(text, None, span.start, span.start, rank=ANNOUNCEMENT))
    if spans:
        yield _cue(spans[-1], Line(phrases.done, None, total, total, rank=ANNOUNCEMENT))


def _cue(span: Span, line: Line) -> Cue:
    within = max(span.start, min(line.wish, span.end - 1))
    return Cue(line.wish, "say", span.segment_at(within), say=line.text, line=line)


def _gap_text(span: Span, phrases: Phrases) -> str | None:
    passage = span.passage
    if passage.kind == "switch" and passage.side:
        return phrases.switch.format(side=_upper(phrases.side(passage.side)))
    if passage.kind == "rest":
        return passage.say or phrases.rest
    return passage.say


def _announcement(spans: tuple[Span, ...], span: Span, worked: Span | None, phrases: Phrases) -> Iterator[Cue]:
    """Yield the line that says what begins here, after what was `worked` last; a switch has said it already."""
    if not span.index:
        text = phrases.first.format(what=_what(span, phrases), dose=_dose(spans, span, phrases))
        yield _cue(span, Line(text, None, 0, 0, rank=ANNOUNCEMENT))
        return
    before = spans[span.index - 1]
    say, short = _announced(spans, span, worked, before, phrases)
    if say:
        gap = before.passage.kind != "work"
        earliest = max((before.start if gap else span.start) - TAIL, worked.start if worked else 0)
        ready = before.passage.kind == "ready"
        wish = before.start if ready else span.start
        if gap and span.start - before.start >= TAIL + RATE:
            wish = max(wish - TAIL, before.start + RATE)  # in a long gap it ends before the countdown
        line = Line(say, short, wish, earliest, span.start, ANNOUNCEMENT)
        yield _cue(before if before.end > before.start else span, line)


def _what(span: Span, phrases: Phrases) -> str:
    return phrases.what(span.passage.title, span.passage.side)


def _announced(
    spans: tuple[Span, ...], span: Span, worked: Span | None, before: Span, phrases: Phrases
) -> tuple[str | None, str | None]:
    """Return what is said before a passage of work, in full and in short."""
    passage, earlier = span.passage, worked.passage if worked else None
    same = earlier is not None and (earlier.step, earlier.drill) == (passage.step, passage.drill)
    if same and earlier and earlier.side != passage.side and passage.side:
        text = phrases.other_side.format(side=_upper(phrases.side(passage.side)))
        return (None, None) if before.passage.kind == "switch" else (text, None)
    if same and earlier and earlier.set + 1 == passage.set:
        return phrases.set.format(set=passage.set, sets=passage.sets), None
    what = _what(span, phrases)
    return phrases.next.format(what=what, dose=_dose(spans, span, phrases)), phrases.short.format(what=what)


def _dose(spans: tuple[Span, ...], span: Span, phrases: Phrases) -> str:
    """Return the dose of the step that begins here: of one side, with its sets."""
    passage = span.passage
    sets = 1
    for each in islice(spans, span.index + 1, None):
        if each.passage.step != passage.step or each.passage.side != passage.side:
            break
        sets += each.passage.kind == "work"
    assert passage.work is not None
    dose = phrases.dose(passage.work, sets)
    return _upper(dose)


def _upper(text: str) -> str:
    """Return a text with a large letter at its head, the others as they are."""
    return text[:1].upper() + text[1:]


def _guides(span: Span, phrases: Phrases, own: set[int]) -> Iterator[Cue]:
    """Yield what tells how far one is, but not at frames at which the author says something of their own."""
    for say, frame, early in _guided(span, phrases):
        if frame not in own:
            yield _cue(span, Line(say, None, frame, max(frame - early, span.start), rank=GUIDE))


def _guided(span: Span, phrases: Phrases) -> Iterator[tuple[str, int, int]]:
    """Yield each guide with its frame, and how much earlier it may be said."""
    work = span.passage.work
    calls = [(part.say, edge, 0) for edge, part in zip(span.edges, span.parts, strict=False) if part.say]
    yield from calls
    if calls:
        return
    if span.end - span.start >= HALVED and span.half > span.start:
        yield phrases.half, span.half, 0
    if isinstance(work, Breath | Reps) and work.number >= 4:
        yield phrases.last_breath if isinstance(work, Breath) else phrases.last_rep, span.last, RATE


def _author(span: Span, cue: AuthorCue, frame: int) -> Cue:
    at_end = frame == span.end
    earliest = span.start if at_end else max(span.start, frame - EARLY)
    # nothing can be said before the first announcement
    late = min(EARLY * 2, span.end) if not span.index and not frame else 0
    return _cue(span, Line(cue.say, cue.short, frame, earliest, span.end if at_end else None, AUTHOR, late))
