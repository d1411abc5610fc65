"""The gallery in a browser: what its page lists, and one walk through all of it that looks at everything at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize

from builder.parse.theme import read_theme
from builder.render.gallery import DESCRIPTION, Example, described
from tests.conftest import TODAY

ALERT = described(read_theme().own[DESCRIPTION].decode())
EXAMPLES = {example.name: example for example in ALERT.examples}
HEIGHTS = {320: 568, 360: 740, 768: 1024, 1280: 800}
SCREENS = [ViewportSize(width=width, height=HEIGHTS[width]) for width in ALERT.widths]
PHONE: ViewportSize = {"width": 360, "height": 740}

# Without the colours that its filter puts into each link: here the system chooses them.
_LISTED = """() => [...document.querySelectorAll("li[data-example]")].map((item) => {
  const { textContent: title, href } = item.querySelector("a");
  return { ...item.dataset, title, address: href.replace(/&theme=[a-z]+$/, "") };
})"""
_AXE = """async ([scope, rules]) => {
  const { violations } = await axe.run(scope, { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.flat().join(" ")}`));
}"""
# Nothing but the colours differs between the two.
_RULES: dict[Literal["light", "dark"], Any] = {"light": None, "dark": ["color-contrast"]}
# What stands beyond its own box or the screen. A box that scrolls sideways is beyond itself too.
OVERFLOWING = """() => {
  const root = document.querySelector("scam-alert")?.shadowRoot ?? document.body;
  const name = (part) => `${part.localName}.${part.className.baseVal ?? part.className}`;
  const isBeyond = (part) => {
    const { left, right, width } = part.getBoundingClientRect();
    const isCut = part.clientWidth && part.scrollWidth > part.clientWidth + 1;
    return width && (left < -0.5 || right > innerWidth + 0.5 || isCut);
  };
  const parts = [...root.querySelectorAll("*")].filter((part) => part.localName !== "slot" && isBeyond(part));
  if (document.documentElement.scrollWidth > innerWidth) parts.push(document.documentElement);
  return parts.map(name);
}"""
_STOP_IN_SIGHT = """() => {
  const stop = document.querySelector("scam-alert").shadowRoot?.querySelector(".stop")?.getBoundingClientRect();
  return !stop || (stop.top >= 0 && stop.bottom <= innerHeight);
}"""
_ACTIONS = """() => {
  const root = document.querySelector("scam-alert").shadowRoot;
  const dialog = root?.querySelector("dialog");
  if (!dialog) return null;
  const actions = [...dialog.querySelectorAll(".actions button")].map((button) => {
    const { backgroundColor, color, fontSize, fontWeight, opacity } = getComputedStyle(button);
    const { width, height } = button.getBoundingClientRect();
    return { kind: button.className, area: width * height, background: backgroundColor, colour: color,
      size: parseFloat(fontSize), weight: Number(fontWeight), opacity: Number(opacity) };
  });
  return { surface: getComputedStyle(dialog).backgroundColor, focused: root.activeElement?.className ?? "", actions };
}"""


@dataclass(frozen=True)
class Listed:
    """An entry of the gallery's page."""

    example: Example
    jurisdiction: str
    locale: str
    title: str
    address: str

    def __str__(self) -> str:
        return f"{self.example.name}: {self.jurisdiction} {self.title}"


@dataclass(frozen=True)
class Seen:
    """What stood there: what the element told, words, faults by colours or by width, and the buttons that end it."""

    listed: Listed
    source: str
    code: str
    words: str
    language: str
    said: tuple[str, ...]
    violations: tuple[str, ...]
    overflowing: tuple[str, ...]
    out_of_sight: tuple[int, ...]
    ending: dict[str, dict[str, Any]]


@contextmanager
def visitor(browser: Browser, site: str, **options: Any) -> Iterator[Page]:
    """A page of a phone at noon on the day of the build."""
    given = {"viewport": PHONE, "locale": "en-GB", "reduced_motion": "reduce", **options}
    context = browser.new_context(base_url=site, **given)
    try:
        page = context.new_page()
        page.clock.set_fixed_time(f"{TODAY.isoformat()}T12:00:00Z")
        yield page
    finally:
        context.close()


def without_pictures(page: Page) -> None:
    """Leaves the gallery's frames empty from now on: what stands in them is looked at one by one."""
    page.route(
        "**/preview/specimen/**", lambda route: route.abort() if route.request.frame.parent_frame else route.fallback()
    )


def listed(page: Page) -> list[Listed]:
    """What the gallery's page lists."""
    without_pictures(page)
    page.goto("preview/")
    found = page.evaluate(_LISTED)
    page.unroute_all()
    return [Listed(EXAMPLES[each.pop("example")], **each) for each in found]


def one_of_each_language(all_listed: list[Listed], *names: str) -> list[Listed]:
    """The first entry of these examples in every language."""
    return list(
        {(each.example.name, each.locale): each for each in reversed(all_listed) if each.example.name in names}.values()
    )


def open_specimen(page: Page, address: str) -> None:
    """Waits until nothing more will come."""
    page.goto(address)
    page.wait_for_selector("body[data-source]", timeout=15_000)


@cache
def walk(browser: Browser, site: str) -> tuple[Seen, ...]:
    """Every entry of the gallery, each opened once."""
    with visitor(browser, site) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on(
            "request", lambda request: None if request.url.startswith((site, "blob:")) else said.append(request.url)
        )
        return tuple(_seen(page, each, said) for each in listed(page))


def _seen(page: Page, each: Listed, said: list[str]) -> Seen:
    said.clear()
    open_specimen(page, each.address)
    told = page.evaluate("({ ...document.body.dataset })")
    dialog = page.locator("dialog")
    stands = dialog.count() > 0
    words = dialog.inner_text() if stands else page.locator("scam-alert").inner_text()
    language = (dialog.get_attribute("lang") if stands else "") or ""
    page.evaluate(AXE_SCRIPT)
    violations: list[str] = []
    ending: dict[str, dict[str, Any]] = {}
    for theme, rules in _RULES.items():
        page.emulate_media(color_scheme=theme)
        scope = {"include": [["scam-alert" if stands else "main"]]}
        violations += [f"{theme} {found}" for found in page.evaluate(_AXE, [scope, rules])]
        if stands:
            ending[theme] = page.evaluate(_ACTIONS)
    overflowing, out_of_sight = [], []
    for screen in SCREENS:
        page.set_viewport_size(screen)
        overflowing += [f"{screen['width']} {part}" for part in page.evaluate(OVERFLOWING)]
        out_of_sight += [] if page.evaluate(_STOP_IN_SIGHT) else [screen["width"]]
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light")
    return Seen(
        each, told["source"], told.get("code", ""), words, language, tuple(said),
        tuple(violations), tuple(overflowing), tuple(out_of_sight), ending,
    )  # fmt: skip
