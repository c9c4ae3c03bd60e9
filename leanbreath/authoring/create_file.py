"""Creates a file in the user's library, from a commented example or a copy of another."""

from pathlib import Path

from leanbreath.atomic_write import save
from leanbreath.authoring.file_templates import FOLDERS, renamed, template, title_for
from leanbreath.authoring.schema import modeline
from leanbreath.authoring.schema_files import schema_reference, update_schemas
from leanbreath.routine.basic_notations import NotationError, parse_id
from leanbreath.routine.library import Library
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import InvalidRequest, Problems
from leanbreath.routine.reader import file_text
from leanbreath.routine.reader.read_result import parse_mapping
from leanbreath.userdata.paths import data_folder


def create_file(library: Library, kind: str, id: str, source: str | None, folder: Path | None) -> Path:
    """Create a file and return its path; raise `InvalidRequest` if the id is not valid or taken.

    It copies `source`, the id of another file, if that is given, and lies in `folder` instead of the user's library.
    """
    _require_free(library, kind, id)
    path = (folder or data_folder() / "drills" / FOLDERS[kind]) / f"{id}.yaml"
    if path.exists() or path.is_symlink():
        raise InvalidRequest(f"{path} already exists; choose another name")
    save(path, _text(library, kind, id, source, modeline(schema_reference(path, kind))))
    update_schemas()
    return path


def _require_free(library: Library, kind: str, id: str) -> None:
    try:
        parse_id(id)
    except NotationError as error:
        raise InvalidRequest(f"{error.message}; {error.fix}") from error
    if taken := library.files_of(kind).get(id):
        raise InvalidRequest(f'{taken} already has the {kind} "{id}"; choose another name')


def _text(library: Library, kind: str, id: str, source: str | None, head: str) -> str:
    if source is None:
        return renamed(template(kind), kind, id, title_for(id), head)
    files = library.files_of(kind)
    if source not in files:
        raise InvalidRequest(f'no {kind} "{source}"; {suggestion(source, files)}')
    original = files[source]
    text, mapping, problems = parse_mapping(file_text(original).encode(), str(original))
    if mapping is None:
        raise Problems(problems)
    return renamed(text, kind, id, modeline=head)
