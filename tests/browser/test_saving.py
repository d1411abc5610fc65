"""What an editor saves, in a page of the preview that stands open."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect

from builder.model.order import Order
from builder.serve import application
from builder.serve.preview import Preview
from tests.conftest import TODAY, edit
from tests.listening import listening
from tests.parties import RING

WORDS = "content/jurisdictions/NO/en.yml"
STRINGS = "content/strings/en.yml"
# What a page forgets when it is loaded anew.
MARK, IS_MARKED = "window.stands = true", "window.stands === true"


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Preview:
    preview = Preview(Order(project, TODAY), RING, tmp_path / "site", lambda _line: None)
    preview.rebuild()
    return preview


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """A page below the preview; an error in it, or in its console, fails the test."""
    wrong: list[str] = []
    with listening(application(preview)) as port:
        context = browser.new_context(base_url=f"http://127.0.0.1:{port}", viewport={"width": 1280, "height": 900})
        context.on("console", lambda message: wrong.extend([message.text] if is_wrong(message) else []))
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        yield context.new_page()
        context.close()
    assert wrong == []


def is_wrong(message: ConsoleMessage) -> bool:
    """An edit may take away the very bundle that an example of the gallery is about to ask for."""
    return message.type == "error" and "/warnings/" not in message.location["url"]


@pytest.fixture
def opened(page: Page) -> Callable[[str], Page]:
    """Opens a page, which then listens, and marks it."""

    def open_(address: str) -> Page:
        with page.expect_response("**/__antiscam/events"):
            page.goto(address)
        page.evaluate(MARK)
        return page

    return open_


def test_a_text_of_the_page_changes_where_it_stands(opened: Callable[[str], Page], project: Path) -> None:
    page = opened("no/en/tips/")
    for old, new in (("Hang up", "Put the phone down"), ("Put the phone down", "Ring off")):
        edit(project, WORDS, f"title: {old}", f"title: {new}")
        expect(page.get_by_text(new, exact=True)).to_be_visible()
    assert page.get_by_text("Hang up", exact=True).count() == 0
    assert page.evaluate(IS_MARKED)


def test_a_heading_changes_in_the_tab_of_the_browser_too(opened: Callable[[str], Page], project: Path) -> None:
    page = opened("no/en/scams/fake-officer/")
    edit(project, "content/scams/fake-officer/en.yml", "title: A “police officer”", "title: An “inspector”")
    expect(page.get_by_role("heading", level=1)).to_have_text("An “inspector” wants your crypto")
    expect(page).to_have_title(re.compile("^An “inspector” wants your crypto – "))
    assert page.evaluate(IS_MARKED)


def test_a_word_of_the_menu_changes_wherever_it_stands(opened: Callable[[str], Page], project: Path) -> None:
    page = opened("no/en/tips/")
    before = page.get_by_role("navigation").all_inner_texts()
    edit(project, STRINGS, "menu:\n  start: ", "menu:\n  start: First – ")
    expect(page.get_by_role("link", name="First – ").first).to_be_attached()
    assert page.evaluate(IS_MARKED)
    changed = page.get_by_role("navigation").all_inner_texts()
    page.reload()
    assert before != changed == page.get_by_role("navigation").all_inner_texts()


def test_what_is_no_text_of_the_page_loads_it_anew(opened: Callable[[str], Page], project: Path) -> None:
    page = opened("no/en/tips/")
    edit(project, STRINGS, "site:\n  name: User", "site:\n  name: Customer")
    expect(page.locator(".md-header .md-logo")).to_have_attribute("title", re.compile("Customer Protection$"))
    assert not page.evaluate(IS_MARKED)


def test_a_page_with_a_script_of_its_own_is_loaded_anew(opened: Callable[[str], Page], project: Path) -> None:
    page = opened("preview/withdrawal/")
    edit(project, STRINGS, "Demo: a withdrawal", "Trial: a withdrawal")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Trial: ")
    assert not page.evaluate(IS_MARKED)


def test_the_gallery_is_loaded_anew_although_nothing_in_its_own_page_changes(
    opened: Callable[[str], Page], project: Path, preview: Preview
) -> None:
    page = opened("preview/")
    before = preview.content("preview/index.html")
    with page.expect_event("load"):
        edit(project, "content/scams/fake-officer/en.yml", "title: A “police officer”", "title: An “inspector”")
    assert preview.content("preview/index.html") == before


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(
    opened: Callable[[str], Page], project: Path
) -> None:
    page = opened("no/en/tips/")
    edit(project, WORDS, "title: Hang up", "titel: Hang up")
    expect(page.get_by_role("alert")).to_contain_text("One thing to mend")
    expect(page.get_by_text("Hang up", exact=True).first).to_be_visible()
    edit(project, WORDS, "titel: Hang up", "title: Ring off")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_text("Ring off", exact=True)).to_be_visible()
    assert page.evaluate(IS_MARKED)


def test_what_is_saved_while_a_page_is_being_loaded_is_not_missed(page: Page, project: Path, preview: Preview) -> None:
    def late(route: Route) -> None:
        """The page has arrived, and nothing in it listens yet."""
        if preview.build == "build-000001":
            edit(project, WORDS, "title: Hang up", "title: Ring off")
            preview.rebuild()
        route.continue_()

    page.route("**/overlay.js", late)
    page.goto("no/en/tips/")
    expect(page.get_by_text("Ring off", exact=True)).to_be_visible()
