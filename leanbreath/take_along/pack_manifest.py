"""The list of what is packed in a folder: every file there that is ours, what it holds and what it was made from."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from leanbreath.atomic_write import errors_reported, replacing
from leanbreath.bounded_read import read_bytes
from leanbreath.file_errors import file_error
from leanbreath.routine.problems import InvalidRequest

MANIFEST = "leanbreath.json"

PART = ".packing"
"""The suffix of a file that is being written to a packed folder."""

TYPE, VERSION = "leanbreath-pack", 1

LARGEST = 1_000_000
"""In bytes; a larger file isn't such a list."""

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*_?\.(?:html|mp3|pdf)")
"""The names of packed files. The list may come from anywhere, so no other name in it is ever opened or deleted."""

DIGEST = re.compile("[0-9a-f]{64}")


class PackedFile(NamedTuple):
    """The SHA-256 of a file and of all that it was made from.

    `inputs` is empty as long as a new file is only announced: it may not be written yet.
    """

    sha256: str
    inputs: str = ""


@dataclass(frozen=True)
class Manifest:
    """The packed files by name."""

    files: Mapping[str, PackedFile] = field(default_factory=dict)

    def with_file(self, name: str, file: PackedFile) -> "Manifest":
        """Return the list with a file added or changed."""
        return Manifest({**self.files, name: file})

    def without(self, name: str) -> "Manifest":
        """Return the list without a file."""
        return Manifest({each: file for each, file in self.files.items() if each != name})


def read_manifest(folder: Path) -> Manifest | None:
    """Return the list of a folder, None if it has none; raise `InvalidRequest` for a file that is something else."""
    path = folder / MANIFEST
    try:
        if path.is_symlink():
            raise _unusable(path)
        content = read_bytes(path, LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InvalidRequest(file_error("cannot read", path, error)) from error
    return parse_manifest(content, path)


def parse_manifest(content: bytes, path: Path) -> Manifest:
    """Return the list in the content of a file; raise `InvalidRequest` if it is something else."""
    try:
        data = json.loads(content) if len(content) <= LARGEST else None
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.get("type") != TYPE or not isinstance(data.get("version"), int):
        raise _unusable(path)
    if data["version"] > VERSION:
        raise InvalidRequest(f"{path} was written by a newer leanbreath; update this one")
    files = data.get("files")
    if not isinstance(files, dict) or not all(_is_file(name, file) for name, file in files.items()):
        raise _unusable(path)
    return Manifest({name: PackedFile(file["sha256"], file.get("inputs", "")) for name, file in files.items()})


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the list of a folder, the same text for the same files; raise `InvalidRequest` if that is impossible."""
    path = folder / MANIFEST
    with errors_reported(path), replacing(path, PART) as part:
        part.write_text(manifest_text(manifest), "utf-8")


def manifest_text(manifest: Manifest) -> str:
    """Return the list as JSON."""
    files = {
        name: {"sha256": file.sha256} | ({"inputs": file.inputs} if file.inputs else {})
        for name, file in sorted(manifest.files.items())
    }
    return json.dumps({"type": TYPE, "version": VERSION, "files": files}, indent=1) + "\n"


def _is_file(name: str, file: Any) -> bool:
    return (
        NAME.fullmatch(name) is not None
        and isinstance(file, dict)
        and all(isinstance(file.get(key, ""), str) for key in ("sha256", "inputs"))
        and DIGEST.fullmatch(file.get("sha256", "")) is not None
        and (not file.get("inputs") or DIGEST.fullmatch(file["inputs"]) is not None)
    )


def _unusable(path: Path) -> InvalidRequest:
    return InvalidRequest(
        f"{path} isn't a list of files that leanbreath packed; move it away, or choose another folder"
    )
