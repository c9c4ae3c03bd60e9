"""Sessions as runners play them: a prescribed routine becomes a row of the diary, without screen and sound."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta

from leanbreath.coach.prescribe import Prescription
from leanbreath.diary.events import Ending, ReturnRow, SessionRow, WorkRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.routine.vocabulary import Effort, LeanFelt, PainFelt
from leanbreath.score.unroll import unroll


@dataclass(frozen=True)
class Play:
    """How a runner plays a session: `what` is what they start, `share` how much of each drill they do.

    `hurts` is the drill that hurts, if the session has it; `hour` is when they begin, 24 and more after midnight.
    """

    what: str = "today"
    hour: float = 7.0
    share: float = 1.0
    ending: Ending = "done"
    effort: Effort | None = 3
    lean: LeanFelt | None = "same"
    hurts: str | None = None
    wants_back: bool = True


def played(
    prescription: Prescription, play: Play, id: str, began: Moment, returns: tuple[ReturnRow, ...], day_starts: time
) -> SessionRow:
    """Return the session that a runner plays, whose work happens on the clock from its beginning on."""
    routine, place = prescription.routine, prescription.place
    work = tuple(_rows(prescription, play, began, day_starts))
    pain: PainFelt = "some" if any(row.hurt for row in work) else "none"
    seconds = float(prescription.seconds)
    ended = _later(began, seconds * play.share, day_starts)
    return SessionRow(
        id,
        began,
        routine.id,
        routine.title,
        seconds,
        source=routine.id,
        place_seconds=seconds * play.share,
        ended=ended,
        ending=play.ending,
        effort=play.effort,
        lean=play.lean,
        pain=pain,
        felt=ended,
        revision=1,
        kind=routine.kind,
        fit_seconds=seconds,
        plan=place.plan if place else None,
        week=place.week if place else None,
        work=work,
        returns=returns,
    )


def _rows(prescription: Prescription, play: Play, began: Moment, day_starts: time) -> Iterator[WorkRow]:
    """Yield a row for each set of each side, as the session records them."""
    sets: Counter[tuple[str, str | None]] = Counter()
    place, seconds, number = prescription.place, 0.0, 0
    for passage in unroll(prescription.routine, "left"):
        planned = float(passage.seconds)
        seconds += planned * play.share
        if passage.kind != "work":
            continue
        sets[passage.step, passage.side] += 1
        at = _later(began, seconds, day_starts)
        hurts = passage.drill is not None and passage.drill == play.hurts
        yield WorkRow(
            number,
            passage.step,
            passage.drill,
            passage.title,
            passage.side,
            sets[passage.step, passage.side],
            planned,
            0.0,
            planned * play.share,
            at if play.share else None,
            hurt_at=at if hurts else None,
            muscles=passage.targets,
            stretch=passage.stretch,
            level=place.levels.get(passage.drill or "") if place else None,
        )
        number += 1


def _later(began: Moment, seconds: float, day_starts: time) -> Moment:
    return moment(began.at + timedelta(seconds=seconds), day_starts)
