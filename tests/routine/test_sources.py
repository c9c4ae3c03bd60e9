"""The list of sources is complete: every id of the fact sheet, and every id that a drill or a rule names."""

import re
from pathlib import Path

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.reader.yaml_tree import parse_yaml
from leanbreath.routine.sources import Source, bundled_sources, read_sources
from leanbreath.routine.yaml_nodes import MappingNode
from tests.routine.snippets import value_of

FILE = bundled_folder("drills") / "sources.yaml"
LIBRARY = Library((bundled_folder("drills"),))

TABLE = """
S01 S02 S02b S03 S04 S05 S06 S07 S09
S10 S11 S12 S13 S14 S15 S16 S17 S17b S18 S19
S20 S21 S22 S23 S24 S25 S26 S27 S28 S29
S30 S31 S32 S33 S33b S34 S35 S36 S37 S38 S38b S39
S40 S41 S42 S42b S43 S44 S45 S46 S47 S48 S49
S50 S51 S52 S53 S53b S54 S55 S56 S57 S58 S59
S60 S61 S62 S63 S64 S65 S66 S67 S68 S69
S70 S70b S71 S72 S72b S73 S74 S75 S76 S77 S78 S79
S80 S81 S82 S83 S84 S85 S86 S87 S88 S88b S89
S90 S91 S92 S93 S94 S97
"""

IDS = re.findall(r"S[0-9]{2}b?", TABLE)

SECOND_HAND = {"S21", "S42", "S53b", "S56", "S64"}

WITHOUT_ADDRESS = {"S93", "S94", "S97"}
"""Those that the fact sheet cites by journal, volume and page only."""

ADDRESS = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+/\S*|PMID [0-9]+")


def test_every_source_of_the_fact_sheet_is_listed_in_order() -> None:
    assert list(bundled_sources()) == IDS


def test_ids_run_from_one_to_ninety_seven_without_those_that_nothing_here_cites() -> None:
    assert {int(id[1:3]) for id in IDS} == {*range(1, 98)} - {8, 95, 96}


@pytest.mark.parametrize("name", sorted(LIBRARY.drill_files))
def test_every_source_a_bundled_drill_names_is_listed(name: str) -> None:
    assert set(value_of(LIBRARY.drill(name)).sources) <= set(bundled_sources())


def test_every_source_a_training_rule_names_is_listed() -> None:
    assert {id for rule in bundled_rules().by_id.values() for id in rule.sources} <= set(bundled_sources())


@pytest.mark.parametrize("id", IDS)
def test_every_source_has_a_title_and_an_address_that_looks_like_one(id: str) -> None:
    source = bundled_sources()[id]
    assert len(source.title) > 8 and "[" not in source.title
    assert bool(source.addresses) == (id not in WITHOUT_ADDRESS)
    assert [each for each in source.addresses if not ADDRESS.fullmatch(each)] == []


def test_no_two_sources_share_an_address() -> None:
    addresses = [address for source in bundled_sources().values() for address in source.addresses]
    assert sorted(set(addresses)) == sorted(addresses)


def test_a_source_that_was_not_read_directly_says_so() -> None:
    marks = {id: source.mark for id, source in bundled_sources().items()}
    assert {id for id, mark in marks.items() if mark == "second-hand"} == SECOND_HAND
    assert set(marks.values()) == {"read", "second-hand"}


def test_a_source_reads_as_in_the_fact_sheet() -> None:
    assert bundled_sources()["S26"] == Source(
        title="Mettler, Shapiro & Pohl 2019, Hip-flexor stretching and running kinematics, JSCR 33:3338",
        addresses=("https://medluna.com/article/29927892",),
        mark="read",
    )


def test_a_duplicate_id_is_a_problem(tmp_path: Path) -> None:
    one = '  S01:\n    title: "A page"\n    addresses: [https://a.example/]\n    mark: read\n'
    path = tmp_path / "sources.yaml"
    path.write_text(f"sources:\n{one}{one}", encoding="utf-8")
    assert [problem.place.line for problem in read_sources(path).problems] == [6]


def test_the_file_is_small_enough_to_be_read_on_demand() -> None:
    node, problems = parse_yaml(FILE.read_text(encoding="utf-8"), "sources.yaml")
    assert isinstance(node, MappingNode) and not problems
    assert node.size < 2_000
