"""Mistakes as authors make them, planted one at a time in bundled drills and in the timed routines.

`¦` marks where the mistake must be reported, as its author would point at it; `fix` is what the author needs to hear.
Both were decided from the mistake alone.
"""

from pathlib import Path
from typing import NamedTuple

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.linter import Linter
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.problems import Problem
from tests.score.making import TIMED

KNEEL, BELLY, ROCKS = "hip/half-kneel-breath", "breath/standing-soft-belly", "calf/ankle-rock-wall"
BACK, FALL = "breath/hooklying-low-belly", "lean/fall-forward-start"
CALF = "calf/gastroc-wall-stretch"
PRE, DAILY, DESK = "pre-run-6", "daily-12", "desk-reset-4"


class PlantedMistake(NamedTuple):
    """One mistake: in which file, what is replaced by what, and what the message must name."""

    file: str
    old: str
    new: str
    fix: str

    @property
    def path(self) -> Path:
        """The file without the mistake."""
        folder = bundled_folder("drills") / "library" if "/" in self.file else TIMED
        return folder / f"{self.file}.yaml"

    @property
    def marked(self) -> str:
        """The whole text with the mistake, and the mark at its place."""
        text = self.path.read_text("utf-8")
        assert self.old in text, self
        return text.replace(self.old, self.new, 1)

    @property
    def text(self) -> str:
        """The whole text with the mistake."""
        return self.marked.replace("¦", "")

    @property
    def place(self) -> tuple[int, int]:
        """The line and column of the mark, from 1."""
        before = self.marked.partition("¦")[0]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


def problems(planted: PlantedMistake, folder: Path) -> tuple[Problem, ...]:
    """Return what `check` says of the file with the mistake, which lies in a folder of its own."""
    path = folder / planted.path.name
    path.write_text(planted.text, "utf-8")
    return Linter(Library((bundled_folder("drills"),)), bundled_rules()).check_file(path)


HEAD = "drill: half-kneel-breath\ntitle: Half-kneeling breath\n"

PLANTED = (
    # misspelt keys
    PlantedMistake(KNEEL, "goal: release", "¦gaol: release", '"goal"'),
    PlantedMistake(KNEEL, "position: half", "¦postion: half", '"position"'),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "¦breth: 4-0-6-0 x 5", '"breath"'),
    PlantedMistake(KNEEL, "passive-exhale:", "¦passive_exhale:", '"passive-exhale"'),
    PlantedMistake(KNEEL, "safety-class:", "¦safety class:", '"safety-class"'),
    PlantedMistake(KNEEL, "title: Half", "¦tittle: Half", '"title"'),
    PlantedMistake(KNEEL, "cautions: [knee", "¦caution: [knee", '"cautions"'),
    PlantedMistake(PRE, "march, time: 60s", "march, ¦tiem: 60s", '"time"'),
    PlantedMistake(PRE, "ready: 5s}", "¦redy: 5s}", '"ready"'),
    PlantedMistake(PRE, "defaults:", "¦default:", '"defaults"'),
    PlantedMistake(DAILY, 'say: "Rest.', '¦says: "Rest.', '"say"'),
    PlantedMistake(DAILY, "steps:", "¦step:", '"steps"'),
    # misspelt words
    PlantedMistake(KNEEL, "goal: release", "goal: ¦relaese", '"release"'),
    PlantedMistake(KNEEL, "position: half-kneel", "position: ¦half-kneeling", '"half-kneel"'),
    PlantedMistake(KNEEL, "stretch: static", "stretch: ¦statc", '"static"'),
    PlantedMistake(KNEEL, "[hip-flexor, lower", "[¦hip-flexors, lower", '"hip-flexor"'),
    PlantedMistake(KNEEL, "[knee-pain-kneeling, knee", "[¦knee-pain, knee", '"knee-pain-kneeling"'),
    PlantedMistake(KNEEL, "sides: each", "sides: ¦both", "each"),
    PlantedMistake(KNEEL, "sides: each", "sides: ¦left-right", "each"),
    PlantedMistake(KNEEL, "[S43, S26]", "[¦43, S26]", "S43"),
    PlantedMistake(KNEEL, "[S43, S26]", "[S43, ¦S99]", "drills/sources.yaml"),
    PlantedMistake(KNEEL, "evidence: C", "evidence: ¦E", "A, B, C, D"),
    PlantedMistake(KNEEL, "[mat, support]", "[¦matt, support]", '"mat"'),
    PlantedMistake(PRE, "for: pre-run", "for: ¦prerun", '"pre-run"'),
    PlantedMistake(PRE, "drill: standing-soft-belly", "drill: ¦standing-soft-bely", '"standing-soft-belly"'),
    PlantedMistake(DAILY, "drill: crocodile-breath", "drill: ¦crocodile", '"crocodile-breath"'),
    PlantedMistake(BACK, "{at: last,", "{at: ¦haff,", '"half"'),
    PlantedMistake(KNEEL, "at: inhale", "at: ¦inhalation", '"inhale"'),
    PlantedMistake(FALL, "{at: run, rep: 1", "{at: ¦runn, rep: 1", '"run"'),
    # doses
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦4-0-6-0", "4-0-6-0 x 8"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦4-6-0 x 5", "in-hold-out-rest"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦4-0-6-0 * 5", "4-0-6-0 x 5"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦4-0-6-0 x five", "4-0-6-0 x 5"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦0-4-6-0 x 5", "longer than zero"),
    PlantedMistake(KNEEL, "least: 4-0-6-0 x 3", "least: ¦30s", "4-0-6-2 x 8"),
    PlantedMistake(ROCKS, "reps: 10 @ 1-0-1", "reps: ¦10 x 2s", "10 @ 2s"),
    PlantedMistake(ROCKS, "reps: 10 @ 1-0-1", "reps: ¦10 @", "10 @ 2s"),
    PlantedMistake(ROCKS, "reps: 10 @ 1-0-1", "reps: ¦10 @ 2-1", "10 @ 2-0-1"),
    PlantedMistake(PRE, "time: 60s", "time: ¦60sec", "write 60s"),
    PlantedMistake(PRE, "time: 60s", "time: ¦1 min", "write 1m"),
    PlantedMistake(PRE, "time: 60s", "time: 1,¦5m", "1.5m"),
    PlantedMistake(PRE, "time: 60s", "time: ¦-60s", "60s"),
    PlantedMistake(PRE, "time: 60s", "time: ¦0s", "above zero"),
    PlantedMistake(PRE, "time: 60s", "time: ¦4:75", "below 60"),
    PlantedMistake(PRE, "reps: 10 @ 1.5s", "hold: ¦15s", "reps: 10 @ 1.5s"),
    PlantedMistake(DAILY, "hold: 30s, least: 20s}", "breath: ¦4-0-6-0 x 5}", "hold: 30s"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: 4-0-6-0 x 5\n¦hold: 30s", "exactly one"),
    # what is missing or twice
    PlantedMistake(PRE, "routine: pre-run-6\ntitle: Six-minute lean primer\n", "¦routine: pre-run-6\n", "title: ..."),
    PlantedMistake(PRE, '{move: "To the wall.", time: 5s}', '¦{move: "To the wall."}', "time: ..."),
    PlantedMistake(KNEEL, "figure: half-kneel", "figure: half-kneel\n¦goal: release", "line 4"),
    PlantedMistake(KNEEL, "drill: half-kneel-breath", "drill: ¦half-kneel-breathe", "half-kneel-breath"),
    PlantedMistake(PRE, "8 @ 2-0-1, ready: 5s", "8 @ 2-0-1, allow: ¦[LB063]", "because"),
    # YAML
    PlantedMistake(
        FALL, 'say: "Stand tall, clear ground ahead."', "say: Stand tall, ¦clear ground ahead.", "quote the text"
    ),
    PlantedMistake(
        DAILY, '{move: "Settle on your back.", time', "{move: Settle¦: on your back., time", "quote the text"
    ),
    PlantedMistake(KNEEL, 'why: "Joins', 'why: ""¦"Joins', "quote"),
    PlantedMistake(KNEEL, "title: Half-kneeling breath", "title: Half-kneeling¦: breath", "quote the text"),
    PlantedMistake(KNEEL, "needs: [mat, support]", "needs: ¦[mat, support", "close"),
    PlantedMistake(PRE, "{drill: march, time: 60s, least: 60s}", "¦{drill: march, time: 60s, least: 60s", "close"),
    PlantedMistake(KNEEL, "goal: release", "goal¦:release", "space after the colon"),
    PlantedMistake(PRE, "  - {drill: march", "¦\t- {drill: march", "spaces"),
    PlantedMistake(KNEEL, "setup:\n  - ", "setup:\n  ¦-", "a space after the hyphen"),
    PlantedMistake(KNEEL, "cues:\n  - ", "cues:\n  ¦-", "a space after the hyphen"),
    PlantedMistake(KNEEL, "passive-exhale: true", "passive-exhale: ¦yes", "true or false"),
    PlantedMistake(BELLY, "cautions: [dizziness]", "cautions: ¦dizziness", "[dizziness]"),
    PlantedMistake(KNEEL, "targets: [hip-flexor, lower-abdomen]", "targets: ¦hip-flexor", "[hip-flexor]"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦!!str 4-0-6-0 x 5", "remove it"),
    PlantedMistake(DESK, "switch: 4s}", "switch: ¦4s 5s}", "30s"),
    PlantedMistake(DESK, '{move: "To the wall.", time: 5s}', "¦To the wall", "{drill: march"),
    # doses in the signs and words of elsewhere
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦4-0-6-0 × 5", "4-0-6-0 x 5"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦4–0–6–0 x 5", "4-0-6-0 x 5"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦5 x 4-0-6-0", "4-0-6-0 x 5"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦4s-0-6s-0 x 5", "4-0-6-0 x 5"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦4-0-6-0 for 2min", "2m"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦[4, 0, 6, 0]", "4-0-6-2 x 8"),
    PlantedMistake(KNEEL, "breath: 4-0-6-0 x 5", "breath: ¦{pattern: 4-0-6-0}", "count"),
    PlantedMistake(KNEEL, "levels: [4-0-6-0 x 3,", "levels: [¦4-0-6-0x3,", "4-0-6-0 x 3"),
    PlantedMistake(ROCKS, "reps: 10 @ 1-0-1", "reps: ¦10 @ 2 sec", "10 @ 2s"),
    PlantedMistake(ROCKS, "reps: 10 @ 1-0-1", "reps: ¦8-12 @ 2s", "whole number"),
    PlantedMistake(ROCKS, "reps: 10 @ 1-0-1", "reps: ¦@ 2s", "quote the text"),
    PlantedMistake(PRE, "time: 60s", "time: ¦60 s", "60s"),
    PlantedMistake(PRE, "time: 60s", "time: ¦６０s", "30s"),
    PlantedMistake(PRE, "time: 60s", "time: ¦.inf", "30s"),
    PlantedMistake(PRE, "time: 60s", "time: ¦60s-90s", "90s, and add least: 60s"),
    # words and ids in other letters and other lists
    PlantedMistake(PRE, "drill: march", "drill: ¦March", "march"),
    PlantedMistake(PRE, "{drill: march", "{¦Drill: march", "drill: "),
    PlantedMistake(PRE, "march, time: 60s", "march, ¦Time: 60s", '"time"'),
    PlantedMistake(PRE, "for: pre-run", "for: ¦[pre-run, daily]", "pre-run"),
    PlantedMistake(KNEEL, "drill: half-kneel-breath", "¦dril: half-kneel-breath", '"drill"'),
    PlantedMistake(KNEEL, "drill: half-kneel-breath", "drill: ¦Half kneel breath", "half-kneel-breath"),
    PlantedMistake(PRE, "routine: pre-run-6", "¦rutine: pre-run-6", '"routine"'),
    PlantedMistake(KNEEL, f"{HEAD}goal: release\n", f"¦{HEAD}", "goal: ..."),
    PlantedMistake(KNEEL, "drill: half-kneel-breath\n", "¦", "drill: half-kneel-breath"),
    PlantedMistake(KNEEL, "[hip-flexor, lower-abdomen]", "[¦hip-flexor lower-abdomen]", "comma"),
    PlantedMistake(KNEEL, "[hip-flexor, lower-abdomen]", "¦hip-flexor, lower-abdomen", "[hip-flexor, lower-abdomen]"),
    PlantedMistake(KNEEL, "[hip-flexor, lower-abdomen]", "¦{hip-flexor, lower-abdomen}", "[hip-flexor, lower-abdomen]"),
    PlantedMistake(BACK, "{at: last, say", "{at: ¦50%, say", "30s"),
    PlantedMistake(BACK, "{at: last, say", "{at: ¦hold, say", "exhale"),
    PlantedMistake(BACK, "{at: last, say", "{at: last, rep: ¦2, say", "remove it"),
    PlantedMistake(DAILY, "{rest: 15s", "{include: ¦routines/pre-run-6.yaml}\n  - {rest: 15s", '"pre-run-6"'),
    PlantedMistake(DAILY, "{rest: 15s", "{include: ¦../../x.yaml}\n  - {rest: 15s", "a file in the same folder"),
    PlantedMistake(DAILY, "{rest: 15s", "{rest: ¦0s", "above zero"),
    # colons, commas, quotes, braces and indentation
    PlantedMistake(PRE, "march, time: 60s", "march, ¦time:60s", "time: 60s"),
    PlantedMistake(PRE, "{switch: 4s}", "{¦switch 4s}", "switch: 4s"),
    PlantedMistake(PRE, "{switch: 4s}", "switch¦: 4s", "braces"),
    PlantedMistake(PRE, "{switch: 4s}", "{switch: 4s¦]", "a brace with }"),
    PlantedMistake(PRE, "6 @ 3s, ready: 5s}", "6 @ 3s ready¦: 5s}", "comma"),
    PlantedMistake(PRE, "6 @ 3s, ready: 5s}", "6 @ 3s, ready: 5s}¦,", "delete"),
    PlantedMistake(PRE, "title: Six-minute lean primer", "¦title Six-minute lean primer", "colon"),
    PlantedMistake(PRE, "title: Six-minute lean primer", "¦title：Six-minute lean primer", "ordinary colon"),
    PlantedMistake(PRE, "title: Six-minute lean primer", " ¦title: Six-minute lean primer", "indentation"),
    PlantedMistake(PRE, "title: Six-minute lean primer", 'title: ¦"Six-minute lean primer', "close the quote"),
    PlantedMistake(PRE, "title: Six-minute lean primer", 'title: "Six-minute" ¦lean primer', "quote the whole text"),
    PlantedMistake(PRE, "title: Six-minute lean primer", "title: ¦@home", "quote the text"),
    PlantedMistake(
        DAILY, '"Rest. Notice where the breath moves."', '¦"Rest. Notice where the breath moves.', "close the quote"
    ),
    PlantedMistake(KNEEL, '  - "The back knee on bare floor."', '  ¦"The back knee on bare floor."', "- item"),
    PlantedMistake(KNEEL, '  - "The back knee on bare floor."', "  - ¦The back knee: on bare floor.", "quote the text"),
    PlantedMistake(KNEEL, '  - "The back knee on bare floor."', ' ¦- "The back knee on bare floor."', "indentation"),
)
