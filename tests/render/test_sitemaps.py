"""Sitemaps and robots.txt."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from builder.model.output import OutputFile
from builder.model.site import Site
from builder.model.views import GalleryBody, NotFoundBody, PreviewBody, SpecimenBody
from builder.render.sitemaps import general_sitemaps, place_sitemap

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(params=["golden_site", "shipped_site"])
def site(request: pytest.FixtureRequest) -> Site:
    planned = request.getfixturevalue(request.param)
    assert isinstance(planned, Site)
    return planned


def published(site: Site) -> list[OutputFile]:
    codes = [bundles[0].jurisdiction for bundles in site.shown]
    general = replace(site, pages=tuple(page for page in site.pages if page.scope.root.count("/") == 1))
    return [*(place_sitemap(site, bundles) for bundles in site.shown), *general_sitemaps(general, codes)]


def languages(site: Site) -> dict[str, dict[str, str]]:
    """Address → language → address. Fails if the file is not well-formed."""
    named = [file for file in published(site) if file.path.endswith("sitemap.xml") and file.path != "sitemap.xml"]
    roots = [ET.fromstring(sitemap.content) for sitemap in named]
    entries = [(entry.findtext(f"{SITEMAP}loc") or "", entry.findall(LINK)) for root in roots for entry in root]
    assert len({address for address, _ in entries}) == len(entries)
    return {address: {link.attrib["hreflang"]: link.attrib["href"] for link in links} for address, links in entries}


def test_every_page_stands_once_but_those_that_nobody_should_find(site: Site) -> None:
    hidden = NotFoundBody | PreviewBody | GalleryBody | SpecimenBody
    pages = [page for page in site.pages if not isinstance(page.body, hidden)]
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
    robots = published(golden_site)[-1]
    assert robots.content.decode().splitlines()[-1] == "Sitemap: https://golden.example/sitemap.xml"


def test_the_index_names_every_sitemap_and_each_lies_above_its_pages(site: Site) -> None:
    files = {file.path: file for file in published(site)}
    named = [entry.findtext(f"{SITEMAP}loc") or "" for entry in ET.fromstring(files["sitemap.xml"].content)]
    below = {path: file for path, file in files.items() if "/" in path}
    assert sorted(named) == sorted(site.base_url + path for path in ("general-sitemap.xml", *below))
    for path, file in below.items():
        folder = site.base_url + path.rpartition("/")[0]
        assert all((found.text or "").startswith(folder) for found in ET.fromstring(file.content).iter(f"{SITEMAP}loc"))
