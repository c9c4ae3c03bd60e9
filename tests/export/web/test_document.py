import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leanbreath.export.web.document import document, escaped
from tests.hostile import PAYLOADS

ENDS_THE_SCRIPT = "</script><script>alert(1)</script>"
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)

HOSTILE = {
    **PAYLOADS,
    "ends the script": ENDS_THE_SCRIPT,
    "ends the title": "</title><img src=x onerror=alert(1)>",
    "begins a comment": "<!--<script>",
    "ends an attribute": '" onload="alert(1)" \'><svg onload=alert(1)>',
    "is an entity": "&lt;b&gt;&#x3c;script>&amp;",
    "ends a line of JavaScript": "a\u2028b\u2029c",
    "is half a character": "\ud83d and \ude00",
    "turns the reading direction": "\u202e\u2066x\u2069",
    "looks like a template": "${alert(1)} {{alert(1)}} <%= 1 %>",
}


class Page(HTMLParser):
    """What a browser finds in a page: its elements with their attributes and texts."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes), []))

    def handle_data(self, data):
        if self.elements:
            self.elements[-1][2].append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def texts(self, tag):
        return ["".join(texts) for name, _, texts in self.elements if name == tag]

    @property
    def outline(self):
        return [(tag, sorted(attributes)) for tag, attributes, _ in self.elements]

    @property
    def policy(self):
        content = next(a["content"] for _, a, _ in self.elements if a.get("http-equiv") == "Content-Security-Policy")
        return {part.split()[0]: part.split()[1:] for part in content.split("; ")}


def page(title="Title", data=None, language="en", css="p { color: red }", script="run();\n", icon=""):
    return document(title, "<main></main>", css, script, data, language, icon)


def test_a_page_is_a_whole_document_in_utf_8():
    text = page("Wärm up", {"a": 1})
    assert text.startswith("<!DOCTYPE html>\n")
    found = Page(text)
    assert found.elements[0][:2] == ("html", {"lang": "en"})
    assert {"charset": "utf-8"} in [attributes for tag, attributes, _ in found.elements if tag == "meta"]
    assert found.texts("title")[0].strip() == "Wärm up"
    assert "width=device-width" in text


def test_the_policy_allows_our_script_and_our_style_alone():
    css, script = "p::before { content: '→' }\n", "const a = 1 < 2 && 'ö';\n"
    found = Page(page(css=css, script=script, data={"a": "b"}))

    def hashed(text):
        return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'"

    assert found.policy == {
        "default-src": ["'none'"],
        "script-src": [hashed(script)],
        "style-src": [hashed(css)],
        "img-src": ["data:", "blob:"],
        "media-src": ["data:", "blob:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert found.texts("style")[0].startswith(css) and found.texts("script")[1].startswith(script)


def test_the_policy_stands_before_everything_it_is_for():
    text = page()
    assert text.index("Content-Security-Policy") < min(text.index(each) for each in ("<title", "<link", "<style"))


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_no_text_changes_what_a_page_is_made_of(hostile):
    plain = Page(page("x", {"x": ["x"]}, "x"))
    found = Page(page(hostile, {hostile: [hostile]}, hostile))
    assert found.outline == plain.outline
    assert found.policy == plain.policy


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_text_arrives_without_unsafe_characters(hostile):
    safe = UNSAFE.sub("", hostile)
    found = Page(page(hostile, {hostile: hostile}, hostile))
    assert found.texts("title") == [safe + "\n"]
    assert found.elements[0][1] == {"lang": safe}
    assert json.loads(found.texts("script")[0]) == {safe: safe}


@example('</script x="><!--&lt;')
@given(st.recursive(st.text() | st.integers() | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=3)))
def test_data_is_plain_ascii_that_means_the_same(value):
    text = page(data={"value": value})
    written = text.split('id="data">')[1].split("</script>")[0]
    assert written.isascii() and not set("<>&") & set(written)
    assert json.loads(written) == {"value": without(value)}


def without(value):
    if isinstance(value, str):
        return UNSAFE.sub("", value)
    return [without(each) for each in value] if isinstance(value, list) else value


def test_a_page_without_data_has_one_script():
    assert len(Page(page()).texts("script")) == 1


def test_an_icon_lies_in_the_page_and_without_one_no_server_is_asked():
    def links(text):
        return [attributes for tag, attributes, _ in Page(text).elements if tag == "link"]

    assert links(page()) == [{"rel": "icon", "href": "data:,"}]
    drawn = "data:image/svg+xml;base64," + b64encode(b"<svg/>").decode()
    assert links(page(icon="<svg/>")) == [{"rel": "icon", "href": drawn}]


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "</style", "<!-- x", "\r\n", "\0", "a\u2028b", "\ud800"])
def test_a_style_or_script_that_a_browser_would_read_otherwise_is_loud(text):
    with pytest.raises(ValueError, match="a page can't hold"):
        page(script=text)
    with pytest.raises(ValueError, match="a page can't hold"):
        page(css=text)


def test_data_that_is_no_number_of_json_is_loud():
    with pytest.raises(ValueError, match="JSON"):
        page(data={"level": float("nan")})


def test_escaped_text_is_safe_in_an_attribute_of_either_kind():
    assert escaped("a\"b'c<d>&\0") == "a&quot;b&#x27;c&lt;d&gt;&amp;"
