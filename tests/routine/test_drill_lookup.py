"""Drills and poses looked up in a library."""

from leanbreath.routine.drill_lookup import drills_by_id, poses_of, with_alternatives
from leanbreath.routine.library import Library, bundled_folder

LIBRARY = Library((bundled_folder("drills"),))


def test_unknown_ids_are_left_out():
    assert set(drills_by_id(LIBRARY, ["march", "nowhere"])) == {"march"}


def test_a_broken_drill_is_left_out(tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "broken.yaml").write_text("drill: [")
    assert drills_by_id(Library((tmp_path,)), ["broken"]) == {}


def test_alternatives_of_alternatives_are_found_once():
    drill = LIBRARY.drill("half-kneel-breath").value
    found = [*with_alternatives(LIBRARY, {drill.drill: drill})]
    direct = set(drill.instead.values())
    assert found[0] == "half-kneel-breath" and direct < set(found) and len(found) == len(set(found))
    for each in direct:
        assert set((LIBRARY.drill(each).value.instead or {}).values()) <= set(found)


def test_the_poses_of_all_phases_are_found():
    drills = [drill for id in LIBRARY.drill_files if (drill := LIBRARY.drill(id).value)]
    poses = poses_of(LIBRARY, drills)
    assert set(poses) == {id for drill in drills for id in drill.poses}
