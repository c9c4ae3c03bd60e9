"""What commands print, and exports write, when all their texts are hostile."""

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import replace
from functools import partial
from io import BytesIO, TextIOWrapper

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.advice.rules import CautionRule
from leanbreath.authoring.catalogue import list_drills, list_poses, list_routines
from leanbreath.cli import program
from leanbreath.cli.commands import COMMANDS as ALL_COMMANDS
from leanbreath.cli.commands.figure import print_pictures
from leanbreath.cli.errors import report_outcome, run_and_exit
from leanbreath.cli.report import (
    print_data,
    print_lines,
    print_message,
    print_problems,
    print_prose,
    print_text,
    print_to_stderr,
    show_progress,
)
from leanbreath.cli.session import show_lines
from leanbreath.diary.moment import moment
from leanbreath.diary.row_values import session_data
from leanbreath.figure.pose_scene import shot_at
from leanbreath.figure.svg import render_svg
from leanbreath.playback.diagnostics import Trial
from leanbreath.playback.diagnostics import report_lines as doctor_lines
from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.runner import run_session
from leanbreath.presentation.assessment_page import assessment_lines
from leanbreath.presentation.drill_page import drill_lines
from leanbreath.presentation.lesson_page import lesson_page
from leanbreath.presentation.plan_page import plan_lines
from leanbreath.presentation.problem_text import report_data, report_lines
from leanbreath.presentation.routine_page import routine_lines
from leanbreath.presentation.session_page import session_line, session_page
from leanbreath.presentation.terminal_text import align_columns
from leanbreath.routine.drill_lookup import drills_by_id
from leanbreath.routine.sources import Source, bundled_sources
from leanbreath.routine.vocabulary import Caution
from leanbreath.score import cue_sheet
from leanbreath.score.compose import compose
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import SessionController
from leanbreath.session.session import Session
from leanbreath.userdata.settings import SoundSettings
from tests.hostile import DRILL, LIBRARY, PROBLEM, ROUTINE, SESSION, hostile, hostile_score
from tests.playback.fake_time import NO_WAITING, FakeTime
from tests.screens.session_app import Noted


def printed(work: Callable[[], object]) -> str:
    """Return what is printed on standard output and standard error, which are UTF-8 and strict."""
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="utf-8", newline="\n", write_through=True)
    with redirect_stdout(stream), redirect_stderr(stream):
        work()
    stream.flush()
    return raw.getvalue().decode()


def command_views(payload: str) -> dict[str, str]:
    """Return what each command prints."""
    return {name: printed(lambda: work(payload)) for name, work in COMMANDS.items()}  # noqa: B023 - called at once


def _show_routine(payload: str) -> None:
    routine = hostile(LIBRARY.routine(ROUTINE).value, payload)
    print_prose(routine_lines(routine, compose(routine), (), _sources(payload), _cautions(payload)))


def _show_drill(payload: str) -> None:
    drill = hostile(LIBRARY.drill(DRILL).value, payload)
    print_prose(drill_lines(drill, {}, _sources(payload), _cautions(payload), (lesson_page(payload, payload, {}),)))


def _show_plan(payload: str) -> None:
    plan = LIBRARY.plan_at(LIBRARY.plan_files["eight-weeks"]).value
    drills = drills_by_id(LIBRARY, (id for week in plan.weeks for id in week.lean or {}))
    print_prose(plan_lines(hostile(plan, payload), {f"{id}{payload}": drill for id, drill in drills.items()}))


def _show_assessment(payload: str) -> None:
    path = next(iter(LIBRARY.assessment_files.values()))
    assessment, limiters = hostile(LIBRARY.assessment_at(path).value, payload), LIBRARY.limiters().value
    print_prose(assessment_lines(assessment, _sources(payload), limiters))


def _sources(payload: str) -> dict[str, Source]:
    return {f"{id}{payload}": hostile(source, payload) for id, source in bundled_sources().items()}


def _cautions(payload: str) -> dict[Caution, CautionRule]:
    return {caution: hostile(rule, payload) for caution, rule in bundled_rules().cautions.items()}


def _lists(payload: str) -> None:
    for rows in (list_routines(LIBRARY, {}).rows[:3], list_drills(LIBRARY).rows[:3], list_poses(LIBRARY).rows[:3]):
        made = hostile(tuple(rows), payload)
        print_lines(align_columns([row.cells() for row in made]))
        print_data([row.data() for row in made])


def _history(payload: str) -> None:
    session = hostile(SESSION, payload)
    print_lines([session_line(session), *session_page(session).lines])
    print_data([session_data(session)])


def _check(payload: str) -> None:
    problem = hostile(PROBLEM, payload)
    print_lines(report_lines(1, [problem], 80, _sources(payload)))
    print_problems([problem])
    print_data(report_data(1, [problem]))


def _figure(payload: str) -> None:
    pose = hostile(LIBRARY.pose_at(LIBRARY.pose_files["half-kneel"]).value, payload)
    print_pictures([shot_at(pose, 0.0, False, False, ())])
    print_text(render_svg([(payload, shot_at(pose, 0.0, False, False, ()))] * 2, payload))


def _cues(payload: str) -> None:
    score = hostile_score(payload)
    print_lines(cue_sheet.text(score))
    print_data(cue_sheet.data(score))


def _run(payload: str) -> None:
    time = FakeTime()
    session = Session(hostile_score(payload), SilentClock(time.now()), wait=0)
    controller = SessionController(session, Noted(), lambda *_: None)
    controller.notice = payload
    show = partial(show_lines, controller, [payload], time.source)
    recorder = DiaryRecorder(None, None, lambda: moment(time.local()))
    outcome = run_session(controller, recorder, show, time.source, NO_WAITING)
    report_outcome(replace(outcome, notices=(payload,), warnings=(payload,)), True)


def _doctor(payload: str) -> None:
    print_lines(
        doctor_lines(
            SoundSettings(),
            {"miniaudio": Trial(True, f"plays\ndevices: {payload}")},
            payload,
            {"reminder": lambda: payload},
        )
    )


def _messages(payload: str) -> None:
    print_message(payload)
    print_to_stderr([payload])
    show_progress(payload, iter((1, 1)))


COMMANDS: dict[str, Callable[[str], None]] = {
    "show a routine": _show_routine,
    "show a drill": _show_drill,
    "show a plan": _show_plan,
    "show an assessment": _show_assessment,
    "list": _lists,
    "history": _history,
    "check": _check,
    "figure": _figure,
    "cues": _cues,
    "run --plain": _run,
    "doctor": _doctor,
    "messages": _messages,
}

ARGUMENTS: tuple[tuple[str, ...], ...] = (
    ("{}",), ("--{}",), *((name, "{}") for name in ALL_COMMANDS), *((name, "--{}") for name in ALL_COMMANDS),
    ("run", ROUTINE, "--from", "{}"), ("run", ROUTINE, "--speed", "{}"), ("run", ROUTINE, "--wait", "{}"),
    ("run", ROUTINE, "--output", "{}"), ("new", "drill", "{}"), ("new", "{}", "x"),
    ("new", "drill", "own", "--from", "{}"), ("render", ROUTINE, "-o", "{}"), ("render", "{}", "-o", "x.wav"),
    ("list", "--for", "{}"),
)  # fmt: skip
"""Command lines that are wrong in a hostile way."""


def argument_views(payload: str) -> dict[str, str]:
    """Return what each command says to a hostile argument."""
    argument = payload.replace("\0", "")  # the system has no such arguments
    return {
        " ".join(command).format("…"): printed(partial(_call, [part.format(argument) for part in command]))
        for command in ARGUMENTS
    }


def _call(arguments: list[str]) -> None:
    with suppress(SystemExit):
        run_and_exit(lambda: program(arguments, prog_name="leanbreath", standalone_mode=False))
