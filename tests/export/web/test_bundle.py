import pytest

from leanbreath.export.web.bundle import BundleError, bundle

MAIN = 'import {shown} from "./text.js";\n\nshown();\n'
TEXT = "export function shown() {\n  return 1;\n}\n"


@pytest.fixture
def joined(tmp_path):
    def join(**files):
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.js"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return bundle("page", "main.js", tmp_path)

    return join


def test_a_module_stands_after_what_it_imports_without_import_and_export(joined):
    assert joined(page__main=MAIN, page__text=TEXT) == (
        "// page/text.js\nfunction shown() {\n  return 1;\n}\n\n// page/main.js\nshown();\n"
    )


def test_a_module_that_two_import_is_there_once(joined):
    text = joined(
        page__main='import {a} from "./a.js";\nimport {\n  c,\n} from "../shared/c.js"\na(c);\n',
        page__a='import {c} from "../shared/c.js";\nexport const a = (x) => x + c;\n',
        shared__c="export const c = 1;\n",
    )
    assert text.index("const c") < text.index("const a") < text.index("a(c)")
    assert text.count("const c") == 1
    assert "import" not in text and "export" not in text


@pytest.mark.parametrize(
    "declaration",
    ["function f() {}", "async function f() {}", "function* f() {}", "const f = 1;", "let f = 1;", "class f {}"],
)
def test_every_declaration_can_be_exported(joined, declaration):
    text = joined(page__main='import {f} from "./f.js";\nf;\n', page__f=f"export {declaration}\n")
    assert text.splitlines()[1] == declaration


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"page__text": "function shown() {}\n"}, "page/main.js: ./text.js doesn't export shown"),
        ({}, "no module page/text.js, which page/main.js needs"),
        (
            {"page__text": 'import {run} from "./main.js";\n' + TEXT},
            "circle: page/main.js → page/text.js → page/main.js",
        ),
        (
            {"page__text": 'import {b} from "./b.js";\n' + TEXT, "page__b": "export const b = 1;\nlet shown = 2;\n"},
            "page/text.js and page/b.js both declare shown",
        ),
        ({"page__text": "export default function shown() {}\n"}, '"export default function'),
        ({"page__text": 'export {shown} from "./b.js";\n'}, '"export {shown}'),
        ({"page__text": 'import * as b from "./b.js";\n' + TEXT}, '"import \\* as b'),
        ({"page__text": 'import {b as c} from "./b.js";\n' + TEXT, "page__b": "export const b = 1;\n"}, "b as c"),
        ({"page__text": 'import {b} from "b";\n' + TEXT}, '"b" is no file of a page'),
        ({"page__text": "const {a, b} = window;\n" + TEXT}, '"const {a, b}'),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_cannot_be_joined_is_loud(joined, files, message):
    with pytest.raises(BundleError, match=message):
        joined(page__main=MAIN, **files)


def test_a_page_without_its_script_is_loud(tmp_path):
    with pytest.raises(BundleError, match=r"no module page/main\.js, which a page needs"):
        bundle("page", "main.js", tmp_path)
