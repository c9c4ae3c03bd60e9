"""The rules and cautions as data: complete, and without anything that the code doesn't use."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given

from leanbreath.advice.apply_rules import routine_findings
from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.advice.placed_routine import place_routine
from leanbreath.routine.library import bundled_folder
from leanbreath.routine.model import Routine
from tests.advice.files import BAD
from tests.home import leanbreath
from tests.score.making import ALL, NAMES, bundled_routine, timed_routine
from tests.strategies import few, routines
from tests.terminal import ROOT

CODE = "".join(path.read_text("utf-8") for path in (ROOT / "leanbreath" / "advice").glob("*.py"))
READER_RULES = {"LB060", "LB061"}
"""Rules that the reader applies."""


def test_every_rule_says_what_it_is_about_and_why() -> None:
    for rule in bundled_rules().by_id.values():
        assert rule.about.endswith(".") and rule.why.endswith(".")


def test_data_and_code_have_the_same_rules() -> None:
    assert set(re.findall(r'"(LB\d{3}b?)"', CODE)) | READER_RULES == set(bundled_rules().by_id)


def test_every_source_of_a_rule_exists() -> None:
    for rule in bundled_rules().by_id.values():
        assert set(rule.sources) <= bundled_rules().sources


def test_a_caution_has_at_most_twenty_words() -> None:
    assert {name for name, form in bundled_rules().cautions.items() if len(form.text.split()) > 20} == set()


MANDATORY = {
    "half-kneel-breath": {
        "dizziness",
        "back-pain-in-extension",
        "knee-pain-kneeling",
        "hip-replacement-anterior",
        "knee-surgery",
    },
    "crocodile-breath": {"dizziness", "recent-abdominal-surgery", "hernia", "pregnancy", "neck-pain"},
    "seesaw-belly": {"dizziness", "recent-abdominal-surgery", "hernia", "pregnancy", "late-pregnancy-supine", "reflux"},
    "all-fours-belly-hang": {
        "dizziness",
        "recent-abdominal-surgery",
        "knee-pain-kneeling",
        "wrist-pain",
        "knee-surgery",
    },
    "gastroc-wall-stretch": {"achilles-insertion-pain", "calf-strain-recent", "unexplained-calf-swelling"},
    "soleus-wall-stretch": {
        "achilles-insertion-pain",
        "calf-strain-recent",
        "unexplained-calf-swelling",
        "ankle-impingement",
    },
    "ankle-rock-wall": {"achilles-insertion-pain", "calf-strain-recent", "ankle-impingement"},
    "ninety-ninety-exhale": {"dizziness", "pregnancy", "late-pregnancy-supine", "recent-birth"},
    "pose-hop-lean": {"fall-risk", "recent-birth"},
    "leg-long-breath": {
        "dizziness",
        "back-pain-in-extension",
        "pregnancy",
        "late-pregnancy-supine",
        "hip-replacement-anterior",
    },
    "wall-lean-breath": {"dizziness", "fall-risk"},
    "fall-forward-start": {"fall-risk"},
    "march": set(),
}
"""By hand, from the table of cautions in the research notes."""


@pytest.mark.parametrize("name", MANDATORY)
def test_a_drill_without_its_cautions_is_asked_for_the_mandatory_ones(name: str, tmp_path: Path) -> None:
    path = next((bundled_folder("drills") / "library").rglob(f"{name}.yaml"))
    text = re.sub(r"^cautions: .*$", "cautions: []", path.read_text("utf-8"), flags=re.MULTILINE)
    (tmp_path / f"{name}.yaml").write_text(re.sub(r"^instead:.*\n(  .*\n)*", "", text, flags=re.MULTILINE))
    result = leanbreath(tmp_path, "check", "--json", str(tmp_path / f"{name}.yaml"))
    problems = json.loads(result.stdout)["problems"]
    asked = {each["message"].split()[2] for each in problems if each["rule"] == "LB050"}
    assert asked == MANDATORY[name]


@few
@given(routines())
def test_the_rules_accept_any_routine(routine: Routine) -> None:
    for found in routine_findings(place_routine(routine), bundled_rules()):
        assert found.message and found.rule in bundled_rules().by_id


@pytest.mark.parametrize("name", ALL)
def test_bundled_routines_keep_the_rules(name: str) -> None:
    assert rules_broken(bundled_routine(name)) == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_timed_routines_keep_every_rule_but_the_one_on_short_gaps(name: str) -> None:
    assert rules_broken(timed_routine(name)) - {"LB026"} == set()


def rules_broken(routine: Routine) -> set[str]:
    """Return the ids of the rules that a routine breaks."""
    return {each.rule for each in routine_findings(place_routine(routine), bundled_rules())}


def test_bundled_files_pass_the_strict_check(tmp_path: Path) -> None:
    assert leanbreath(tmp_path, "check", "--strict").returncode == 0


def test_json_problems_have_the_documented_keys_and_are_in_order_of_place(tmp_path: Path) -> None:
    result = leanbreath(tmp_path, "check", "--json", str(BAD / "routines"))
    data = json.loads(result.stdout)
    keys = ["file", "line", "column", "severity", "rule", "message", "fix", "why", "sources"]
    assert result.returncode == 1 and data["files"] == len(list((BAD / "routines").glob("*.yaml")))
    assert all(list(problem) == keys for problem in data["problems"])
    places = [(problem["file"], problem["line"], problem["column"]) for problem in data["problems"]]
    assert places == sorted(places)
