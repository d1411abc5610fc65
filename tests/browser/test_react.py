"""The packed npm tarball in apps made with Vite and React, and the plain page: HK’s alert before a withdrawal."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from builder.pipeline import Built
from tests import node
from tests.browser.conftest import published
from tests.browser.serving import served
from tests.conftest import TODAY
from tests.package.packing import NAME, install, tarball

PUBLISHED_AT = "https://protect.exchange.example/"
FRAMEWORKS = ("react", "react-18")

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def package(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tarball(built, tmp_path_factory.mktemp("packed"))


@pytest.fixture(scope="module", params=[*FRAMEWORKS, "html"])
def host(request: pytest.FixtureRequest, site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app, on another origin than the warnings."""
    folder = tmp_path_factory.mktemp("app")
    if request.param == "html":
        app = _plain_app(folder, site)
    else:
        app = _bundled(install(request.param, request.getfixturevalue("package"), folder), site)
    with served(app) as address:
        yield address


def _bundled(app: Path, site: str) -> Path:
    """Checks the types and bundles, as the app’s own “npm run build” does."""
    _import_every_type(app)
    node.npm(app, "run", "build", "--silent", VITE_WARNINGS=f"{site}warnings/v1/")
    return app / "dist"


def _import_every_type(app: Path) -> None:
    """One more file for the compiler, which would not look at types that the app does not use."""
    said = json.loads((app / "node_modules" / NAME / "package.json").read_text("utf-8"))
    typed = [entry for entry, targets in said["exports"].items() if "types" in targets]
    # What is for React 19 does not fit the types of an older one.
    wanted = [f"{NAME}{entry[1:]}" for entry in typed if entry != "./react" or app.name == "react"]
    lines = [f'import type * as entry{number} from "{name}";' for number, name in enumerate(wanted)]
    names = ", ".join(f"typeof entry{number}" for number, _ in enumerate(wanted))
    # A sum is no band: types that let it through would be no types.
    lines += ["// @ts-expect-error", 'document.createElement("scam-alert").context = { amount: "1000" };']
    (app / "src" / "every-type.ts").write_text("\n".join((*lines, f"export type EveryType = [{names}];", "")), "utf-8")


def _plain_app(folder: Path, site: str) -> Path:
    app = shutil.copytree(node.APPS / "html", folder / "html")
    for path in app.iterdir():
        path.write_text(path.read_text("utf-8").replace(PUBLISHED_AT, site), "utf-8")
    return app


@pytest.fixture
def visit(browser: Browser, host: str, site: str) -> Iterator[Visit]:
    """Opens the app; no page may log an error, or ask for anything but the app and the alert’s own files."""
    contexts: list[BrowserContext] = []
    strayed: list[str] = []
    logged: list[str] = []

    def open_(prepare: Callable[[Page], Any] = lambda _page: None) -> Page:
        context = browser.new_context(locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(f"{TODAY.isoformat()}T12:00:00Z")
        allowed = (host, f"{site}warnings/v1/", "data:", "blob:")
        page.on("request", lambda request: strayed.extend(() if request.url.startswith(allowed) else [request.url]))
        page.on("pageerror", lambda error: logged.append(str(error)))
        page.on("console", lambda line: logged.extend([line.text] if line.type == "error" else ()))
        prepare(page)
        page.goto(host)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert strayed == []
    assert logged == []


def withdraw(page: Page) -> Any:
    """Presses the button, and waits until the local warning stands."""
    page.get_by_role("button", name="Withdraw").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("18222")
    return dialog


def test_a_withdrawal_meets_the_words_and_the_number_of_the_published_bundle(visit: Visit, built: Built) -> None:
    page = visit()
    dialog = withdraw(page)
    bundle = published(built, "HK", "zh-Hant")
    [alert] = bundle["alerts"]
    said = dialog.inner_text()
    assert "18222" in [contact["phone"]["display"] for contact in bundle["contacts"] if contact["phone"]]
    assert [word for word in (bundle["speaker"], alert["question"], alert["stop"]) if word not in said] == []
    assert [variant["id"] for variant in alert["variants"] if variant["heading"] in said] != []
    assert page.get_by_role("link", name="18222").first.get_attribute("href") == "tel:18222"
    assert page.get_by_role("status").inner_text() == "warned"


def test_stopping_ends_the_withdrawal_and_gives_the_focus_back(visit: Visit, built: Built) -> None:
    page = visit()
    withdraw(page)
    [alert] = published(built, "HK", "zh-Hant")["alerts"]
    page.get_by_role("button", name=alert["stop"]).click()
    expect(page.get_by_role("status")).to_have_text("stopped")
    expect(page.get_by_role("button", name="Withdraw")).to_be_focused()
    expect(page.locator("scam-alert")).to_have_count(0)


def test_a_second_withdrawal_is_warned_of_again(visit: Visit) -> None:
    page = visit()
    withdraw(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("status")).to_have_text("stopped")
    withdraw(page)
    expect(page.locator("scam-alert")).to_have_count(1)


def test_the_form_for_the_police_arrives_when_it_is_asked_for(visit: Visit, built: Built) -> None:
    dialog = withdraw(visit())
    evidence = published(built, "HK", "zh-Hant")["evidence"]
    dialog.get_by_text(evidence["heading"]).click()
    expect(dialog.get_by_label(evidence["fields"][0]["label"])).to_be_visible()


@pytest.mark.parametrize(
    ("name", "detail", "then"),
    [
        ("passed", {"reason": "audience"}, "sent"),
        ("continued", {"seconds": 9, "cool_off_hours": None}, "sent"),
        ("continued", {"seconds": 9, "cool_off_hours": 24}, "held"),
        ("pause-started", {"hours": 24, "imposed": False}, "held"),
        ("pause-started", {"hours": 24, "imposed": True}, "warned"),
        ("abandoned", {}, "warned"),
    ],
)
def test_each_outcome_leads_to_the_right_step(visit: Visit, name: str, detail: dict[str, Any], then: str) -> None:
    page = visit()
    withdraw(page)
    page.locator("scam-alert").evaluate(
        "(alert, [name, detail]) => alert.dispatchEvent(new CustomEvent(`scam-alert:${name}`, { detail }))",
        [name, detail],
    )
    expect(page.get_by_role("status")).to_have_text(then)
    expect(page.locator("scam-alert")).to_have_count(1 if then == "warned" else 0)


def test_the_plain_page_has_its_own_ways_if_the_script_does_not_arrive(
    browser: Browser, site: str, tmp_path: Path
) -> None:
    with served(_plain_app(tmp_path, site)) as host:
        page = browser.new_page()
        page.clock.install()
        page.route("**/scam-alert.js", lambda route: route.abort())
        page.goto(host)
        page.get_by_role("button", name="Withdraw").click()
        expect(page.get_by_text("Did somebody tell you")).to_be_visible()
        expect(page.get_by_role("button", name="Withdraw all the same")).to_be_hidden()
        page.clock.fast_forward(5000)
        page.get_by_role("button", name="Withdraw all the same").click()
        expect(page.get_by_role("status")).to_have_text("sent")
        page.close()


def test_the_facts_arrive_at_the_element_as_they_are(visit: Visit) -> None:
    page = visit()
    withdraw(page)
    facts = page.locator("scam-alert").evaluate("alert => alert.context")
    assert facts == {"address": "new", "first-send": "yes", "amount": "high", "asset": "USDT", "channel": "tron"}
    assert page.locator("scam-alert").get_attribute("context") is None
