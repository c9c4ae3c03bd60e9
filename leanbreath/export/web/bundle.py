"""The modules of a page joined into one script, without the imports and exports that hold them together.

A module names what it takes (`import {a, b} from "./other.js";`) and exports declarations (`export function a`). Its
top-level declarations stand at the start of a line, and no two modules of a page declare the same name.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, normpath

FOLDER = Path(__file__).parent

IMPORT = re.compile(r'^import\s*\{(?P<names>[^{}]*)\}\s*from\s*"(?P<file>[^"]*)";?[ \t]*\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function\b|const\b|let\b|class\b)", re.MULTILINE)
DECLARED = re.compile(r"^(export )?(?:(?:async )?function\*?|const|let|var|class)\s+([\w$]+)", re.MULTILINE)
OTHER = re.compile(r"^(?:import|export)\b.*|^(?:const|let|var)\s*[\[{].*", re.MULTILINE)
"""What can't be joined: other imports and exports, and declarations without a name of their own."""


class BundleError(ValueError):
    """A mistake in our modules: they can't be joined into one."""


def page_file(name: str, folder: Path = FOLDER) -> str:
    """Return the text of a file that pages are made of, such as `player/page.html`."""
    return (folder / name).read_text(encoding="utf-8")


def bundle(folder: str, entry: str, web: Path = FOLDER) -> str:
    """Return a module of a folder with all that it imports, each module once and after those that it imports.

    Raise `BundleError` for a module or name that is missing, a circle of imports, a name that two modules declare, and
    imports and exports of any other form.
    """
    modules = dict(_modules(f"{folder}/{entry}", web, ()))
    _check_names(modules)
    return "\n".join(f"// {name}\n{EXPORT.sub('', IMPORT.sub('', text)).strip()}\n" for name, text in modules.items())


def _modules(name: str, web: Path, importers: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the modules that a module imports, with theirs, then itself: names and texts."""
    if name in importers:
        raise BundleError(f"the modules import each other in a circle: {' → '.join((*importers, name))}")
    text = _module(name, web, importers)
    for found in IMPORT.finditer(text):
        yield from _modules(_file(name, found), web, (*importers, name))
    yield name, text


def _module(name: str, web: Path, importers: tuple[str, ...]) -> str:
    try:
        text = page_file(name, web) + "\n"
    except FileNotFoundError as error:
        raise BundleError(f"no module {name}, which {', '.join(importers[-1:]) or 'a page'} needs") from error
    if other := OTHER.search(EXPORT.sub("", IMPORT.sub("", text))):
        raise BundleError(
            f'{name}: "{other[0]}" can\'t be joined; write  import {{a}} from "./b.js";  export function a'
        )
    return text


def _file(importer: str, found: re.Match[str]) -> str:
    """Return the module that an import of another one means."""
    if not found["file"].startswith(("./", "../")):
        raise BundleError(f'{importer}: "{found["file"]}" is no file of a page')
    return normpath(f"{dirname(importer)}/{found['file']}")


def _check_names(modules: dict[str, str]) -> None:
    declared: dict[str, str] = {}
    exported: dict[str, set[str]] = {}
    for module, text in modules.items():
        found = DECLARED.findall(text)
        exported[module] = {name for export, name in found if export}
        for _, name in found:
            if name in declared:
                raise BundleError(f"{module} and {declared[name]} both declare {name}")
            declared[name] = module
    for module, text in modules.items():
        for each in IMPORT.finditer(text):
            _check_import(module, each, exported[_file(module, each)])


def _check_import(module: str, found: re.Match[str], exported: set[str]) -> None:
    for name in filter(None, map(str.strip, found["names"].split(","))):
        if name not in exported:
            raise BundleError(f"{module}: {found['file']} doesn't export {name}")
