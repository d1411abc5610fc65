"""Our own templates are looked through for every way to let a text become markup or code."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from builder.parse.files import OWN

# A template, what stands there, and why it may.
ALLOWED = {
    ("pages/preview.html", "expression in a script"): "`tojson` escapes <, >, & and ', and the script is data",
    ("pages/specimen.html", "expression in a script"): "the same",
    ("layout.html", "filter name_dialog"): "takes Material's rendered header and adds one escaped attribute",
}
FILTERS = {"url", "icon", "tojson", "prose", "name_dialog"}
TEMPLATES = {path.relative_to(OWN).as_posix(): path.read_text("utf-8") for path in sorted(OWN.rglob("*.html"))}


class Places(HTMLParser):
    """Expressions by where they stand. Jinja's own quotes would end an attribute early, so each is one mark here."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.inside = ""
        for bad in re.findall(r"=\s*\{\{", re.sub(r"\{%.*?%\}", "", source, flags=re.DOTALL)):
            self.found.add(f"unquoted attribute {bad}")
        self.feed(
            re.sub(r"\{\{.*?\}\}", "§", re.sub(r"\{%.*?%\}|\{#.*?#\}", "", source, flags=re.DOTALL), flags=re.DOTALL)
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag if tag in {"script", "style"} else ""
        for name, value in attrs:
            if "§" in name:
                self.found.add("expression in the place of an attribute")
            if "§" in (value or "") and (name.startswith("on") or name in {"style", "srcdoc"}):
                self.found.add(f"expression in {name}")

    def handle_endtag(self, _tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside and "§" in data:
            self.found.add(f"expression in a {self.inside}")


def risks(source: str) -> Iterator[str]:
    """Every construct by which a text could become more than text."""
    yield from re.findall(r"\|\s*safe\b|\|\s*xmlattr\b|Markup\(|autoescape\s+false", source)
    expressions = re.findall(r"\{\{(.*?)\}\}", source, re.DOTALL)
    filters = {name for expression in expressions for name in re.findall(r"\|\s*(\w+)", expression)}
    yield from (f"filter {name}" for name in sorted(filters - (FILTERS - {"name_dialog"})))
    yield from sorted(Places(source).found)


def test_no_template_lets_a_text_become_more_than_text() -> None:
    found = {(name, risk) for name, source in TEMPLATES.items() for risk in risks(source)}
    assert found == set(ALLOWED)


def test_every_link_in_a_template_is_an_address_that_was_checked() -> None:
    """An address is ours and goes through `url`, or is one of the typed ones that the gate has read."""
    checked = {"card.href", "card.url", "line.url", "body.danger_href", "body.verify_url", "planned.scope.call.address"}
    checked |= {"page.canonical_url", "address"}
    for name, source in TEMPLATES.items():
        for expression in re.findall(r'(?:href|src)="\{\{(.*?)\}\}', source):
            assert expression.endswith("| url ") or expression.strip() in checked, name
        for given in re.findall(r"\{\{ scam_card\(card, (.*?),", source):  # the only macro that takes an `address`
            assert given == "card.address | url", name


@pytest.mark.parametrize(
    ("source", "risk"),
    [
        ("<p>{{ text | safe }}</p>", "| safe"),
        ("<p>{{ Markup(text) }}</p>", "Markup("),
        ("{% autoescape false %}{{ text }}{% endautoescape %}", "autoescape false"),
        ("<p title={{ text }}>", "unquoted attribute ={{"),
        ("<p {{ text }}>", "expression in the place of an attribute"),
        ("<script>let x = '{{ text }}'</script>", "expression in a script"),
        ('<p style="color: {{ text }}">', "expression in style"),
        ('<p onclick="say({{ text }})">', "expression in onclick"),
        ("<p>{{ text | replace('a', 'b') }}</p>", "filter replace"),
    ],
)
def test_the_look_finds(source: str, risk: str) -> None:
    assert risk in set(risks(source))
