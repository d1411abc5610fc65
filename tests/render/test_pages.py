"""Pages as HTML: whatever authors write stays text, and only known scripts may run."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from builder.model.order import Order
from builder.model.theme import Theme
from builder.parse.theme import read_theme
from builder.pipeline import Built, check
from builder.plan import plan
from builder.render import Renderer
from builder.render.templates import environment
from tests.conftest import GOLDEN, TODAY
from tests.parties import PARTIES
from tests.render.saying import saying

HOSTILE = """<script>alert(1)</script>{{ 7*7 }}{% raw %}"'><img src=x onerror=alert(1)><!-- &lt;"""
PLAIN = "Nothing"


class Seen(HTMLParser):
    """Elements, their attributes' names, and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.comments: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def pages_saying(text: str) -> dict[str, str]:
    library = check(Order(GOLDEN, TODAY)).verdict.library
    assert library
    site = plan(saying(library, lambda: text), TODAY, PARTIES.trust(library.jurisdictions))
    rendered = Renderer(read_theme(), site.base_url).places(site)
    return {file.path: file.content.decode() for file in rendered if file.path.endswith(".html")}


@pytest.fixture(scope="module")
def hostile() -> dict[str, str]:
    return pages_saying(HOSTILE)


@pytest.fixture(scope="module")
def plain() -> dict[str, str]:
    return pages_saying(PLAIN)


def test_a_hostile_text_changes_no_element_of_any_page(hostile: dict[str, str], plain: dict[str, str]) -> None:
    assert list(plain) == list(hostile)
    for path, html in plain.items():
        expected, actual = Seen(html), Seen(hostile[path])
        assert expected.elements == actual.elements, path
        assert expected.comments == actual.comments, path


def test_a_hostile_text_is_on_every_page_as_it_was_written(hostile: dict[str, str]) -> None:
    for path, html in hostile.items():
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}{% raw %}" in html, path
        assert "<script>alert(1)" not in html, path
        assert "</script>49" not in html, path


def _inline_scripts(html: str) -> set[str]:
    """Scripts a browser would run: no source, and no type that makes them data."""
    found = re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL)
    return {body for attributes, body in found if "src=" not in attributes and "application/json" not in attributes}


def test_the_policy_names_every_inline_script_and_nothing_else(golden: Built, shipped: Built) -> None:
    for file in (*golden.files, *shipped.files):
        if file.path.endswith(".html"):
            html = file.content.decode()
            expected = {
                f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
                for script in _inline_scripts(html)
            }
            (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
            assert expected == set(re.findall(r"'(sha256-[^']+)'", policy)), file.path
            assert expected or file.path.startswith("preview/"), file.path


def test_the_policy_forbids_everything_it_does_not_name(golden: Built) -> None:
    html = next(file.content.decode() for file in golden.files if file.path == "index.html")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy.startswith("default-src 'none'; ")
    assert re.findall(r"unsafe-|\*|https?:", policy) == []


def test_the_policy_stands_before_every_script_and_stylesheet(golden: Built) -> None:
    for file in golden.files:
        if file.path.endswith(".html"):
            html = file.content.decode()
            assert html.index("Content-Security-Policy") < min(html.index("<script"), html.index('rel="stylesheet"'))


def test_no_page_has_inline_styles_or_handlers(golden: Built) -> None:
    for file in golden.files:
        if file.path.endswith(".html"):
            for tag, attributes in Seen(file.content.decode()).elements:
                assert tag != "style", file.path
                assert [name for name in attributes if name == "style" or name.startswith("on")] == [], file.path


@pytest.mark.parametrize(
    "template", ["{{ nobody }}", "{{ page.nobody }}", "{% for item in nobody %}{% endfor %}", "{{ nobody | upper }}"]
)
def test_a_template_with_an_unknown_name_is_our_bug_and_says_so(tmp_path: Path, template: str) -> None:
    (tmp_path / "own.html").write_text(template)
    own = environment(Theme((str(tmp_path),), {}, {}), "https://a.example/").get_template("own.html")
    with pytest.raises(UndefinedError):
        own.render(page={"url": ""})


def test_a_template_escapes_what_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("<p title='{{ text }}'>{{ text }}</p>")
    own = environment(Theme((str(tmp_path),), {}, {}), "https://a.example/").get_template("own.html")
    assert own.render(text="<'\">") == "<p title='&lt;&#39;&#34;&gt;'>&lt;&#39;&#34;&gt;</p>"


def test_every_page_says_its_language_and_direction(golden: Built) -> None:
    assert golden.site
    files = {file.path: file.content.decode() for file in golden.files if file.path.endswith(".html")}
    for page in golden.site.pages:
        html = files[page.file]
        assert re.findall(r'<html lang="([^"]*)"', html) == [page.scope.locale]
        assert re.findall(r'<body dir="([^"]*)"', html) == [page.scope.direction]
