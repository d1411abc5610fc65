"""The editors' form on real files: what is changed in it changes that line of the file, and nothing else."""

import difflib
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, Route, expect
from typer.testing import CliRunner

from builder.cli import app
from builder.model.order import Order
from builder.parse.reading import read_file
from builder.pipeline import check
from builder.serve import application
from builder.serve.preview import Preview
from tests.browser.serving import served
from tests.conftest import SHIPPED, TODAY, copy_project, edit, tree
from tests.listening import listening
from tests.parties import RING

WORDS = "content/jurisdictions/HK"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh copy of the shipped content, as an editor has it."""
    return copy_project(SHIPPED, tmp_path / "project")


@pytest.fixture
def address(project: Path, tmp_path: Path) -> Iterator[str]:
    """Where `antiscam serve` would show this project."""
    preview = Preview(Order(project, TODAY), RING, tmp_path / "site", lambda _line: None)
    preview.rebuild()
    with listening(application(preview)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def language() -> str:
    """The language of the browser, which is that of the form's own words."""
    return "en-GB"


@pytest.fixture
def form(browser: Browser, address: str, language: str) -> Iterator[Callable[..., Page]]:
    """Opens the form; a request off this machine, an error of the page or one in its console fails the test.

    Errors that hold one of the `expected` texts do not.
    """
    context = browser.new_context(locale=language, viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    wrong: list[str] = []
    forgiven: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: wrong.extend([message.text] if message.type == "error" else []))
    context.on("weberror", lambda error: wrong.append(str(error.error)))

    def open_form(path: str, *expected: str) -> Page:
        forgiven.extend(expected)
        page = context.new_page()
        page.goto(f"{address}/admin/{path}")
        return page

    yield open_form
    context.close()
    here = (f"{address}/", f"blob:{address}/", "data:")
    assert f"{address}/admin/vendor/sveltia-cms.js" in asked
    assert [url for url in asked if not url.startswith(here)] == []
    assert [line for line in wrong if not any(text in line for text in forgiven)] == []


def pane(page: Page, language: str) -> Locator:
    """The half of the editor with the words of one language. Names in the form stand between invisible marks."""
    return page.locator(f'[role=group][aria-label*="Edit"][aria-label*="{language}"]')


def field(place: Page | Locator, key: str) -> Locator:
    """One field by the path of its key: `tips.0.text`."""
    return place.locator(f'[data-key-path="{key}"]')


def unfolded(place: Locator, key: str) -> Locator:
    """The items of a list, opened, once they are drawn: the form draws what is looked at."""
    items = field(place, key)
    items.scroll_into_view_if_needed()
    items.get_by_role("button", name="Expand All").click()
    items.evaluate("items => items.scrollIntoView({ block: 'start' })")
    return items


def save(page: Page, files: int) -> None:
    """Presses the button and waits until it was answered; the form sends all languages as one."""
    with page.expect_response(lambda said: said.request.method == "PUT" and said.ok) as answered:
        page.get_by_role("button", name="Save", exact=True).click()
    assert len(answered.value.request.post_data_json or {}) == files


def lines(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, tuple[list[str], list[str]]]:
    """By file: the lines that went and the lines that came."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for path in sorted(before.keys() | after.keys()):
        old, new = (each.get(path, b"").decode().splitlines() for each in (before, after))
        changes = list(difflib.ndiff(old, new))
        if old != new:
            went, came = ([line[2:] for line in changes if line.startswith(sign)] for sign in "-+")
            found[path] = (went, came)
    return found


def test_a_changed_tip_changes_one_line_of_one_file(project: Path, form: Callable[..., Page]) -> None:
    before = tree(project)
    page = form("#/collections/jurisdictions-words/entries/HK")
    tips = unfolded(pane(page, "English"), "tips")
    field(tips, "tips.0.title").get_by_role("textbox").fill("Hang up first")
    save(page, files=2)
    changed = lines(before, tree(project))
    assert changed == {f"{WORDS}/en.yml": (["  - title: Hang up and call back yourself"], ["  - title: Hang up first"])}


def test_both_languages_stand_side_by_side_and_the_second_is_saved_alone(
    project: Path, form: Callable[..., Page]
) -> None:
    before = tree(project)
    page = form("#/collections/jurisdictions-words/entries/HK")
    english, chinese = pane(page, "English"), pane(page, "Chinese")
    left, right = english.bounding_box(), chinese.bounding_box()
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    field(chinese, "name").get_by_role("textbox").fill("香港特別行政區")
    save(page, files=2)
    assert lines(before, tree(project)) == {f"{WORDS}/zh-Hant.yml": (["name: 香港"], ["name: 香港特別行政區"])}


def test_what_can_only_be_chosen_is_a_choice(project: Path, form: Callable[..., Page]) -> None:
    before = tree(project)
    page = form("#/collections/campaigns-facts/entries/hk-withdrawal/campaign")
    choice = field(page, "friction").get_by_role("radio")
    expect(choice).to_have_count(4)
    expect(field(page, "friction").get_by_role("radio", checked=True)).to_have_count(1)
    choice.first.click()
    save(page, files=1)
    assert lines(before, tree(project)) == {
        "content/campaigns/hk-withdrawal/campaign.yml": (["friction: question"], ["friction: acknowledge"])
    }


def test_a_phone_number_is_corrected_at_one_place(project: Path, form: Callable[..., Page]) -> None:
    before = tree(project)
    page = form("#/collections/jurisdictions-facts/entries/HK/jurisdiction")
    contacts = unfolded(page.locator("[role=group][aria-label*=Edit]"), "contacts")
    number = field(contacts, "contacts.0.phone.number").get_by_role("textbox")
    expect(number).to_have_value("18222")
    number.fill("18223")
    save(page, files=1)
    assert lines(before, tree(project)) == {
        f"{WORDS}/jurisdiction.yml": (['      number: "18222"'], ['      number: "18223"'])
    }


def test_a_broken_rule_is_told_below_the_form(form: Callable[..., Page]) -> None:
    page = form("#/collections/jurisdictions-facts/entries/HK/jurisdiction")
    strip = page.locator("antiscam-strip")
    field(page, "first_call").get_by_role("textbox").fill("nobody-there")
    save(page, files=1)
    expect(strip.get_by_text("Contact to call first")).to_be_visible()
    expect(strip.get_by_text("nobody-there")).to_be_visible()
    expect(strip.get_by_text("jurisdiction.yml")).to_have_count(0)


def test_a_file_that_cannot_be_read_is_said_to_be_broken(project: Path, form: Callable[..., Page]) -> None:
    edit(project, f"{WORDS}/en.yml", "name: Hong Kong\n", 'name: "Hong Kong\n')
    page = form("", "in JSON at position")
    expect(page.get_by_text("There was an error while parsing an entry file.")).to_be_visible()


def test_a_file_that_changed_meanwhile_is_not_overwritten(project: Path, form: Callable[..., Page]) -> None:
    page = form("#/collections/jurisdictions-words/entries/HK", "412", "was changed outside the form")
    name = field(pane(page, "English"), "name").get_by_role("textbox")
    expect(name).to_have_value("Hong Kong")
    edit(project, f"{WORDS}/en.yml", "name: Hong Kong\n", "name: Hong Kong SAR\n")
    now = tree(project)
    name.fill("Hongkong")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed outside the form")).to_be_visible()
    assert lines(now, tree(project)) == {}


def test_a_new_scam_gets_its_facts_and_then_its_words(project: Path, form: Callable[..., Page]) -> None:
    before = tree(project)
    page = form("#/collections/scams-facts/new")
    page.get_by_role("textbox", name="Slug").fill("prize")
    for key, value in {"type": "Giveaway", "icon": "Gift", "example_vector": "App"}.items():
        choose(field(page, key), value)
    for key, value in {"vectors": "App", "tactics": "Greed"}.items():
        choose(field(page, key), value)
    field(page, "stages").get_by_role("checkbox").first.click()
    save(page, files=1)
    facts = (project / "content/scams/prize/scam.yml").read_text("utf-8")
    assert "type: giveaway\nicon: gift\nvectors: [app]\nstages: [lure]\ntactics: [greed]\n" in facts
    page.locator("antiscam-strip").get_by_role("button", name="Reload").click()
    page.goto(page.url.partition("#")[0] + "#/collections/scams-words/entries/prize")
    expect(pane(page, "English")).to_be_visible()
    expect(pane(page, "Chinese")).to_have_count(0)
    assert list(lines(before, tree(project))) == ["content/scams/prize/scam.yml"]


@pytest.fixture
def shown_in_hong_kong(project: Path) -> None:
    """A scam without words that Hong Kong shows: the form asks for both of its languages."""
    (project / "content/scams/prize").mkdir()
    shutil.copy(project / "content/scams/romance/scam.yml", project / "content/scams/prize")
    edit(project, f"{WORDS}/jurisdiction.yml", "  - authority\n", "  - authority\n  - prize\n")


TITLES = {"English": "Send and get double", "Chinese": "轉帳可得雙倍"}
LINES = ("title", "summary", "question", "example.setting")
LISTS = {"how_it_works": 3, "red_flags": 3, "what_to_do": 3, "example.lines": 4}


@pytest.mark.usefixtures("shown_in_hong_kong")
def test_a_new_scam_saved_in_two_languages(project: Path, form: Callable[..., Page]) -> None:
    before = tree(project)
    page = form("#/collections/scams-words/entries/prize")
    # The form draws what is looked at, and scrolls to what is new: so that it does neither, all of it is seen at once.
    page.set_viewport_size({"width": 1280, "height": 9000})
    # Folded in one language, it is folded in both, and opened in both.
    field(pane(page, "English"), "example").get_by_role("button", name="Expand", exact=True).click()
    for language in TITLES:
        add_items(pane(page, language))
    typed = {language: type_words(pane(page, language), title) for language, title in TITLES.items()}
    for language in TITLES:
        for key, text in typed[language].items():
            expect(field(pane(page, language), key).get_by_role("textbox")).to_have_value(text)
    save(page, files=2)
    files = dict(zip(("content/scams/prize/en.yml", "content/scams/prize/zh-Hant.yml"), typed.values(), strict=True))
    assert list(lines(before, tree(project))) == list(files)
    for file, texts in files.items():
        assert read_file(project, file).value == as_written(texts)
    assert check(Order(project, TODAY)).verdict.problems == ()


def add_items(place: Locator) -> None:
    """As many items as a scam must have, each once the one before it is there."""
    for key in LISTS:
        expect(field(place, key).get_by_role("button", name="Add")).to_be_visible()
    for key, count in LISTS.items():
        for number in range(count):
            field(place, key).get_by_role("button", name="Add").last.click()
            expect(field(place, key).locator(f'[data-key-path^="{key}.{number}"]').first).to_be_visible()


def type_words(place: Locator, title: str) -> dict[str, str]:
    """Fills in every text of a scam in one language, and says what by the paths of the fields."""
    texts = {key: f"{title} {key.count('e')}" for key in LINES}
    for key, count in LISTS.items():
        for number in range(count):
            inner = f"{key}.{number}.text" if key == "example.lines" else f"{key}.{number}"
            texts[inner] = f"{title} {number}"
    for key, text in texts.items():
        field(place, key).get_by_role("textbox").fill(text)
    for number in range(LISTS["example.lines"]):
        speaker = field(place, f"example.lines.{number}.who").get_by_role("radio").first
        speaker.click()
        expect(speaker).to_be_checked()
    return texts


def as_written(texts: dict[str, str]) -> dict[str, object]:
    """The value of a file that holds these texts."""

    def items(key: str, inner: str = "") -> list[str]:
        return [texts[f"{key}.{number}{inner}"] for number in range(LISTS[key])]

    conversation = [{"who": "scammer", "text": text} for text in items("example.lines", ".text")]
    lists = {key: items(key) for key in LISTS if key != "example.lines"}
    example = {"setting": texts["example.setting"], "lines": conversation}
    return {**{key: texts[key] for key in LINES if "." not in key}, **lists, "example": example}


def choose(place: Locator, value: str) -> None:
    """Picks from a list that unfolds; what a value means stands behind its name."""
    place.get_by_role("combobox").click()
    place.page.get_by_role("option", name=re.compile(rf"^{value}\b")).first.click()


def test_for_a_git_host_the_form_asks_only_for_a_token(project: Path, tmp_path: Path, browser: Browser) -> None:
    out = tmp_path / "form"
    done = CliRunner().invoke(
        app,
        ["export", "form", "--backend", "github", "--repo", "a/b", "--out", str(out), "--root", str(project)],
    )
    assert done.exit_code == 0, done.output
    asked: list[str] = []
    wrong: list[str] = []
    with served(out) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: wrong.extend([message.text] if message.type == "error" else []))
        page.goto(address)
        expect(page.get_by_role("button", name="Sign In Using Access Token")).to_be_visible()
        page.close()
    assert [url for url in asked if not url.startswith((address, f"blob:{address}", "data:"))] == []
    assert wrong == []


def changed_in_both(page: Page) -> tuple[Locator, Locator]:
    """The names of a place, changed in its two languages and not saved."""
    names = [field(pane(page, language), "name").get_by_role("textbox") for language in ("English", "Chinese")]
    for name, text in zip(names, ("Hongkong", "港"), strict=True):
        name.fill(text)
    return names[0], names[1]


def test_one_language_that_is_refused_keeps_the_other_from_being_saved(
    project: Path, form: Callable[..., Page]
) -> None:
    page = form("#/collections/jurisdictions-words/entries/HK", "412", "was changed outside the form")
    changed_in_both(page)
    edit(project, f"{WORDS}/en.yml", "name: Hong Kong\n", "name: Hong Kong SAR\n")
    now = tree(project)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("nothing was saved")).to_be_visible()
    expect(page.locator("antiscam-strip").get_by_text("Saved")).to_have_count(0)
    assert lines(now, tree(project)) == {}


def test_both_languages_of_a_save_go_as_one(project: Path, form: Callable[..., Page]) -> None:
    before = tree(project)
    page = form("#/collections/jurisdictions-words/entries/HK")
    changed_in_both(page)
    with page.expect_response(lambda said: said.request.method == "PUT") as answered:
        page.get_by_role("button", name="Save", exact=True).click()
    sent = answered.value.request.post_data_json or {}
    assert sent.keys() == {f"{WORDS}/en.yml", f"{WORDS}/zh-Hant.yml"}
    assert lines(before, tree(project)).keys() == sent.keys()


@pytest.mark.parametrize("way", ["arrow", "Escape", "address", "back"])
def test_leaving_what_is_not_saved_asks_once(form: Callable[..., Page], way: str) -> None:
    page = form("#/collections/jurisdictions-words")
    page.evaluate("location.hash = '#/collections/jurisdictions-words/entries/HK'")
    english, _ = changed_in_both(page)
    asked: list[str] = []
    page.once("dialog", answering(asked, agree=False))
    leave(page, way)
    page.wait_for_timeout(500)
    assert asked == ["confirm: What you have not saved will be lost. Leave all the same?"]
    expect(english).to_have_value("Hongkong")
    assert page.url.endswith("/entries/HK")
    page.on("dialog", answering(asked, agree=True))
    leave(page, way)
    expect(english).to_have_count(0)
    assert len(asked) == 2


def answering(asked: list[str], *, agree: bool) -> Callable[[Dialog], None]:
    """Notes each question of the browser, and answers it."""

    def answered(dialog: Dialog) -> None:
        asked.append(f"{dialog.type}: {dialog.message}")
        (dialog.accept if agree else dialog.dismiss)()

    return answered


def leave(page: Page, way: str) -> None:
    """Leaves the editor in one of the ways that a person has, once it has stopped moving."""
    arrow = page.get_by_role("button", name="Cancel Editing")
    arrow.hover()
    match way:
        case "arrow":
            arrow.click()
        case "Escape":
            page.keyboard.press("Escape")
        case "back":
            page.evaluate("history.back()")
        case _:
            page.evaluate("location.hash = '#/collections/scams-words'")


def test_a_save_that_was_refused_is_no_leave_to_go(project: Path, form: Callable[..., Page]) -> None:
    page = form("#/collections/jurisdictions-words", "412", "was changed outside the form")
    page.evaluate("location.hash = '#/collections/jurisdictions-words/entries/HK'")
    english, _ = changed_in_both(page)
    edit(project, f"{WORDS}/en.yml", "name: Hong Kong\n", "name: Hong Kong SAR\n")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("nothing was saved")).to_be_visible()
    asked: list[str] = []
    page.once("dialog", answering(asked, agree=False))
    page.evaluate("history.back()")
    page.wait_for_timeout(500)
    assert asked == ["confirm: What you have not saved will be lost. Leave all the same?"]
    expect(english).to_have_value("Hongkong")


def test_closing_what_is_not_saved_asks_and_what_is_saved_does_not(form: Callable[..., Page]) -> None:
    page = form("#/collections/jurisdictions-words/entries/HK")
    asked: list[str] = []
    page.on("dialog", answering(asked, agree=False))
    changed_in_both(page)
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload: "]
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Entry saved.")).to_be_visible()
    page.close(run_before_unload=True)
    assert asked == ["beforeunload: "]


def test_the_strip_names_the_page_and_covers_no_message(form: Callable[..., Page]) -> None:
    page = form("#/collections/jurisdictions-facts/entries/HK/jurisdiction")
    strip = page.locator("antiscam-strip")
    field(page, "first_call").get_by_role("textbox").fill("nobody-there")
    page.get_by_role("button", name="Save", exact=True).click()
    toast = page.get_by_text("Entry saved.")
    expect(strip.get_by_text("nobody-there")).to_be_visible()
    expect(toast).to_be_visible()
    box, said = strip.bounding_box(), toast.bounding_box()
    assert box is not None
    assert said is not None
    assert box["x"] + box["width"] <= said["x"]
    strip.get_by_role("link", name="Places: facts › HK").first.click()
    expect(field(page, "first_call").get_by_role("textbox")).to_have_value("nobody-there")


def test_what_has_no_words_yet_says_where_to_write_them(project: Path, form: Callable[..., Page]) -> None:
    page = form("#/collections/jurisdictions-words")
    expect(page.get_by_text("Hong Kong").first).to_be_visible()
    (project / f"{WORDS}/zh-Hant.yml").unlink()
    strip = page.locator("antiscam-strip")
    expect(strip.get_by_text("Write it in “Places: words › Hong Kong")).to_be_visible()


def test_an_untouched_new_entry_is_left_without_a_question(form: Callable[..., Page]) -> None:
    page = form("#/collections/scams-facts/new")
    asked: list[str] = []
    page.on("dialog", answering(asked, agree=True))
    slug = page.get_by_role("textbox", name="Slug")
    expect(slug).to_be_visible()
    leave(page, "address")
    expect(slug).to_have_count(0)
    assert asked == []
    page.evaluate("location.hash = '#/collections/scams-facts/new'")
    slug.fill("prize")
    leave(page, "address")
    expect(slug).to_have_count(0)
    assert len(asked) == 1


@pytest.mark.parametrize("language", ["en-GB", "fr"])
def test_a_new_entry_in_which_something_was_chosen_is_not_left_without_a_question(form: Callable[..., Page]) -> None:
    page = form("#/collections/scams-facts/new")
    asked: list[str] = []
    page.on("dialog", answering(asked, agree=True))
    kind = field(page, "type")
    kind.get_by_role("combobox").click()
    page.get_by_role("option").last.click()
    page.wait_for_timeout(500)
    page.evaluate("location.hash = '#/collections/scams-words'")
    expect(kind).to_have_count(0)
    assert len(asked) == 1


def test_what_is_mended_while_it_is_being_told_does_not_come_back(project: Path, form: Callable[..., Page]) -> None:
    facts, told = f"{WORDS}/jurisdiction.yml", "**/__antiscam/told"
    page = form("#/collections/jurisdictions-words")
    late: list[Route] = []

    def kept_waiting(route: Route) -> None:
        if route.request.post_data == "[]":
            route.continue_()
        else:
            late.append(route)

    page.route(told, kept_waiting)
    with page.expect_request(told):
        edit(project, facts, 'number: "18222"', 'number: "18223"')
    with page.expect_response(told):
        edit(project, facts, 'number: "18223"', 'number: "18222"')
    with page.expect_response(told):
        late[0].continue_()
    page.wait_for_timeout(500)
    expect(page.locator("antiscam-strip").get_by_text("thing to mend")).to_be_hidden()


def test_the_box_leads_to_the_table_stays_low_and_stays_folded(project: Path, form: Callable[..., Page]) -> None:
    facts = f"{WORDS}/jurisdiction.yml"
    page = form("#/collections/jurisdictions-words")
    strip = page.locator("antiscam-strip")
    edit(project, facts, 'number: "18222"', 'number: "18223"')
    expect(strip.get_by_text("Contact “anti-scam-helpline”")).to_be_visible()
    expect(strip.get_by_role("link", name="Short numbers")).to_be_visible()
    expect(strip.get_by_text("short_codes.yml")).to_have_count(0)
    box = strip.bounding_box()
    assert box is not None
    assert box["height"] <= 0.4 * 900
    strip.locator("summary").click()
    edit(project, facts, 'number: "999"', 'number: "998"')
    expect(strip.get_by_text("2 things to mend")).to_be_visible()
    expect(strip.get_by_text("Contact “anti-scam-helpline”")).to_be_hidden()
