"""Prose → safe HTML."""

from html.parser import HTMLParser

import pytest

from builder.render.markdown import prose

ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "a", "code", "blockquote", "br"}


class Elements(HTMLParser):
    """What a browser would make of the text: elements with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.shown = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.shown += data


def elements(text: str) -> list[tuple[str, dict[str, str | None]]]:
    return Elements(str(prose(text))).found


def shown(text: str) -> str:
    return Elements(str(prose(text))).shown.strip()


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("**bold** and *leaning*", ["p", "strong", "em"]),
        ("- one\n- two", ["ul", "li", "li"]),
        ("1. one\n2. two", ["ol", "li", "li"]),
        ("> said", ["blockquote", "p"]),
        ("`code`", ["p", "code"]),
        ("one\n\ntwo", ["p", "p"]),
        ("one  \ntwo", ["p", "br"]),
    ],
)
def test_what_editors_need_becomes_html(text: str, tags: list[str]) -> None:
    assert tags == [tag for tag, _ in elements(text)]


def test_a_link_to_an_https_address_stays_and_tells_nothing_to_its_target() -> None:
    assert elements("[help](https://a.example/help)") == [
        ("p", {}),
        ("a", {"href": "https://a.example/help", "rel": "noopener noreferrer"}),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<b>bold</b>",
        "<div>\n\ntext\n\n</div>",
        "<a href='https://b.example/'>x</a>",
        "<!-- remark -->",
        "<?php x ?>",
    ],
)
def test_raw_html_is_shown_as_text(html: str) -> None:
    assert {tag for tag, _ in elements(html)} == {"p"}
    assert html.replace("\n\n", "") == shown(html).replace("\n", "")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        " javascript:alert(1)",
        "\tjavascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>x</script>",
        "http://b.example/",
        "file:///etc/passwd",
        "mailto:a@b.example",
    ],
)
def test_a_link_elsewhere_than_https_loses_its_target(target: str) -> None:
    hrefs = [attributes["href"] for tag, attributes in elements(f"[x]({target})") if "href" in attributes]
    assert [href for href in hrefs if href and ":" in href and not href.startswith("https:")] == []


ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://b.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<style>@import 'https://b.example';</style>",
    "<link rel=stylesheet href=https://b.example>",
    "<meta http-equiv=refresh content='0;url=https://b.example'>",
    "<form action=https://b.example><input></form>",
    "<details open ontoggle=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    '![x](https://b.example/x.png "a")',
    '[x](https://b.example/"onmouseover="alert(1))',
    '[x](https://b.example/ "a\\" onclick=alert(1) b=\\"")',
    "[x][1]\n\n[1]: javascript:alert(1)",
    '<https://b.example/"onclick=alert(1)>',
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "**<img src=x onerror=alert(1)>**",
    "\x02wzxhzdk:0\x03",
    "# <img src=x onerror=alert(1)>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_outside_the_list_comes_out(attack: str) -> None:
    for tag, attributes in elements(attack):
        assert tag in ALLOWED
        assert set(attributes) <= ({"href", "rel", "title"} if tag == "a" else set())


def test_one_text_does_not_change_the_next() -> None:
    prose("[one]: https://b.example/one")
    assert elements("[two][one]") == [("p", {})]
