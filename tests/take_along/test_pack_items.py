"""Only what changed is written, nothing of the user's is touched, and the next run finishes an interrupted one."""

import errno
import json
import os
import resource
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.folder_lock import locked
from leanbreath.take_along.pack_items import Item, Pack, pack_items
from leanbreath.take_along.pack_manifest import MANIFEST

FILES = {"first.mp3": b"one", "first.pdf": b"two", "second.mp3": b"three"}
LATER = {"first.mp3": b"uno", "third.mp3": b"four"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "phone").mkdir()
    return tmp_path / "phone"


def item(name: str, content: bytes, inputs: bytes = b"") -> Item:
    """Return a file with some content, made from `inputs`, or else from its content."""
    return Item(name, sha256(inputs or content).hexdigest(), lambda: lambda path: path.write_bytes(content))


def index(packed: "frozenset[str]") -> Item:
    return item("index.html", " ".join(sorted(packed)).encode())


def pack(folder: Path, files: dict[str, bytes] = FILES, *more: Item) -> dict[str, str]:
    """Pack files and return what became of each."""
    return dict(pack_items(folder, [*(item(name, files[name]) for name in files), *more], index).states)


def changed(folder: Path, *arguments: object) -> dict[str, str]:
    """Pack files and return what became of those that were not as they should be."""
    return {name: state for name, state in pack(folder, *arguments).items() if state != "unchanged"}


def identities(folder: Path) -> dict[str, tuple[int, int]]:
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.iterdir()}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_second_run_writes_nothing(folder):
    assert pack(folder) == dict.fromkeys((*FILES, "index.html"), "written")
    before = identities(folder)
    assert set(before) == {*FILES, "index.html", MANIFEST}
    assert pack(folder) == dict.fromkeys((*FILES, "index.html"), "unchanged") and identities(folder) == before


def test_only_what_changed_is_made_again(folder):
    pack(folder)
    made = []

    def noting(each: Item) -> Item:
        return each._replace(maker=lambda: made.append(each.name) or each.maker())

    files = {**FILES, "first.mp3": b"uno"}
    pack_items(folder, [noting(item(name, content)) for name, content in files.items()], index)
    assert made == ["first.mp3"] and (folder / "first.mp3").read_bytes() == b"uno"


def test_what_is_made_again_and_comes_out_the_same_is_not_written(folder):
    pack(folder)
    before = identities(folder)
    assert changed(folder, FILES, item("first.mp3", FILES["first.mp3"], b"a newer version")) == {}
    assert {**identities(folder), MANIFEST: 0} == {**before, MANIFEST: 0}


@pytest.mark.parametrize("name", ["first.mp3", "index.html"])
@pytest.mark.parametrize(
    ("damage", "state"),
    [(lambda path: path.unlink(), "written"), (lambda path: path.write_bytes(path.read_bytes()[:-1]), "renewed")],
    ids=["deleted", "damaged"],
)
def test_a_file_that_was_deleted_or_damaged_is_written_again(folder, name, damage, state):
    pack(folder)
    before = contents(folder)
    damage(folder / name)
    assert changed(folder) == {name: state} and contents(folder) == before


def test_files_that_are_no_longer_wanted_go_unless_somebody_changed_them(folder):
    pack(folder)
    (folder / "first.mp3").write_bytes(b"my own mix")
    left = {"second.mp3": FILES["second.mp3"]}
    assert changed(folder, left) == {"index.html": "renewed", "first.mp3": "kept", "first.pdf": "removed"}
    assert Pack({"first.mp3": "kept", "first.pdf": "removed"}).kept == ("first.mp3",)
    assert (folder / "first.mp3").read_bytes() == b"my own mix" and not (folder / "first.pdf").exists()
    with pytest.raises(InvalidRequest, match=r"first\.mp3 in .* isn't a file that leanbreath wrote"):
        pack(folder)  # it is the user's from now on
    assert pack(folder, left) == dict.fromkeys(("second.mp3", "index.html"), "unchanged")


def test_files_that_cannot_be_made_here_stay_and_are_reported_once(folder):
    def missing() -> Callable[[Path], object]:
        raise InvalidRequest("cards need one more package")

    pack(folder, {"first.pdf": b"two"})
    cards = [Item(name, sha256(b"new").hexdigest(), missing) for name in ("first.pdf", "second.pdf")]
    done = pack_items(folder, [item("first.mp3", b"one"), *cards], index)
    states = {"first.mp3": "written", "first.pdf": "unchanged", "index.html": "renewed"}
    assert done == Pack(states, ("cards need one more package",))
    assert (folder / "index.html").read_bytes() == b"first.mp3 first.pdf"
    (folder / "first.pdf").unlink()
    assert pack_items(folder, [item("first.mp3", b"one"), *cards], index).states == {
        "first.mp3": "unchanged",
        "index.html": "renewed",
    }


def test_other_files_are_not_touched(folder):
    (folder / "notes").mkdir()
    for name in ("notes/first.mp3", "photo.jpg", ".leanbreath-1234.part", "first.mp3.bak"):
        (folder / name).write_bytes(b"mine")
    before = contents(folder)
    pack(folder)
    pack(folder, {})
    assert {path: each for path, each in contents(folder).items() if path in before} == before


def listed(**files: object) -> str:
    return json.dumps({"type": "leanbreath-pack", "version": 1, "files": files})


def write(name: str, content: str = "mine") -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(content)


def link(name: str, content: str = "mine") -> Callable[[Path], object]:
    def make(folder: Path) -> None:
        (folder.parent / "outside").write_text(content)
        (folder / name).symlink_to(folder.parent / "outside")

    return make


NOT_OURS = " in {folder} isn't a file that leanbreath wrote, and nothing was changed; move it away"
NO_LIST = "{folder}/leanbreath.json isn't a list of files that leanbreath packed; move it away"
PACKED = {"sha256": "0" * 64, "inputs": "1" * 64}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (write("first.mp3"), "first.mp3" + NOT_OURS),
        (write("First.MP3"), "First.MP3" + NOT_OURS),
        (write("index.html"), "index.html" + NOT_OURS),
        (write("INDEX.HTML"), "INDEX.HTML" + NOT_OURS),
        (write("Leanbreath.json", listed()), "Leanbreath.json" + NOT_OURS),
        (link("first.mp3"), "first.mp3" + NOT_OURS),
        (lambda folder: (folder / "first.mp3").symlink_to(folder / "nowhere"), "first.mp3" + NOT_OURS),
        (lambda folder: (folder / "first.pdf").mkdir(), "first.pdf" + NOT_OURS),
        (lambda folder: os.mkfifo(folder / "first.pdf"), "first.pdf" + NOT_OURS),
        (lambda folder: (write("first.mp3")(folder), write("index.html")(folder)), "first.mp3, index.html in {folder}"),
        (write(MANIFEST, ""), NO_LIST),
        (write(MANIFEST, "{"), NO_LIST),
        (write(MANIFEST, "[" * 100_000), NO_LIST),
        (write(MANIFEST, "[]"), NO_LIST),
        (write(MANIFEST, '{"name": "a web app"}'), NO_LIST),
        (write(MANIFEST, '{"type": "leanbreath-pack", "version": "1", "files": {}}'), NO_LIST),
        (write(MANIFEST, '{"type": "leanbreath-pack", "version": 1}'), NO_LIST),
        (write(MANIFEST, listed(**{"x.mp3": "0" * 64})), NO_LIST),
        (write(MANIFEST, listed(**{"x.mp3": {"sha256": "0"}})), NO_LIST),
        (write(MANIFEST, listed(**{"x.mp3": {"sha256": "0" * 64, "inputs": 7}})), NO_LIST),
        (write(MANIFEST, listed(**{"../outside.mp3": PACKED})), NO_LIST),
        (write(MANIFEST, listed(**{"/etc/passwd": PACKED})), NO_LIST),
        (write(MANIFEST, listed(**{"a/b.mp3": PACKED})), NO_LIST),
        (write(MANIFEST, listed(**{".hidden.mp3": PACKED})), NO_LIST),
        (write(MANIFEST, listed(**{"photo.jpg": PACKED})), NO_LIST),
        (write(MANIFEST, listed(**{"x.mp3\n": PACKED})), NO_LIST),
        (write(MANIFEST, " " * 1_000_001), NO_LIST),
        (link(MANIFEST, listed()), NO_LIST),
        (lambda folder: (folder / MANIFEST).mkdir(), "cannot read {folder}/leanbreath.json: it is not a file"),
        (write(MANIFEST, '{"type": "leanbreath-pack", "version": 2}'), "was written by a newer leanbreath; update"),
    ],
)
def test_nothing_of_the_users_is_overwritten_or_deleted(folder, make, said):
    make(folder)
    before = contents(folder.parent), sorted(folder.iterdir())
    with pytest.raises(InvalidRequest) as raised:
        pack(folder)
    assert said.format(folder=folder) in str(raised.value)
    assert (contents(folder.parent), sorted(folder.iterdir())) == before


def test_a_list_from_elsewhere_makes_nobody_delete_or_follow(folder):
    """Whoever can write to a synced folder could list files of the user's as packed."""
    (folder / "song.mp3").write_bytes(b"mine")
    link("other.mp3")(folder)
    (folder / MANIFEST).write_text(listed(**{"song.mp3": PACKED, "other.mp3": PACKED, "gone.mp3": PACKED}))
    states = pack(folder)
    assert states["song.mp3"] == states["other.mp3"] == "kept" and "gone.mp3" not in states
    assert (folder / "song.mp3").read_text() == (folder.parent / "outside").read_text() == "mine"
    assert set(json.loads((folder / MANIFEST).read_text())["files"]) == {*FILES, "index.html"}


def killed(folder: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Pack files in a program that is killed after so many changes to the folder."""
    changes = 0

    def counted(change: Callable[..., object]) -> Callable[..., object]:
        def change_or_die(path: Path, *arguments: object, **options: object) -> object:
            nonlocal changes
            changes += path.parent == folder
            if changes > after:
                raise KeyboardInterrupt
            return change(path, *arguments, **options)

        return change_or_die

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        for name in ("replace", "unlink"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        pack(folder, LATER)
        raise KeyboardInterrupt  # it had fewer changes to make


@pytest.mark.parametrize("after", range(13))
def test_wherever_a_run_is_killed_the_folder_is_consistent_and_the_next_run_finishes(folder, monkeypatch, after):
    pack(folder)
    earlier = {name: (folder / name).read_bytes() for name in (*FILES, "index.html")}
    killed(folder, monkeypatch, after)
    for name in identities(folder):
        if name != MANIFEST and not name.startswith(".leanbreath-"):
            assert (folder / name).read_bytes() in (earlier.get(name), LATER.get(name), b"first.mp3 third.mp3")
    pack(folder, LATER)
    assert {name: (folder / name).read_bytes() for name in identities(folder) if name != MANIFEST} == {
        **LATER,
        "index.html": b"first.mp3 third.mp3",
    }
    assert set(pack(folder, LATER).values()) == {"unchanged"}


def test_a_file_that_takes_a_name_after_an_interrupted_run_is_the_users(folder, monkeypatch):
    killed(folder, monkeypatch, after=1)  # first.mp3 is announced
    (folder / "first.mp3").write_bytes(b"mine")
    with pytest.raises(InvalidRequest, match=r"first\.mp3 in .* isn't a file that leanbreath wrote"):
        pack(folder, LATER)
    assert (folder / "first.mp3").read_bytes() == b"mine"


def test_what_a_killed_run_left_is_removed(folder):
    (folder / ".leanbreath-0123456789abcdef.packing").write_bytes(b"half")
    pack(folder)
    assert set(identities(folder)) == {*FILES, "index.html", MANIFEST}


def test_a_full_disk_leaves_what_is_there(folder):
    pack(folder)
    before = contents(folder)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def big(path: Path) -> None:
        path.write_bytes(b"x" * 10_000)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, limits[1]))

    try:
        with pytest.raises(InvalidRequest, match=r"cannot write .*first\.mp3: .*; free some space on this disk"):
            pack_items(folder, [Item("first.mp3", "0" * 64, lambda: big)], index)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert contents(folder) == before


def test_the_folder_is_made_in_one_that_exists(tmp_path):
    assert set(pack(tmp_path / "phone").values()) == {"written"}
    with pytest.raises(InvalidRequest, match=r"no folder .*/phnoe; make it first, or choose another"):
        pack(tmp_path / "phnoe" / "drills")
    assert not (tmp_path / "phnoe").exists()


def test_a_folder_may_be_a_link_and_have_an_odd_name(tmp_path):
    (tmp_path / "für's 📱 <b>\n").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "für's 📱 <b>\n")
    pack(tmp_path / "link")
    assert set(pack(tmp_path / "für's 📱 <b>\n").values()) == {"unchanged"}


@pytest.mark.skipif(os.name == "nt", reason="a folder can't be locked there")
def test_a_second_run_at_once_is_refused(folder):
    with locked(folder), pytest.raises(InvalidRequest, match=r"another leanbreath is packing .*/phone; wait"):
        pack(folder)
    assert list(folder.iterdir()) == [] and set(pack(folder).values()) == {"written"}


def test_where_a_folder_cannot_be_locked_it_is_packed_without_a_lock(folder, monkeypatch):
    def fail(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", fail)
    assert set(pack(folder).values()) == {"written"}
