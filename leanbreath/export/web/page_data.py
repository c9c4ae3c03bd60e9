"""The data of a routine's page: what is heard, shown and counted at each frame of its sound.

Passages tile the sound from its first frame to `audio_total`, and segments tile the passages; the last tones ring on
after that. The `time` of a passage is where it starts on the cue sheet; a count-in has none, and is no part of `total`.
At the end of a segment whose `stop` is "wait" the sound stops until a tap. With "open" it plays on, and a tap skips to
the end of the segment: open work, and a wait that ends by itself. `curves` are the pacer's level at even times from the
start to the end of a segment. `diary` is what an event of the diary takes over; the `passage` of its work is an index.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from leanbreath.export.web.page_figures import PageFigures
from leanbreath.export.web.page_segments import PageSegment, page_segments
from leanbreath.figure.shot_selection import DrillFigure, PoseChoice, choose_pose
from leanbreath.figure.svg import COLOURS
from leanbreath.presentation.preparation_card import PreparationCard
from leanbreath.presentation.readout_text import counts_reps, is_counted, readout_words
from leanbreath.presentation.round_and_set import round_and_set
from leanbreath.presentation.set_up import leads_to_work, set_up_lines
from leanbreath.routine.work import Reps
from leanbreath.score.dose import dose_text
from leanbreath.score.phrases import capitalised
from leanbreath.score.score import RATE, Score
from leanbreath.score.snapshot import level_at
from leanbreath.session.progress import WorkDone, progress
from leanbreath.session.timeline import Timeline

VERSION = 1

CURVE_PARTS = 16
"""How many parts a curve has, between its points."""

Row = dict[str, Any]


class DiaryFields(NamedTuple):
    """What the diary keeps of a session that is known before it: the fields of its event, and when a day starts."""

    session: Mapping[str, Any]
    day_starts: str


def page_data(timeline: Timeline, card: PreparationCard, figures: Mapping[str, DrillFigure], diary: DiaryFields) -> Row:
    """Return the data of a page without its sound; times are in frames at `rate`."""
    score = timeline.splices[-1].score
    passages = [tuple(each) for _, each in groupby(page_segments(timeline), lambda each: each.place)]
    drawn, curves = PageFigures(), _Curves()
    segments = [
        {
            **_segment(each),
            "passage": index,
            "curve": curves.index(each),
            "figure": drawn.index(_pose(each, figures)),
        }
        for index, passage in enumerate(passages)
        for each in passage
    ]
    return {
        "version": VERSION,
        "id": score.id,
        "title": card.title,
        "about": card.about,
        "length": card.duration,
        "rate": RATE,
        "total": score.total,
        "is_estimate": score.is_estimate,
        "audio_total": timeline.splices[-1].at,
        "safety": score.phrases.safety,
        "before": [f"{each}." for each in (card.breath, card.needed, card.care) if each],
        "diary": _diary(diary, score, passages, progress(timeline, 0)),
        "passages": [_passage(each[0], each[-1].end) for each in passages],
        "segments": segments,
        "lines": list(_lines(timeline, score)),
        "curves": curves.rows,
        "figures": drawn.rows,
        "colours": COLOURS,
    }


def _passage(first: PageSegment, end: int) -> Row:
    """Return a passage, given its first segment."""
    passage = first.status.snapshot.passage
    work = first.status.snapshot.work
    return {
        "at": first.at,
        "end": end,
        "kind": "count-in" if first.state == "counting" else passage.kind,
        "step": passage.step,
        "drill": passage.drill,
        "title": passage.title,
        "side": passage.side,
        "dose": dose_text(passage.work, first.status.phrases) if passage.work else "",
        "next": first.status.snapshot.next,
        "set_up": list(set_up_lines(work)) if work and leads_to_work(first.status) else [],
        "time": first.time,
    }


def _segment(each: PageSegment) -> Row:
    word, sub_word = ("", "") if each.state == "waiting" else readout_words(each.status)
    return {
        "at": each.at,
        "end": each.end,
        "kind": "count-in" if each.state == "counting" else each.segment.kind,
        "word": word or None,
        "sub_word": sub_word or None,
        "count": _count(each),
        "round": capitalised(" · ".join(_round(each))),
        "digits": _digits(each),
        "stop": _stop(each),
    }


def _count(each: PageSegment) -> str:
    """Return which breath or rep it is, and of how many."""
    rep, of = each.segment.rep, each.status.snapshot.repetitions
    return f"{rep}/{of}" if each.state == "playing" and rep is not None and of else ""


def _round(each: PageSegment) -> Iterator[str]:
    """Yield the round and the set, and how fast the steps are."""
    passage, segment = each.status.snapshot.passage, each.segment
    yield from round_and_set(passage)
    if each.state == "playing" and segment.kind == "beat":
        yield f"{round(60 * RATE / (segment.end - segment.start))} steps a minute"


def _digits(each: PageSegment) -> str:
    """Return what the number counts: down to the end of the segment or passage, up, or nothing."""
    match each.state:
        case "counting":
            return "segment"
        case "open":
            return "elapsed"
        case "waiting":
            return "segment" if _stop(each) == "open" else "none"
    if counts_reps(each.status):
        return "none"
    return "segment" if is_counted(each.status) else "passage"


def _stop(each: PageSegment) -> str | None:
    if each.state == "waiting":
        return "open" if each.status.snapshot.passage.most_seconds is not None else "wait"
    return "open" if each.state == "open" else None


def _pose(each: PageSegment, figures: Mapping[str, DrillFigure]) -> PoseChoice | None:
    """Return the pose to draw; in a count-in nothing moves yet."""
    chosen = choose_pose(figures, each.status.snapshot)
    return chosen._replace(is_moving=False) if chosen and each.state == "counting" else chosen


def _lines(timeline: Timeline, score: Score) -> Iterator[Row]:
    """Yield every spoken line as it is shown, in order of time."""
    cues = sorted(timeline.cues(0, timeline.splices[-1].at + 1), key=lambda each: each[0])
    for at, _, cue in cues:
        if cue.say and not (cue.line and cue.line.is_audio_only):
            yield {"at": at, "text": score.as_written(cue.say)}


class _Curves:
    """The curves that a page has so far, each once."""

    def __init__(self) -> None:
        self.rows: list[tuple[float, ...]] = []
        self._indices: dict[tuple[float, ...], int] = {}

    def index(self, each: PageSegment) -> int | None:
        """Return the index of the curve of a segment, which is added if it is new; None where nothing is paced."""
        curve = _curve(each)
        if curve is not None and curve not in self._indices:
            self._indices[curve] = len(self.rows)
            self.rows.append(curve)
        return None if curve is None else self._indices[curve]


def _curve(each: PageSegment) -> tuple[float, ...] | None:
    """Return the pacer's level through a segment of work; open work fills evenly."""
    parts = [part / CURVE_PARTS for part in range(CURVE_PARTS + 1)]
    if each.state == "open":
        return tuple(parts)
    segment = each.segment
    if each.state != "playing" or each.status.snapshot.passage.kind != "work":
        return None
    frames = (segment.start + round((segment.end - segment.start) * part) for part in parts)
    return tuple(round(level_at(each.splice.score, segment, frame), 3) for frame in frames)


def _diary(
    diary: DiaryFields, score: Score, passages: list[tuple[PageSegment, ...]], work: tuple[WorkDone, ...]
) -> Row:
    """Return the fields of the session and of its work that are known beforehand."""
    planned = {"routine": score.id, "title": score.title, "planned_seconds": score.total / RATE}
    places = {each[0].segment.passage: index for index, each in enumerate(passages) if each[0].state != "counting"}
    return {
        "session": _known({**planned, **diary.session}),
        "day_starts": diary.day_starts,
        "work": [{"passage": places[each.passage], **_work(each, score)} for each in work],
    }


def _work(each: WorkDone, score: Score) -> Row:
    """Return a set of one side of a drill; `reps` are those of open work, if the runner ends it."""
    work = score.passages[each.passage].work
    return _known(
        {
            "place": each.passage,
            "step": each.step,
            "drill": each.drill,
            "title": each.title,
            "side": each.side,
            "number": each.number,
            "planned_seconds": each.planned_seconds,
            "muscles": list(each.muscles),
            "stretch": each.stretch,
            "reps": work.count if isinstance(work, Reps) and work.is_open else None,
        }
    )


def _known(values: Mapping[str, Any]) -> Row:
    """Return what is known of some values."""
    return {name: value for name, value in values.items() if value not in (None, [])}
