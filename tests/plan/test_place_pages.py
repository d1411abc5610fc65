"""Pages of a place: their addresses, languages and sources."""

from collections import Counter
from pathlib import Path

import pytest

from builder.model.site import PlannedPage, Site
from builder.model.views import ScamBody, StartBody, TextBody
from tests.conftest import GOLDEN, SHIPPED, TODAY, edit, site_of


@pytest.fixture(params=["golden_site", "shipped_site"])
def site(request: pytest.FixtureRequest) -> Site:
    planned = request.getfixturevalue(request.param)
    assert isinstance(planned, Site)
    return planned


def page_at(site: Site, address: str) -> PlannedPage:
    (page,) = (page for page in site.pages if page.address == address)
    return page


def start(site: Site, root: str = "no/en/") -> StartBody:
    body = page_at(site, root).body
    assert isinstance(body, StartBody)
    return body


def test_no_two_pages_share_a_file(site: Site) -> None:
    counts = Counter(page.file.casefold() for page in site.pages)
    assert [file for file, count in counts.items() if count > 1] == []


def test_no_file_of_a_page_stands_where_another_page_needs_a_folder(site: Site) -> None:
    files = {page.file for page in site.pages}
    folders = {parent.as_posix() for file in files for parent in Path(file).parents}
    assert files & folders == set()


def test_every_address_is_small_letters_and_ends_with_a_slash(site: Site) -> None:
    addresses = [page.address for page in site.pages if page.address not in ("", "404.html")]
    assert [address for address in addresses if address != address.lower() or not address.endswith("/")] == []


def test_every_place_has_the_same_pages_in_each_of_its_languages(site: Site) -> None:
    by_root = {scope.root: set[str]() for scope in site.scopes}
    for page in site.pages:
        if page.address.startswith(page.scope.root):
            by_root[page.scope.root].add(page.address.removeprefix(page.scope.root))
    # `no/` is the Norwegian of no place, `no/en/` the English of Norway.
    roots = [root for root in by_root if root.count("/") == 2]
    for place in {root.partition("/")[0] for root in roots}:
        languages = [by_root[root] for root in roots if root.startswith(f"{place}/")]
        assert all(pages == languages[0] for pages in languages)


def test_other_languages_of_a_page_lead_back_to_it(site: Site) -> None:
    pages = {page.address: page for page in site.pages}
    for page in site.pages:
        for link in page.alternates:
            back = [other.address for other in pages[link.address].alternates]
            assert page.address in back or page.address == ""
            assert link.language == pages[link.address].scope.locale


def test_a_page_is_among_its_own_languages_once(site: Site) -> None:
    for page in site.pages:
        if page.alternates and page.address:
            assert [link.address for link in page.alternates].count(page.address) == 1


def test_every_link_of_the_menu_leads_to_a_page(site: Site) -> None:
    addresses = {page.address for page in site.pages}
    assert [link.address for scope in site.scopes for link in scope.menu if link.address not in addresses] == []


def test_a_scams_page_comes_from_the_scam_its_place_and_the_frame(golden_site: Site) -> None:
    assert page_at(golden_site, "no/no/scams/fake-officer/").sources == (
        "content/jurisdictions/NO/jurisdiction.yml",
        "content/jurisdictions/NO/no.yml",
        "content/scams/fake-officer/no.yml",
        "content/scams/fake-officer/scam.yml",
        "content/strings/no.yml",
        "site_config.yml",
    )


def test_tips_do_not_come_from_scams(golden_site: Site) -> None:
    sources = page_at(golden_site, "no/en/tips/").sources
    assert [source for source in sources if source.startswith("content/scams/")] == []


@pytest.mark.parametrize(("name", "root"), [("golden_site", GOLDEN), ("shipped_site", SHIPPED)])
def test_sources_in_a_whole_language_are_files(name: str, root: Path, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    named = {source for page in site.pages if page.scope.locale != "ar" for source in page.sources}
    assert [source for source in sorted(named) if not (root / source).is_file()] == []


def test_a_figure_is_a_sentence_in_the_places_own_way(golden_site: Site) -> None:
    (figure,) = start(golden_site).figures
    assert figure.text == "People in Norway lost 1,2 billion Norwegian kroner to scams in 2025."


def test_a_figure_is_shown_on_its_last_day_and_left_out_on_the_next(project: Path) -> None:
    file = "content/jurisdictions/NO/jurisdiction.yml"
    edit(project, file, "expires_on: 2027-11-01", f"expires_on: {TODAY}")
    assert len(start(site_of(project)).figures) == 1
    edit(project, file, f"expires_on: {TODAY}", "expires_on: 2026-11-21")
    body = start(site_of(project))
    assert body.figures == ()
    assert "https://example.org/news/losses-2025" not in [source.url for source in body.sources]


def test_an_expired_figure_of_a_page_is_left_out(project: Path) -> None:
    edit(project, "content/pages/about/page.yml", "expires_on: 2027-11-01", "expires_on: 2026-11-21")
    body = page_at(site_of(project), "en/about/").body
    assert isinstance(body, TextBody)
    assert body.figures == ()


def test_a_source_is_listed_once(golden_site: Site) -> None:
    urls = [source.url for source in start(golden_site).sources]
    assert sorted(set(urls)) == sorted(urls)


def test_the_official_name_is_the_one_of_the_place_and_language(golden_site: Site) -> None:
    names = {}
    for locale in ("no", "en", "ar"):
        body = page_at(golden_site, f"no/{locale}/scams/fake-officer/").body
        assert isinstance(body, ScamBody)
        names[locale] = body.official_name
    assert names == {"no": "Politisvindel", "en": "Police impersonation fraud", "ar": ""}


def test_a_missing_translation_shows_the_source_language_and_says_so(golden_site: Site) -> None:
    page = page_at(golden_site, "no/ar/scams/fake-officer/")
    assert isinstance(page.body, ScamBody)
    assert page.body.language == "en"
    assert golden_site.strings["ar"].site.partial_notice in page.notices


def test_every_page_says_that_it_is_a_draft(site: Site) -> None:
    for page in site.pages:
        assert page.scope.strings.site.draft_notice in page.notices


def test_only_translations_say_that_no_native_speaker_has_read_them(site: Site) -> None:
    source = site.scopes[0].locale
    for page in site.pages:
        said = page.scope.strings.site.unreviewed_notice in page.notices
        assert said == (page.scope.locale != source)
