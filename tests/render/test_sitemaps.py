"""sitemap.xml and robots.txt."""

from xml.etree import ElementTree as ET

import pytest

from builder.model.site import Site
from builder.model.views import NotFoundBody, PreviewBody
from builder.render.sitemaps import sitemaps

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(params=["golden_site", "shipped_site"])
def site(request: pytest.FixtureRequest) -> Site:
    planned = request.getfixturevalue(request.param)
    assert isinstance(planned, Site)
    return planned


def languages(site: Site) -> dict[str, dict[str, str]]:
    """Address → language → address. Fails if the file is not well-formed."""
    (sitemap, _) = sitemaps(site)
    root = ET.fromstring(sitemap.content)
    entries = [(entry.findtext(f"{SITEMAP}loc") or "", entry.findall(LINK)) for entry in root]
    assert len({address for address, _ in entries}) == len(entries)
    return {address: {link.attrib["hreflang"]: link.attrib["href"] for link in links} for address, links in entries}


def test_every_page_stands_once_but_the_two_that_nobody_should_find(site: Site) -> None:
    pages = [page for page in site.pages if not isinstance(page.body, NotFoundBody | PreviewBody)]
    assert sorted(site.base_url + page.address for page in pages) == sorted(languages(site))


def test_languages_point_at_each_other(site: Site) -> None:
    found = languages(site)
    for address, links in found.items():
        for language, other in links.items():
            assert found[other].get(language) == other or language == "x-default"
            assert address in found[other].values() or address == site.base_url


def test_a_page_names_its_own_language_too(site: Site) -> None:
    for address, links in languages(site).items():
        assert address in links.values() or address == site.base_url


def test_readers_of_no_listed_language_get_the_first(golden_site: Site) -> None:
    links = languages(golden_site)["https://golden.example/no/ar/tips/"]
    assert links["x-default"] == links["no"]
    assert sorted(links) == ["ar", "en", "no", "x-default"]


def test_robots_are_told_where_the_sitemap_is(golden_site: Site) -> None:
    (_, robots) = sitemaps(golden_site)
    assert robots.content.decode().splitlines()[-1] == "Sitemap: https://golden.example/sitemap.xml"
