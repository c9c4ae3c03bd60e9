"""A check-up with its effects: every result is in the diary, or in a file next to it, as soon as it is there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from os import urandom

from leanbreath.coach.assessments import Result
from leanbreath.coach.checkup import Checkup, results
from leanbreath.coach.checkup_entry import Move, typed
from leanbreath.coach.checkup_form import Form
from leanbreath.coach.checkup_start import begin
from leanbreath.coach.entered_result import EnteredResult
from leanbreath.coach.material import Material
from leanbreath.coach.number_entry import EntryMistake
from leanbreath.coach.results import in_order
from leanbreath.coach_loader import CoachData
from leanbreath.diary.connection import DiaryError
from leanbreath.diary.event_data import content_id
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.store import Diary
from leanbreath.diary.unsaved import keep
from leanbreath.playback.time_source import local_time
from leanbreath.userdata.paths import diary_file
from leanbreath.userdata.settings_file import load_settings_or_defaults


class CheckupSession:
    """A check-up that is going on; `rows` are all results that are known, and `warning` says what isn't saved."""

    def __init__(
        self,
        rows: tuple[AssessmentRow, ...],
        material: Material,
        diary: Diary,
        now: Callable[[], Moment],
        form: Form | None = None,
    ) -> None:
        self.rows, self.material, self.warning = rows, material, ""
        self._diary, self._now = diary, now
        self.checkup: Checkup = begin(rows, material, now(), urandom(16).hex(), form)
        self._saved = results(self.checkup, material)

    def enter(self, text: str) -> EntryMistake | None:
        """Take a line that was typed; return what is wrong with it."""
        changed = typed(self.checkup, text, self.material)
        if isinstance(changed, EntryMistake):
            return changed
        self._take(changed)
        return None

    def move(self, move: Move) -> None:
        """Make a move."""
        self._take(move(self.checkup, self.material))

    def _take(self, changed: Checkup) -> None:
        self.checkup = changed
        found = results(changed, self.material)
        fresh = {id: result for id, result in found.items() if self._saved.get(id) != result}
        self._saved = found
        if fresh:
            added, self.warning = save_results(self._diary, fresh, self._now(), changed.id)
            self.rows = (*self.rows, *added)


def open_checkup(coach: CoachData, form: Form | None = None) -> CheckupSession:
    """Return a check-up that begins, or continues where the last one stopped."""
    day_starts = load_settings_or_defaults()[0].day_starts
    rows, diary = coach.content.assessments, Diary(diary_file())
    session = CheckupSession(rows, coach.material, diary, lambda: moment(local_time(), day_starts), form)
    session.warning = "; ".join(coach.warnings)
    return session


def save_results(
    diary: Diary, found: dict[str, Result], now: Moment, checkup: str | None
) -> tuple[tuple[AssessmentRow, ...], str]:
    """Write results to the diary, else to files next to it; return their rows, and why they aren't in the diary."""
    return _saved(diary, tuple(_row(id, result, now, checkup) for id, result in found.items()))


def save_entered(
    diary: Diary, found: dict[str, EnteredResult], rows: tuple[AssessmentRow, ...], now: Moment
) -> tuple[tuple[AssessmentRow, ...], str]:
    """Write results that were entered apart from a check-up; they belong to the one of their day, if there is one.

    `rows` are all results so far. Return them with the new ones, and why those aren't in the diary.
    """
    day_starts = load_settings_or_defaults()[0].day_starts
    added = tuple(_entered_row(id, entered, rows, now, day_starts) for id, entered in found.items())
    _, warning = _saved(diary, added)
    return (*(row for row in rows if row.id not in {each.id for each in added}), *added), warning


def _entered_row(
    id: str, entered: EnteredResult, rows: tuple[AssessmentRow, ...], now: Moment, day_starts: time
) -> AssessmentRow:
    """Return the row of a result; one that says when it was measured has the same id each time it is entered."""
    at = moment(entered.at, day_starts) if entered.at else now
    row = _row(id, entered.result, at, checkup_of_day(rows, at))
    row = replace(row, real_changes=tuple(map(float, entered.real_changes)))
    return replace(row, id=content_id(replace(row, checkup=None))) if entered.at else row


def _saved(diary: Diary, rows: tuple[AssessmentRow, ...]) -> tuple[tuple[AssessmentRow, ...], str]:
    try:
        diary.add(*rows)
    except DiaryError as error:
        return rows, _kept(diary, rows, str(error))
    return rows, ""


def _row(id: str, result: Result, now: Moment, checkup: str | None) -> AssessmentRow:
    if isinstance(result, str):
        return AssessmentRow(urandom(16).hex(), now, id, answer=result, checkup=checkup)
    return AssessmentRow(urandom(16).hex(), now, id, tuple(map(float, result)), checkup=checkup)


def _kept(diary: Diary, rows: tuple[AssessmentRow, ...], reason: str) -> str:
    try:
        for row in rows:
            keep(diary.path, row)
    except OSError as error:
        return f"{reason}, and no file next to it can be written ({error.strerror}): write your results down"
    return f"{reason}; your results are kept in files next to it and read in at the next start"


def checkup_of_day(rows: tuple[AssessmentRow, ...], now: Moment) -> str | None:
    """Return the check-up that results of today belong to, None if there was none."""
    return next((row.checkup for row in reversed(in_order(rows)) if row.checkup and row.at.day == now.day), None)
