"""The list of bad inputs, 1 to 60 and 66, to tick: what the gate refuses, and what the build makes harmless.

`tests/bad_inputs.py` holds what is refused; items that are not a matter of refusing have a test of their own below.
61 to 65 and 67 to 70 concern publishing, the clock and the machine, and stand with the tests of those.
"""

import errno
import json
import os
import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import escape

from builder.model.order import Order
from builder.model.theme import Theme
from builder.parse.reading import read_file
from builder.pipeline import Built, check, make
from builder.plan.contact_cards import dialled
from builder.render.templates import environment
from tests.bad_inputs import BAD_INPUTS, PAGE_EN, PLACE, SCAM_EN, TITLE, BadInput
from tests.conftest import TODAY, edit
from tests.parties import PARTIES

# Items that nothing is refused for, or that only a test can bring about.
SHOWN_BELOW = {21, 23, 33, 36, 54, 58, 60}


@pytest.mark.parametrize("bad", BAD_INPUTS, ids=lambda bad: bad.id)
def test_a_bad_input_is_refused_where_it_stands(bad: BadInput, project: Path) -> None:
    bad.spoil(project)
    # In production a warning is an error, as it is where the site is published from.
    verdict = check(Order(project, TODAY, production=True)).verdict
    places = [(problem.place, problem.code) for problem in verdict.problems]
    assert bad.expected in [f"{place.file}:{place.line}:{place.column} {code}" for place, code in places]
    assert verdict.library is None


def test_every_item_of_the_list_is_shown() -> None:
    assert {bad.item for bad in BAD_INPUTS} | SHOWN_BELOW == set(range(1, 61))


def test_no_two_bad_inputs_have_one_name() -> None:
    assert len({bad.id for bad in BAD_INPUTS}) == len(BAD_INPUTS)


def published(project: Path) -> dict[str, str]:
    """Pages and bundles of a project, by path."""
    built = make(Order(project, TODAY), PARTIES)
    assert built.site, built.problems
    return texts_of(built)


def texts_of(built: Built) -> dict[str, str]:
    """A release carries dates and digests of its own; pages and bundles are all that a reader gets to see."""
    kinds = (".html", ".json")
    return {file.path: file.content.decode() for file in built.files if file.path.endswith(kinds)}


def test_21_lines_that_end_as_in_windows_are_published_as_if_they_did_not(project: Path, golden: Built) -> None:
    for path in (project / "content").rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    pages = {path: text for path, text in published(project).items() if path.endswith(".html")}
    assert pages
    assert pages == {path: text for path, text in texts_of(golden).items() if path.endswith(".html")}
    assert [path for path, text in pages.items() if "\r" in text] == []


def test_22_and_23_a_number_without_quotes_stays_the_text_that_was_written(project: Path) -> None:
    edit(project, PLACE, 'number: "02800"', "number: 02800")
    edit(project, PLACE, 'number: "+4721234567"', "number: +4721234567")
    library = check(Order(project, TODAY)).verdict.library
    assert library
    phones = [contact.phone for contact in library.jurisdictions["NO"].facts.contacts]
    assert [phone.number for phone in phones if phone] == ["112", "02800", "+4721234567"]


def test_33_pages_and_bundles_and_facts_have_the_same_numbers(golden: Built) -> None:
    library = golden.checked.verdict.library
    assert library
    phones = [dialled(contact.phone) for contact in library.jurisdictions["NO"].facts.contacts if contact.phone]
    facts = {(phone.href, phone.display) for phone in phones}
    texts = texts_of(golden)
    for locale in ("en", "no", "ar"):
        page = texts[f"no/{locale}/contacts/index.html"]
        assert {href for href, _ in facts} == set(re.findall(r'href="(tel:[^"]*)"', page))
        assert [display for _, display in facts if display not in page] == []
        (bundle,) = (json.loads(text) for path, text in texts.items() if f"/NO/{locale}." in path)
        numbers = [contact["phone"] for contact in bundle["contacts"] if contact["phone"]]
        assert facts == {(number["href"], number["display"]) for number in numbers}


MARKUP = [
    "<script>alert()</script>",
    "<img src=x onerror=alert()>",
    "<svg onload=alert()>",
    "<math><mi xlink:href=x>",
    "</title><b>",
    "<!--",
]


@pytest.mark.parametrize("markup", MARKUP)
def test_36_markup_is_shown_as_the_text_it_is(markup: str, project: Path) -> None:
    edit(project, SCAM_EN, TITLE, f"title: '{markup}'")
    edit(project, PAGE_EN, "is **invented**", f"is {markup}")
    edit(project, PLACE, "title: Contact us - Example Police", f"title: '{markup}'")
    pages = {path: text for path, text in published(project).items() if path.startswith(("no/en/", "en/"))}
    shown = str(escape(markup))
    for path in ("no/en/index.html", "no/en/scams/fake-officer/index.html", "en/about/index.html"):
        assert shown in pages[path].replace("&quot;", '"'), path
    assert [path for path, text in pages.items() if path.endswith(".html") and markup in text] == []


def test_37_a_template_in_a_fact_is_shown_as_it_was_written(project: Path) -> None:
    template = "{{ 7*7 }} {% include x %} ${7*7} #{7*7}"
    edit(project, PLACE, "title: Contact us - Example Police", f"title: '{template}'")
    assert template in published(project)["no/en/index.html"]


def test_48_a_word_of_four_thousand_characters_arrives_whole_and_may_be_wrapped(project: Path) -> None:
    edit(project, PAGE_EN, "{exchange} is **invented**.", f"{{exchange}} {'x' * 3900}.")
    page = published(project)["en/about/index.html"]
    assert "x" * 3900 in page
    assert re.search(r'class="[^"]*md-typeset', page.partition("x" * 3900)[0])


def test_53_a_text_without_translation_names_its_own_language(golden: Built) -> None:
    page = texts_of(golden)["no/ar/scams/fake-officer/index.html"]
    assert '<div lang="en" dir="auto">' in page
    assert "A “police officer” wants your crypto" in page


def test_54_no_script_of_ours_reads_the_query_of_the_address(golden: Built) -> None:
    scripts = {file.path: file.content.decode() for file in golden.files if file.path.endswith((".js", ".html"))}
    own = {path: text for path, text in scripts.items() if not path.startswith("assets/javascripts/")}
    assert own
    reading = [path for path, text in own.items() if re.search(r"location\.search|URLSearchParams", text)]
    # The gallery's examples are told which one to be; they take names of what is published from it, never words.
    assert reading == ["assets/scripts/specimen.js"]


def test_57_a_device_is_not_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = os.open("/dev/zero", os.O_RDONLY)
    monkeypatch.setattr(os, "open", lambda _path, _flags: endless)
    (problem,) = read_file(project, PLACE).problems
    assert (problem.place.file, problem.place.line, problem.code) == (PLACE, 1, "unexpected-file")


def test_58_a_file_that_may_not_be_read_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, _flags: int) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(os, "open", denied)  # root may read every file, so its mode alone would not show it
    (problem,) = read_file(project, PLACE).problems
    assert (problem.place.file, problem.place.line, problem.code) == (PLACE, 1, "unexpected-file")


def test_60_a_file_that_changes_while_it_is_read_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fstat

    def growing(descriptor: int) -> os.stat_result:
        seen = real(descriptor)
        with (project / PLACE).open("a") as file:
            file.write("# more\n")
        return seen

    monkeypatch.setattr(os, "fstat", growing)
    (problem,) = read_file(project, PLACE).problems
    assert (problem.place.file, problem.place.line, problem.code) == (PLACE, 1, "unexpected-file")
    assert "changed while" in problem.message


def test_66_a_template_that_misses_a_name_stops_the_build() -> None:
    templates = environment(Theme((), {}, {}), "https://golden.example/")
    with pytest.raises(UndefinedError):
        templates.from_string("Call {{ number }}").render()
