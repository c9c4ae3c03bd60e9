"""The lines that are said: what comes, which side, how much, half, last, done, and the author's own cues."""

from collections.abc import Iterator
from itertools import islice

from leanbreath.routine.model import AuthorCue
from leanbreath.routine.work import Breath, Reps
from leanbreath.score.arrange import estimate
from leanbreath.score.phrases import Phrases
from leanbreath.score.placed_passage import Span
from leanbreath.score.score import RATE, Cue, Line
from leanbreath.score.signals import HALVED

TAIL = 8 * RATE
"""How far an announcement may reach back into what comes before it."""

AGAIN = 4 * RATE
"""How long before a further set it is said which one it is."""

EARLY = 2 * RATE
"""How much sooner than asked for an author's line may be said, to make room for the next."""

LATE = 2 * EARLY
"""How much later than asked for it may be said, where the program itself speaks first."""

ANNOUNCEMENT, GUIDE, AUTHOR, TEACHING = 3, 2, 1, 0


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
                yield _author(spans, span, cue, frame)
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
        ahead = AGAIN if span.passage.set > 1 and before.passage.kind == "rest" else TAIL
        wish = max(before.start + _told(before, phrases), span.start - ahead) if gap else span.start
        line = Line(say, short, wish, earliest, span.start, ANNOUNCEMENT)
        yield _cue(before if before.end > before.start else span, line)


def _told(gap: Span, phrases: Phrases) -> int:
    """Return about how many frames the words of a gap itself take, by a voice that takes its time."""
    return estimate(_gap_text(gap, phrases) or "") * 5 // 4


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
    """Yield the names of parts that have one; else what tells how far one is, but where the author speaks."""
    calls = tuple(_calls(span))
    guided = calls or tuple(each for each in _guided(span, phrases) if each[1] not in own)
    for say, frame, early in guided:
        yield _cue(span, Line(say, None, frame, max(frame - early, span.start), rank=GUIDE))
    for say, frame in _first_breath(span, phrases):
        yield _cue(span, Line(say, None, frame, frame, rank=TEACHING, for_ears=True))


def _calls(span: Span) -> Iterator[tuple[str, int, int]]:
    """Yield the name of each part that is called, with its frame, at which it is said."""
    for edge, part in zip(span.edges, span.parts, strict=False):
        if part.say:
            yield part.say, edge, 0


def _guided(span: Span, phrases: Phrases) -> Iterator[tuple[str, int, int]]:
    """Yield each guide with its frame, and how much earlier it may be said."""
    work = span.passage.work
    if span.end - span.start >= HALVED and span.half > span.start:
        yield phrases.half, span.half, 0
    if isinstance(work, Breath | Reps) and work.number >= 4:
        yield phrases.last_breath if isinstance(work, Breath) else phrases.last_rep, span.last, RATE


def _first_breath(span: Span, phrases: Phrases) -> Iterator[tuple[str, int]]:
    """Yield the words for the phases of the first breath of a drill, which tell what its tones mean from then on."""
    if isinstance(span.passage.work, Breath) and span.passage.set == 1:
        for edge, part in zip(span.edges, span.parts, strict=False):
            if part.breath == 1 and part.phase and part.opens:
                yield f"{phrases.call(part.phase)}.", edge


def _author(spans: tuple[Span, ...], span: Span, cue: AuthorCue, frame: int) -> Cue:
    earliest, by, late = _limits(spans, span, cue, frame)
    return _cue(span, Line(cue.say, cue.short, frame, earliest, by, AUTHOR, late))


def _limits(spans: tuple[Span, ...], span: Span, cue: AuthorCue, frame: int) -> tuple[int, int | None, int]:
    """Return before which frame an author's line is not said, at which it has ended, and how late it may be.

    What is said at the start lies in the gap before it, where there is room, and what is said at a part that is called
    comes after the call. Nothing can be said before the first announcement.
    """
    late = min(LATE, next((edge for edge in span.edges if edge > frame), frame) - frame)
    if frame == span.end:
        return span.start, frame, 0
    if cue.at.name == "start" and frame == span.start and (gap := _gap_before(spans, span)):
        return gap.start, frame, late
    if any(edge == frame for _, edge, _ in _calls(span)):
        return frame, None, late
    first = not span.index and not frame
    return max(span.start, frame - EARLY), None, min(LATE, span.end) if first else 0


def _gap_before(spans: tuple[Span, ...], span: Span) -> Span | None:
    """Return the gap that leads to a passage of work; a wait is none, since nobody knows how long it takes."""
    before = spans[span.index - 1] if span.index else None
    return before if before and before.passage.kind not in ("work", "wait") else None
