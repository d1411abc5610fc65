"""Links as a browser needs them on a given page."""

from urllib.parse import urljoin

import pytest

from builder.model.site import Site
from builder.render.addresses import link

BASE = "https://a.example/site/"


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("hk/en/tips/", "hk/en/", "tips/"),
        ("hk/en/", "hk/en/tips/", "../"),
        ("hk/en/", "hk/en/", "./"),
        ("", "", "./"),
        ("", "hk/en/", "../../"),
        ("assets/site.css", "hk/en/", "../../assets/site.css"),
        ("assets/site.css", "", "assets/site.css"),
        ("hk/zh-hant/scams/a/", "hk/en/scams/b/", "../../../zh-hant/scams/a/"),
    ],
)
def test_a_link_is_relative_to_its_page(target: str, page: str, expected: str) -> None:
    assert expected == link(target, page, BASE)


@pytest.mark.parametrize(
    "target", ["https://b.example/", "http://b.example/", "tel:112", "mailto:a@b.example", "#part"]
)
@pytest.mark.parametrize("page", ["hk/en/", "404.html"])
def test_an_address_elsewhere_stays(target: str, page: str) -> None:
    assert target == link(target, page, BASE)


@pytest.mark.parametrize(("base", "expected"), [(BASE, "/site/hk/en/"), ("https://a.example/", "/hk/en/")])
def test_the_page_for_lost_readers_links_from_the_sites_own_path(base: str, expected: str) -> None:
    assert expected == link("hk/en/", "404.html", base)


def test_a_browser_arrives_from_every_page_at_every_address(golden_site: Site) -> None:
    addresses = [page.address for page in golden_site.pages]
    for page in addresses:
        for target in addresses:
            assert f"{BASE}{target}" == urljoin(f"{BASE}{page}", link(target, page, BASE))
