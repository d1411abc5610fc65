"""The golden site with injections in the place of every text, and a browser that notices whatever they start."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from typing import Any
from unittest import mock

from playwright.sync_api import Browser, Page

from builder import pipeline
from builder.approval import publication
from builder.model.chapter import Numbers
from builder.model.order import Order
from builder.model.output import OutputFile
from tests.browser.serving import served
from tests.conftest import GOLDEN, TODAY
from tests.parties import PARTIES
from tests.render.saying import saying

# Stands in every text, so that a search finds them all.
NEEDLE = "needle"
_STRINGS = Path(__file__).with_name("injections.txt")
_META = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
# A frame that has gone elsewhere by itself can no longer be looked into.
_PRESS = """() => {
  for (const frame of Array.from(window)) {
    try {
      for (const one of frame.document.querySelectorAll("a, button"))
        one.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    } catch {}
  }
}"""


def injections() -> list[str]:
    """Every string, with its number in the place of @, so that one that runs says which it is."""
    lines = (line for line in _STRINGS.read_text("utf-8").split("\n") if line and not line.startswith("# "))
    return [_spelled(line.replace("@", str(number))) for number, line in enumerate(lines, start=1)]


def _spelled(line: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), line)


@dataclass
class Rotation:
    """Answers with all strings together for every field, each time with another one first."""

    strings: list[str]
    fields: int = 0

    def __call__(self) -> str:
        first, self.fields = self.fields % len(self.strings), self.fields + 1
        # Markdown reads a string differently where a paragraph begins.
        between = "\n\n" if self.fields % 2 else " "
        return between.join((NEEDLE, *self.strings[first:], *self.strings[:first]))


def site_saying(rotation: Rotation) -> tuple[OutputFile, ...]:
    """The golden site with the strings in every text: put in behind the gate, which would refuse many of them."""
    order = Order(GOLDEN, TODAY)
    checked = pipeline.check(order)
    assert checked.verdict.library
    library = saying(checked.verdict.library, rotation)
    hostile = replace(checked, verdict=replace(checked.verdict, library=library))
    # The words around a number are hostile too and have lost their place for it, which the last look would notice.
    nothing = Numbers(frozenset(), {})
    unseen = mock.patch.object(publication, "numbers_of", return_value=nothing)
    with mock.patch.object(pipeline, "check", return_value=hostile), unseen:
        return pipeline.make(order, PARTIES).files


def unprotected(files: tuple[OutputFile, ...]) -> tuple[OutputFile, ...]:
    """The same site without any Content-Security-Policy: only escaping is left."""
    return tuple(replace(file, content=_META.sub(b"", file.content)) for file in files if file.path != "_headers")


def control(strings: list[str]) -> tuple[OutputFile, ...]:
    """The strings as they are, unescaped, each in a frame of its own: a site without any care."""
    page = "".join(f'<iframe srcdoc="{escape(text)}"></iframe>' for text in strings)
    return (OutputFile("index.html", page.encode()), OutputFile("404.html", b""))


@dataclass
class Watched:
    """A page of a site, and everything that it should not have done."""

    site: str
    page: Page
    done: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Opens an address and lets everything that it starts happen."""
        self.page.goto(self.site + address)
        self.settle()

    def settle(self) -> None:
        """What an element starts when it stands in the page comes before this returns."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    def press_everything(self) -> None:
        """Presses every link and button of every frame."""
        self.page.evaluate(_PRESS)
        self.page.wait_for_timeout(300)


@contextmanager
def watched(browser: Browser, files: tuple[OutputFile, ...], folder: Path) -> Iterator[Watched]:
    """A browser on the files. Whatever leaves the site ends at a proxy that does not exist."""
    for file in files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    with served(folder) as site:
        context = browser.new_context(proxy={"server": "http://127.0.0.1:9", "bypass": "127.0.0.1"}, locale="en-GB")
        seen = Watched(site, context.new_page())
        context.expose_binding("__executed", lambda _source, number=None: seen.done.append(f"executed {number}"))
        context.on("request", lambda request: _note_stray(seen, request.url))
        context.on("page", lambda page: seen.done.append(f"window {page.url}"))
        context.on("dialog", lambda dialog: _note_dialog(seen, dialog))
        yield seen
        context.close()


def _note_stray(seen: Watched, url: str) -> None:
    if not url.startswith((seen.site, "data:", "blob:", "about:")):
        seen.done.append(f"asked {url}")


def _note_dialog(seen: Watched, dialog: Any) -> None:
    seen.done.append(f"dialog {dialog.message}")
    dialog.dismiss()


def groups(strings: list[str], characters: int) -> list[list[str]]:
    """The strings in handfuls of at most so many characters: one build each."""
    made: list[list[str]] = [[]]
    for text in strings:
        if sum(len(one) + 2 for one in (*made[-1], text)) > characters:
            made.append([])
        made[-1].append(text)
    return made
