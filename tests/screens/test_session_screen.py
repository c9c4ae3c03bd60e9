"""The timed screen: everything needed fits on it, and each key does what it says."""

from fractions import Fraction
from textwrap import wrap
from time import monotonic

import pytest
from rich.cells import cell_len
from textual.screen import Screen
from textual.widgets import Static

from leanbreath.coach.breath_finder import BreathFinder
from leanbreath.presentation.end_card import EndCard
from leanbreath.presentation.preparation_card import PreparationCard
from leanbreath.score.compose import compose, compose_passages
from leanbreath.score.score import Score
from leanbreath.score.snapshot import snapshot_at
from leanbreath.screens.breath_finder import BreathFinderScreen
from leanbreath.screens.end import EndScreen
from leanbreath.screens.help import HelpScreen
from leanbreath.screens.leave import LeaveScreen
from leanbreath.screens.start import StartScreen
from leanbreath.session.feedback import Feedback
from leanbreath.session.keys import KEYS, SPACE_LABELS
from leanbreath.session.status import Status
from leanbreath.widgets.canvas import Canvas
from leanbreath.widgets.plain_text import PlainText
from tests.quick_cases import quick_values
from tests.score.making import read
from tests.screens.session_app import SessionApp, laid_out, score, session_app
from tests.screens.waiting import settled, until

ROUTINES = ("pre-run-6", "pre-run-8", "daily-12", "desk-reset-4", "post-run-10")
ESSENTIAL = ("clock", "drill", "place")


def cut(made: SessionApp, names: tuple[str, ...]) -> list[str]:
    """Return the texts that do not fit, or cannot be seen at all."""
    words = {name: made.screen.query_one(f"#{name}", PlainText) for name in names}
    height = made.app.size.height
    return [
        each.text
        for each in words.values()
        if not each.region or each.region.bottom > height or rows(each.text, each.size.width) > each.size.height
    ]


def rows(text: str, width: int) -> int:
    return 1 if cell_len(text) <= width else len(wrap(text, width))


@pytest.mark.parametrize("name", ROUTINES)
async def test_at_80_by_24_nothing_of_any_passage_is_cut(name):
    made, routine = session_app(name), score(name)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await laid_out(made, pilot)
        for segment in routine.segments:
            made.screen.show(Status("playing", snapshot_at(routine, segment.start), 0, "", 0, routine))
            assert cut(made, (*ESSENTIAL, "next", "instruction", "routine")) == []
        assert cut_lines(made, [cue.say for cue in routine.cues if cue.say]) == []


def cut_lines(made: SessionApp, lines: list[str]) -> list[str]:
    width = made.screen.query_one("#instruction", PlainText).size.width
    return [line for line in lines if cell_len(line) > width]


@pytest.mark.parametrize("size", [(40, 12), (60, 16), (80, 24), (120, 40), (250, 70)])
async def test_the_essentials_are_there_at_every_size(size):
    made, routine = session_app(), score("pre-run-6")
    async with made.app.run_test(size=size) as pilot:
        await laid_out(made, pilot)
        made.screen.show(Status("playing", snapshot_at(routine, 61 * 48_000), 0, "", 0, routine))
        assert cut(made, ESSENTIAL) == []
        readout = made.screen.query_one("#readout", Canvas).region
        assert readout.height >= size[1] // 3 and readout.bottom <= size[1]
        assert bool(made.screen.query_one("#figure", Canvas).region) == (size[0] >= 60)


@pytest.mark.parametrize("title", ["腹式呼吸と骨盤の前傾", "נשימה לבטן התחתונה", "e\u0301tirement 👩‍🦽", "x" * 300])
@pytest.mark.parametrize("size", quick_values([(40, 12), (80, 24), (120, 40)], (80, 24)))
async def test_titles_of_any_script_leave_every_row_as_wide_as_the_window(title, size):
    made = session_app()
    routine = again_named(score("daily-12"), title)
    async with made.app.run_test(size=size) as pilot:
        await laid_out(made, pilot)
        for second in (1, 100, 420):
            made.screen.show(Status("playing", snapshot_at(routine, second * 48_000), 0, title, 0, routine))
            await pilot.pause()
            rows = made.screen._compositor.render_strips()
            assert len(rows) == size[1] and {row.cell_length for row in rows} == {size[0]}


def again_named(made: Score, title: str) -> Score:
    """Return a score whose every passage has this title."""
    passages = tuple(passage._replace(title=title) for passage in made.passages)
    return compose_passages(made.id, title, passages)


async def test_the_whole_footer_fits_into_80_columns():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "next" in [key.description for key in made.screen.query("FooterKey")])
        keys = made.screen.query("FooterKey")
        assert {key.description for key in keys} >= {"next", "back", "10 s", "hurts", "view", "keys", "end"}
        assert max(key.region.right for key in keys) <= 80


async def test_the_footer_changes_when_the_session_pauses_and_has_room_for_every_label():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await laid_out(made, pilot)
        await pilot.press("space")
        await until(pilot, lambda: "resume" in [key.description for key in made.screen.query("FooterKey")])
        longer = max(map(len, SPACE_LABELS.values())) - len("resume")
        assert max(key.region.right for key in made.screen.query("FooterKey")) + longer <= 80


async def test_the_foot_has_room_for_all_that_the_keys_can_do_at_once():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await laid_out(made, pilot)
        made.screen._labels = {key.action: key.label for key in KEYS if key.action != "pause"}
        made.screen._labels |= {"switch": "right", "next": "finish"}
        made.screen.note_status = lambda _: None  # type: ignore[method-assign]
        made.screen.refresh_bindings()
        await until(pilot, lambda: "right" in [key.description for key in made.screen.query("FooterKey")])
        assert max(key.region.right for key in made.screen.query("FooterKey")) <= 80


async def test_a_window_that_changes_its_size_keeps_the_essentials():
    made = session_app()
    async with made.app.run_test(size=(120, 40)) as pilot:
        await laid_out(made, pilot)
        for size in ((40, 12), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert cut(made, ("clock", "drill")) == []


@pytest.mark.parametrize(
    ("keys", "state"),
    [(["space"], "paused"), (["space", "space"], "over"), (["right"], "over"), (["plus"], "over"), (["q"], "paused")],
)
async def test_a_key_edits_the_timeline(keys, state):
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        splices = made.session.timeline.splices
        await pilot.press(*keys)
        assert made.session.timeline.splices != splices
        assert made.session.timeline.splices[-1].state == state


async def begun(made: SessionApp, pilot) -> None:
    """Wait until the session has begun to count in."""
    await until(pilot, lambda: len(made.session.timeline.splices) > 1)


async def test_plus_makes_the_step_longer():
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press("plus")
        assert made.session.timeline.splices[-1].score.total == (384 + 10) * 48_000


@pytest.mark.parametrize(("key", "asked"), [("up", "louder"), ("down", "quieter"), ("m", "mute")])
async def test_volume_keys_reach_the_sound_and_show_the_level(key, asked):
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press(key)
        assert asked in made.sound.asked
        await until(pilot, lambda: made.screen.query_one("#notice", PlainText).text == "Volume -3 dB")


async def test_help_opens_over_the_session_and_closes_again():
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press("question_mark")
        assert isinstance(made.app.screen, HelpScreen)
        await pilot.press("space")
        assert made.app.screen is made.screen
        assert made.session.timeline.splices[-1].state == "over"


async def test_help_lists_the_keys_that_do_nothing_now_last():
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await until(pilot, lambda: "next" in made.screen._labels)
        await pilot.press("question_mark")
        await pilot.pause()
        now, _, later = str(made.app.screen.query_one(Static).render()).partition("At other times:")
        symbols = [[line.split()[0] for line in lines.splitlines() if line[:1] == " "] for lines in (now, later)]
        assert "q" in symbols[0] and "→" in symbols[0]
        assert {"p", "u"} <= set(symbols[1])
        assert sorted(symbols[0] + symbols[1]) == sorted(key.symbol for key in KEYS)


LONG = "Go to the start of a quiet, flat road, and press space there."


@pytest.mark.parametrize("size", [(40, 12), (40, 24), (60, 16)])
async def test_what_a_wait_asks_for_is_read_in_full_in_a_narrow_window(size):
    made, routine = session_app(), compose(read(f"routine: own\ntitle: Own\nsteps: [{{wait: '{LONG}'}}]"))
    async with made.app.run_test(size=size) as pilot:
        await laid_out(made, pilot)
        waiting = Status("waiting", snapshot_at(routine, 0, 0), 0, "", 0, routine)
        made.session.status = lambda now: waiting  # type: ignore[method-assign]
        for _ in range(2):
            made.screen.show(waiting)
            await settled(pilot)
        shown = " ".join("".join(text for text, *_ in row).strip() for row in made.screen._compositor.render_strips())
        assert LONG in shown and cut(made, ("clock", "drill")) == []


async def test_in_calm_mode_the_dot_and_the_figure_of_a_cadence_stand_still():
    made = session_app()
    made.screen._is_calm = True
    feet = compose(read("routine: own\ntitle: Own\nsteps: [{title: Feet, cadence: 170 for 9s}]"))
    routine = compose_passages("own", "Own", tuple(each._replace(drill="march") for each in feet.passages))
    async with made.app.run_test() as pilot:
        await laid_out(made, pilot)
        readout, figure, shown = made.screen.query_one("#readout", Canvas), made.screen.query_one("#figure", Canvas), []
        for frame in range(4_800, 96_000, 30_000):
            status = Status("playing", snapshot_at(routine, frame), 0, "", frame, routine)
            made.session.status = lambda now, status=status: status  # type: ignore[method-assign]
            made.screen.show(status)
            track = [run.text for row in readout._rows for run in row if run.look == "track"]
            shown.append((track, figure._rows))
        assert all(shown[0]) and shown == [shown[0]] * len(shown)


async def test_leaving_asks_first_and_can_be_cancelled():
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press("q")
        assert isinstance(made.app.screen, LeaveScreen)
        await pilot.press("n")
        assert made.app.screen is made.screen
        assert made.session.timeline.splices[-1].state == "over"
        await pilot.press("q", "y")
    assert made.app.return_code == 0


async def test_the_reason_for_missing_sound_is_on_the_screen():
    made = session_app()
    async with made.app.run_test() as pilot:
        await laid_out(made, pilot)
        notice = made.screen.query_one("#notice", PlainText)
        await until(pilot, lambda: notice.text.startswith("No sound: none is wanted"))


async def test_the_end_says_what_was_done_and_a_key_leaves():
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        while not made.session.is_over(monotonic()):
            await pilot.press("right")
        await until(pilot, lambda: isinstance(made.app.screen, EndScreen))
        await pilot.press("right", "right")  # pressed too often, it closes no questions
        assert isinstance(made.app.screen, EndScreen)
        await pilot.press("space")
    assert made.app.return_code == 0


async def test_what_an_author_writes_is_shown_and_never_read_as_markup():
    words = PlainText("[bold red]not markup[/] [link=x]")
    assert words.text == "[bold red]not markup[/] [link=x]"
    assert str(words.render()) == words.text


async def test_the_help_of_every_key_fits_into_80_columns():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await laid_out(made, pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        help_text = made.app.screen.query_one(Static)
        assert 8 + max(len(key.help) for key in KEYS) <= help_text.content_size.width


async def test_a_card_is_read_before_it_begins_and_q_leaves():
    made = session_app()
    made.screen._card = lambda: PreparationCard(
        "Own", "About it.", "1:00", ("wall",), ("neck pain",), ("Easy effort only.",)
    )
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(made.app.screen, StartScreen))
        await settled(pilot)
        text = "\n".join(str(each.content) for each in made.app.screen.query(Static))
        assert all(part in text for part in ("About it.", "You need: wall", "neck pain", "Easy effort only."))
        await until(pilot, lambda: "open" in made.sound.asked)
        await settled(pilot)
        assert made.session.timeline.splices[-1].state == "preparing"
        await pilot.press("space")
        await begun(made, pilot)
        assert made.app.screen is made.screen


async def test_a_card_longer_than_the_window_is_read_to_its_end_before_it_begins():
    made = session_app()
    text = tuple(f"Line {number}." for number in range(30))
    made.screen._card = lambda: PreparationCard("Own", "", "1:00", (), (), text)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(made.app.screen, StartScreen))
        card = made.app.screen
        await until(pilot, lambda: "Space: more" in str(card.box.border_subtitle))
        pages = 0
        while card.has_more():
            await pilot.press("pagedown")
            pages += 1
        assert pages == 2 and made.app.screen is card
        await until(pilot, lambda: str(card.box.border_subtitle) == "Space: start · q: leave")
        await pilot.press("pagedown")
        await begun(made, pilot)


class Minutes:
    """Lengths that a card offers."""

    def __init__(self) -> None:
        self.offered, self.now, self.is_changed = (5, 6, 7), 6, False

    def change(self, direction: int) -> bool:
        self.now, self.is_changed = self.now + direction, True
        return True


async def test_the_arrow_keys_change_the_length_on_the_card():
    made, lengths = session_app(), Minutes()
    made.screen._lengths = lengths
    made.screen._card = lambda: PreparationCard(
        "Own", "", f"{lengths.now}:00", (), (), (), changes=f"Fewer: {lengths.now}."
    )
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(made.app.screen, StartScreen))
        await until(pilot, lambda: "← →: length" in str(made.app.screen.box.border_subtitle))
        for key, minutes in (("left", 5), ("right", 6), ("right", 7)):
            await pilot.press(key)
            assert str(made.app.screen.query_one("#changes", Static).content) == f"Fewer: {minutes}."
        await pilot.press("space")
        await begun(made, pilot)
        assert "prepare again" in made.sound.asked


async def test_leaving_at_the_card_ends_before_anything_is_done():
    made = session_app()
    made.screen._card = lambda: PreparationCard("Own", "", "1:00", (), (), ("Easy effort only.",))
    async with made.app.run_test() as pilot:
        await until(pilot, lambda: isinstance(made.app.screen, StartScreen))
        await pilot.press("q")
    assert made.session.timeline.splices[-1].state == "preparing"


async def end_of(made: SessionApp, pilot, card: EndCard | None = None) -> EndScreen:
    """Let a session end, and return its last screen."""
    await begun(made, pilot)
    made.screen._end_card = (lambda _: card) if card else None
    made.screen._end()
    await until(pilot, lambda: isinstance(made.app.screen, EndScreen) and bool(made.app.screen.query("#note")))
    await settled(pilot)
    return made.app.screen


def text(screen: Screen, name: str) -> str:
    """Return what a part of a screen says, empty where it is out of sight."""
    part = screen.query_one(f"#{name}", Static)
    return str(part.content) if part.display else ""


async def test_the_end_asks_how_it_felt_with_one_key_each_and_saves_the_answers():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        end = await end_of(made, pilot)
        await pilot.press("3", "s", "e", "o")
        asked = text(end, "questions")
        assert all(each in asked for each in ("[3 of 10]", "[e easier]", "· s same", "[o nothing hurt]"))
        await pilot.press("n", *"Left hip", "enter")
        assert "[Left hip]" in text(end, "questions")
        await pilot.press("space")
    assert made.screen.controller.feedback == Feedback(3, "easier", "none", "Left hip")


async def test_an_answer_is_taken_back_with_its_own_key():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await end_of(made, pilot)
        await pilot.press("a", "d", "h", "d", "h", "space")
    assert made.screen.controller.feedback == Feedback(10)


async def test_the_table_is_behind_a_key():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        end = await end_of(made, pilot, EndCard("Own: 1:00 of 1:00.", "Well done.", ("Rock: 1:00",), "This week: 1."))
        assert (text(end, "heading"), text(end, "warm"), text(end, "week")) == (
            "Own: 1:00 of 1:00.", "Well done.", "This week: 1.",
        )  # fmt: skip
        assert text(end, "table") == ""
        await pilot.press("t")
        assert text(end, "table") == "Rock: 1:00"
        await pilot.press("t")
        assert text(end, "table") == ""


async def test_nobody_is_sent_running_who_says_that_something_hurt():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        card = EndCard(
            "Own", "Well done.", (), following="easy running.", if_it_hurts="run only if it no longer hurts."
        )
        end = await end_of(made, pilot, card)
        assert text(end, "following") == "Next: easy running."
        await pilot.press("h")
        assert text(end, "following") == "Next: run only if it no longer hurts."


async def test_pain_is_known_at_the_end_and_can_be_taken_back():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await pilot.press("h", "1")
        end = await end_of(made, pilot)
        assert text(end, "hurt") == "It hurt: March in place. u: no, that was a slip"
        assert "[h something hurt]" in text(end, "questions")
        await pilot.press("u")
        assert made.session.painful == () and text(end, "hurt") == ""
        await pilot.press("space")
    assert made.screen.controller.feedback == Feedback()


@pytest.mark.parametrize("digit", ["0", "7"])
async def test_a_digit_is_the_effort(digit):
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        made.screen._end()
        await until(pilot, lambda: bool(made.app.screen.query("#note")))
        await pilot.press(digit, "pagedown")
        await pilot.pause()
    assert made.screen.controller.feedback == Feedback(int(digit))


async def test_a_runner_who_leaves_early_is_asked_how_it_felt_too():
    made = session_app(speed=10)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await until(pilot, lambda: made.session.status(monotonic()).snapshot.frame > 0)
        await pilot.press("q", "y")
        await until(pilot, lambda: bool(made.app.screen.query("#note")))
        await pilot.press("4", "space")
        await pilot.pause()
    assert made.screen.controller.feedback == Feedback(4)


async def test_one_key_closes_the_end_without_answers():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        made.screen._end()
        await until(pilot, lambda: isinstance(made.app.screen, EndScreen))
        await pilot.press("space")
    assert made.screen.controller.feedback == Feedback()


@pytest.mark.parametrize(("size", "seen"), [((30, 8), True), ((39, 24), True), ((80, 11), True), ((40, 12), False)])
async def test_a_window_that_is_too_small_says_so_and_keeps_the_time(size, seen):
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert bool(made.screen.query_one("#small").region) is seen
        if seen:
            small = str(made.screen.query_one("#small", Static).content)
            assert "READY" in small and "0:00 / 6:24" in small and "leanbreath needs a window of 40 by 12" in small
        before = made.session.clock.heard_frame(monotonic())
        await until(pilot, lambda: made.session.clock.heard_frame(monotonic()) > before)


async def test_b_changes_through_the_views():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        seen = []
        for _ in range(3):
            seen.append([bool(made.screen.query_one(f"#{name}").region) for name in ("figure", "readout", "phase")])
            await pilot.press("b")
            await pilot.pause()
        assert seen == [[True, True, False], [False, True, False], [False, False, True]]


@pytest.mark.parametrize("key", ["pagedown", "media_track_next"])
async def test_a_presenter_goes_to_the_next_step(key):
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press(key)
        assert made.session.timeline.splices[-2].score_frame == 60 * 48_000


async def test_a_click_on_the_animation_pauses():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await pilot.click("#figure")
        assert made.session.timeline.splices[-1].state == "paused"


@pytest.mark.parametrize(("leave", "stay"), [("Q", "N"), ("й", "т")])
async def test_a_capital_or_another_layout_is_the_same_key(leave, stay):
    made = session_app()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press(leave)
        assert isinstance(made.app.screen, LeaveScreen)
        await pilot.press(stay)
        assert made.app.screen is made.screen


async def test_the_breath_tapped_at_the_card_is_used_and_the_card_shown_again():
    made, begun_at = session_app(), []
    made.screen._card = lambda: PreparationCard("Own", "", f"{len(begun_at)}:00", (), (), ("Easy effort only.",))
    made.screen._begin_breath_at = begun_at.append
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(made.app.screen, StartScreen))
        await until(pilot, lambda: "b: your breath" in str(made.app.screen.box.border_subtitle))
        await pilot.press("b")
        await until(pilot, lambda: isinstance(made.app.screen, BreathFinderScreen))
        await pilot.press("space", "space", "enter")  # a key that repeats, and no breath yet
        finder = made.app.screen
        assert isinstance(finder, BreathFinderScreen) and "5 to go" in str(finder.query_one("#taps", Static).content)
        finder._finder = BreathFinder((0, 5.2, 10.4, 15.6, 20.8, 26))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(made.app.screen, StartScreen))
        assert begun_at == [Fraction("5.2")] and made.app.screen._card.length == "1:00"
