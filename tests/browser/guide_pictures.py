"""The screenshots of the editors' guide, of a preview that is at work on a copy of the content."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize

from builder.cli.keyring import own_ring
from builder.model.order import Order
from builder.serve import application
from builder.serve.preview import Preview
from tests.conftest import SHIPPED, copy_project, edit
from tests.listening import listening

DESK: ViewportSize = {"width": 1280, "height": 800}
TIPS = "content/jurisdictions/HK/en.yml"


def take_guide_pictures(browser: Browser, folder: Path) -> None:
    """`guide-*.png`: a tip and a translation in the form, and a mistake as the preview shows it."""
    with _previewed() as (project, address):
        page = browser.new_page(viewport=DESK, locale="en-GB")
        page.goto(f"{address}/admin/#/collections/jurisdictions-words/entries/HK")
        _unfolded(page, "tips")
        page.screenshot(path=folder / "guide-form-tip.png")
        page.goto(f"{address}/admin/#/collections/scams-words/entries/romance")
        _shown_beside(page, "Arabic")
        page.screenshot(path=folder / "guide-form-translation.png")
        page.goto(f"{address}/hk/en/tips/")
        edit(project, TIPS, "\ntips:\n", "\ntip:\n")
        page.locator("#antiscam-problems").wait_for(state="attached")
        page.screenshot(path=folder / "guide-mistake.png")


@contextmanager
def _previewed() -> Iterator[tuple[Path, str]]:
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(SHIPPED, Path(folder) / "project")
        order = Order(project, datetime.now(UTC).date())
        preview = Preview(order, own_ring(), Path(folder) / "site", lambda _line: None)
        preview.rebuild()
        with listening(application(preview)) as port:
            yield project, f"http://127.0.0.1:{port}"


def _unfolded(page: Page, key: str) -> None:
    """Opens a list, which opens it in the other language too, and brings both to the top."""
    items = _in_both(page, key)[0]
    items.scroll_into_view_if_needed()
    items.get_by_role("button", name="Expand All").click()
    _at_top(page, key)


def _shown_beside(page: Page, language: str) -> None:
    """Puts another language into the second pane."""
    page.get_by_role("radio", name=language).last.click()
    _at_top(page, "summary")


def _at_top(page: Page, key: str) -> None:
    for place in _in_both(page, key):
        place.evaluate("place => place.scrollIntoView({ block: 'start' })")
    page.wait_for_timeout(500)  # what comes into view is drawn then


def _in_both(page: Page, key: str) -> list[Locator]:
    """A field in each of the two languages that are shown."""
    found = page.locator(f'[data-key-path="{key}"]')
    found.nth(1).wait_for()
    return found.all()
