"""A folder that holds packed files next to others, which are never touched."""

import os
import re
import stat
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Literal

from leanbreath.atomic_write import errors_reported, replacing
from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.pack_manifest import MANIFEST, PART, Manifest, PackedFile, read_manifest, write_manifest

State = Literal["written", "renewed", "removed", "unchanged", "kept"]

LEFT_OVER = re.compile(rf"\.leanbreath-[0-9a-f]+{re.escape(PART)}")
"""What a run leaves in the folder that is killed, or loses power, while it writes a file."""


class PackedFolder:
    """A folder with its list of packed files, which changes on the disk as files do.

    A new file is announced in the list before it is written, so that the next run knows it for ours, wherever this one
    is interrupted. `states` says what became of each file.
    """

    def __init__(self, path: Path) -> None:
        """Open a folder; raise `InvalidRequest` if its list can't be read or is something else."""
        self.path, self._listed = path, read_manifest(path)
        self.manifest = self._listed or Manifest()
        self.states: dict[str, State] = {}

    def require_free(self, names: set[str]) -> None:
        """Raise `InvalidRequest` if a file that isn't ours has one of these names, in capitals or not."""
        needed = {name.casefold() for name in (*names, MANIFEST)}
        taken = sorted(name for name in self._names() if name.casefold() in needed and not self._is_ours(name))
        if taken:
            listed, are = ", ".join(taken), "isn't a file" if len(taken) == 1 else "aren't files"
            raise InvalidRequest(
                f"{listed} in {self.path} {are} that leanbreath wrote, and nothing was changed; "
                f"move {'it' if len(taken) == 1 else 'them'} away, or choose another folder"
            )

    def require_writable(self) -> None:
        """Raise `InvalidRequest` if nothing can be written here, before something is made that takes long."""
        if not os.access(self.path, os.W_OK):
            raise InvalidRequest(f"{self.path} can only be read; change its permissions, or choose another folder")

    def remove_left_overs(self) -> None:
        """Remove what an earlier run has left when it was killed."""
        for name in filter(LEFT_OVER.fullmatch, self._names()):
            with errors_reported(self.path / name):
                (self.path / name).unlink()

    def is_current(self, name: str, inputs: str) -> bool:
        """Return whether a file is there, as it was written, and made from the same inputs."""
        file = self.manifest.files.get(name)
        return file is not None and file.inputs == inputs and self._digest(name) == file.sha256

    def put(self, name: str, content: bytes, inputs: str) -> None:
        """Write a file, unless it is there with this content."""
        digest, before = sha256(content).hexdigest(), self._digest(name)
        if before is None:
            self._list(self.manifest.with_file(name, PackedFile(digest)))
        if before != digest:
            # without waiting for the disk: what a loss of power damages, its hash tells
            with errors_reported(self.path / name), replacing(self.path / name, PART, sync=False) as part:
                part.write_bytes(content)
        self._list(self.manifest.with_file(name, PackedFile(digest, inputs)))
        self.states[name] = "written" if before is None else "unchanged" if before == digest else "renewed"

    def keep(self, name: str) -> None:
        """Leave a file as it is; it stays in the list if it is there."""
        if self._digest(name) is None:
            self._list(self.manifest.without(name))
        elif name in self.manifest.files:
            self.states[name] = "unchanged"

    def remove(self, name: str) -> None:
        """Remove a packed file, unless somebody has changed it since; it is off the list in either case."""
        path = self.path / name
        if os.path.lexists(path):
            is_unchanged = _is_plain(path) and self._digest(name) == self.manifest.files[name].sha256
            if is_unchanged:
                with errors_reported(path):
                    path.unlink()
            self.states[name] = "removed" if is_unchanged else "kept"
        self._list(self.manifest.without(name))

    def _list(self, manifest: Manifest) -> None:
        self.manifest = manifest
        if manifest != self._listed:
            write_manifest(self.path, manifest)
            self._listed = manifest

    def _names(self) -> list[str]:
        with errors_reported(self.path):
            return [path.name for path in self.path.iterdir()]

    def _is_ours(self, name: str) -> bool:
        """Return whether a file that exists is the list or on it, and no link or folder has taken its place."""
        if name == MANIFEST:
            return self._listed is not None
        file = self.manifest.files.get(name)
        if file is None or not _is_plain(self.path / name):
            return False
        return bool(file.inputs) or self._digest(name) == file.sha256

    def _digest(self, name: str) -> str | None:
        """Return the SHA-256 of a file, None if it isn't there."""
        path = self.path / name
        if not os.path.lexists(path):
            return None
        with errors_reported(path), path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()


def _is_plain(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)
