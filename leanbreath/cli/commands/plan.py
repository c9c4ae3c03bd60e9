"""`leanbreath plan`: where a runner stands in their training plan, and any plan week by week."""

from os import urandom

import click

from leanbreath.authoring.page_lookup import page_lines
from leanbreath.authoring.resolve import valid
from leanbreath.cli.report import print_data, print_lines, print_message, print_prose
from leanbreath.coach.plan_changes import NO_PLAN, PlanChange, choose_level
from leanbreath.coach.plan_choice import PlanChoice
from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.replay import plan_state
from leanbreath.coach.today import today
from leanbreath.coach_loader import CoachData, load_coach
from leanbreath.diary.drills_out import DrillOut, drills_out
from leanbreath.diary.events import PlanAction
from leanbreath.diary.store import Diary
from leanbreath.plan_loader import decided, status_lines
from leanbreath.presentation.plan_status import decision_lines, plan_data
from leanbreath.presentation.terminal_text import align_columns
from leanbreath.presentation.today_line import today_line
from leanbreath.routine.library import Library
from leanbreath.routine.name_suggestions import suggestion, with_list_command
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import diary_file

TO_START = "Start the one that suits you: leanbreath plan --start"


ACTIONS: tuple[PlanAction, ...] = ("start", "pause", "resume", "stop")


def drill_level(context: click.Context, option: click.Parameter, text: str | None) -> tuple[str, int] | None:
    """Return the drill and the level that a text such as `wall-lean-hold=2` names."""
    if text is None:
        return None
    drill, _, level = text.partition("=")
    if not (drill and level.isascii() and level.isdigit()):
        raise click.BadParameter(f'write a drill and its level, such as wall-lean-hold=2, instead of "{text}"')
    return drill, int(level[:3])


@click.command()
@click.argument("name", required=False)
@click.option("--start", is_flag=True, help="Start the plan NAME, or the plan that suits you.")
@click.option("--pause", is_flag=True, help="Pause your plan: nothing is due, no day is missed.")
@click.option("--resume", is_flag=True, help="Resume your plan.")
@click.option("--stop", is_flag=True, help="End your plan.")
@click.option("--level", callback=drill_level, metavar="DRILL=N", help="From now on, do a drill at this level.")
@click.option("--why", is_flag=True, help="Print what the coach decided in your plan, and why.")
@click.option("--json", "as_json", is_flag=True, help="Print where you stand as data.")
def plan(name: str | None, level: tuple[str, int] | None, why: bool, as_json: bool, **wished: bool) -> None:
    """Show where you stand in your training plan, or the plan NAME week by week."""
    actions = [action for action in ACTIONS if wished[action]]
    if len(actions) + sum(map(bool, (level, why, as_json))) > 1:
        raise click.UsageError("choose one of --start, --pause, --resume, --stop, --level, --why and --json")
    if name and actions != ["start"] and (actions or level or why or as_json):
        raise click.UsageError("a NAME goes alone, or with --start; the other options are about the plan you started")
    library = load_library()
    if name is not None:
        _check_name(library, name)
    if name is not None and not actions:
        print_prose(page_lines(library, valid(library.plan_at(library.plan_files[name]))))
        return
    coach = load_coach(library)
    for warning in coach.warnings:
        print_message(warning)
    state = plan_state(coach.content, coach.material, coach.now)
    if level:
        _write(library, coach, _chosen_level(library, coach, state, *level))
    elif actions:
        _write(library, coach, decided(coach, actions[0], _choice(library, name)))
    elif as_json:
        print_data(plan_data(state, _out(coach)) if state else None, 2)
    elif state is None:
        _print_plans(library, why)
    elif why:
        print_lines(decision_lines(state.decisions))
    else:
        print_prose(status_lines(library, coach, state))


def _check_name(library: Library, name: str) -> None:
    if name not in library.plan_files:
        fix = suggestion(name, library.plan_files)
        raise InvalidRequest(f'no plan "{name}"; {fix}; for a cue sheet, use  leanbreath cues')


def _chosen_level(library: Library, coach: CoachData, state: PlanState | None, drill: str, level: int) -> PlanChange:
    """Return the choice of a level; raise `InvalidRequest` or `Problems` where it can't be."""
    if drill not in library.drill_files:
        fix = with_list_command(suggestion(drill, library.drill_files), "drill")
        raise InvalidRequest(f'no drill "{drill}"; {fix}')
    return choose_level(valid(library.drill(drill)), level, state, coach.now, urandom(16).hex())


def _choice(library: Library, name: str | None) -> PlanChoice | None:
    """Return the plan that the runner named; raise `Problems` if its file has any."""
    if name is None:
        return None
    valid(library.plan_at(library.plan_files[name]))
    return PlanChoice(name)


def _write(library: Library, coach: CoachData, decided: PlanChange) -> None:
    """Write an event, and print what it means and what is next."""
    Diary(diary_file()).add(decided.event)
    after = load_coach(library, coach.now)
    print_prose([decided.text, f"Next: {today_line(today(after.content, after.material, after.now))}"])


def _print_plans(library: Library, is_asked: bool) -> None:
    """Print every plan and how to start one; raise `InvalidRequest` if the runner asked about a plan of theirs."""
    if is_asked:
        raise InvalidRequest(NO_PLAN)
    print_lines(align_columns([(id, valid(library.plan_at(path)).title) for id, path in library.plan_files.items()]))
    print_lines([TO_START])


def _out(coach: CoachData) -> tuple[DrillOut, ...]:
    return drills_out(coach.content.sessions, coach.now)
