"""Whatever stands in a text, nothing runs and nothing is asked for: every string, in every field, on every page.

`python -m tests.browser.test_injection` prints the figures.
"""

import re
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, sync_playwright

from builder.model.output import OutputFile
from tests.browser.chromium import launch
from tests.browser.injecting import (
    NEEDLE,
    Rotation,
    Watched,
    control,
    groups,
    injections,
    site_saying,
    unprotected,
    watched,
)

STRINGS = injections()
A_TEXT = 1900  # characters in every text of one build: the alert refuses more than 2,000
# Markdown's elements, and how a search names a word that it missed.
MADE_OF_TEXT = {"del", "p", "ul", "ol", "li", "strong", "em", "a", "code", "blockquote", "br"}
# Every element by its name; every attribute that is code, and every link that is neither https, nor of this site, nor
# a number. Shadow roots are looked into as well.
READ = """() => {
  const hosts = [...document.querySelectorAll("*")].filter((one) => one.shadowRoot);
  const all = [document, ...hosts.map((one) => one.shadowRoot)].flatMap((root) => [...root.querySelectorAll("*")]);
  const found = all.flatMap((one) => {
    const address = String(one.href?.baseVal ?? one.href ?? one.src ?? "");
    const known = /^(https:|tel:|data:image\\/)/.test(address) || address.startsWith(location.origin + "/");
    const code = one.getAttributeNames().filter((name) => name.startsWith("on") || name === "srcdoc");
    return [one.localName, ...code.map((name) => `attribute ${name}`), ...(address && !known ? [address] : [])];
  });
  return [...new Set(found)];
}"""

# What Material says beside the field: waiting for words, or how much it found.
SAYS = """(waits) => {
  const words = JSON.parse(document.getElementById("__config").textContent).translations;
  const said = document.querySelector(".md-search-result__meta").textContent.trim();
  return (said === words["search.result.placeholder"]) === waits && !said.startsWith("Initializing");
}"""


class Visit(NamedTuple):
    """What was there to be seen, and what should not have happened."""

    pages: int
    found: set[str]
    done: list[str]


def visit(seen: Watched, files: tuple[OutputFile, ...], strings: list[str]) -> Visit:
    """Every page, the search with hits, and the alert from its bundle and without one."""
    found: set[str] = set()
    pages = [file.path for file in files if file.path.endswith(".html")]
    for path in pages:
        seen.open(path.removesuffix("index.html"))
        found |= set(seen.page.evaluate(READ))
    found |= searched(seen)
    for text in strings[:3]:
        found |= asked_for(seen, f"{NEEDLE} {text}")
    # In this order: an alert that was shown once is kept, and stands in for one that cannot be had.
    found |= warned(seen, "baseline")
    found |= warned(seen, "bundle")
    return Visit(len(pages), found, seen.done)


def searched(seen: Watched) -> set[str]:
    """The results of a search that finds every page."""
    seen.open("no/en/")
    field = seen.page.locator(".md-search__input")
    field.click()
    # Material's worker drops what is typed before it has read the index.
    seen.page.wait_for_function(SAYS, arg=True)
    field.press_sequentially(NEEDLE)
    seen.page.wait_for_selector(".md-search-result__link")
    seen.settle()
    return set(seen.page.evaluate(READ))


def asked_for(seen: Watched, words: str) -> set[str]:
    """A search that a link brings along: whoever writes the link chooses the words."""
    seen.open(f"no/en/?q={quote(words)}")
    seen.page.wait_for_function(SAYS, arg=False)
    seen.settle()
    return set(seen.page.evaluate(READ))


def warned(seen: Watched, source: str) -> set[str]:
    """The alert in each language, answered with a yes."""
    found: set[str] = set()
    seen.open("preview/withdrawal/")
    if source == "baseline":
        seen.page.route("**/latest.json", lambda route: route.abort())
    for place in seen.page.locator("#demo-place option").evaluate_all("all => all.map((one) => one.value)"):
        seen.page.select_option("#demo-place", place)
        seen.page.locator("#demo button").click()
        seen.page.locator("dialog .number" if source == "bundle" else "dialog .status").first.wait_for()
        seen.page.locator("dialog .answer").first.click()
        seen.settle()
        found |= set(seen.page.evaluate(READ))
        seen.page.locator("dialog .stop").click()
    seen.page.unroute_all()
    return found


def hostile_visit(browser: Browser, folder: Path, strings: list[str], *, policy: bool) -> tuple[int, Visit]:
    """The number of fields with these strings in them, and what came of it."""
    rotation = Rotation(strings)
    files = site_saying(rotation)
    assert not [file.path for file in files if re.search(rb"\b1337\b", file.content)]
    with watched(browser, files if policy else unprotected(files), folder) as seen:
        return rotation.fields, visit(seen, files, strings)


def caught_by_control(browser: Browser, folder: Path, strings: list[str]) -> set[tuple[str, str]]:
    """What the strings do where nobody escapes them: what happened, and the number of the string."""
    with watched(browser, control(strings), folder) as seen:
        seen.open("")
        seen.press_everything()
        return {(line.partition(" ")[0], re.sub(r".*\D(?=\d*$)", "", line)) for line in seen.done}


def test_the_detector_sees_what_a_careless_site_does(browser: Browser, tmp_path: Path) -> None:
    elements = STRINGS[:42]
    caught = caught_by_control(browser, tmp_path, elements)
    assert {kind for kind, _ in caught} >= {"executed", "dialog", "asked"}
    assert len({number for _, number in caught}) >= 30


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is there to be seen when every text is harmless."""
    _, made = hostile_visit(browser, tmp_path_factory.mktemp("plain"), ["harmless"], policy=True)
    return made.found


@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without any policy"])
def test_no_string_in_any_text_does_anything(browser: Browser, plain: set[str], tmp_path: Path, policy: bool) -> None:
    assert len(STRINGS) >= 100
    for number, strings in enumerate(groups(STRINGS, A_TEXT)):
        fields, made = hostile_visit(browser, tmp_path / str(number), strings, policy=policy)
        assert fields > 500
        assert made.done == []
        assert made.found - plain - MADE_OF_TEXT == set()


def main() -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser, start = launch(playwright), perf_counter()
        sys.stdout.write(f"{len(STRINGS)} strings\n")
        for policy in (True, False):
            pages = done = 0
            for number, strings in enumerate(groups(STRINGS, A_TEXT)):
                fields, made = hostile_visit(browser, Path(folder, f"{policy}-{number}"), strings, policy=policy)
                pages, done = pages + made.pages, done + len(made.done)
            named = "with" if policy else "without"
            sys.stdout.write(f"{named} the policy: {fields} fields, {pages} pages opened, {done} things done\n")
        sys.stdout.write(f"{perf_counter() - start:.0f} s\n")
        browser.close()


if __name__ == "__main__":
    main()
