"""The spoken lines: what comes next, which side, how much, halfway, last, done, and the author's own cues."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from leanbreath.routine.author_cue import AuthorCue
from leanbreath.score.action_words import action_word
from leanbreath.score.introduction import introduction
from leanbreath.score.kinds import WORK
from leanbreath.score.lead_in import gap_text, lead_in
from leanbreath.score.part import Part
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import Phrases
from leanbreath.score.placed_passage import PlacedPassage
from leanbreath.score.score import RATE, Cue, Line
from leanbreath.score.tone_cues import SHORTEST_HALVED

ANNOUNCE_AHEAD = 8 * RATE
"""How far an announcement may reach back into what comes before it."""

AUTHOR_EARLY = 2 * RATE
"""How much earlier than asked an author's line may be said, to make room for the next."""

AUTHOR_LATE = 2 * AUTHOR_EARLY
"""How much later than asked it may be said, where the program itself speaks first."""

LEAST_COUNTED = 4
"""With fewer repetitions, neither the half nor the last is announced."""

ANNOUNCEMENT, GUIDE, AUTHOR, TEACHING = 3, 2, 1, 0
"""The ranks of lines; the highest is placed first."""


def line_cues(passages: tuple[PlacedPassage, ...], total: int, phrases: Phrases) -> Iterator[Cue]:
    """Yield the lines of a score at the frames they prefer; `arrange` finds each a slot."""
    announcer = _Announcer(passages, phrases)
    for placed in passages:
        yield from announcer.lines(placed)
    if passages:
        yield _cue(passages[-1], Line(phrases.done, (), total, total, rank=ANNOUNCEMENT))


@dataclass(frozen=True)
class _Announcer:
    """Words for the passages of a score."""

    passages: tuple[PlacedPassage, ...]
    phrases: Phrases

    @cached_property
    def plain(self) -> tuple[Passage, ...]:
        """The passages without their places."""
        return tuple(placed.passage for placed in self.passages)

    @cached_property
    def _firsts(self) -> set[int]:
        """The indices at which each drill begins, on each side."""
        first: dict[tuple[str, str | None, str | None], int] = {}
        for index, each in enumerate(self.plain):
            if each.kind == "work":
                first.setdefault((each.step, each.drill, each.side), index)
        return set(first.values())

    @cached_property
    def _said_before(self) -> list[Counter[AuthorCue]]:
        """How often each cue with several wordings was said before each passage."""
        said = [Counter[AuthorCue]()]
        for placed in self.passages:
            cues = (cue for cue in placed.passage.cues if len(cue.wordings) > 1)
            said.append(said[-1] + Counter({cue: len(placed.cue_frames(cue)) for cue in cues}))
        return said

    def lines(self, placed: PlacedPassage) -> Iterator[Cue]:
        """Yield the lines that belong to a passage."""
        if placed.passage.kind == "work":
            yield from self._lead_in(placed)
            cues = [(cue, frame) for cue in placed.passage.cues for frame in placed.cue_frames(cue)]
            yield from self._guides(placed, {frame for _, frame in cues})
            said = Counter(self._said_before[placed.index])
            for cue, frame in cues:
                if cue.is_posture:
                    continue
                yield self._author_line(placed, cue, frame, cue.wordings[said[cue] % len(cue.wordings)])
                said[cue] += 1
        elif placed.is_stop:
            yield Cue(placed.start, "say", placed.segment, say=placed.passage.say)
        elif text := gap_text(placed.passage, self.phrases):
            yield _cue(placed, Line(text, (), placed.start, placed.start, rank=ANNOUNCEMENT))

    def _lead_in(self, placed: PlacedPassage) -> Iterator[Cue]:
        """Yield the lines that lead into work; at the beginning, and after a wait, the count-in says them."""
        before = self.passages[placed.index - 1] if placed.index else None
        if before is None or before.is_stop or (before.passage.is_open and before.end == placed.start):
            return
        gap = before if before.passage.kind != "work" else None
        preferred, earliest = gap.start if gap else placed.start, self._earliest_lead(placed, before)
        max_delay = min(AUTHOR_LATE, (placed.end - placed.start) // 2)
        for number, (text, *shorter) in enumerate(lead_in(self.plain, placed.index, self.phrases)):
            line = Line(text, tuple(shorter), preferred, earliest, placed.start, ANNOUNCEMENT, max_delay, lead=number)
            yield _cue(gap or placed, line)

    def _earliest_lead(self, placed: PlacedPassage, before: PlacedPassage) -> int:
        """Return when the lines that lead into work may begin, given what is before it.

        A drill may be named before the gap that leads to it, but a round, a set or another side only within that gap.
        """
        words = introduction(self.plain, placed.index, self.phrases)
        if before.passage.kind == "switch" or (words and words.place and before.passage.kind not in ("work", "ready")):
            return before.start
        start = placed.start if before.passage.kind == "work" else before.start
        return max(start - ANNOUNCE_AHEAD, self._work_start(before))

    def _work_start(self, placed: PlacedPassage) -> int:
        """Return the first frame at which the work at or before a passage can be talked over; 0 without any.

        What is open may end at any time, so nothing is announced while it lasts, nor before a wait.
        """
        earlier = (self.passages[index] for index in range(placed.index, -1, -1))
        work = next((each for each in earlier if each.passage.kind == "work" or each.is_stop), None)
        return 0 if work is None else work.end if work.passage.is_open else work.start

    def _guides(self, placed: PlacedPassage, author_frames: set[int]) -> Iterator[Cue]:
        """Yield the calls of parts, how far along the work is (unless the author speaks then), and its first words."""
        calls = _calls(placed, self.phrases)
        for text, frame in calls:
            is_shown = placed.parts[0].kind == "rep"
            yield _cue(placed, Line(text, (), frame, frame, rank=GUIDE, is_audio_only=is_shown))
        for text, frame, early in self._progress(placed, bool(calls)):
            if calls or frame not in author_frames:  # before a call there is room for both
                yield _cue(placed, Line(text, (), frame, max(frame - early, placed.start), rank=GUIDE))
        for text, frame in self._first_words(placed):
            yield _cue(placed, Line(text, (), frame, frame, rank=TEACHING, is_audio_only=True))

    def _progress(self, placed: PlacedPassage, is_called: bool) -> Iterator[tuple[str, int, int]]:
        """Yield what says how far along the work is, its frame, and how much earlier it may be said.

        Where each part is called, only the last repetition is told, before its own calls.
        """
        if placed.passage.is_open:
            return
        work = placed.passage.work
        last_line = WORK[work.kind].last_line if work else None
        is_short = last_line and work and (work.repetitions or 0) < LEAST_COUNTED
        if (
            not is_called
            and not is_short
            and placed.end - placed.start >= SHORTEST_HALVED
            and placed.half > placed.start
        ):
            yield self.phrases.half, placed.half, 0
        if last_line and not is_short:
            yield last_line(self.phrases), placed.last, 2 * RATE if is_called else RATE

    def _first_words(self, placed: PlacedPassage) -> Iterator[tuple[str, int]]:
        """Yield the words for what is done in a drill's first repetition, and on the other side if the sides alternate.

        They teach what its tones mean.
        """
        work, passage = placed.passage.work, placed.passage
        if not work or not WORK[work.kind].teaches_words or placed.index not in self._firsts:
            return
        first: set[str] = set()
        for edge, part in zip(placed.edges, placed.parts, strict=False):
            text = _spoken_word(passage, part, self.phrases) if part.rep in (1, 2) and part.starts_phase else None
            if part.rep == 1 and text:
                first.add(text)
            is_other_side = part.rep == 2 and passage.alternates_from and text not in first
            if text and not part.is_called and (part.rep == 1 or is_other_side):
                yield text, edge

    def _author_line(self, placed: PlacedPassage, cue: AuthorCue, frame: int, text: str) -> Cue:
        """Return an author's line with its window; one at a part that is called is said after the call."""
        line = Line(text, cue.shorter, frame, max(placed.start, frame - AUTHOR_EARLY), rank=AUTHOR)
        max_delay = min(AUTHOR_LATE, next((edge for edge in placed.edges if edge > frame), frame) - frame)
        if frame == placed.end:
            line = line._replace(earliest=placed.start, deadline=frame)
        elif frame in placed.called:
            line = line._replace(earliest=frame, max_delay=max_delay)
        return _cue(placed, line)


def _cue(placed: PlacedPassage, line: Line) -> Cue:
    within = max(placed.start, min(line.preferred, placed.end - 1))
    return Cue(line.preferred, "say", placed.segment_at(within), say=line.text, line=line)


def _calls(placed: PlacedPassage, phrases: Phrases) -> list[tuple[str, int]]:
    """Return what is said at each part that is called, and its frame."""
    called = ((part, edge) for part, edge in zip(placed.parts, placed.edges, strict=False) if part.is_called)
    texts = ((_spoken_word(placed.passage, part, phrases), edge) for part, edge in called)
    return [(text, edge) for text, edge in texts if text]


def _spoken_word(passage: Passage, part: Part, phrases: Phrases) -> str | None:
    """Return what is said as a part begins: the author's own words, else the word for what is done."""
    word = action_word(passage, part, phrases)
    return part.say or (f"{word.word}." if word else None)
