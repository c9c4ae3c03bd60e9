"""Adds the index of the bundled routines to the wheel; hatchling runs this when it builds one."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RoutineIndexHook(BuildHookInterface[Any]):
    """Writes the index beside the wheel, to be packed into it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the index, except for an editable installation, which always reads the routines themselves."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from leanbreath.authoring.routine_index import index_text

        path = Path(self.directory) / "routines.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(index_text(Path(self.root) / "drills"), encoding="utf-8")
        build_data["force_include"][str(path)] = "leanbreath/bundled/routines.json"
