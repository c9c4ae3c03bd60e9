"""JSON Schema (2020-12) of the files that people write, built from the dataclasses they are read into."""

from collections.abc import Mapping
from pathlib import Path

from leanbreath.authoring.notation_schema import Schema
from leanbreath.authoring.schema_builder import SchemaBuilder
from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.model import Drill
from leanbreath.routine.plan import Plan
from leanbreath.routine.pose import Pose
from leanbreath.routine.reader import read_file_as
from leanbreath.routine.routine_file import RoutineFile
from leanbreath.sound.pack_file import PackForm
from leanbreath.userdata.settings import Settings

FORMS = {
    "drill": Drill,
    "routine": RoutineFile,
    "plan": Plan,
    "pose": Pose,
    "assessment": Assessment,
    "limiters": Limiters,
    "pack": PackForm,
    "settings": Settings,
}
"""The kinds of files, and the dataclass of each."""

ALSO_NEEDED = {
    "drill": ("drill", "goal", "position"),
    **{kind: (kind,) for kind in ("routine", "plan", "pose", "assessment")},
}
"""Keys that a file needs, and an inline drill doesn't."""


def schema(kind: str, known: Mapping[str, Mapping[str, str]]) -> Schema:
    """Return the schema of a kind of file; `known` maps drill and routine ids to their titles, for completion."""
    builder = SchemaBuilder(known, _descriptions())
    file = builder.mapping(FORMS[kind])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:leanbreath:{kind}",
        **file,
        "title": f"leanbreath {kind}",
        "required": [*ALSO_NEEDED.get(kind, ()), *file.get("required", [])],
        "$defs": builder.defs,
    }


def modeline(schema_path: str) -> str:
    """Return the comment that leads editors to the schema of a file."""
    return f"# yaml-language-server: $schema={schema_path}"


def _descriptions() -> dict[str, str]:
    result = read_file_as(Path(__file__).parent / "descriptions.yaml", dict[str, str])
    assert result.value is not None and not result.problems
    return dict(result.value)
