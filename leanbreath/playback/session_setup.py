"""Puts a session together: the score without painful drills, its clock, sound, diary and controller."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from math import isfinite
from threading import Thread
from time import sleep

from leanbreath.diary.drills_out import DrillOut
from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import check_pack, load_phrases, save_volume
from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.painful_drills import find_easier, has_drill, read_substitutes, without_painful
from leanbreath.playback.returning_drills import ReturningDrills
from leanbreath.playback.session_draft import SessionDraft
from leanbreath.playback.session_lengths import SessionLengths
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.sound_player import SoundPlayer
from leanbreath.playback.time_source import TimeLimits, TimeSource
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.compose import compose
from leanbreath.score.edit import repeat_step, step_segment
from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Score, frames
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import SessionController
from leanbreath.session.session import Session
from leanbreath.userdata.log import append_to_log
from leanbreath.userdata.settings import Settings, SoundSettings

MOST_STEPS, MOST_RANGES = 12, 5
"""How many steps a message lists, and how many ranges of steps if there are more."""


@dataclass(frozen=True)
class PreparedSession:
    """A session that is ready to be shown.

    `needs_card` says whether the preparation card comes first, `is_first` that it is the runner's very first session,
    and `is_first_of_routine` the first of this routine. `returning` are the drills that stay out because they hurt;
    `draft` is what goes into the score until the session begins, `lengths` are those to choose from until then.
    """

    controller: SessionController
    recorder: DiaryRecorder
    sound: SoundPlayer
    score: Score
    draft: SessionDraft
    lengths: SessionLengths
    returning: ReturningDrills
    needs_card: bool
    is_first: bool
    is_first_of_routine: bool
    sound_settings: SoundSettings
    is_night: bool

    def begin_breath_at(self, own_breath: Fraction) -> str:
        """Let the paced breaths of a session that hasn't begun start at the runner's own; return what that changes."""
        self.draft.own_breath = own_breath
        self.draft.put_into(self.controller.session, self.recorder)
        return self.draft.breath_text

    def save_sound(self) -> None:
        """Write to the log how the sound went, and to the settings how loud it was left."""
        sound = self.sound
        if sound.underruns or sound.losses:
            append_to_log(f"sound by {sound.description}: underruns {sound.underruns}, times lost {sound.losses}")
        if sound.fader.volume_db != self.sound_settings.volume:
            save_volume(sound.fader.volume_db, self.is_night)


def prepare_session(
    library: Library,
    routine: Routine,
    options: SessionOptions,
    settings: Settings,
    diary: Diary | None,
    has_keys: bool,
    time: TimeSource | None = None,
    limits: TimeLimits | None = None,
) -> PreparedSession:
    """Return a routine as a session; without keys its waits have a length. Raise `InvalidRequest` if that fails."""
    if not isfinite(options.speed):
        raise InvalidRequest("the speed must be a number, such as 10")
    time = time or TimeSource()
    sound_settings, is_night = options.audio.sound_settings(settings, time.local())
    check_pack(sound_settings.pack)
    recorder = _recorder(routine, options, settings, diary, time)
    drills_out = recorder.drills_out(routine.id)
    draft = _draft(library, routine, options, settings, recorder, drills_out)
    shows_card = settings.screen.card and not (options.at_once or options.is_rehearsal)
    out = tuple(each for each in drills_out if each.drill in draft.named_drills())
    questions = _questions(draft, out) if has_keys and shows_card and not options.from_step else ()
    draft.out = _names(tuple(each for each in out if each not in questions))
    score = draft.score()
    start, before = start_place(score, options.from_step, options.resumed_seconds)
    wait_frames = None if has_keys else frames(options.wait)
    substitute = partial(_substitute, library, routine, recorder)
    session = Session(score, SilentClock(time.now(), options.speed), start, wait_frames, substitute, before)
    sound = SoundPlayer(sound_settings, options.mute, not options.is_rehearsal, limits, time.now, settings.language)
    recorder.begin(score, options.source, routine.kind)
    draft.note_plan(recorder, score)
    return PreparedSession(
        SessionController(session, sound, recorder.record, options.speed, partial(_read_substitutes, library)),
        recorder,
        sound,
        score,
        draft,
        SessionLengths(draft, session, recorder, settings),
        ReturningDrills(out, questions, session, recorder, draft),
        needs_card=shows_card and not start,
        is_first=recorder.prior.is_first,
        is_first_of_routine=not recorder.prior.begun_count,
        sound_settings=sound_settings,
        is_night=is_night,
    )


def _draft(
    library: Library,
    routine: Routine,
    options: SessionOptions,
    settings: Settings,
    recorder: DiaryRecorder,
    drills_out: tuple[DrillOut, ...],
) -> SessionDraft:
    """Return what goes into the score: the routine as it is asked for."""
    return SessionDraft(
        routine,
        partial(_composed, options=options, settings=settings, recorder=recorder),
        partial(_without, library, routine, _names(drills_out)),
        own_breath=options.own_breath,
        fit=options.fit,
        prescribe=cache(options.prescribe) if options.prescribe else None,
    )


def _questions(draft: SessionDraft, out: tuple[DrillOut, ...]) -> tuple[DrillOut, ...]:
    """Return the drills that the card asks about: those whose time is over, and that the session would have."""
    asked = tuple(each for each in out if each.asks)
    whole = draft.whole_score() if asked else None
    return tuple(each for each in asked if whole and has_drill(whole, each.drill))


def _recorder(
    routine: Routine, options: SessionOptions, settings: Settings, diary: Diary | None, time: TimeSource
) -> DiaryRecorder:
    """Return what records a session; a rehearsal leaves no trace in the diary."""
    written = None if options.is_rehearsal else diary
    return DiaryRecorder(written, routine.id, lambda: moment(time.local(), settings.day_starts))


def _composed(routine: Routine, options: SessionOptions, settings: Settings, recorder: DiaryRecorder) -> Score:
    """Return the score with every drill, also those that hurt; a resumed session begins on the side it began on."""
    is_resumed = options.resumed_seconds is not None
    first_side = options.first_side or recorder.first_side(is_resumed)
    return compose(routine, first_side, load_phrases(settings.language))


def _without(library: Library, routine: Routine, painful: tuple[str, ...], score: Score, out: tuple[str, ...]) -> Score:
    return without_painful(library, routine, score, painful, out)


def _read_substitutes(library: Library) -> None:
    Thread(target=read_substitutes, args=(library, sleep), daemon=True).start()  # a file may be slow to read


def _names(drills: tuple[DrillOut, ...]) -> tuple[str, ...]:
    return tuple(each.drill for each in drills)


def _substitute(library: Library, routine: Routine, recorder: DiaryRecorder, drill: str) -> tuple[Passage, ...]:
    return find_easier(library, routine, drill, _names(recorder.drills_out(routine.id)))


def start_place(score: Score, step: str | None, resumed_seconds: float | None = None) -> tuple[int, int | None]:
    """Return the frame at which a step begins, by its number or its drill, and the index of the segment before it.

    Without a step, return the frame where to resume, or 0, and None: a wait there has been done.
    """
    if step is None:
        return repeat_step(score, round((resumed_seconds or 0.0) * RATE))[1], None
    index = step_segment(score, step)
    if index is None:
        known = tuple(dict.fromkeys(passage.step for passage in score.passages))
        raise InvalidRequest(f'no step "{step}"; steps: {", ".join(step_ranges(known))}, or name a drill')
    return score.segments[index].start, index - 1


def step_ranges(steps: tuple[str, ...]) -> list[str]:
    """Return steps as they are, or many of them as a few ranges: `1 to 12`, then `5.1 to 5.3` inside the fifth."""
    if len(steps) <= MOST_STEPS:
        return list(steps)
    below: dict[str, list[int]] = {}
    for step in steps:
        numbers = step.split(".")
        for depth, number in enumerate(numbers):
            below.setdefault("".join(f"{each}." for each in numbers[:depth]), []).append(int(number))
    ranges = [f"{path}{min(numbers)} to {path}{max(numbers)}" for path, numbers in sorted(below.items())]
    return ranges[:MOST_RANGES] + ["…"] * (len(ranges) > MOST_RANGES)
