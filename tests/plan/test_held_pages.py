"""A place whose new content waits for approval: what was approved last stays, and nothing newer."""

import pytest

from builder.model.library import Library
from builder.model.site import PlannedPage, Site
from builder.model.views import HeldBody, HomeBody
from builder.parse.theme import read_theme
from builder.plan import plan
from builder.render import Renderer
from tests.conftest import TODAY
from tests.parties import PARTIES


@pytest.fixture(scope="module")
def held(shipped_site: Site, shipped_library: Library) -> Site:
    """Hong Kong waits; Singapore is published."""
    approved = tuple(bundle for bundle in shipped_site.bundles if bundle.jurisdiction == "HK")
    library = shipped_library.only(["SG"])
    return plan(library, TODAY, PARTIES.trust(["HK", "SG"]), approved=True, held=(approved,))


@pytest.fixture(scope="module")
def pages(held: Site) -> dict[str, PlannedPage]:
    return {page.address: page for page in held.pages}


def test_a_place_that_waits_has_one_page_in_each_language(pages: dict[str, PlannedPage]) -> None:
    assert sorted(address for address in pages if address.startswith("hk/")) == ["hk/en/", "hk/zh-hant/"]
    assert sorted(link.address for link in pages["hk/en/"].alternates) == ["hk/en/", "hk/zh-hant/"]


def test_the_page_shows_the_first_call_first_and_says_that_it_waits(pages: dict[str, PlannedPage]) -> None:
    page = pages["hk/en/"]
    assert isinstance(page.body, HeldBody)
    assert page.body.contacts[0].number == "18222"
    assert page.notices[0] == page.scope.strings.site.held_notice
    assert [scam.signs for scam in page.body.scams]


def test_the_chooser_names_the_place_in_its_order(pages: dict[str, PlannedPage]) -> None:
    body = pages[""].body
    assert isinstance(body, HomeBody)
    assert [place.code for place in body.places] == ["HK", "SG"]
    assert sorted(choice.address for choice in body.places[0].choices) == ["hk/en/", "hk/zh-hant/"]


def test_what_waits_is_not_published_anew(held: Site) -> None:
    assert {bundle.jurisdiction for bundle in held.bundles} == {"SG"}


def test_the_page_is_rendered_and_leads_to_no_page_that_is_not_there(held: Site) -> None:
    files = {file.path: file.content for file in Renderer(read_theme(), held.base_url).places(held)}
    assert b'href="tel:18222"' in files["hk/en/index.html"]
    assert b"hk/en/scams/" not in b"".join(content for path, content in files.items() if path.endswith(".html"))


def test_a_language_that_the_site_has_given_up_gets_no_page(shipped_site: Site, shipped_library: Library) -> None:
    strange = tuple(
        bundle.model_copy(update={"locale": "fr", "page": "hk/fr/"})
        for bundle in shipped_site.bundles
        if bundle.jurisdiction == "HK" and bundle.locale == "en"
    )
    site = plan(shipped_library.only(["SG"]), TODAY, PARTIES.trust(["SG"]), approved=True, held=(strange,))
    assert not [page.address for page in site.pages if page.address.startswith("hk/")]
    chooser = next(page.body for page in site.pages if isinstance(page.body, HomeBody))
    assert [place.code for place in chooser.places] == ["SG"]
