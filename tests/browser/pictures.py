"""Takes the screenshots in docs/pictures/ from the built site: `make pictures`."""

from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.chromium import launch
from tests.browser.guide_pictures import take_guide_pictures
from tests.browser.serving import served
from tests.browser.specimens import without_pictures

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
PHONE: ViewportSize = {"width": 360, "height": 740}


def main() -> None:
    with served(ROOT / "dist") as site, sync_playwright() as playwright:
        browser = launch(playwright)
        PICTURES.mkdir(parents=True, exist_ok=True)
        take_page(browser, site, "hk/zh-hant/", "page-hk-zh-hant.png")
        take_page(browser, site, "hk/en/", "page-hk-en.png")
        take_alert(browser, site, ("published", "HK", "zh-Hant"), "alert-hk-zh-hant.png")
        take_alert(browser, site, ("published", "HK", "en"), "alert-hk-en.png")
        take_alert(browser, site, ("published", "AE", "ar"), "alert-ae-ar.png")
        take_guide_pictures(browser, PICTURES)
        browser.close()


def take_page(browser: Browser, site: str, address: str, name: str) -> None:
    page = phone(browser)
    page.goto(site + address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / name)


def take_alert(browser: Browser, site: str, example: tuple[str, str, str], name: str) -> None:
    """An example of the gallery, by its name, place and language; the first of its wordings."""
    page = phone(browser)
    without_pictures(page)
    page.goto(f"{site}preview/")
    entry = "li[data-example='{}'][data-jurisdiction='{}'][data-locale='{}'] a".format(*example)
    address = page.locator(entry).first.get_attribute("href")
    page.goto(str(address))
    page.wait_for_selector("body[data-source]")
    page.wait_for_timeout(300)  # the dialog fades in
    page.screenshot(path=PICTURES / name)


def phone(browser: Browser) -> Page:
    return browser.new_context(viewport=PHONE, device_scale_factor=2, color_scheme="light", locale="en-GB").new_page()


if __name__ == "__main__":
    main()
